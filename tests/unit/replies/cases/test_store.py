"""Cases: when one is opened, what it waits for, and that the seller's word is kept."""

from dataclasses import replace
from datetime import timedelta

import pytest
from builders import HOUR, NOON
from fakes.shop import COMPLAINT, QUESTION

from softanswer.replies.cases import store as cases
from softanswer.replies.cases.case import CaseKind, CaseState, Correction, Judgement
from softanswer.replies.cases.judgement_store import load_judgement, save_judgement
from softanswer.replies.errors import NoSuchRecordError
from softanswer.replies.orders.importing.imported import ImportedFile
from softanswer.replies.orders.order import Buyer, Marketplace, Order, OrderLine
from softanswer.replies.orders.store import save
from softanswer.replies.tone.fault import Fault

DAY = 24 * HOUR
SECOND = timedelta(seconds=1)
PRAISE = "Thank you, the book came today and it is wonderful. I am so happy with it!\n"
EVA = "Eva <eva@mail.example>"


def all_cases(box):
    return box.do(lambda tx: cases.load_cases(tx.db))


def only_case(box):
    [case] = all_cases(box)
    return case


def correct(box, letter, **said):
    conversation = box.matter(letter).conversation_id
    box.do(lambda tx: cases.correct(tx, conversation, Correction(**said), box.clock.wall))


def answer(box, letter):
    conversation = box.matter(letter).conversation_id
    box.do(lambda tx: cases.set_answered(tx, conversation, box.clock.wall))


def refresh(box, letter):
    conversation = box.matter(letter).conversation_id
    box.do(lambda tx: cases.refresh(tx, conversation, box.clock.wall))


def import_order(box, number):
    order = Order(
        order_id=number,
        source="ebay-orders",
        marketplace=Marketplace.EBAY,
        items=(OrderLine("The Light at Skerra"),),
        ordered_at=NOON.date(),
        buyer=Buyer("Tom Vale", "tom.vale@mail.example", None, None),
    )
    box.do(lambda tx: save(tx, ImportedFile("ebay-orders", "utf-8", orders=(order,))))


def test_cases_are_numbered_from_1001(box):
    for name in ("one", "two", "three"):
        box.receive(name, COMPLAINT, sender=f"{name}@mail.example")
    assert sorted(case.number for case in all_cases(box)) == [1001, 1002, 1003]


@pytest.mark.parametrize("text", [QUESTION, PRAISE])
def test_a_letter_that_is_no_complaint_opens_no_case(box, text):
    letter = box.receive("A letter", text)
    assert all_cases(box) == ()
    assert box.matter(letter).waiting_since == letter.internal_date


def test_a_case_says_who_complains_of_what_and_until_when_an_answer_is_owed(box):
    letter = box.receive("Where is my book", COMPLAINT, at=NOON - 2 * HOUR)
    case = only_case(box)
    assert (case.state, case.kind, case.heat) == (CaseState.NEW, CaseKind.NOT_RECEIVED, 3)
    assert (case.customer_name, case.customer_address) == ("Tom Vale", "tom.vale@mail.example")
    assert case.opened_at == letter.internal_date
    assert case.reply_due == NOON + 22 * HOUR
    assert box.matter(letter).case == case


def test_the_oldest_letter_that_waits_sets_the_deadline(box):
    first = box.receive("Where is my book", COMPLAINT, at=NOON - 5 * HOUR)
    box.receive("Again", COMPLAINT, at=NOON - HOUR, In_Reply_To=first.message.message_id)
    assert only_case(box).reply_due == NOON + 19 * HOUR


@pytest.mark.parametrize(
    ("age", "opens"), [(30 * DAY - SECOND, True), (30 * DAY, False), (300 * DAY, False)]
)
def test_letters_from_before_the_program_open_no_cases(box, age, opens):
    letter = box.receive("Where is my book", COMPLAINT, at=NOON - age)
    assert bool(all_cases(box)) is opens
    assert (box.matter(letter).waiting_since is not None) is opens


