"""Measure the mailbox engine against a real Dovecot, side by side with other programs.

    python -P tests/benchmarks/mailbox.py [--letters 20000 | --maildir DIR] [--rounds 3]

Needs Debian's dovecot-imapd; mbsync (isync), neomutt and notmuch are run where they are installed.
`--maildir` takes any Maildir as the mailbox, else letters are made up. The server offers
COMPRESS=DEFLATE: mbsync "as it comes" uses it, "plain" is told not to, and we do not on a line as
quick as this one. Every round runs all programs in turn into folders never used before; the
figures are medians, and the ratios those of the rounds. The names of the goals are those of the
project's list. S1 counts from the moment in which the program connects; the stages behind it, from
its start.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS), str(Path(__file__).parent)]

import pushing  # noqa: E402 - after the path is mended
from fakes.dovecot import PASSWORD, Dovecot  # noqa: E402
from peers import Mbsync, Neomutt, Notmuch, Run  # noqa: E402
from programs import USER, FirstSync, compile_ours, first_sync, make_profile, sync  # noqa: E402
from resyncing import Look, flag_elsewhere, looks  # noqa: E402

_FLAGGED = 1_000
_LOOKS = 7
_YEARS_S = 4 * 365 * 86_400.0  # over which letters that are made up have come
# What the server offers for a look at a folder that is here already, and what that may take.
_WAYS = (
    ("QRESYNC", (), 10),
    ("CONDSTORE", ("QRESYNC",), 60),
    ("neither", ("QRESYNC", "CONDSTORE"), 1000),
)
_WORDS = (
    "book order parcel cover page copy edition shipped tracking refund seller week late damaged "
    "spine dust jacket condition described good fair thank sorry address post office label photo"
).split()
Goal = tuple[str, float, float | None, str]


def main() -> int:
    """Measure, print, and tell by the exit code whether every goal is kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--letters", type=int, default=20_000)
    parser.add_argument("--maildir", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--probes", type=int, default=20, help="of news by IDLE; 0 for none")
    parser.add_argument("--notmuch", action="store_true", help="index with notmuch too: minutes")
    options = parser.parse_args()
    compile_ours()
    with tempfile.TemporaryDirectory() as folder, Dovecot(compresses=True) as server:
        work = Path(folder)
        letters, raw_mb = _fill(server, options)
        print(f"{letters} letters, {raw_mb:.0f} MB\n")
        bench = Bench(work, server, letters, raw_mb)
        bench.warm_up()
        for number in range(options.rounds):
            bench.round(number)
        if options.notmuch and Notmuch.is_installed():
            bench.index_with_notmuch()
        bench.look_again()
        if options.probes:
            bench.push(options.probes)
        return bench.report()


class Bench:
    """The figures of all rounds."""

    def __init__(self, work: Path, server: Dovecot, letters: int, raw_mb: float) -> None:
        self._work = work
        self._server = server
        self._letters = letters
        self._raw_mb = raw_mb
        self._mbsync = Mbsync(work / "mbsync", server.endpoint, USER, PASSWORD)
        self._neomutt = Neomutt(work / "neomutt", server.endpoint, USER, PASSWORD)
        self._plain: list[Run] = []
        self._deflated: list[Run] = []
        self._listings: list[Run] = []
        self._ours: list[FirstSync] = []
        self._nothing_new: list[Run] = []
        self._nothing_new_mbsync: list[Run] = []
        self._no_change_bytes: list[float] = []
        self._flagged: list[Run] = []
        self._flagged_mbsync: list[Run] = []
        self._looks: dict[str, list[Look]] = {}
        self._pushed: pushing.Pushed | None = None
        self._notmuch: Run | None = None

    def warm_up(self) -> None:
        """Let the server read every letter once, as one that has served other programs."""
        first_sync(self._profile("warm"), self._letters)

    def round(self, number: int) -> None:
        """Run every program once."""
        if Mbsync.is_installed():
            self._plain.append(self._mbsync.sync(f"plain-{number}"))
            self._deflated.append(self._mbsync.sync(f"deflated-{number}", deflate=True))
        if Neomutt.is_installed():
            self._listings.append(self._neomutt.list_all(f"list-{number}"))
        profile = self._profile(f"ours-{number}")
        self._ours.append(first_sync(profile, self._letters))
        for _ in range(3):
            again, said = sync(profile)
            assert said["fetched"] == said["flags_changed"] == 0
            self._nothing_new.append(again)
            self._no_change_bytes.append(said["bytes"])
            if Mbsync.is_installed():
                self._nothing_new_mbsync.append(self._mbsync.sync(f"plain-{number}"))
        self._follow_flags(number, profile)

    def index_with_notmuch(self) -> None:
        """Index what mbsync has brought."""
        self._notmuch = Notmuch(self._work, self._mbsync.maildir("plain-0")).index()

    def look_again(self) -> None:
        """Look at what is here already, with all that the server can do and with less."""
        profile = self._work / "ours-0"
        sync(profile)
        for way, hidden, _ in _WAYS:
            self._server.hide(*hidden)
            self._looks[way] = looks(profile, _LOOKS)
        self._server.hide()

    def push(self, probes: int) -> None:
        """Have news told in both directions."""
        self._pushed = pushing.measure(self._work / "ours-0", self._server, probes)

    def _follow_flags(self, number: int, profile: Path) -> None:
        count = min(_FLAGGED, self._letters)
        flag_elsewhere(self._server.endpoint, count, on=number % 2 == 0)
        run, said = sync(profile)
        assert 0.9 * count < said["flags_changed"] <= count, said  # some are starred already
        self._flagged.append(run)
        if Mbsync.is_installed():
            self._flagged_mbsync.append(self._mbsync.sync(f"plain-{number}"))

    def _profile(self, name: str) -> Path:
        return make_profile(self._work / name, self._server.endpoint)

    def report(self) -> int:
        """Print all figures; the result is the exit code."""
        goals = list(self._goals())
        width = max(len(name) for name, *_ in goals)
        for name, figure, limit, unit in goals:
            verdict = "" if limit is None else ("ok" if figure <= limit else "MISSED")
            goal = "" if limit is None else f"must be <= {limit:g}"
            print(f"{name:<{width}}  {figure:>9.3f} {unit:<3} {goal:<18} {verdict}")
        return int(any(limit is not None and figure > limit for _, figure, limit, _ in goals))

    def _goals(self) -> Iterator[Goal]:
        yield from self._goals_of_first_sync()
        if self._plain:
            yield from self._goals_beside_mbsync()
        yield from self._goals_of_resync()
        if self._pushed is not None:
            yield from _goals_of_pushing(self._pushed)

    def _of(self, name: str) -> list[float]:
        return [one.stages[name] for one in self._ours]

    def _goals_of_first_sync(self) -> Iterator[Goal]:
        started = self._of("connected")
        rows = [at - begun for at, begun in zip(self._of("rows"), started, strict=True)]
        yield "   the program's start, until it connects", statistics.median(started), None, "s"
        yield "S1 connected to newest 50 rows stored", statistics.median(rows), 0.30, "s"
        yield "   newest 50 letters readable", statistics.median(self._of("readable")), None, "s"
        yield "S2 all headers stored", statistics.median(self._of("listed")), None, "s"
        yield "S3 all letters kept", statistics.median(self._of("kept")), None, "s"
        yield "S3b all letters searchable", statistics.median(self._of("read")), None, "s"
        if self._listings:
            listing = [run.wall_s for run in self._listings]
            yield "   neomutt lists all", statistics.median(listing), None, "s"
            yield "S1 of neomutt", _ratio(rows, listing), 0.2, "x"
            yield "S2 of neomutt", _ratio(self._of("listed"), listing), 1.0, "x"
        cpu = statistics.median(one.run.cpu_s for one in self._ours)
        yield "S6 processor a letter", cpu / self._letters * 1000, 0.7, "ms"
        yield (
            "S7 peak memory, of all processes",
            max(one.memory_mb for one in self._ours),
            140,
            "MB",
        )
        store = statistics.median(one.store_mb for one in self._ours)
        yield "S8 store, of the raw mail", store / self._raw_mb, 0.85, "x"

    def _goals_beside_mbsync(self) -> Iterator[Goal]:
        plain = [run.wall_s for run in self._plain]
        deflated = [run.wall_s for run in self._deflated]
        yield "   mbsync, plain", statistics.median(plain), None, "s"
        yield "   mbsync, as it comes", statistics.median(deflated), None, "s"
        yield "S3 of mbsync, plain", _ratio(self._of("kept"), plain), 2.0, "x"
        yield "S3b of mbsync, plain", _ratio(self._of("read"), plain), 5.0, "x"
        yield "S3b of mbsync, as it comes", _ratio(self._of("read"), deflated), 1.0, "x"
        if self._notmuch is not None:
            both = [wall + self._notmuch.wall_s for wall in plain]
            yield "S3b of mbsync and notmuch", _ratio(self._of("read"), both), 0.15, "x"

    def _goals_of_resync(self) -> Iterator[Goal]:
        for way, _, limit in _WAYS:
            taken = self._looks[way]
            first = statistics.median(look.first for look in taken)
            yield f"   first look of a program, {way}", first, None, "ms"
            name = f"R1 nothing changed, open connection, {way}"
            yield name, statistics.median(look.again for look in taken), limit, "ms"
        again = [run.wall_s for run in self._nothing_new]
        yield "   nothing changed, whole process", statistics.median(again), None, "s"
        flagged = [run.wall_s for run in self._flagged]
        if self._plain:
            theirs = [run.wall_s for run in self._nothing_new_mbsync]
            yield "   mbsync, nothing changed", statistics.median(theirs), None, "s"
            yield "R2 of mbsync", _ratio(again, theirs), 2.0, "x"
        yield "R3 bytes when nothing changed", max(self._no_change_bytes), 2048, "B"
        yield "   1,000 flags changed elsewhere", statistics.median(flagged), None, "s"
        if self._plain:
            theirs = [run.wall_s for run in self._flagged_mbsync]
            yield "   1,000 flags, mbsync", statistics.median(theirs), None, "s"
            yield "   1,000 flags, of mbsync", _ratio(flagged, theirs), 2.0, "x"


def _ratio(mine: list[float], theirs: list[float]) -> float:
    return statistics.median(m / t for m, t in zip(mine, theirs, strict=True))


def _goals_of_pushing(pushed: pushing.Pushed) -> Iterator[Goal]:
    yield "   a bare socket in IDLE hears of a letter", _floor(pushed.letters), None, "ms"
    median, most = pushing.added(pushed.letters)
    yield "I1 letter searchable, over the socket", median, 50, "ms"
    yield "I1 the same, nine of ten", most, 150, "ms"
    yield "   ten letters at once, over the socket", pushing.added(pushed.many)[0], 150, "ms"
    yield "   a bare socket in IDLE hears of a flag", _floor(pushed.flags), None, "ms"
    yield "I3 flag from elsewhere stored, over it", pushing.added(pushed.flags)[0], 30, "ms"
    yield "I3 own flag elsewhere, over it", pushing.added(pushed.own_flags)[0], 50, "ms"


def _floor(pairs: list[tuple[float, float]]) -> float:
    return statistics.median(floor for _, floor in pairs)


def _fill(server: Dovecot, options: argparse.Namespace) -> tuple[int, float]:
    if options.maildir is None:
        step = _YEARS_S / options.letters
        came = [time.time() - step * (options.letters - n) for n in range(options.letters)]
        server.fill(USER, _letters(options.letters), came)
    else:
        server.load(USER, options.maildir)
    files = list((server.maildir(USER) / "cur").iterdir())
    return len(files), sum(path.stat().st_size for path in files) / 1e6


def _letters(count: int) -> list[bytes]:
    """Letters of customers, a few kilobytes each, now and then a photograph."""
    chance = random.Random(1)  # noqa: S311 - no secret
    made = []
    for number in range(count):
        text = " ".join(chance.choices(_WORDS, k=chance.choice((40, 120, 400, 900))))
        answered = f"In-Reply-To: <{number - 7}@mail.example>\r\n" if number % 3 == 0 else ""
        head = (
            f"From: Buyer {number % 900} <buyer{number % 900}@mail.example>\r\n"
            f"To: ana@shop.example\r\nSubject: Order {number:07}\r\n"
            f"Message-ID: <{number}@mail.example>\r\n{answered}MIME-Version: 1.0\r\n"
        )
        if number % 40:
            made.append(f"{head}Content-Type: text/plain\r\n\r\n{text}\r\n".encode())
            continue
        photo = chance.randbytes(100_000).hex()
        made.append(
            (
                f'{head}Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\n\r\n{text}\r\n'
                "--b\r\nContent-Type: image/jpeg\r\nContent-Disposition: attachment\r\n\r\n"
                f"{photo}\r\n--b--\r\n"
            ).encode()
        )
    return made


if __name__ == "__main__":
    sys.exit(main())
