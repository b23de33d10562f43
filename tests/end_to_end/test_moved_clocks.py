"""The real program waits out a hold while its wall clock and time zone are moved, or it sleeps.

Each profile has its own program, its own servers, and a library that turns the wall clock of this
program alone. All wait at the same time, since the shortest hold lasts a minute. What counts is
the monotonic clock of the test.
"""

from __future__ import annotations

import json
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from builders import HOUR
from end_to_end.conftest import Program
from fakes.cutting_proxy import CuttingProxy
from fakes.preload import WallClock, build
from fakes.shop import ADDRESS, ANSWER, QUESTION, Shop, open_shop
from fakes.smtp_server import PASSWORD

from softanswer.replies.outbox.clock import SystemClock

pytestmark = [pytest.mark.compiled, pytest.mark.slow, pytest.mark.timeout(240)]

HOLD_S = 60.0
LATEST_S = HOLD_S + 60.0
MOVED_AFTER_S = 20.0
DAY = timedelta(days=1)
# As POSIX writes zones, so that no list of them need be installed.
BERLIN = "CET-1CEST,M3.5.0,M10.5.0/3"
NEW_YORK = "EST5EDT,M3.2.0,M11.1.0"
TOKYO = "JST-9"
PREFERENCES = "[hold]\nbase_minutes = 1\nsend_by_itself = true\n"


@dataclass(frozen=True)
class Journey:
    """What happens to the computer while a reply is held.

    Attributes:
        moved: by how much the wall clock is set, forward or back.
        from_wall: what it says when the hold begins, None for the true time.
        then_zone: where the program that sends runs.
        asleep: from when to when the program is stopped, in seconds after the hold began.
    """

    moved: timedelta = timedelta(0)
    from_wall: datetime | None = None
    zone: str = "UTC0"
    then_zone: str = "UTC0"
    asleep: tuple[float, float] | None = None


JOURNEYS = {
    "nothing happens": Journey(),
    "set an hour forward": Journey(moved=HOUR),
    "set an hour back": Journey(moved=-HOUR),
    "set a day forward": Journey(moved=DAY),
    "set a day back": Journey(moved=-DAY),
    "summer time begins": Journey(
        from_wall=datetime(2027, 3, 28, 0, 59, 30, tzinfo=UTC), zone=BERLIN, then_zone=BERLIN
    ),
    "summer time ends, and the clock is set over it": Journey(
        from_wall=datetime(2027, 10, 31, 0, 30, tzinfo=UTC),
        moved=HOUR,
        zone=BERLIN,
        then_zone=BERLIN,
    ),
    "carried into another zone": Journey(zone=NEW_YORK, then_zone=TOKYO),
    "asleep when the hold ends": Journey(asleep=(50.0, 70.0)),
}


@dataclass(frozen=True)
class Arrival:
    """How a journey ended.

    Attributes:
        mail_after_s: when MAIL came, after the hold began.
        taken: the letters that the server took.
        clock_error_s: by how much the program's own time of sending differs from the moved clock.
    """

    message_id: str
    state: str
    mail_after_s: float
    taken: list[bytes]
    clock_error_s: float
    complained: str


@pytest.fixture(scope="module")
def arrivals(tmp_path_factory):
    library = build(tmp_path_factory.mktemp("library"))
    with ExitStack() as stack, ThreadPoolExecutor(len(JOURNEYS)) as pool:
        under_way = {}
        for name, journey in JOURNEYS.items():
            traveller = Traveller(tmp_path_factory.mktemp("profile"), library, journey)
            stack.enter_context(traveller.at_home())
            traveller.hold()
            under_way[name] = pool.submit(traveller.travel)
        yield {name: future.result() for name, future in under_way.items()}