def test_a_complaint_that_waited_a_month_is_still_owed_an_answer(box):
    letter = box.receive("Where is my book", COMPLAINT)
    box.clock.pass_time(31 * DAY)
    refresh(box, letter)
    assert only_case(box).state is CaseState.NEW
    assert only_case(box).reply_due == letter.internal_date + DAY


def test_a_letter_that_was_answered_elsewhere_before_waits_for_nothing(box):
    letter = box.receive("Where is my book", COMPLAINT, flags=("\\Answered",))
    assert all_cases(box) == ()
    assert box.matter(letter).waiting_since is None


def test_two_conversations_of_one_customer_are_one_case(box):
    first = box.receive("Where is my book", COMPLAINT)
    second = box.receive("Hello?", COMPLAINT, at=NOON - HOUR)
    assert box.matter(first).conversation_id != box.matter(second).conversation_id
    assert box.matter(first).case == box.matter(second).case == only_case(box)


def test_complaints_about_two_orders_of_one_customer_are_two_cases(box):
    for number in ("14-20731-55812", "14-20731-55813"):
        import_order(box, number)
        letter = box.receive(f"Order {number}", f"About my order {number}: {QUESTION}")
        correct(box, letter, complaint=True)
    assert len({case.order_id for case in all_cases(box)}) == 2


def test_another_customer_is_another_case(box):
    box.receive("Where is my book", COMPLAINT)
    box.receive("Where is mine", COMPLAINT, sender=EVA)
    assert len(all_cases(box)) == 2


def test_the_hottest_letter_that_waits_is_the_heat_of_the_case(box):
    first = box.receive("Where is my book", COMPLAINT, at=NOON - 3 * HOUR)
    calm = "My book has not come. Could you look?\n"
    box.receive("Hello", calm, at=NOON - HOUR, In_Reply_To=first.message.message_id)
    assert only_case(box).heat == 3


def test_an_answered_case_waits_for_the_customer_and_owes_nothing(box):
    letter = box.receive("Where is my book", COMPLAINT)
    answer(box, letter)
    assert (only_case(box).state, only_case(box).reply_due) == (CaseState.WAITING, None)


def test_a_case_of_two_conversations_is_answered_when_both_are(box):
    first = box.receive("Where is my book", COMPLAINT, at=NOON - 3 * HOUR)
    second = box.receive("Hello?", COMPLAINT, at=NOON - HOUR)
    assert only_case(box).reply_due == NOON + 21 * HOUR
    answer(box, second)
    assert (only_case(box).state, only_case(box).reply_due) == (CaseState.NEW, NOON + 21 * HOUR)
    answer(box, first)
    assert only_case(box).state is CaseState.WAITING


def test_taking_an_answer_back_makes_the_letter_wait_again(box):
    letter = box.receive("Where is my book", COMPLAINT)
    answer(box, letter)
    conversation = box.matter(letter).conversation_id
    box.do(lambda tx: cases.take_back_answered(tx, conversation, NOON))
    assert (only_case(box).state, only_case(box).reply_due) == (CaseState.NEW, NOON + 22 * HOUR)


def test_an_answer_in_sent_answers_what_came_before_it(box):
    letter = box.receive("Where is my book", COMPLAINT)
    box.find_in_sent("Re: Where is my book", to=letter)
    assert only_case(box).state is CaseState.WAITING


@pytest.mark.parametrize("settle", [answer, lambda box, letter: close(box)])
def test_a_new_letter_opens_the_case_again(box, settle):
    letter = box.receive("Where is my book", COMPLAINT)
    settle(box, letter)
    answer(box, letter)
    box.clock.pass_time(HOUR)
    again = box.clock.wall
    box.receive("Again", COMPLAINT, at=again, In_Reply_To=letter.message.message_id)
    assert only_case(box).state is CaseState.NEW
    assert only_case(box).reply_due == again + DAY


def close(box):
    box.do(lambda tx: cases.close_case(tx, only_case_id(tx), NOON))


def only_case_id(tx):
    [case] = cases.load_cases(tx.db)
    return case.id


