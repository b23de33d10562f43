"""The seller's own heat in the real window: a reply that was written in anger is held longer."""

from datetime import timedelta

import pytest
from fakes.writing_desk import CLEAN, open_desk
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from softanswer.ui import bulk
from softanswer.ui.theme.labels import Label
from softanswer.ui.theme.marks import HeatMark

CALM = timedelta(minutes=90)  # for a letter of heat 3
SOME_HEAT = 1.5
MUCH_HEAT = 2
ANNOYED = "You did not read the listing!"
ANGRY = "You stupid idiot."
FURIOUS = "You will regret this."


@pytest.fixture
def desk(qtbot, theme, tmp_path):
    with open_desk(qtbot, tmp_path / "profile") as opened:
        yield opened


def plan(desk):
    return desk.composer._readiness.plan


def shown_heat(desk):
    """What the composer says of her own heat."""
    (mark,) = desk.composer._foot.findChildren(HeatMark)
    (word,) = mark.parentWidget().findChildren(Label)
    assert word.text() == mark.accessibleName()
    return word.text() if mark.isVisible() and word.isVisible() else ""


def write(desk, *texts):
    """Write one text after the other, each in place of the one before."""
    desk.write_to(desk.complaint)
    for text in texts:
        desk.erase()
        desk.type(text)
        desk.checked()


@pytest.mark.parametrize(
    ("typed", "heat", "times", "said"),
    [
        (CLEAN, 0, 1, ""),
        (ANNOYED, 1, 1, ""),
        (ANGRY, 2, SOME_HEAT, "some heat"),
        (FURIOUS, 3, MUCH_HEAT, "much heat"),
    ],
)
def test_what_was_typed_in_heat_holds_longer_though_it_was_taken_out(
    desk, typed, heat, times, said
):
    write(desk, typed, CLEAN)

    assert plan(desk).own_heat == heat
    assert plan(desk).length == CALM * times
    assert shown_heat(desk) == said
    reply = desk.hold()
    assert reply.plan.own_heat == heat
    assert reply.plan.length == CALM * times
    assert reply.draft.body.strip() == CLEAN.strip()


def test_what_is_taken_out_before_any_check_counts_too(qtbot, desk):
    desk.write_to(desk.complaint)
    desk.type(ANGRY)
    desk.erase()
    desk.type(CLEAN)
    qtbot.waitUntil(lambda: plan(desk).own_heat == 2, timeout=20_000)

    assert desk.hold().plan.length == CALM * SOME_HEAT


def test_a_hold_waits_for_no_check_to_know_what_was_taken_out(desk):
    desk.write_to(desk.complaint)
    desk.type(CLEAN)
    desk.checked()
    desk.desk.engine.background.finished.disconnect(desk.desk.wiring.writing._meter._on_finished)
    desk.type(FURIOUS)
    desk.erase()
    desk.type(CLEAN)

    assert desk.hold().plan.own_heat == 3


def test_what_was_pasted_in_heat_counts_as_if_it_were_typed(qtbot, desk):
    write(desk, CLEAN)
    QGuiApplication.clipboard().setText(ANGRY)
    qtbot.keyClick(desk.editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    desk.checked()

    assert not desk.composer.may_be_held
    assert plan(desk).own_heat == 2


def test_a_heated_draft_stays_heated_when_it_is_taken_back_and_held_again(desk):
    write(desk, ANGRY, CLEAN)
    desk.take_back(desk.hold())

    assert plan(desk).length == CALM * SOME_HEAT
    assert desk.hold().plan.length == CALM * SOME_HEAT


def test_a_heated_draft_stays_heated_when_the_seller_turns_away_and_comes_back(desk):
    write(desk, ANGRY)
    desk.erase()
    desk.write_to(desk.question)
    assert plan(desk).own_heat == 0

    desk.write_to(desk.complaint)
    assert plan(desk).own_heat == 2


def test_the_next_reply_is_calm_once_the_letter_is_done_with(desk):
    write(desk, ANGRY)
    desk.erase()
    desk.desk.wiring.writing.leave()
    engine = desk.desk.engine
    bulk.settle_all(engine.writer, engine.outbox, [desk.complaint]).result(10)
    assert desk.draft_of(desk.complaint) is None

    desk.write_to(desk.complaint)
    assert plan(desk).own_heat == 0


def test_a_suggestion_is_calm(desk):
    desk.write_to(desk.complaint, with_suggestion=True)

    assert desk.composer.body()
    assert plan(desk).own_heat == 0
    assert plan(desk).length == CALM


def test_the_plan_says_it_kindly(desk):
    write(desk, ANGRY, CLEAN)

    assert "heat" in desk.foot()
    assert "idiot" not in desk.foot()
