"""The search field: results beside the typing, offers by keyboard, and what was not understood."""

import pytest
from builders import NOON, HandClock, account
from fakes.command_line import MemorySecrets
from fakes.shop import COMPLAINT, QUESTION, mail
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from softanswer.mailbox.message import FetchedMessage
from softanswer.mailbox.store.accounts import add_account
from softanswer.mailbox.store.folders import FolderRole, ensure_folder
from softanswer.replies.intake import ShopIntake
from softanswer.replies.preferences import Language
from softanswer.ui.desk import Desk
from softanswer.ui.inbox.message_list_model import ROW_ROLE
from softanswer.ui.profile import Profile
from softanswer.ui.rail import Place
from softanswer.ui.top_bar import SearchField


@pytest.fixture
def field(qtbot, theme):
    field = SearchField()
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    qtbot.waitUntil(field.isActiveWindow)
    field.setFocus()
    return field


def press(key):
    """A key for whatever has the keyboard: the list of offers, where it is open."""
    QTest.keyClick(QApplication.activePopupWidget() or QApplication.focusWidget(), key)


def test_a_field_and_its_value_are_taken_by_keyboard(field):
    QTest.keyClicks(field, "book ki")
    assert field.offers() == ["kind:"]
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert field.text() == "book kind:"
    assert field.offers()[:2] == ["kind:not-received ", "kind:late "]
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert (field.text(), field.offers()) == ("book kind:late ", [])


def test_words_of_russian_are_offered_to_who_types_russian(field):
    field.insert("накал:")
    QTest.keyClicks(field, ">")
    assert field.offers() == ["накал:>=2 "]


def test_esc_closes_the_offers_before_it_empties_the_field(qtbot, field):
    QTest.keyClicks(field, "state:")
    assert field.offers()
    press(Qt.Key.Key_Escape)
    assert (field.offers(), field.text()) == ([], "state:")
    press(Qt.Key.Key_Escape)
    assert field.text() == ""


def test_the_list_is_left_alone_while_plain_words_are_typed(qtbot, field):
    QTest.keyClicks(field, "where is my book")
    assert field.offers() == []
    with qtbot.waitSignal(field.left):
        press(Qt.Key.Key_Down)


@pytest.fixture
def desk(qtbot, tmp_path):
    profile = Profile(tmp_path / "profile", HandClock(), MemorySecrets())
    intake = ShopIntake(profile.outbox())
    with profile.writing() as writer:
        account_id = writer.call(lambda tx: add_account(tx, account()))
        inbox = writer.call(
            lambda tx: ensure_folder(tx.db, account_id, "INBOX", FolderRole.INBOX, 1)
        )
        letters = [
            intake.prepare(FetchedMessage(n, frozenset(), NOON, mail(subject, text, sender)))
            for n, (subject, text, sender) in enumerate(
                [
                    ("Lost", COMPLAINT, "Eve Marsh <marsh@mail.example>"),
                    ("Asked", QUESTION, "Tom Vale <tom.vale@mail.example>"),
                ],
                start=1,
            )
        ]
        writer.call(lambda tx: intake.commit(tx, account_id, inbox.id, letters))
    desk = Desk(profile)
    desk.open()
    yield desk
    desk.close()


def shown(desk):
    model = desk.wiring.window.inbox.model
    places = range(model.rowCount())
    return [model.index(place, 0).data(ROW_ROLE).subject for place in places]


def test_the_list_follows_what_is_typed_and_says_what_it_did_not_understand(qtbot, desk):
    window = desk.wiring.window
    search, note = window.top_bar.search, window.inbox.note
    search.setText("kind:not-received ")
    qtbot.waitUntil(lambda: shown(desk) == ["Lost"])
    assert note() == ""
    search.setText("heat:9 OR volume ")
    qtbot.waitUntil(lambda: shown(desk) == ["Asked"])
    assert "“heat:9” is searched as it stands" in note()
    assert search.accessibleDescription() == note()
    search.clear()
    qtbot.waitUntil(lambda: sorted(shown(desk)) == ["Asked", "Lost"])
    assert note() == ""
    assert "from: to: subject:" in search.accessibleDescription()


def test_where_nothing_fits_the_list_says_so(qtbot, desk):
    search, note = desk.wiring.window.top_bar.search, desk.wiring.window.inbox.note
    search.setText("zebra ")
    qtbot.waitUntil(lambda: note() == "No letter fits. Esc empties the search.")
    assert search.accessibleDescription() != note()
    search.clear()
    qtbot.waitUntil(lambda: note() == "")
    desk.wiring.show_place(Place.STARRED)
    qtbot.waitUntil(lambda: note() == "No letter is here now.")


def test_what_was_not_understood_is_said_in_russian(qtbot, desk):
    desk.languages.choose(Language.RUSSIAN)
    try:
        desk.wiring.window.top_bar.search.setText("накал:9 ")
        qtbot.waitUntil(lambda: desk.wiring.window.inbox.note() != "")
        assert desk.wiring.window.inbox.note().startswith("«накал:9» ищется как есть")
    finally:
        desk.languages.choose(Language.ENGLISH)