def test_a_resolved_case_stays_resolved_when_nothing_new_comes(box):
    letter = box.receive("Where is my book", COMPLAINT)
    answer(box, letter)
    close(box)
    refresh(box, letter)
    assert only_case(box).state is CaseState.RESOLVED


def test_a_held_reply_cools_the_case_and_taking_it_back_does_not_answer_it(box):
    letter = box.receive("Where is my book", COMPLAINT)
    held = box.hold(letter)
    assert only_case(box).state is CaseState.COOLING
    box.do(lambda tx: box.outbox.take_back(tx, held.id))
    assert only_case(box).state is CaseState.NEW


def test_the_sellers_word_wins_and_is_kept_when_another_letter_comes(box):
    letter = box.receive("Where is my book", COMPLAINT)
    correct(box, letter, kind=CaseKind.DAMAGED, heat=1)
    box.receive("Again", COMPLAINT, at=NOON - HOUR, In_Reply_To=letter.message.message_id)
    assert (only_case(box).kind, only_case(box).heat) == (CaseKind.DAMAGED, 1)
    assert box.matter(letter).correction == Correction(None, CaseKind.DAMAGED, 1)
    assert box.matter(letter).occasion.heat == 3


@pytest.mark.parametrize("fault", [*Fault, None])
def test_the_side_that_the_seller_names_is_kept_and_taken_back(box, fault):
    letter = box.receive("Where is my book", COMPLAINT)
    correct(box, letter, fault=fault)
    assert box.matter(letter).correction == Correction(fault=fault)
    assert box.matter(letter).fault is fault
    box.receive("Again", COMPLAINT, at=NOON - HOUR, In_Reply_To=letter.message.message_id)
    assert box.matter(letter).fault is fault
    correct(box, letter, fault=fault, complaint=False)
    assert box.matter(letter).fault is None
    correct(box, letter)
    assert box.matter(letter).correction == Correction()


def test_joined_conversations_keep_the_side_that_was_named(box):
    first = box.receive("Order 1", COMPLAINT)
    second = box.receive("Order 2", COMPLAINT, sender=EVA)
    correct(box, second, fault=Fault.CARRIER)
    one, two = (box.matter(letter).conversation_id for letter in (first, second))
    box.do(lambda tx: cases.move_conversation(tx, two, one, NOON))
    assert box.matter(first).fault is Fault.CARRIER


def test_what_the_seller_calls_no_complaint_is_none_for_good(box):
    letter = box.receive("Where is my book", COMPLAINT)
    correct(box, letter, complaint=False)
    assert only_case(box).state is CaseState.NO_COMPLAINT
    box.receive("Again", COMPLAINT, at=NOON - HOUR, In_Reply_To=letter.message.message_id)
    assert only_case(box).state is CaseState.NO_COMPLAINT
    correct(box, letter, complaint=None)
    assert only_case(box).state is CaseState.NEW


def test_what_the_seller_calls_a_complaint_is_a_case(box):
    letter = box.receive("A question", QUESTION)
    correct(box, letter, complaint=True, kind=CaseKind.LATE)
    assert (only_case(box).number, only_case(box).kind) == (1001, CaseKind.LATE)


def test_what_happened_to_a_case_is_written_down_in_order(box):
    letter = box.receive("Where is my book", COMPLAINT)
    correct(box, letter, heat=2)
    box.clock.pass_time(HOUR)
    answer(box, letter)
    events = box.do(lambda tx: cases.load_events(tx.db, only_case_id(tx)))
    assert events == (
        (NOON, "opened"),
        (NOON, "corrected:complaint=None,kind=None,heat=2,fault=None"),
        (NOON + HOUR, "state:waiting"),
    )