@pytest.mark.parametrize("name", JOURNEYS)
def test_whatever_the_clock_says_a_reply_leaves_once_and_in_time(arrivals, name):
    arrival = arrivals[name]
    assert HOLD_S <= arrival.mail_after_s <= LATEST_S
    assert [arrival.message_id.encode() in raw for raw in arrival.taken] == [True]
    assert arrival.state == "sent"
    assert arrival.complained == ""
    assert abs(arrival.clock_error_s) < 3.0  # else the program's clock was not moved


class Traveller:
    """A profile whose program makes a journey."""

    def __init__(self, folder: Path, library: Path, journey: Journey) -> None:
        self._folder = folder
        self._journey = journey
        self._clock = WallClock(library, folder / "clock")
        self._program = Program(folder)
        self._program.keyring.write_text(json.dumps({f"softanswer {ADDRESS}": PASSWORD}))
        self._program.environment |= self._clock.environment

    @contextmanager
    def at_home(self) -> Iterator[None]:
        """Servers that run, an account, a letter to answer, a hold of a minute."""
        with open_shop(self._folder) as self._shop, _proxy_of(self._shop) as self._proxy:
            self._shop.command.clock = SystemClock()
            self._shop.profile.mkdir()
            (self._shop.profile / "preferences.toml").write_text(PREFERENCES, encoding="utf-8")
            self._shop.add_account(smtp=self._proxy.endpoint)
            self._letter = self._shop.receive("The second volume", QUESTION, at=datetime.now(UTC))
            yield

    def hold(self) -> None:
        """Begin the hold."""
        if self._journey.from_wall is not None:
            self._clock.move(self._journey.from_wall - datetime.now(UTC))
        self._program.environment["TZ"] = self._journey.zone
        arguments = ("outbox", "hold", "--reply-to", self._letter, "--format", "json")
        held = json.loads(self._program(*arguments, stdin=ANSWER).stdout)
        self._message_id = held["message_id"]
        self._began = self._monotonic_of(held["held_at"])

    def travel(self) -> Arrival:
        """Let the reply leave, and see when it did."""
        self._program.environment["TZ"] = self._journey.then_zone
        with self._program.start("outbox", "run") as process:
            self._wait_until(MOVED_AFTER_S)
            self._clock.move(self._journey.moved)
            if self._journey.asleep is not None:
                self._put_to_sleep(process, *self._journey.asleep)
            _wait_for(self._is_filed, self._began + LATEST_S + 10)
            process.kill()
            _, complained = process.communicate()
        reply, smtp = self._listed(), self._shop.smtp
        [passage] = self._proxy.passages
        return Arrival(
            message_id=self._message_id,
            state=reply["state"],
            mail_after_s=passage.mail_at - self._began,
            taken=[one.raw for one in smtp.accepted],
            clock_error_s=self._monotonic_of(reply["sent_at"]) - passage.mail_at,
            complained=complained,
        )

    def _put_to_sleep(self, process: subprocess.Popen[str], begin_s: float, end_s: float) -> None:
        self._wait_until(begin_s)
        process.send_signal(signal.SIGSTOP)
        self._wait_until(end_s)
        process.send_signal(signal.SIGCONT)

    def _wait_until(self, after_s: float) -> None:
        time.sleep(max(0.0, self._began + after_s - time.monotonic()))

    def _is_filed(self) -> bool:
        return bool(self._shop.imap.folders["Sent"].messages)

    def _listed(self) -> dict[str, Any]:
        [reply] = json.loads(self._program("outbox", "list", "--format", "json").stdout)
        return reply

    def _monotonic_of(self, told: str) -> float:
        """What the monotonic clock said when the moved wall clock said this."""
        wall = datetime.fromisoformat(told) - self._clock.ahead
        return time.monotonic() - (datetime.now(UTC) - wall).total_seconds()


def _proxy_of(shop: Shop) -> CuttingProxy:
    """It cuts nothing here; it knows when MAIL came."""
    return CuttingProxy(shop.smtp.endpoint)


def _wait_for(holds: Callable[[], object], until: float) -> None:
    while not holds() and time.monotonic() < until:
        time.sleep(0.2)
