import time
from dataclasses import replace
from datetime import date

import pytest
from letters import HOUR, INSULT, NOW, TEXT, matter, message
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QPushButton,
    QTextEdit,
    QToolButton,
    QWidget,
)

from softanswer.mailbox.message import Address, Attachment
from softanswer.replies.cases.case import CaseKind, CaseState, Correction
from softanswer.replies.cases.promise import Promise
from softanswer.replies.tone.fault import Fault
from softanswer.replies.tone.finding import Span
from softanswer.ui.inbox.corrections import CorrectionBar
from softanswer.ui.inbox.letter_body import FoldedText, LetterText
from softanswer.ui.inbox.letter_view import LetterView

EVIL = '<h1>Hi</h1><img src="file:///etc/passwd"> <a href="https://evil.example">x</a>'
MATTER = matter()
INSULTING = replace(MATTER, masks={3: (INSULT,)})


@pytest.fixture
def view(qtbot, theme, words, delivery_words):
    view = LetterView(words, delivery_words)
    qtbot.addWidget(view)
    view.resize(600, 800)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    return view


def visible_texts(view, kind):
    return [w.text() for w in view.findChildren(kind) if w.isVisible()]


def labels(view):
    return visible_texts(view, QLabel)


def buttons(view):
    return visible_texts(view, QPushButton)


def letter(view):
    """The text of the letter as it stands on the page."""
    texts = [w for w in view.findChildren(LetterText) if w.isVisible()]
    return "\n".join(text.toPlainText() for text in texts)


def press(view, beginning):
    (button,) = [
        b
        for b in view.findChildren(QPushButton)
        if b.isVisible() and b.text().startswith(beginning)
    ]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    return button


def test_the_head_says_who_from_where_how_hot_and_how_long(view):
    view.show_matter(MATTER, NOW)
    assert {"Jane Harwood", "j.harwood@mail.example"} <= set(labels(view))
    assert "direct mail · case 1043 · furious · 1 mail, waiting 1 day 3 h" in labels(view)


@pytest.mark.parametrize(
    ("address", "channel"),
    [
        ("x1y2z3a4b5c6d7e@marketplace.amazon.com", "Amazon relay"),
        ("a1b2c3@members.ebay.co.uk", "eBay relay"),
        ("j.harwood@mail.example", "direct mail"),
    ],
)
def test_the_head_names_the_channel(view, address, channel):
    written = message(3, TEXT, sender=Address("Jane Harwood", address))
    view.show_matter(replace(MATTER, letter=written), NOW)
    assert any(text.startswith(f"{channel} · ") for text in labels(view))


@pytest.mark.parametrize(
    ("promises", "state", "said"),
    [
        ([Promise("I will write.", date(2026, 11, 24))], CaseState.WAITING, "promised for 24 Nov"),
        ([Promise("I will write.", date(2026, 11, 3))], CaseState.NEW, "promised for 3 Nov, past"),
        ([Promise("I will write.", date(2026, 11, 3))], CaseState.RESOLVED, None),
        ([Promise("I will write.", None)], CaseState.NEW, "promised, no day named"),
        ([], CaseState.NEW, None),
    ],
)
def test_the_head_says_what_was_promised_while_it_is_open(view, promises, state, said):
    view.show_matter(replace(MATTER, case=replace(MATTER.case, state=state)), NOW, promises)

    [facts] = [text for text in labels(view) if " · " in text]
    found = [fact for fact in facts.split(" · ") if fact.startswith("promised")]
    assert found == ([said] if said else [])


def test_praise_has_no_heat_word(view):
    view.show_matter(replace(MATTER, correction=Correction(kind=CaseKind.PRAISE)), NOW)
    assert any("· praise ·" in text for text in labels(view))
    assert not any("furious" in text for text in labels(view))


def test_only_letters_behind_the_last_answer_are_counted_as_waiting(view):
    two = (*MATTER.messages, message(4, "Hello?"))
    view.show_matter(replace(MATTER, messages=two), NOW)
    assert any("2 mails, waiting" in text for text in labels(view))