def test_the_recogniser_never_overrules_the_sellers_order(box):
    import_order(box, "14-20731-55812")
    letter = box.receive("Where is my book", COMPLAINT)
    matter = box.matter(letter)
    row = matter.order.id
    for by_seller, score, wanted in ((True, 1.0, None), (False, 0.9, None), (True, 1.0, row)):
        order = None if by_seller and wanted is None else row
        box.do(
            lambda tx, order=order, score=score, by_seller=by_seller: cases.link_order(
                tx, matter.conversation_id, order, score, by_seller=by_seller
            )
        )
        found = box.matter(letter).order
        assert (found.id if found else None) == wanted


def test_a_judgement_is_read_as_it_was_kept(box):
    letter = box.receive("A question", QUESTION)
    judgement = Judgement(
        language="ru",
        complaint=True,
        kind=CaseKind.DAMAGED,
        heat=2,
        order_refs=("14-20731-55812",),
        confidence=0.75,
        issues=(CaseKind.DAMAGED, CaseKind.REFUND_REQUEST),
        automatic=True,
    )
    for kept in (judgement, replace(judgement, heat=1)):
        box.do(lambda tx, kept=kept: save_judgement(tx, letter.id, kept))
        assert box.do(lambda tx: load_judgement(tx.db, letter.id)) == kept
    assert box.do(lambda tx: load_judgement(tx.db, 99)) is None


def test_the_case_whose_answer_is_due_first_comes_first(box):
    box.receive("Late", COMPLAINT, sender=EVA, at=NOON - HOUR)
    box.receive("Early", COMPLAINT, sender="a@mail.example", at=NOON - 5 * HOUR)
    done = box.receive("Done", COMPLAINT, sender="b@mail.example", at=NOON - 9 * HOUR)
    answer(box, done)
    assert [case.customer_address for case in all_cases(box)] == [
        "a@mail.example",
        "eva@mail.example",
        "b@mail.example",
    ]


def test_a_case_that_is_not_there_is_told(box):
    with pytest.raises(NoSuchRecordError, match="no case 7"):
        box.do(lambda tx: cases.load_case(tx.db, 7))
    with pytest.raises(NoSuchRecordError, match="no conversation 7"):
        box.do(lambda tx: cases.correct(tx, 7, Correction(heat=1), NOON))


def test_an_automatic_letter_does_not_hide_the_complaint_before_it(box):
    letter = box.receive("Where is my book", COMPLAINT)
    box.receive(
        "Automatic reply",
        "I am away until Monday.",
        at=NOON - HOUR,
        In_Reply_To=letter.message.message_id,
        Auto_Submitted="auto-replied",
    )
    assert box.matter(letter).letter.id == letter.id
    assert box.matter(letter).waiting_since == letter.internal_date


def test_a_marketplaces_notice_of_a_claim_opens_a_case(box):
    box.receive(
        "A case was opened: item not received",
        "The buyer opened a case on eBay: item not received. Order number: 12-34567-89012.",
        sender="eBay <noreply@ebay.example>",
        Auto_Submitted="auto-generated",
    )
    assert only_case(box).kind is CaseKind.NOT_RECEIVED


def test_a_case_of_two_conversations_is_as_hot_as_the_hotter_one_that_waits(box):
    angry = box.receive("Where is my book", COMPLAINT)
    box.receive("One more thing", "My book has not arrived. Best wishes, Tom", at=NOON - HOUR)
    assert only_case(box).heat == 3
    answer(box, angry)
    assert only_case(box).heat < 3


def test_complaints_about_two_orders_are_two_cases(box):
    for number in ("12-34567-89012", "12-34567-89013"):
        import_order(box, number)
        box.receive(f"Order {number}", f"Order {number} has not arrived.\n\nTom Vale")
    assert len(all_cases(box)) == 2


def test_joined_conversations_leave_one_open_case(box):
    first = box.receive("Order 1", COMPLAINT)
    second = box.receive("Order 2", COMPLAINT, sender=EVA)
    one, two = (box.matter(letter).conversation_id for letter in (first, second))
    box.do(lambda tx: cases.move_conversation(tx, two, one, NOON))
    ends = {case.number: (case.state, case.reply_due is None) for case in all_cases(box)}
    assert ends == {1001: (CaseState.NEW, False), 1002: (CaseState.RESOLVED, True)}
