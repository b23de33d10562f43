"""The servers of an address are looked for in order, and each says who named it."""

from __future__ import annotations

import threading
import time

import dns.rcode
import pytest
from fakes.certificates import Authority
from fakes.imap_server import FakeImapServer
from fakes.internet import Internet
from fakes.name_server import FakeNameServer
from fakes.smtp_server import FakeSmtpServer
from fakes.web_server import FakeWebServer

from softanswer.mailbox.account import Endpoint, Security
from softanswer.mailbox.discovery.dns import DnsNames, Service
from softanswer.mailbox.discovery.finding import Origin
from softanswer.mailbox.discovery.providers import Hint
from softanswer.mailbox.discovery.search import ServerSearch
from softanswer.mailbox.errors import ConnectionFailedError, ServerRefusedError
from softanswer.mailbox.wake_up import WakeUp
from softanswer.mailbox.wire import CalledOffError

ADDRESS = "ana@shop.test"
CONFIG = b"""<clientConfig><emailProvider>
<incomingServer type="imap"><hostname>in.shop.test</hostname><port>993</port>
<socketType>SSL</socketType><username>%EMAILLOCALPART%</username></incomingServer>
<outgoingServer type="smtp"><hostname>out.shop.test</hostname><port>587</port>
<socketType>STARTTLS</socketType><username>%EMAILLOCALPART%</username></outgoingServer>
</emailProvider></clientConfig>"""
FIRST = "autoconfig.shop.test/mail/config-v1.1.xml"
SECOND = "shop.test/.well-known/autoconfig/mail/config-v1.1.xml"
SRV = {
    ("_imaps._tcp.shop.test", "SRV"): ["10 1 993 slow.host.test.", "5 1 993 imap.host.test."],
    ("_submissions._tcp.shop.test", "SRV"): ["0 1 465 smtp.host.test."],
}


class Names:
    """Records in memory."""

    def __init__(self, exchangers=(), services=None):
        self._exchangers = exchangers
        self._services = services or {}
        self.asked = []

    def exchangers(self, domain):
        self.asked.append(domain)
        return self._exchangers

    def services(self, name):
        self.asked.append(name)
        return self._services.get(name, ())


class BrokenNames:
    """A computer whose resolvers do not answer."""

    def exchangers(self, domain):
        raise ConnectionFailedError("The DNS did not say.")

    services = exchangers


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture
def internet(monkeypatch):
    return Internet(monkeypatch)


@pytest.fixture
def web(authority, internet):
    """The sites of shop.test, both under a certificate of their own name."""
    tls = authority.certify("shop.test", further=("autoconfig.shop.test",)).server_context()
    with FakeWebServer(tls) as server:
        for host in ("shop.test", "autoconfig.shop.test"):
            internet.ports[host, 443] = server.port
        yield server.site


@pytest.fixture
def search(authority):
    def made(names=None, **parts):
        return ServerSearch(names or Names(), authority.trusting_context(), **parts)

    return made


def test_a_well_known_provider_is_asked_for_nowhere(search, internet):
    names = Names()
    found = search(names).find(" Ana@GMAIL.com ")
    assert found.imap.endpoint == Endpoint("imap.gmail.com", 993, Security.TLS)
    assert (found.imap.origin, found.smtp.origin) == (Origin.TABLE, Origin.TABLE)
    assert found.imap.words() == "known to this program as a server of Gmail"
    assert (found.hint, found.oauth, found.files_sent_itself) == (
        Hint.APP_PASSWORD,
        "google",
        True,
    )
    assert (found.address, found.username) == ("Ana@GMAIL.com", "Ana@GMAIL.com")
    assert (names.asked, internet.looked_up) == ([], [])


def test_an_own_domain_is_known_by_its_exchanger(search, internet):
    found = search(Names(("shop-test.mail.protection.outlook.com",))).find(ADDRESS)
    assert found.smtp.endpoint == Endpoint("smtp.office365.com", 587, Security.STARTTLS)
    assert found.imap.origin is Origin.EXCHANGER
    assert "Microsoft 365, which takes the mail of this domain" in found.imap.words()
    assert found.oauth == "microsoft"
    assert internet.looked_up == []


@pytest.mark.parametrize("place", [FIRST, SECOND])
def test_the_providers_own_list_is_asked_for_over_https(search, web, place):
    web.pages[place] = (200, CONFIG, "")
    steps = []
    found = search(on_step=steps.append).find(ADDRESS)
    assert found.imap.endpoint == Endpoint("in.shop.test", 993, Security.TLS)
    assert found.smtp.endpoint == Endpoint("out.shop.test", 587, Security.STARTTLS)
    assert found.username == "ana"
    assert found.smtp.words() == f"named by your provider at https://{place}"
    assert web.asked[0] == f"{FIRST}?emailaddress=ana%40shop.test"
    assert steps[-1] == f"Asking https://{place}…"