def test_the_summary_stands_above_the_letter_with_its_check_list(view):
    view.show_matter(MATTER, NOW)
    assert "Parcel has not arrived. Wants the money back." in labels(view)
    wanted = {"The parcel has not arrived", "Wants the money back", "May leave bad feedback"}
    assert wanted <= set(labels(view))
    assert "Read as a complaint: sure" in labels(view)


def test_nobody_tells_how_sure_the_seller_is(view):
    view.show_matter(replace(MATTER, correction=Correction(complaint=True)), NOW)
    assert not any("Read as" in text for text in labels(view))


def test_the_summary_of_another_letter_leaves_nothing_of_the_first(view):
    view.show_matter(MATTER, NOW)
    judged = replace(MATTER.judgement, issues=(CaseKind.DAMAGED,), kind=CaseKind.DAMAGED)
    other = replace(MATTER, judgement=judged, letter=message(9, "Torn."), case=None)
    view.show_matter(other, NOW)
    QTest.qWait(0)
    assert "May leave bad feedback" not in labels(view)
    assert not any("case" in text.split(" · ") for text in labels(view))
    assert letter(view) == "Torn."


def test_a_letter_is_never_read_as_markup(view):
    written = message(3, EVIL, sender=Address(EVIL, "<b>@mail.example"))
    view.show_matter(replace(MATTER, letter=written, messages=(written,)), NOW)
    assert letter(view) == EVIL
    for text in view.findChildren(QTextEdit):
        assert "<img" not in text.toHtml()
        assert "<a " not in text.toHtml()
    for label in view.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText


def test_masked_words_are_not_there_until_they_are_asked_for(qtbot, view):
    view.show_matter(INSULTING, NOW)
    assert "rotten" not in letter(view)
    assert "2 words masked: show" in buttons(view)
    with qtbot.waitSignal(view.revealed_changed) as changed:
        press(view, "2 words masked")
    assert changed.args == [True]
    assert "rotten crook" in letter(view)
    press(view, "Cover the words again")
    assert "rotten" not in letter(view)


def test_nothing_offers_to_show_words_where_none_is_masked(view):
    view.show_matter(MATTER, NOW)
    assert not any("masked" in text for text in buttons(view))


def test_another_letter_is_covered_again(view):
    view.show_matter(INSULTING, NOW)
    view.set_revealed(True)
    other = replace(MATTER, letter=message(9, "You crook."))
    view.show_matter(replace(other, masks={other.letter.id: (Span(4, 9),)}), NOW)
    assert not view.is_revealed
    assert "crook" not in letter(view)


def test_the_same_letter_shown_again_stays_as_it_was(view):
    view.show_matter(INSULTING, NOW)
    view.set_revealed(True)
    text = view.findChild(LetterText)
    view.show_matter(INSULTING, NOW + HOUR)
    assert view.is_revealed
    assert view.findChild(LetterText) is text
    assert any("waiting 1 day 4 h" in label for label in labels(view))


def test_quoted_text_is_folded_and_opens(view):
    view.show_matter(MATTER, NOW)
    assert "thank you for your order" not in letter(view)
    press(view, "Quoted text · 3 lines")
    assert "> Dear Ms Harwood, thank you for your order." in letter(view)
    press(view, "Quoted text")
    assert "thank you for your order" not in letter(view)


def test_earlier_messages_are_folded_the_newest_first(view):
    view.show_matter(MATTER, NOW)
    entries = [fold.title for fold in view.findChildren(FoldedText)]
    assert entries[1:] == ["You, 12 Nov 15:12", "Jane Harwood, 11 Nov 15:12"]
    press(view, "You, 12 Nov")
    assert "It left on 3 November." in letter(view)


def test_earlier_messages_are_masked_too(view):
    view.show_matter(replace(MATTER, masks={1: (Span(0, 4),)}), NOW)
    press(view, "Jane Harwood, 11 Nov")
    assert "When" not in letter(view)
    view.set_revealed(True)
    assert "When will my book arrive?" in letter(view)


def test_attachments_are_listed_by_name_and_size(view):
    written = message(3, TEXT, attachments=(Attachment("box\u202egpj.exe", "image/jpeg", 2048),))
    view.show_matter(replace(MATTER, letter=written), NOW)
    assert {"box gpj.exe", ".exe, save only · 2 kB"} <= set(labels(view))


