"""Whom a reply is written as: the choice in the composer, and the marketplaces that refuse it."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from builders import HandClock, account
from fakes.command_line import MemorySecrets
from fakes.letterbox import Letterbox
from fakes.shop import COMPLAINT, CUSTOMER
from fakes.writing_desk import CLEAN, type_into
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from softanswer.mailbox.account import Identity
from softanswer.mailbox.store.accounts import add_account, change_account, load_account
from softanswer.replies.compose.store import load_draft
from softanswer.replies.identities import Sender, Standing
from softanswer.replies.inbox_store import load_matter
from softanswer.replies.orders.order import Marketplace
from softanswer.replies.outbox import store as held
from softanswer.ui.desk import Desk
from softanswer.ui.profile import Profile
from softanswer.ui.reply.identity_bar import IdentityBar
from softanswer.ui.reply.reply_words import ReplyWords
from softanswer.ui.reply.sender_box import SenderBox
from softanswer.ui.theme.buttons import PrimaryButton
from softanswer.ui.theme.labels import ElidedLabel

ANA = "ana@lanternlane.example"
SOLD = "sold@lanternlane.example"
BOOKS = "books@lanternlane.example"
EVA = "eva@quay.example"
AMAZON = "Tom Vale <x7p2kq9m4rt1v5z@marketplace.amazon.com>"
SENDERS = (
    Sender(Identity(SOLD, "Lantern Lane", ("amazon",)), Standing.REGISTERED),
    Sender(Identity(ANA, "Ana Reyes"), Standing.OWN),
    Sender(Identity(BOOKS, "Ana Reyes"), Standing.FURTHER),
)


# The bar.


@pytest.fixture
def bar(qtbot, theme):
    made = IdentityBar(ReplyWords())
    qtbot.addWidget(made)
    made.resize(640, 100)
    made.show_parties("Ana Reyes <ana@lanternlane.example>", "Tom Vale")
    made.show_suggestions((), None)
    made.show()
    return made


def box(bar):
    return bar.findChild(SenderBox)


def small(bar):
    """The line under the subject."""
    labels = (label.text() for label in bar.findChildren(ElidedLabel) if label.isVisible())
    return [text for text in labels if text.endswith(".")]


def test_one_address_is_no_choice(bar):
    bar.offer_senders(SENDERS[:1], "", Marketplace.AMAZON)

    assert (box(bar).isVisible(), small(bar)) == (False, [])
    assert bar.sender_address() == SOLD


def test_the_best_address_is_proposed_with_its_reason(bar):
    bar.offer_senders(SENDERS, "", Marketplace.AMAZON)

    assert (box(bar).isVisible(), bar.sender_address()) == (True, SOLD)
    assert small(bar) == ["This address is registered with Amazon."]


@pytest.mark.parametrize(
    ("wished", "given"), [("", SOLD), ("Books@LanternLane.example", BOOKS), (EVA, SOLD)]
)
def test_the_choice_begins_with_what_was_chosen_before_where_it_is_still_there(bar, wished, given):
    bar.offer_senders(SENDERS, wished, Marketplace.AMAZON)

    assert bar.sender_address() == given


def test_another_address_is_chosen_by_the_keyboard_and_its_reason_follows(qtbot, bar):
    bar.offer_senders(SENDERS, "", Marketplace.AMAZON)
    box(bar).setFocus()

    with qtbot.waitSignal(bar.sender_chosen):
        qtbot.keyClick(box(bar), Qt.Key.Key_Down)

    assert (bar.sender_address(), small(bar)) == (ANA, ["This is the account's own address."])
    assert box(bar).accessibleDescription() == "This is the account's own address."


def test_the_wheel_changes_no_address_in_passing(qtbot, bar):
    bar.offer_senders(SENDERS, "", Marketplace.AMAZON)

    with qtbot.assertNotEmitted(bar.sender_chosen):
        turn_wheel(box(bar))

    assert bar.sender_address() == SOLD


def test_a_reply_that_is_going_into_its_hold_keeps_its_address(bar):
    bar.offer_senders(SENDERS, "", Marketplace.AMAZON)
    bar.set_read_only(True)

    assert not box(bar).isEnabled()


def turn_wheel(widget: QWidget) -> None:
    event = QWheelEvent(
        QPointF(5, 5),
        widget.mapToGlobal(QPointF(5, 5)),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt's
    )
    QApplication.sendEvent(widget, event)


# The window.


class SellerDesk:
    """The window of a seller who writes from two addresses and has another account; it is noon."""

    def __init__(self, qtbot, folder, sender, to):
        self.qtbot = qtbot
        profile = Profile(folder, HandClock(), MemorySecrets())
        with profile.writing() as writer:
            letters = Letterbox(folder, writer)
            further = (Identity(SOLD, "Lantern Lane", ("amazon",)),)
            own = account(id=letters.account_id, further=further)
            letters.do(lambda tx: change_account(tx, own))
            letters.do(lambda tx: add_account(tx, account(address=EVA)))
            letter = letters.receive("Where is my book", COMPLAINT, sender=sender, to=to)
            self.conversation = letters.matter(letter).conversation_id
        self.desk = Desk(profile)
        self.desk.wiring.open()
        self.desk.wiring.reading.go_to(self.conversation)

    @property
    def composer(self):
        return self.desk.window.inbox.composer

    @property
    def box(self):
        return self.composer.findChild(SenderBox)

    def write(self):
        matter = load_matter(self.desk.engine.reader, self.conversation)
        self.desk.wiring.writing.reply(matter)
        type_into(self.composer.editor, "" if self.composer.body().strip() else CLEAN)
        self.qtbot.waitUntil(lambda: self.composer._readiness.is_checked, timeout=20_000)

    def choose(self, address):
        self.box.setCurrentText(address)
        self.box.activated.emit(self.box.currentIndex())

    def press(self):
        self.composer.findChild(PrimaryButton).click()

    def held(self):
        return held.load_in(self.desk.engine.reader)


@pytest.fixture
def seller(qtbot, theme, tmp_path):
    opened = []

    def open_with(sender, to):
        opened.append(SellerDesk(qtbot, tmp_path / "profile", sender, to))
        opened[-1].write()
        return opened[-1]

    yield open_with
    for one in opened:
        one.desk.close()


def test_a_reply_is_held_from_the_address_that_was_written_to(qtbot, seller):
    desk = seller(AMAZON, SOLD)

    assert desk.composer.may_be_held
    with qtbot.waitSignal(desk.desk.wiring.writing.held, timeout=20_000):
        desk.press()

    (reply,) = desk.held()
    assert str(reply.draft.sender) == f"Lantern Lane <{SOLD}>"


def test_a_marketplace_that_would_refuse_the_address_is_told_of_before_the_hold(qtbot, seller):
    desk = seller(AMAZON, SOLD)

    desk.choose(ANA)

    assert not desk.composer.may_be_held
    assert desk.composer._foot.text == (
        f"Choose another address in From. The buyer wrote to {SOLD}, and the marketplace takes "
        "an answer from no other address."
    )
    desk.press()
    assert desk.held() == ()
    desk.choose(SOLD)
    assert desk.composer.may_be_held


def test_an_answer_that_only_another_account_can_give_is_told_of_before_the_hold(seller):
    desk = seller(AMAZON, EVA)

    assert not desk.composer.may_be_held
    assert desk.composer._foot.text.startswith("This account can't answer the letter. The buyer")
    assert desk.composer._foot.text.endswith(f"Answer the letter in the account {EVA}.")


def test_a_private_address_is_answered_from_the_address_that_is_chosen(qtbot, seller):
    desk = seller(CUSTOMER, ANA)
    desk.choose(SOLD)

    with qtbot.waitSignal(desk.desk.wiring.writing.held, timeout=20_000):
        desk.press()

    (reply,) = desk.held()
    assert reply.draft.sender.addr_spec == SOLD


def test_the_chosen_address_is_kept_with_the_draft(qtbot, seller):
    desk = seller(CUSTOMER, ANA)
    desk.choose(SOLD)
    desk.composer.leave()
    reader = desk.desk.engine.reader
    qtbot.waitUntil(lambda: stored_sender(reader, desk.conversation) == SOLD)

    desk.write()

    assert desk.composer.identity.sender_address() == SOLD


def test_what_was_left_a_moment_ago_is_there_again_though_the_disk_is_slow(seller):
    desk = seller(CUSTOMER, ANA)
    desk.composer.save_wanted.emit()
    disk_answers = threading.Event()
    desk.desk.engine.writer.submit(lambda _tx: disk_answers.wait())
    try:
        desk.choose(SOLD)
        desk.composer.editor.insertPlainText("Dear Mr Lee, ")
        written = desk.composer.body()
        desk.composer.leave()

        desk.write()

        assert "Dear Mr Lee, " in written
        assert desk.composer.body() == written
        assert desk.composer.identity.sender_address() == SOLD
    finally:
        disk_answers.set()


def stored_sender(reader, conversation):
    draft = load_draft(reader, conversation)
    return None if draft is None else draft.sender


def test_an_address_that_was_registered_meanwhile_counts_at_the_next_look(qtbot, seller):
    desk = seller(AMAZON, "list@elsewhere.example")
    assert desk.composer.identity.sender_address() == SOLD
    engine = desk.desk.engine
    kept = load_account(engine.reader, 1)
    moved = replace(kept, marketplaces=("amazon",), further=(Identity(SOLD),))

    engine.writer.call(lambda tx: change_account(tx, moved))

    qtbot.waitUntil(lambda: not desk.composer.may_be_held, timeout=30_000)  # it looks every 20 s
    assert f"knows you as {ANA}" in desk.composer._foot.text