def test_only_protected_addresses_are_asked(authority, internet, search):
    with FakeWebServer(None) as plain:
        plain.site.pages[FIRST] = plain.site.pages[SECOND] = (200, CONFIG, "")
        for host in ("shop.test", "autoconfig.shop.test"):
            internet.ports[host, 443] = internet.ports[host, 80] = plain.port
        with pytest.raises(ServerRefusedError):
            search().find(ADDRESS)
        assert plain.site.asked == []


@pytest.mark.parametrize(
    "location",
    [
        "http://shop.test/.well-known/autoconfig/mail/config-v1.1.xml",
        "ftp://shop.test/x",
        "file:///x",
    ],
)
def test_nobody_is_followed_to_an_unprotected_address(web, search, internet, location):
    web.pages[FIRST] = (302, b"", location)
    internet.ports["shop.test", 80] = 1
    with pytest.raises(ServerRefusedError):
        search().find(ADDRESS)


def test_a_redirect_to_a_protected_address_is_followed(web, search):
    web.pages[FIRST] = (301, b"", f"https://{SECOND}")
    web.pages[SECOND] = (200, CONFIG, "")
    assert search().find(ADDRESS).imap.endpoint.host == "in.shop.test"


def test_a_circle_of_redirects_has_an_end(web, search):
    for page in (FIRST, SECOND):
        web.pages[page] = (302, b"", f"https://{page}")
    with pytest.raises(ServerRefusedError):
        search().find(ADDRESS)
    assert len(web.asked) <= 10


BAD_ANSWERS = {
    "a page": (200, b"<!doctype html><html>Welcome</html>", ""),
    "a bomb": (200, b'<!DOCTYPE x [<!ENTITY a "aa">]><clientConfig>&a;</clientConfig>', ""),
    "a flood": (200, b" " * 1_000_000, ""),
    "refused": (403, CONFIG, ""),
    "broken": (500, b"", ""),
}


@pytest.mark.parametrize("answer", BAD_ANSWERS.values(), ids=BAD_ANSWERS)
def test_after_a_bad_answer_the_next_place_is_asked(web, search, answer):
    web.pages[FIRST] = answer
    web.pages[SECOND] = (200, CONFIG, "")
    assert search().find(ADDRESS).imap.endpoint.host == "in.shop.test"


def test_a_list_from_somebody_who_cannot_prove_the_name_is_not_taken(
    tmp_path, authority, internet, search
):
    tls = Authority(tmp_path).certify("shop.test").server_context()
    with FakeWebServer(tls) as other:
        other.site.pages[FIRST] = other.site.pages[SECOND] = (200, CONFIG, "")
        for host in ("shop.test", "autoconfig.shop.test"):
            internet.ports[host, 443] = other.port
        with pytest.raises(ServerRefusedError, match="could not prove who it is"):
            search().find(ADDRESS)
        assert other.site.asked == []


def test_services_in_the_dns_are_the_last_that_is_asked(search, internet):
    services = {
        "_imaps._tcp.shop.test": (Service("imap.host.test", 993, 0, 1),),
        "_submission._tcp.shop.test": (Service("smtp.host.test", 587, 0, 1),),
    }
    found = search(Names((), services)).find(ADDRESS)
    assert found.imap.endpoint == Endpoint("imap.host.test", 993, Security.TLS)
    assert found.smtp.endpoint == Endpoint("smtp.host.test", 587, Security.STARTTLS)
    assert found.smtp.words() == (
        "named in the DNS at _submission._tcp.shop.test, which is not protected"
    )


@pytest.mark.parametrize(
    "services",
    [
        {"_imaps._tcp.shop.test": (Service("imap.host.test", 993, 0, 1),)},
        {"_submissions._tcp.shop.test": (Service("smtp.host.test", 465, 0, 1),)},
    ],
)
def test_half_of_the_servers_is_nothing(search, internet, services):
    with pytest.raises(ServerRefusedError, match="were not found"):
        search(Names((), services)).find(ADDRESS)


def test_a_broken_resolver_does_not_keep_from_asking_the_provider(web, search):
    web.pages[FIRST] = (200, CONFIG, "")
    assert search(BrokenNames()).find(ADDRESS).imap.origin is Origin.AUTOCONFIG


def test_where_nobody_names_them_it_is_told_with_the_next_step(search, internet):
    with pytest.raises(ServerRefusedError) as caught:
        search(BrokenNames()).find(ADDRESS)
    assert str(caught.value).startswith("The mail servers of shop.test were not found. Type them")
    assert str(caught.value).endswith("The DNS did not say.")


@pytest.mark.parametrize("delay", ["delay_s", "drip_s"])
def test_it_can_be_called_off_at_once(web, search, delay):
    setattr(web, delay, 2)
    web.pages[FIRST] = (200, CONFIG, "")
    cancel = WakeUp()
    threading.Timer(0.3, cancel.ring).start()
    start = time.monotonic()
    with pytest.raises(CalledOffError):
        search(cancel=cancel).find(ADDRESS)
    assert time.monotonic() - start < 1


