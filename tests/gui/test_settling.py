"""What is set up in the running window: here, imported orders."""

from __future__ import annotations

from pathlib import Path

import pytest
from builders import HandClock, account
from fakes.command_line import MemorySecrets, NoKeyring

from softanswer.mailbox.credentials import SessionSecrets
from softanswer.ui.desk import Desk
from softanswer.ui.preferences.account_dialog import AccountDialog
from softanswer.ui.profile import Profile

SAMPLE = Path(__file__).parents[1] / "data/orders/ebay-orders-report-us.csv"
SPOILT = 5  # lines of the file whose date of sale is none


@pytest.fixture
def desk(qtbot, tmp_path):
    opened = Desk(Profile(tmp_path / "profile", HandClock(), MemorySecrets()))
    yield opened
    opened.close()


def told(desk):
    problem = desk.window.problem_bar.current
    return problem.what if problem else ""


def test_imported_orders_are_in_the_store(qtbot, desk):
    with qtbot.waitSignal(desk.wiring.settling.said) as said:
        desk.wiring.settling.import_files([SAMPLE])

    (count,) = desk.engine.reader.execute("SELECT count(*) FROM orders").fetchone()
    assert said.args[0].startswith(f"{count} orders imported")
    assert count > 0
    assert told(desk) == ""


def test_lines_that_cannot_be_read_are_named_and_the_others_are_in(qtbot, desk, tmp_path):
    lines = SAMPLE.read_text(encoding="utf-8-sig").splitlines()
    damaged = tmp_path / "damaged.csv"
    damaged.write_text("\n".join([*lines, *['"opened and never closed'] * SPOILT]), "utf-8")

    with qtbot.waitSignal(desk.wiring.settling.lines_left_out):
        desk.wiring.settling.import_files([SAMPLE, damaged])

    first = len(lines) + 1
    assert f"damaged.csv, line {first}: " in told(desk)
    assert told(desk).endswith("And 2 more.")
    (count,) = desk.engine.reader.execute("SELECT count(*) FROM orders").fetchone()
    assert count > 0


def test_a_file_that_is_no_export_is_refused_with_what_to_do(qtbot, desk, tmp_path):
    stray = tmp_path / "notes.txt"
    stray.write_text("Remember the milk\n", "utf-8")

    with qtbot.waitSignal(desk.wiring.settling.failed):
        desk.wiring.settling.import_files([SAMPLE, stray])

    assert "notes.txt" in told(desk)
    assert "Give a report of a marketplace, a shop, PayPal or a postage service" in told(desk)


def test_a_password_that_no_keyring_keeps_is_told_at_once(qtbot, theme, tmp_path):
    profile = Profile(tmp_path / "profile", HandClock(), SessionSecrets(NoKeyring()))
    desk = Desk(profile)
    try:
        desk.wiring.settling.add_account()
        dialog = desk.window.findChild(AccountDialog)
        dialog.save_wanted.emit(account(), "secret")
        qtbot.waitUntil(lambda: told(desk).startswith("No keyring of this computer keeps"))
        assert "each start asks for it" in told(desk)
        assert desk.engine.accounts()[0].address == account().address
    finally:
        desk.close()