def test_the_order_stands_above_the_letter_only_while_its_pane_is_hidden(view):
    view.show_matter(MATTER, NOW)
    assert "The Light at Skerra" not in labels(view)
    view.set_order_line_shown(True)
    assert {"The Light at Skerra", "£21.85", "posted 3 Nov"} <= set(labels(view))
    view.show_matter(replace(MATTER, order=None), NOW)
    assert "No order yet" in labels(view)
    view.set_order_line_shown(False)
    assert "No order yet" not in labels(view)


def test_nothing_to_read_is_said_in_a_sentence(view):
    view.show_matter(MATTER, NOW)
    view.show_empty("Nobody is waiting.", "31 of 32 promises kept.")
    assert labels(view) == ["Nobody is waiting.", "31 of 32 promises kept."]


def choose(view, name, choice):
    """Choose an entry of one of the menus."""
    bar = view.findChild(CorrectionBar)
    (menu,) = [b for b in bar.findChildren(QPushButton) if b.accessibleName().startswith(name)]
    (action,) = [a for a in menu.menu().actions() if a.text() == choice]
    action.trigger()


@pytest.mark.parametrize(
    ("name", "choice", "expected"),
    [
        ("Kind", "damaged", Correction(heat=2, kind=CaseKind.DAMAGED)),
        ("Heat", "calm", Correction(heat=0)),
        ("Heat", "As read: furious", Correction()),
        ("Complaint", "no complaint", Correction(heat=2, complaint=False)),
        ("Complaint", "complaint", Correction(heat=2, complaint=True)),
        ("Whose side", "our side", Correction(heat=2, fault=Fault.SELLER)),
        ("Whose side", "the carrier", Correction(heat=2, fault=Fault.CARRIER)),
        ("Whose side", "the supplier", Correction(heat=2, fault=Fault.SUPPLIER)),
        ("Whose side", "the marketplace", Correction(heat=2, fault=Fault.MARKETPLACE)),
        ("Whose side", "their side", Correction(heat=2, fault=Fault.BUYER)),
        ("Whose side", "nobody", Correction(heat=2, fault=Fault.NONE)),
        ("Whose side", "not said", Correction(heat=2)),
    ],
)
def test_the_seller_corrects_one_thing_and_the_rest_stays(qtbot, view, name, choice, expected):
    view.show_matter(replace(MATTER, correction=Correction(heat=2)), NOW)
    with qtbot.waitSignal(view.correction_wanted) as wanted:
        choose(view, name, choice)
    assert wanted.args == [expected]


def test_the_chips_outlive_a_choice_by_keys(qapp, qtbot, view):
    view.show_matter(MATTER, NOW)
    chips = view.findChild(CorrectionBar).findChildren(QPushButton)

    def choose_the_next():
        QTest.keyClick(qapp.activePopupWidget(), Qt.Key.Key_Down)
        QTest.keyClick(qapp.activePopupWidget(), Qt.Key.Key_Return)

    for chip in (*chips, *chips):
        chip.setFocus()
        QTimer.singleShot(0, choose_the_next)
        with qtbot.waitSignal(view.correction_wanted):
            QTest.keyClick(chip, Qt.Key.Key_Space)
        view.show_matter(MATTER, NOW)


def test_what_the_seller_said_is_told_from_what_was_read(view):
    view.show_matter(replace(MATTER, correction=Correction(heat=2)), NOW)
    names = {b.accessibleName() for b in view.findChild(CorrectionBar).findChildren(QPushButton)}
    assert names == {
        "Complaint or not: complaint, as read",
        "Kind: not received, as read",
        "Heat: angry, your word",
        "Whose side: not said",
    }


def test_the_side_is_asked_for_of_a_complaint_only(view):
    view.show_matter(replace(MATTER, correction=Correction(fault=Fault.CARRIER)), NOW)
    names = {b.accessibleName() for b in view.findChild(CorrectionBar).findChildren(QPushButton)}
    assert "Whose side: the carrier, your word" in names
    assert view.ask_for_fault()
    QApplication.activePopupWidget().close()
    view.show_matter(replace(MATTER, correction=Correction(complaint=False)), NOW)
    assert not view.ask_for_fault()
    view.show_empty("Nobody is waiting.")
    assert not view.ask_for_fault()


