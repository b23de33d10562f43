"""Corrections teach: later letters that are alike move by one step, and it can be forgotten."""

from dataclasses import replace

import pytest
from fakes.shop import COMPLAINT

from softanswer.replies.cases import store as cases
from softanswer.replies.cases.case import CaseKind, Correction, Judgement, Reason
from softanswer.replies.cases.lesson_store import forget_lessons, load_learnt, load_lessons
from softanswer.replies.cases.lessons import Learnt, Lesson, Moved, as_read, taught
from softanswer.replies.tone.fault import Fault

LATE = Judgement(
    "en",
    complaint=True,
    kind=CaseKind.LATE,
    heat=2,
    confidence=0.7,
    reasons=(Reason(0, 4, "late", "says that it is late"),),
)
ANN = "ann@mail.example"


def lessons(count, said, read=LATE, sender="other@mail.example"):
    return tuple(Lesson(number, f"{number}{sender}", read, said) for number in range(count))


CALMER, HOTTER = Correction(heat=1), Correction(heat=3)


def test_two_corrections_move_nothing_three_move_a_step():
    assert taught(LATE, ANN, lessons(2, CALMER)) == (LATE, ())
    moved, learnt = taught(LATE, ANN, lessons(3, CALMER))
    assert moved == replace(LATE, heat=1)
    assert learnt == (Learnt(Moved.HEAT, "2", "1", 3, sender=False),)


def test_however_many_there_are_it_is_one_step_and_within_the_scale():
    assert taught(LATE, ANN, lessons(90, Correction(heat=0)))[0].heat == 1
    assert taught(LATE, ANN, lessons(90, HOTTER))[0].heat == 3
    hot = replace(LATE, heat=3)
    assert taught(hot, ANN, lessons(90, HOTTER))[0].heat == 3


def test_corrections_that_contradict_each_other_move_nothing():
    assert taught(LATE, ANN, lessons(3, CALMER) + lessons(3, HOTTER)) == (LATE, ())


def test_letters_that_say_other_things_teach_nothing_here():
    other = replace(LATE, reasons=(Reason(0, 4, "torn", "says that it is damaged"),))
    assert taught(LATE, ANN, lessons(9, CALMER, read=other)) == (LATE, ())


def test_the_same_sender_is_a_trait_whatever_is_said():
    other = replace(LATE, reasons=())
    of_ann = tuple(replace(one, sender=ANN.upper()) for one in lessons(3, CALMER, read=other))
    assert taught(LATE, ANN, of_ann)[1] == (Learnt(Moved.HEAT, "2", "1", 3, sender=True),)


def test_a_kind_is_what_she_called_such_letters():
    moved, _ = taught(LATE, ANN, lessons(3, Correction(kind=CaseKind.NOT_RECEIVED)))
    assert (moved.kind, moved.heat, moved.complaint) == (CaseKind.NOT_RECEIVED, 2, True)


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [({"heat": 1}, False), ({"heat": 2}, True), ({"heat": 1, "confidence": 0.9}, True)],
)
def test_only_a_doubtful_and_calm_letter_is_moved_over_the_line(changes, complaint):
    read = replace(LATE, **changes)
    moved, _ = taught(read, ANN, lessons(5, Correction(complaint=False), read=read))
    assert moved.complaint is complaint


@pytest.mark.parametrize("kind", [CaseKind.ABUSIVE, CaseKind.LEGAL_OR_CHARGEBACK_THREAT])
def test_insults_threats_and_automatic_mail_are_never_moved(kind):
    read = replace(LATE, kind=kind)
    assert taught(read, ANN, lessons(9, CALMER, read=read)) == (read, ())
    automatic = replace(LATE, automatic=True)
    assert taught(automatic, ANN, lessons(9, CALMER)) == (automatic, ())


def test_what_was_read_can_be_worked_out_again():
    for said in (CALMER, HOTTER, Correction(kind=CaseKind.DAMAGED, heat=1)):
        moved, learnt = taught(LATE, ANN, lessons(4, said))
        assert moved != LATE
        assert as_read(moved, learnt) == LATE


def correct(box, letter, **said):
    conversation = box.matter(letter).conversation_id
    box.do(lambda tx: cases.correct(tx, conversation, Correction(**said), box.clock.wall))
    return conversation


def receive(box, number):
    return box.receive(f"Book {number}", COMPLAINT, sender=f"buyer{number}@mail.example")


def test_later_letters_follow_and_those_she_judged_keep_her_word(box):
    first = [receive(box, number) for number in range(3)]
    assert {box.matter(letter).heat for letter in first} == {3}
    conversations = [correct(box, letter, heat=2) for letter in first]
    later = receive(box, 4)
    assert box.matter(later).heat == 2
    assert box.matter(later).correction == Correction()
    assert box.do(lambda tx: load_learnt(tx.db, later.id))[0].moved is Moved.HEAT
    own = correct(box, later, heat=3)
    assert box.matter(later).heat == 3
    again = receive(box, 5)
    assert box.matter(again).heat == 2

    box.do(lambda tx: forget_lessons(tx, [*conversations, own]))
    assert box.do(lambda tx: load_lessons(tx.db)) == ()
    assert box.matter(receive(box, 6)).heat == 3
    assert {box.matter(letter).heat for letter in first} == {2}


def test_a_correction_that_is_taken_back_teaches_nothing(box):
    for number in range(3):
        letter = receive(box, number)
        correct(box, letter, heat=2)
        correct(box, letter)
    assert box.matter(receive(box, 4)).heat == 3


def test_whose_side_it_is_teaches_nothing_and_changes_no_lesson(box):
    for number in range(3):
        correct(box, receive(box, number), fault=Fault.CARRIER)
    assert box.do(lambda tx: load_lessons(tx.db)) == ()
    assert box.matter(receive(box, 4)).correction == Correction()

    letter = receive(box, 5)
    taught_one = correct(box, letter, heat=2)
    correct(box, letter, heat=2, fault=Fault.SUPPLIER)
    [lesson] = box.do(lambda tx: load_lessons(tx.db))
    assert (lesson.conversation_id, lesson.said) == (taught_one, Correction(heat=2))
    box.do(lambda tx: forget_lessons(tx, [taught_one]))
    correct(box, letter, heat=2, fault=Fault.BUYER)
    assert box.do(lambda tx: load_lessons(tx.db)) == ()
    correct(box, letter, heat=1, fault=Fault.BUYER)
    assert len(box.do(lambda tx: load_lessons(tx.db))) == 1


def test_a_letter_that_was_moved_is_still_waiting(box):
    for number in range(4):
        correct(box, receive(box, number), heat=2, kind=CaseKind.LATE)
    later = receive(box, 5)
    matter = box.matter(later)
    assert matter.waiting_since == later.internal_date
    assert matter.case is not None
