"""A letter of the seller's to herself, from the offer of the empty window to its coming back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from builders import NOON, HandClock, account
from fakes.clock import RATE, QuickClock
from fakes.command_line import MemorySecrets
from fakes.writing_desk import open_desk, type_into
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QToolButton

from softanswer.mailbox.account import Endpoint, Security
from softanswer.mailbox.store.accounts import add_account
from softanswer.replies import answering
from softanswer.replies.inbox import RowState
from softanswer.replies.inbox_store import rows_begun_here, rows_come_back
from softanswer.replies.outbox import store as held
from softanswer.replies.outbox.held_reply import OutboxState
from softanswer.replies.outbox.policy import HoldPolicy
from softanswer.replies.preferences import Language, Preferences
from softanswer.ui import operations
from softanswer.ui.actions import Act
from softanswer.ui.case.facts_panel import FactsPanel
from softanswer.ui.command_palette import CommandPalette
from softanswer.ui.demo.servers import LOOPBACK, SampleServers
from softanswer.ui.desk import Desk
from softanswer.ui.inbox.corrections import CorrectionBar
from softanswer.ui.inbox.message_list_model import FACE_ROLE, ROW_ROLE
from softanswer.ui.inbox.summary_card import SummaryCard
from softanswer.ui.preferences.account_dialog import AccountDialog
from softanswer.ui.profile import Profile
from softanswer.ui.rail import Place
from softanswer.ui.theme.labels import Label
from softanswer.ui.tour.hand import Hand

pytestmark = pytest.mark.timeout(150)

CTRL = Qt.KeyboardModifier.ControlModifier
ADDRESS = "ana@lanternlane.example"
PASSWORD = "lantern"
BASE = timedelta(minutes=5)
BACK = "Your letter to yourself is back: sending and fetching work."


@pytest.fixture
def servers():
    with SampleServers(ADDRESS, PASSWORD) as running:
        yield running


def opened(folder, clock, *accounts, preferences=None):
    secrets = MemorySecrets({ADDRESS: PASSWORD})
    profile = Profile(folder, clock, secrets)
    with profile.writing() as writer:
        profile.save_preferences(writer, preferences or Preferences(hold=HoldPolicy(base=BASE)))
        for one in accounts:
            writer.call(lambda tx, one=one: add_account(tx, one))
    return Desk(profile)


def real_account(servers):
    return account(
        address=ADDRESS,
        username=ADDRESS,
        imap=Endpoint(LOOPBACK, servers.imap_port, Security.NONE),
        smtp=Endpoint(LOOPBACK, servers.smtp_port, Security.NONE),
    )


@pytest.fixture
def desk(qtbot, theme, tmp_path, servers):
    """A new profile, its account working, nothing in its inbox."""
    desk = opened(tmp_path / "profile", QuickClock.started_now(), real_account(servers))
    desk.open()
    yield desk
    desk.close()


def offer(desk):
    [button] = [
        one
        for one in desk.window.inbox.letter.findChildren(QToolButton)
        if one.defaultAction() is desk.window.acts[Act.OWN_LETTER]
    ]
    return button


def by_palette(qtbot, desk):
    """Start it as one finds it: by the palette."""
    desk.window.activateWindow()
    qtbot.keyClick(desk.window.inbox.list, Qt.Key.Key_K, CTRL)
    palettes = desk.window.findChildren(CommandPalette)
    field = next(one for one in palettes if one.isVisible()).findChild(QLineEdit)
    type_into(field, "test letter")
    qtbot.keyClick(field, Qt.Key.Key_Return)


def live(desk):
    return held.load_in(desk.engine.reader, set(OutboxState))


def shown_rows(desk):
    model = desk.window.inbox.model
    return [model.index(i, 0) for i in range(model.rowCount())]


def texts(part):
    return [label.text() for label in part.findChildren(Label) if label.isVisible()]


def test_it_is_offered_held_read_again_sent_and_comes_back(qtbot, desk, servers, tmp_path):
    window = desk.window
    qtbot.waitUntil(lambda: offer(desk).isVisible(), timeout=20_000)
    offer(desk).setFocus()
    with qtbot.waitSignal(desk.wiring.writing.began, timeout=20_000):
        qtbot.keyClick(offer(desk), Qt.Key.Key_Space)
    composer = window.inbox.composer
    assert composer.identity._recipient.text() == f"Ana Reyes <{ADDRESS}>"
    assert composer.subject() == "A test letter to myself"
    assert "the letter rests for 5 min" in composer.body()

    qtbot.waitUntil(lambda: composer.may_be_held, timeout=20_000)
    qtbot.keyClick(composer.editor, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: len(live(desk)) == 1, timeout=10_000)
    [reply] = live(desk)
    assert (reply.state, reply.plan.length) == (OutboxState.COOLING, BASE)
    assert servers.delivered == []

    qtbot.wait(1000 * BASE.seconds // RATE)
    desk.engine.sync_now()
    qtbot.waitUntil(lambda: live(desk)[0].state is OutboxState.READY, timeout=40_000)
    assert servers.delivered == []
    hand = Hand(window, tmp_path)
    hand.press("G,H")
    hand.press("Return")
    qtbot.waitUntil(window.gate.isVisible)
    assert not window.gate._reading.theirs.isVisible()
    assert "Read your letter once more" in texts(window.gate)
    assert "both letters" not in " ".join(texts(window.gate))
    told = []
    desk.wiring.own_letter.said.connect(told.append)
    hand.press("Ctrl+Return")

    qtbot.waitUntil(lambda: bool(told), timeout=60_000)
    assert told == [BACK]
    [delivered] = servers.delivered
    assert delivered.forward_paths == (ADDRESS,)
    qtbot.waitUntil(lambda: len(rows_come_back(desk.engine.reader, NOON)) == 1, timeout=10_000)
    assert live(desk)[0].state is OutboxState.SENT

    desk.wiring.show_place(Place.NEEDS_ANSWER)
    [row] = shown_rows(desk)
    assert row.data(ROW_ROLE).is_back
    assert (row.data(FACE_ROLE).summary, row.data(FACE_ROLE).kind, row.data(FACE_ROLE).clock) == (
        "Your letter to yourself is back",
        "",
        "",
    )
    card = window.inbox.letter.findChild(SummaryCard)
    qtbot.waitUntil(card.isVisible)
    assert texts(card) == [BACK]
    assert not window.inbox.letter.findChild(CorrectionBar).isVisible()
    assert not window.findChild(FactsPanel)._column.isVisible()

    with qtbot.waitSignal(desk.wiring.writing.refused):
        qtbot.keyClick(window.inbox.list, Qt.Key.Key_R)
    with qtbot.waitSignal(desk.wiring.handling.done, timeout=20_000):
        qtbot.keyClick(window.inbox.list, Qt.Key.Key_E)
    qtbot.waitUntil(lambda: shown_rows(desk) == [], timeout=10_000)
    assert not offer(desk).isVisible()


def test_it_is_not_offered_before_the_mail_was_fetched(qtbot, theme, tmp_path):
    desk = opened(tmp_path / "profile", HandClock(), account())
    desk.wiring.open()
    try:
        desk.wiring.reading.tell_known()
        assert not offer(desk).isVisible()
        assert desk.window.acts[Act.OWN_LETTER].isEnabled()
        desk.wiring.reading.tell_works()
        assert offer(desk).isVisible()
    finally:
        desk.close()


def test_without_an_account_it_says_what_is_missing(qtbot, theme, tmp_path):
    desk = opened(tmp_path / "profile", HandClock())
    desk.wiring.open()
    try:
        desk.window.findChild(AccountDialog).close()
        acts = desk.window.acts
        assert not acts[Act.OWN_LETTER].isEnabled()
        assert acts.why_not(Act.OWN_LETTER).startswith("Add an account first")
        assert not offer(desk).isVisible()
        engine = desk.engine
        operations.save_account(engine.writer, engine.profile.secrets, account(), PASSWORD)
        qtbot.waitUntil(acts[Act.OWN_LETTER].isEnabled)
    finally:
        desk.close()


def test_it_is_begun_by_the_palette(qtbot, tmp_path):
    with open_desk(qtbot, tmp_path / "profile") as writing_desk:
        desk = writing_desk.desk
        with qtbot.waitSignal(desk.wiring.writing.began, timeout=20_000):
            by_palette(qtbot, desk)
        [row] = rows_begun_here(desk.engine.reader)
        assert row.customer.addr_spec == ADDRESS


def test_one_that_was_begun_is_gone_on_with_and_of_a_held_one_is_said_where_it_is(qtbot, tmp_path):
    with open_desk(qtbot, tmp_path / "profile") as writing_desk:
        desk = writing_desk.desk
        begin = desk.window.acts[Act.OWN_LETTER].trigger
        with qtbot.waitSignal(desk.wiring.writing.began, timeout=20_000):
            begin()
        writing_desk.type("!")
        qtbot.keyClick(writing_desk.editor, Qt.Key.Key_Escape)
        with qtbot.waitSignal(desk.wiring.writing.began, timeout=20_000):
            begin()
        assert writing_desk.composer.body().startswith("!Hello,")
        assert len(rows_begun_here(desk.engine.reader)) == 1
        writing_desk.hold()
        with qtbot.waitSignal(desk.wiring.own_letter.said, timeout=20_000) as told:
            begin()
        assert "held already" in told.args[0]
        assert [row.state for row in rows_begun_here(desk.engine.reader)] == [RowState.COOLING]


@pytest.mark.parametrize("language", [Language.ENGLISH, Language.RUSSIAN])
@pytest.mark.parametrize("sends_itself", [False, True])
def test_its_text_passes_the_tone_check_as_it_stands(
    qtbot, theme, tmp_path, language, sends_itself
):
    policy = HoldPolicy(base=BASE, send_by_itself=sends_itself)
    wished = Preferences(hold=policy, language=language)
    desk = opened(tmp_path / "profile", HandClock(), account(), preferences=wished)
    desk.wiring.open()
    try:
        with qtbot.waitSignal(desk.wiring.writing.began, timeout=20_000):
            desk.wiring.own_letter.begin()
        composer = desk.window.inbox.composer
        body, subject = composer.body(), composer.subject()
        is_russian = language is Language.RUSSIAN
        assert any("а" <= letter <= "я" for letter in subject) is is_russian
        assert any("а" <= letter <= "я" for letter in body) is is_russian
        assert ("5 мин" if is_russian else "5 min") in body
        by_itself = "само" if is_russian else "by itself"
        assert (by_itself in body) is sends_itself
        matter = desk.wiring.reading.matter
        context = answering.check_context(matter, datetime.now(UTC))
        assert list(answering.review(body, context).findings) == []
    finally:
        desk.languages.choose(Language.ENGLISH)
        desk.close()