def test_a_domain_beyond_ascii_is_asked_for_as_the_dns_writes_it(search, internet):
    names = Names()
    with pytest.raises(ServerRefusedError):
        search(names).find("ana@bücher.test")
    assert names.asked[0] == "xn--bcher-kva.test"
    assert set(internet.looked_up) == {"autoconfig.xn--bcher-kva.test", "xn--bcher-kva.test"}


@pytest.mark.parametrize(
    "address", ["ana", "ana@", "@", "", "ana@ b", f"ana@{'a' * 300}.test", "ana@a..b"]
)
def test_what_is_no_address_finds_nothing_and_breaks_nothing(search, internet, address):
    with pytest.raises(ServerRefusedError):
        search(DnsNames(("127.0.0.1",), 9, lifetime_s=0.2)).find(address)


# Guesses.


def test_a_guess_is_what_answers_and_proves_its_name_and_sends_nothing(
    authority, internet, search
):
    tls = authority.certify("mail.shop.test").server_context()
    imap = FakeImapServer(tls=tls, security=Security.TLS)
    smtp = FakeSmtpServer(tls=tls, security=Security.TLS)
    with imap, smtp:
        internet.ports["mail.shop.test", 993] = imap.endpoint.port
        internet.ports["mail.shop.test", 465] = smtp.endpoint.port
        steps = []
        found = search(on_step=steps.append).guess(ADDRESS)
        assert found.imap.endpoint == Endpoint("mail.shop.test", 993, Security.TLS)
        assert found.smtp.endpoint == Endpoint("mail.shop.test", 465, Security.TLS)
        assert found.imap.words() == "guessed: mail.shop.test answers and can prove its name"
        assert (imap.commands, smtp.commands) == ([], [])
    assert steps[:2] == ["Trying imap.shop.test…", "Trying mail.shop.test…"]


def test_a_guess_that_cannot_prove_its_name_is_none(authority, internet, search):
    tls = authority.certify("other.test").server_context()
    with FakeImapServer(tls=tls, security=Security.TLS) as imap:
        internet.ports["imap.shop.test", 993] = imap.endpoint.port
        with pytest.raises(ServerRefusedError, match="were not found"):
            search().guess(ADDRESS)


# The real DNS, over UDP.


@pytest.fixture
def name_server():
    with FakeNameServer() as server:
        yield server


def names_of(server, lifetime_s=2.0):
    return DnsNames(("127.0.0.1",), server.port, lifetime_s)


def test_records_come_from_a_real_name_server(name_server, search, internet):
    name_server.records = {**SRV, ("shop.test", "MX"): ["20 mx2.shop.test.", "10 mx1.shop.test."]}
    names = names_of(name_server)
    assert names.exchangers("shop.test") == ("mx1.shop.test", "mx2.shop.test")
    found = search(names).find(ADDRESS)
    assert found.imap.endpoint == Endpoint("imap.host.test", 993, Security.TLS)
    assert found.smtp.endpoint == Endpoint("smtp.host.test", 465, Security.TLS)
    assert ("_imaps._tcp.shop.test", "SRV") in name_server.asked


@pytest.mark.parametrize("record", ["0 0 0 .", "0 0 993 .", "0 1 0 imap.host.test."])
def test_a_service_that_is_not_given_is_none(name_server, record):
    name_server.records = {("_imaps._tcp.shop.test", "SRV"): [record]}
    assert names_of(name_server).services("_imaps._tcp.shop.test") == ()


def test_a_domain_that_takes_no_mail_has_no_exchanger(name_server):
    name_server.records = {("shop.test", "MX"): ["0 ."]}
    assert names_of(name_server).exchangers("shop.test") == ()


def test_the_weight_decides_among_equals(name_server):
    name_server.records = {
        ("_imaps._tcp.shop.test", "SRV"): ["0 0 993 rare.test.", "0 65535 993 often.test."]
    }
    names = names_of(name_server)
    first = [names.services("_imaps._tcp.shop.test")[0].host for _ in range(40)]
    assert first.count("often.test") > 35


def test_unknown_and_empty_names_are_no_error(name_server):
    name_server.records = {("shop.test", "A"): ["192.0.2.1"]}
    names = names_of(name_server)
    assert names.exchangers("shop.test") == ()
    assert names.services("_imaps._tcp.nowhere.test") == ()


@pytest.mark.parametrize("trouble", ["silent", "refused"])
def test_a_name_server_in_trouble_is_told(name_server, trouble):
    name_server.silent = trouble == "silent"
    name_server.rcode = dns.rcode.REFUSED if trouble == "refused" else dns.rcode.NOERROR
    start = time.monotonic()
    with pytest.raises(ConnectionFailedError, match="DNS did not say"):
        names_of(name_server, lifetime_s=0.5).exchangers("shop.test")
    assert time.monotonic() - start < 2


def test_a_silent_name_server_can_be_left_at_once(name_server, search):
    name_server.silent = True
    cancel = WakeUp()
    threading.Timer(0.2, cancel.ring).start()
    start = time.monotonic()
    with pytest.raises(CalledOffError):
        search(names_of(name_server, 5.0), cancel=cancel).find(ADDRESS)
    assert time.monotonic() - start < 1
