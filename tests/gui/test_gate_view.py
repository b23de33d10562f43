from dataclasses import replace
from datetime import date

import pytest
from gating import READY, letters, made_gate, opened, send_button, texts
from letters import matter
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from writing import BODY, NOW, held, is_freed

from softanswer.replies.cases.promise import Promise
from softanswer.replies.outbox.held_reply import PausedBy
from softanswer.replies.rereading import Rereading
from softanswer.ui.theme.labels import ElidedLabel
from softanswer.ui.words import Words

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def gate(qtbot, theme, words):
    made = made_gate(words)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    return made


def key(gate, kind, code, *, is_repeat=False, modifiers=CTRL):
    """One key event, as the keyboard gives it, to what has the focus in the gate."""
    event = QKeyEvent(kind, code, modifiers, "", is_repeat)
    QApplication.sendEvent(gate._reading.ours.area, event)
    if code is Qt.Key.Key_Return and kind is QEvent.Type.KeyPress:
        gate.confirm()  # as the action of the window does


def press(gate, code, **how):
    key(gate, QEvent.Type.KeyPress, code, **how)


def release(gate, code, **how):
    key(gate, QEvent.Type.KeyRelease, code, **how)


def test_both_letters_are_on_screen(gate):
    opened(gate)

    assert any(text.startswith("Sixteen days!") for text in letters(gate))
    assert BODY.strip() in letters(gate)
    assert "Jane Harwood wrote, yesterday 12:12" in texts(gate, ElidedLabel)
    assert "To J. Harwood <j.harwood@mail.example>" in texts(gate, ElidedLabel)
    assert "Subject: Re: Where is my book" in texts(gate, ElidedLabel)


def test_the_insult_is_covered_until_it_is_asked_for(gate):
    opened(gate)
    assert not any("rotten crook" in text for text in letters(gate))

    gate.toggle_reveal()
    assert any("rotten crook" in text for text in letters(gate))

    opened(gate)
    assert not any("rotten crook" in text for text in letters(gate))


def test_the_keyboard_is_with_our_letter_not_with_the_button(gate):
    opened(gate)

    assert gate.focusWidget() is gate._reading.ours.area


def test_it_says_that_nothing_was_sent_and_how_long_there_is(gate):
    opened(gate)

    assert (
        "The hold of 90 min ended 14:40. Nothing has been sent. "
        "Take your time: 18 h left to answer."
    ) in texts(gate)


def test_it_lists_promises_facts_changes_and_what_was_set_aside(gate):
    reply = replace(
        READY,
        first_body=BODY.replace("regret it.", "regret it, as I said."),
        dismissals=(("too_long", "she asked for the whole story"),),
    )

    opened(gate, reply)

    assert gate._reading.cards.promises.text().splitlines() == [
        "Today: I am sending the full £21.85 back today.",
        "Fri 27 Nov: You will see it by 27 November.",
        "No day named: I will write to you again.",
    ]
    assert gate._reading.cards.facts.text() == "Posted on: 3 November\nPaid: £21.85"
    assert gate._reading.cards.changes.text() == "“it, as I said.” became “it.”"
    assert gate._reading.cards.heats.text() == (
        "Their letter: furious. Your first draft: annoyed. Your answer: calm. "
        "You left one place as it is: “she asked for the whole story”"
    )


@pytest.mark.parametrize(
    ("due", "said"),
    [
        (date(2026, 11, 18), "18 Nov, past already"),
        (date(2026, 11, 20), "Tomorrow"),
        (date(2026, 11, 24), "Tue 24 Nov"),
        (date(2027, 1, 4), "Mon 4 Jan 2027"),
    ],
)
def test_the_day_of_a_promise_is_said_in_words(gate, due, said):
    opened(gate, found=Rereading(promises=(Promise("I will write.", due),)))

    assert gate._reading.cards.promises.text() == f"{said}: I will write."


def test_a_letter_without_promises_facts_or_changes_says_so(gate):
    opened(
        gate,
        about=matter(judgement=replace(matter().judgement, complaint=False)),
        found=Rereading(),
    )

    assert gate._reading.cards.promises.text() == "It promises nothing."
    assert gate._reading.cards.facts.text() == "It names nothing that the order could confirm."
    assert gate._reading.cards.changes.text() == "Nothing: it is as it was first written."
    assert gate._reading.cards.heats.text() == (
        "Your first draft: calm. Your answer: calm. Everything that was found was mended."
    )


def test_it_reminds_of_the_wider_public_at_the_moment_of_sending(gate):
    opened(gate)

    assert "What you send can be passed on and posted, in whole or in part." in texts(gate)


def test_many_changes_are_counted_not_listed(gate):
    words = [f"w{n}" for n in range(20)]
    first = " ".join(f"{word} same{word}" for word in words)
    final = " ".join(f"{word}x same{word}" for word in words)

    opened(gate, replace(READY, first_body=first, draft=replace(READY.draft, body=final)))

    assert gate._reading.cards.changes.text().splitlines()[-1] == "and 17 more"


