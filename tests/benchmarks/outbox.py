"""Measure five hundred held replies: the idle cost of their list and rings, and how late they end.

    python -P tests/benchmarks/outbox.py [--replies 500]

The shipped program in one process, offscreen: engine, postman, window with the outbox shown. The
replies begin to cool within some seconds and all end about two minutes later; the clock is real.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TESTS))

SHARE_LIMIT = 0.01
LATE_LIMIT_S = 2.0
_IDLE_S = 30.0
_LAST_S = 20.0
_TICK_S = 0.02
_MINUTE = timedelta(minutes=1)


def main() -> int:
    """Measure and print; exit 1 where a limit is passed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--replies", type=int, default=500)
    count = parser.parse_args().replies
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        share, last_share, timers, late_s, stall_s = _measure(Path(folder), count)
    print(f"{count} cooling replies shown: {share:.2%} of a core (limit {SHARE_LIMIT:.0%})")
    print(f"in their last minute, when rings count seconds: {last_share:.2%}")
    print(f"running timers: {timers}")
    print(f"READY after the end of the hold: {late_s:.2f} s at most (limit {LATE_LIMIT_S} s)")
    print(f"longest stall of the window while all become ready: {stall_s * 1000:.0f} ms")
    return int(share > SHARE_LIMIT or late_s > LATE_LIMIT_S)


def _measure(folder: Path, count: int) -> tuple[float, float, int, float, float]:
    from fakes.command_line import MemorySecrets
    from PySide6.QtCore import QEventLoop, QTimer

    from softanswer.replies.outbox import store
    from softanswer.replies.outbox.clock import SystemClock
    from softanswer.replies.outbox.held_reply import OutboxState
    from softanswer.ui.desk import Desk, application_of
    from softanswer.ui.profile import Profile
    from softanswer.ui.rail import Place

    application = application_of()
    profile = Profile(folder / "profile", SystemClock(), MemorySecrets({}))
    _hold_all(profile, count)
    desk = Desk(profile)
    desk.open()
    desk.wiring.show_place(Place.COOLING)

    def run_for(seconds: float) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            application.processEvents()
            time.sleep(_TICK_S)

    def loop_for(seconds: float) -> None:
        """Run Qt's own loop, which costs nothing while nothing happens."""
        loop = QEventLoop()
        QTimer.singleShot(round(seconds * 1000), loop.quit)
        loop.exec()

    def share_of(seconds: float) -> float:
        before = time.process_time()
        loop_for(seconds)
        return (time.process_time() - before) / seconds

    loop_for(8)
    share = share_of(_IDLE_S)
    loop_for(_seconds_left(desk) - _LAST_S - 2)
    last_share = share_of(_LAST_S)
    timers = sum(timer.isActive() for timer in application.findChildren(QTimer))
    timers += sum(timer.isActive() for timer in desk.window.findChildren(QTimer))

    late, longest, waiting = 0.0, 0.0, count
    last = time.monotonic()
    while waiting:
        application.processEvents()
        time.sleep(_TICK_S)
        now = time.monotonic()
        longest, last = max(longest, now - last - _TICK_S), now
        cooling = store.load_in(desk.engine.reader, {OutboxState.COOLING})
        waiting = len(cooling)
        last = time.monotonic()
        if cooling:
            ended = cooling[0].plan.send_after
            late = max(late, (datetime.now(UTC) - ended).total_seconds())
    run_for(1)
    desk.close()
    return share, last_share, timers, late, longest


def _seconds_left(desk) -> float:  # type: ignore[no-untyped-def]
    from softanswer.replies.outbox import store

    first = store.load_in(desk.engine.reader)[0]
    return max(0.0, (first.plan.send_after - datetime.now(UTC)).total_seconds() - 1)


def _hold_all(profile, count: int) -> None:  # type: ignore[no-untyped-def]
    """Put a letter of each customer into the store, and an answer to each into its hold."""
    from builders import account
    from fakes.shop import ANSWER, COMPLAINT, mail

    from softanswer.mailbox.message import FetchedMessage
    from softanswer.mailbox.store.accounts import add_account, load_accounts
    from softanswer.mailbox.store.folders import FolderRole, ensure_folder
    from softanswer.mailbox.store.messages import newest
    from softanswer.replies.answering import make_draft
    from softanswer.replies.inbox_store import load_matter
    from softanswer.replies.intake import ShopIntake
    from softanswer.replies.outbox.policy import HoldPolicy

    outbox = profile.outbox()
    intake = ShopIntake(outbox)
    with profile.writing() as writer:
        account_id = writer.call(lambda tx: add_account(tx, account()))
        writer.call(
            lambda tx: outbox.set_policy(tx, HoldPolicy(base=2 * _MINUTE, factors=(1, 1, 1, 1)))
        )
        folder = writer.call(
            lambda tx: ensure_folder(tx.db, account_id, "INBOX", FolderRole.INBOX, uid_validity=1)
        )
        at = datetime.now(UTC) - timedelta(hours=1)
        letters = [
            FetchedMessage(
                uid=number,
                flags=frozenset(),
                internal_date=at,
                raw=mail(f"Letter {number}", COMPLAINT, f"C{number} <c{number}@mail.example>", at),
            )
            for number in range(1, count + 1)
        ]
        prepared = [intake.prepare(letter) for letter in letters]
        writer.call(lambda tx: intake.commit(tx, account_id, folder.id, prepared))
        accounts = writer.call(lambda tx: load_accounts(tx.db))

        def hold(tx, conversation_id: int) -> None:  # type: ignore[no-untyped-def]
            matter = load_matter(tx.db, conversation_id)
            draft = make_draft(matter, accounts, "", ANSWER)
            outbox.hold(
                tx,
                draft,
                conversation_id=conversation_id,
                occasion=matter.occasion,
                first_body=ANSWER,
            )

        for letter in writer.call(lambda tx: newest(tx.db, count)):
            writer.call(lambda tx, c=letter.conversation_id: hold(tx, c))


if __name__ == "__main__":
    raise SystemExit(main())