def test_showing_a_letter_corrects_nothing(qtbot, view):
    with qtbot.assertNotEmitted(view.correction_wanted):
        view.show_matter(replace(MATTER, correction=Correction(complaint=True, heat=1)), NOW)
        view.show_matter(MATTER, NOW)


def test_actions_are_buttons_whose_words_give_way_in_a_narrow_pane(view, qapp):
    done = []
    reply = QAction("Reply", view)
    reply.triggered.connect(lambda: done.append("reply"))
    others = [QAction(name, view) for name in ("Suggest a reply", "Reply to everybody")]
    view.show_actions([reply, *others])
    view.show_matter(MATTER, NOW)
    button = next(b for b in view.findChildren(QToolButton) if b.defaultAction() is reply)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert done == ["reply"]
    assert button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    view.resize(380, 800)
    qapp.processEvents()
    assert button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
    assert button.accessibleName() == "Reply"


def test_the_keyboard_scrolls_the_letter(view, qapp):
    long = message(3, "\n".join(f"line {n}" for n in range(200)))
    view.show_matter(replace(MATTER, letter=long), NOW)
    qapp.processEvents()
    view.focus_letter()
    text = view.findChild(LetterText)
    assert text.hasFocus()
    bar = view._area.verticalScrollBar()
    places = [bar.value()]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_PageDown, Qt.Key.Key_End):
        QTest.keyClick(text, key)
        places.append(bar.value())
    assert places == sorted(set(places))
    assert places[-1] == bar.maximum()
    QTest.keyClick(text, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert bar.value() < bar.maximum()
    QTest.keyClick(text, Qt.Key.Key_Home)
    assert bar.value() == 0


@pytest.mark.parametrize("percent", [100, 200])
def test_no_line_of_the_letter_is_cut(view, theme, qapp, percent):
    theme.set_text_percent(percent)
    view.show_matter(replace(MATTER, letter=message(3, "word " * 300)), NOW)
    for width in (900, 400):
        view.resize(width, 700)
        qapp.processEvents()
        qapp.processEvents()
        text = view.findChild(LetterText)
        assert text.height() >= text.document().size().height()
        assert text.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize(
    "text", ["word " * 40_000, "x" * 300_000, "> a\nb\n" * 20_000], ids=["long", "line", "quoted"]
)
def test_a_hostile_letter_is_shown_in_time(view, qapp, text):
    begin = time.process_time()
    view.show_matter(replace(MATTER, letter=message(3, text)), NOW)
    qapp.processEvents()
    assert time.process_time() - begin < 3


def test_a_cut_letter_says_so(view):
    view.show_matter(replace(MATTER, letter=message(3, "word " * 50_000)), NOW)
    assert any("very long" in text for text in labels(view))


def test_everything_that_can_be_pressed_has_a_name(view):
    view.show_actions([QAction("Reply", view)])
    view.show_matter(INSULTING, NOW)
    for button in (*view.findChildren(QPushButton), *view.findChildren(QToolButton)):
        if button.isVisible():
            assert button.accessibleName() or button.text()


def test_nothing_overlaps_at_any_moment(view):
    def squeezed():
        shown = [w for w in view.findChildren(QWidget) if w.isVisible()]
        parts = [w for w in shown if isinstance(w, (LetterText, FoldedText))]
        return [w for w in parts if w.height() < w.minimumSizeHint().height()]

    view.show_matter(INSULTING, NOW)
    assert squeezed() == []
    for fold in view.findChildren(FoldedText):
        fold.set_unfolded(True)
        assert squeezed() == []
    view.set_revealed(True)
    assert squeezed() == []
    view.show_matter(replace(MATTER, letter=message(9, "word " * 500)), NOW)
    assert squeezed() == []


def test_a_letter_whose_text_is_not_here_says_so(view):
    listed = replace(MATTER.letter, is_here=False)
    listed = replace(listed, message=replace(listed.message, text=""))
    view.show_matter(replace(MATTER, letter=listed, messages=(listed,)), NOW)
    assert letter(view) == "The text of this letter is on its way."
