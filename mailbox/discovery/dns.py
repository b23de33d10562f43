"""The door to the DNS: the only module that knows dnspython. Nothing it says is protected."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Protocol

from ..errors import ConnectionFailedError
from ..sentence import Sentence

if TYPE_CHECKING:
    from dns.resolver import Resolver

_LIFETIME_S: Final = 6.0  # for one question, over all servers that this computer asks
_MOST_RECORDS: Final = 20


@dataclass(frozen=True, slots=True)
class Service:
    """A server of a domain for a service (RFC 2782)."""

    host: str
    port: int
    priority: int
    weight: int


class NameSource(Protocol):
    """Where the records of a domain are looked up."""

    def exchangers(self, domain: str) -> tuple[str, ...]:
        """The names of the servers that take a domain's mail, best first; () for none.

        Raises:
            ConnectionFailedError: nobody answered in time.
        """
        ...

    def services(self, name: str) -> tuple[Service, ...]:
        """The servers of a service such as `_imaps._tcp.shop.example`, best first; () for none.

        Raises:
            ConnectionFailedError: nobody answered in time.
        """
        ...


class DnsNames:
    """The records in the DNS, as the resolvers of this computer know them.

    Args:
        servers: other resolvers than those of this computer, by address.
        port: theirs.
    """

    def __init__(
        self, servers: Sequence[str] = (), port: int = 53, lifetime_s: float = _LIFETIME_S
    ) -> None:
        self._servers = tuple(servers)
        self._port = port
        self._lifetime_s = lifetime_s

    def exchangers(self, domain: str) -> tuple[str, ...]:
        """See `NameSource.exchangers`; "." says that a domain takes no mail (RFC 7505)."""
        records = sorted(self._ask(domain, "MX"), key=lambda record: record.preference)
        names = (_plain(record.exchange) for record in records[:_MOST_RECORDS])
        return tuple(name for name in names if name)

    def services(self, name: str) -> tuple[Service, ...]:
        """See `NameSource.services`; "." says that it is not given (RFC 6186 section 3.4)."""
        records = self._ask(name, "SRV")[:_MOST_RECORDS]
        found = [
            Service(_plain(one.target), one.port, one.priority, one.weight) for one in records
        ]
        given = [one for one in found if one.host and one.port]
        return tuple(sorted(given, key=lambda one: (one.priority, -_drawn(one.weight))))

    def _ask(self, name: str, kind: str) -> list[Any]:
        import dns.exception  # 150 ms together, so only where they are needed
        import dns.resolver

        try:
            answer = self._resolver().resolve(
                name, kind, search=False, lifetime=self._lifetime_s, raise_on_no_answer=False
            )
        except (dns.resolver.NXDOMAIN, dns.resolver.YXDOMAIN):
            return []
        except dns.exception.DNSException as error:
            raise ConnectionFailedError(
                Sentence(
                    "Mail",
                    "The DNS did not say where the mail of {name} is ({error}). Check the "
                    "internet connection.",
                ).format(name=name, error=type(error).__name__)
            ) from error
        return list(answer.rrset or ())

    def _resolver(self) -> Resolver:
        import dns.resolver

        if not self._servers:
            return dns.resolver.get_default_resolver()
        resolver = dns.resolver.Resolver(configure=False)
        resolver.nameservers = list(self._servers)
        resolver.port = self._port
        return resolver


def _plain(name: Any) -> str:  # noqa: ANN401 - a name of dnspython
    return str(name.to_text(omit_final_dot=True)).lower().removesuffix(".")


def _drawn(weight: int) -> float:
    """A number that is larger the more often a server is to be chosen (RFC 2782)."""
    return float(random.random() ** (1.0 / max(weight, 0.5)))  # noqa: S311 - no secret
