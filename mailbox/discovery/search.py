"""The look for the servers of an address, from what is known to what has to be asked.

The order: the own table by domain; by the domain's mail exchanger; the provider's autoconfig over
HTTPS; SRV records (RFC 6186, RFC 8314); at last, where the seller agrees, a guess at usual names.
"""

from __future__ import annotations

import ssl
from collections.abc import Callable, Mapping
from functools import partial
from typing import Final
from urllib.parse import quote

from ..account import Endpoint, Security
from ..errors import MailError, ServerRefusedError
from ..patience import until_called_off
from ..sentence import Sentence, in_a_row, sentence_of
from ..wake_up import WakeUp
from ..web import WebRequest, fetch
from ..wire import Timeouts, Wire
from .autoconfig import LARGEST_BYTES, read_autoconfig
from .dns import NameSource
from .finding import Finding, FoundServer, Origin
from .providers import (
    IMAP_PORTS,
    SMTP_PORTS,
    Provider,
    domain_of,
    provider_by_domain,
    provider_by_exchanger,
)

_WEB_TIMEOUT_S: Final = 8.0
_OK: Final = 200
_REDIRECTS: Final = 3
_GUESS_TIMEOUTS: Final = Timeouts(connect_s=6.0, read_s=6.0)
_AUTOCONFIG: Final = (
    "https://autoconfig.{domain}/mail/config-v1.1.xml?emailaddress={address}",
    "https://{domain}/.well-known/autoconfig/mail/config-v1.1.xml",
)
_IMAP_SERVICES: Final = (("_imaps._tcp", Security.TLS), ("_imap._tcp", Security.STARTTLS))
_SMTP_SERVICES: Final = (
    ("_submissions._tcp", Security.TLS),
    ("_submission._tcp", Security.STARTTLS),
)
_IMAP_GUESSES: Final = ("imap.{domain}", "mail.{domain}")
_SMTP_GUESSES: Final = ("smtp.{domain}", "mail.{domain}")


class ServerSearch:
    """Looks for the servers of one address; blocks, with time-outs, until found or called off.

    Args:
        on_step: hears in words what is being tried, in the thread of the search.
    """

    def __init__(
        self,
        names: NameSource,
        tls_context: ssl.SSLContext | None = None,
        cancel: WakeUp | None = None,
        on_step: Callable[[str], None] = lambda _: None,
    ) -> None:
        self._names = names
        self._tls_context = tls_context
        self._cancel = cancel
        self._on_step = on_step

    def find(self, address: str) -> Finding:
        """The servers that somebody has named for an address.

        Raises:
            ServerRefusedError: nobody has; a guess may still help.
            CalledOffError: it was called off.
        """
        address = address.strip()
        domain = domain_of(address)
        known = provider_by_domain(address)
        if known is not None:
            return _of_provider(address, known, Origin.TABLE)
        failures: list[str] = []
        for step in (self._by_exchanger, self._by_autoconfig, self._by_services):
            try:
                found = step(address, domain)
            except MailError as error:
                failures.append(sentence_of(error))
                continue
            if found is not None:
                return found
        raise self._nothing(domain, failures)

    def guess(self, address: str) -> Finding:
        """The usual names, where they answer and can prove who they are.

        Each server that is tried learns that somebody asks for it, and no more: neither the
        address nor a password is sent.

        Raises:
            ServerRefusedError: none of them does.
            CalledOffError: it was called off.
        """
        address = address.strip()
        domain = domain_of(address)
        imap = self._first_to_answer(_IMAP_GUESSES, domain, IMAP_PORTS)
        smtp = self._first_to_answer(_SMTP_GUESSES, domain, SMTP_PORTS)
        return Finding(address, address, imap, smtp)

    def _by_exchanger(self, address: str, domain: str) -> Finding | None:
        self._on_step(
            Sentence("Mail", "Asking the DNS who takes the mail of {domain}…").format(
                domain=domain
            )
        )
        exchangers = until_called_off(partial(self._names.exchangers, domain), self._cancel)
        provider = provider_by_exchanger(exchangers)
        return None if provider is None else _of_provider(address, provider, Origin.EXCHANGER)

    def _by_autoconfig(self, address: str, domain: str) -> Finding | None:
        failure: MailError | None = None
        for template in _AUTOCONFIG:
            url = template.format(domain=domain, address=quote(address))
            place = url.partition("?")[0]
            self._on_step(Sentence("Mail", "Asking {place}…").format(place=place))
            request = WebRequest(
                url, timeout_s=_WEB_TIMEOUT_S, limit=LARGEST_BYTES, redirects=_REDIRECTS
            )
            asked = partial(fetch, request, self._tls_context)
            try:
                answer = until_called_off(asked, self._cancel)
                if answer.status == _OK:
                    return _of_autoconfig(address, answer.body, place)
            except MailError as error:
                failure = error
        if failure is not None:
            raise failure
        return None

    def _by_services(self, address: str, domain: str) -> Finding | None:
        self._on_step(
            Sentence("Mail", "Asking the DNS for the servers of {domain}…").format(domain=domain)
        )
        imap = self._service(_IMAP_SERVICES, domain)
        smtp = self._service(_SMTP_SERVICES, domain) if imap else None
        return None if imap is None or smtp is None else Finding(address, address, imap, smtp)

    def _service(
        self, services: tuple[tuple[str, Security], ...], domain: str
    ) -> FoundServer | None:
        for service, security in services:
            name = f"{service}.{domain}"
            found = until_called_off(partial(self._names.services, name), self._cancel)
            for one in found:
                return FoundServer(Endpoint(one.host, one.port, security), Origin.DNS, name)
        return None

    def _first_to_answer(
        self, names: tuple[str, ...], domain: str, ports: Mapping[Security, int]
    ) -> FoundServer:
        failures = []
        for template in names:
            host = template.format(domain=domain)
            self._on_step(Sentence("Mail", "Trying {host}…").format(host=host))
            try:
                endpoint = Endpoint(host, ports[Security.TLS], Security.TLS)
                Wire.connect(endpoint, _GUESS_TIMEOUTS, self._tls_context, self._cancel).close()
            except (MailError, ValueError) as error:  # ValueError: no name of a server
                failures.append(sentence_of(error))
                continue
            return FoundServer(endpoint, Origin.GUESS, host)
        raise self._nothing(domain, failures)

    @staticmethod
    def _nothing(domain: str, failures: list[str]) -> ServerRefusedError:
        nothing = Sentence(
            "Mail",
            "The mail servers of {domain} were not found. Type them as your provider's help page "
            "gives them.",
        ).format(domain=domain)
        return ServerRefusedError(in_a_row([nothing, *failures[-1:]]))


def _of_provider(address: str, provider: Provider, origin: Origin) -> Finding:
    return Finding(
        address,
        provider.username(address),
        FoundServer(provider.imap, origin, provider.name),
        FoundServer(provider.smtp, origin, provider.name),
        provider=provider.name,
        hint=provider.hint,
        oauth=provider.oauth,
        files_sent_itself=provider.files_sent_itself,
    )


def _of_autoconfig(address: str, raw: bytes, place: str) -> Finding:
    named = read_autoconfig(raw, address)
    return Finding(
        address,
        named.imap.username,
        FoundServer(named.imap.endpoint, Origin.AUTOCONFIG, place),
        FoundServer(named.smtp.endpoint, Origin.AUTOCONFIG, place),
        wants_token=not (named.imap.takes_passwords and named.smtp.takes_passwords),
    )