def test_the_button_sends_once(gate, qtbot):
    opened(gate)
    sent = []
    gate.send_wanted.connect(sent.append)

    send_button(gate).click()
    send_button(gate).click()

    assert sent == [7]


def test_a_fresh_press_of_the_keys_sends(gate, qtbot):
    opened(gate)

    with qtbot.waitSignal(gate.send_wanted) as sent:
        press(gate, Qt.Key.Key_Control, modifiers=Qt.KeyboardModifier.NoModifier)
        press(gate, Qt.Key.Key_Return)

    assert sent.args == [7]


def test_the_press_that_opened_the_gate_never_sends(gate, qtbot):
    opened(gate)

    with qtbot.assertNotEmitted(gate.send_wanted):
        press(gate, Qt.Key.Key_Return)
        for _ in range(5):
            press(gate, Qt.Key.Key_Return, is_repeat=True)
            release(gate, Qt.Key.Key_Return, is_repeat=True)
        gate.confirm()


def test_the_keys_send_once_they_were_let_go(gate, qtbot):
    opened(gate)
    press(gate, Qt.Key.Key_Return, is_repeat=True)

    with qtbot.assertNotEmitted(gate.send_wanted):
        release(gate, Qt.Key.Key_Return)
    with qtbot.waitSignal(gate.send_wanted):
        press(gate, Qt.Key.Key_Return)


def test_letting_only_ctrl_go_is_no_fresh_press(gate, qtbot):
    opened(gate)

    with qtbot.assertNotEmitted(gate.send_wanted):
        release(gate, Qt.Key.Key_Control)
        press(gate, Qt.Key.Key_Return, is_repeat=True)


def test_a_gate_that_is_opened_again_wants_a_fresh_press_again(gate, qtbot):
    opened(gate)
    release(gate, Qt.Key.Key_Return)
    opened(gate)

    with qtbot.assertNotEmitted(gate.send_wanted):
        press(gate, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    "reply",
    [
        held(7),
        held(7).paused(PausedBy.NEWER_MAIL),
        READY.approved(b"x", NOW),
        READY.approved(b"x", NOW).talking(),
        READY.approved(b"x", NOW).talking().dotted(NOW).uncertain("Cut off."),
    ],
    ids=lambda reply: reply.state.value,
)
def test_only_a_ready_reply_can_be_sent_here(gate, qtbot, reply):
    opened(gate, reply)
    release(gate, Qt.Key.Key_Return)

    with qtbot.assertNotEmitted(gate.send_wanted):
        gate.confirm()
        send_button(gate).click()

    assert not send_button(gate).is_allowed
    assert send_button(gate).accessibleDescription() in texts(gate)


def test_the_other_ways_name_their_reply(gate, qtbot):
    opened(gate)

    with qtbot.waitSignal(gate.longer_wanted) as longer:
        gate._reading.foot.longer.click()
    with qtbot.waitSignal(gate.edit_wanted) as edit:
        gate._reading.foot.edit.click()
    with qtbot.waitSignal(gate.closed):
        gate._close.click()

    assert (longer.args, edit.args) == ([7], [7])


@pytest.mark.parametrize(("size", "percent"), [((960, 590), 100), ((960, 600), 200)])
def test_both_letters_stay_in_view_in_a_small_window(gate, theme, size, percent):
    theme.set_text_percent(percent)
    QApplication.processEvents()
    gate.resize(*size)

    opened(gate)
    QApplication.processEvents()

    assert gate.size().toTuple() == size
    for pane in (gate._reading.theirs, gate._reading.ours):
        assert gate.rect().contains(pane.geometry())
        assert pane.height() >= 4 * pane.fontMetrics().height()
    foot = gate._reading.foot
    for button in (foot.longer, foot.edit, foot.call, foot.send):
        place = button.rect().translated(button.mapTo(gate, QPoint()))
        assert gate.rect().contains(place)
        assert button.accessibleName() or button.text()
    is_low = percent == 200
    assert (foot.edit.text() == "") is is_low
    assert foot.edit.toolTip() == ("Edit, hold restarts" if is_low else "")


def test_keys_are_named_as_the_keyboard_is(gate):
    gate.set_keys("Strg Eingabe", "Esc", "Umschalt V")
    opened(gate)

    assert send_button(gate)._keys == "Strg Eingabe"


def test_space_pages_through_our_letter(gate, qtbot):
    long = replace(READY, draft=replace(READY.draft, body=BODY * 12))
    opened(gate, long)
    bar = gate._reading.ours.area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)

    qtbot.keyClick(gate._reading.ours.area, Qt.Key.Key_Space)
    assert bar.value() > 0
    qtbot.keyClick(gate._reading.ours.area, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    qtbot.keyClick(gate._reading.ours.area, Qt.Key.Key_Home)
    assert bar.value() == 0


def test_the_gate_is_freed_on_close(qtbot, theme):
    assert is_freed(lambda: opened(made_gate(Words())))
