"""The running window as a whole: what is still on its way when it is closed is heard by nobody."""

from __future__ import annotations

from builders import HandClock, account
from fakes.command_line import MemorySecrets

from softanswer.mailbox.store.accounts import add_account
from softanswer.mailbox.store.changes import RecordKind
from softanswer.ui.desk import Desk
from softanswer.ui.profile import Profile


def test_nothing_acts_after_it_is_closed(qtbot, tmp_path):
    profile = Profile(tmp_path / "profile", HandClock(), MemorySecrets())
    with profile.writing() as writer:
        writer.call(lambda tx: add_account(tx, account()))
    desk = Desk(profile)
    desk.open()
    heard = []
    desk.engine.changed.connect(heard.append)
    for number in range(20):
        job = desk.engine.writer.submit(
            lambda tx, n=number: tx.changed(RecordKind.CONVERSATION, [n])
        )
        desk.engine.follow(job, heard.append)
    desk.close()
    heard.clear()  # what was told before is no fault
    qtbot.wait(300)
    assert heard == []
