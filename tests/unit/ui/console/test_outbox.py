"""The commands about held replies: the hold, the gate's Send, and the postman without a window."""

import email
import email.policy
import json
from datetime import timedelta

import pytest
from builders import HOUR, MINUTE, NOON
from fakes.command_line import CommandLine
from fakes.imap_server import PASSWORD
from fakes.shop import ADDRESS, ANSWER, COMPLAINT, CUSTOMER, QUESTION, account_add, open_shop
from fakes.smtp_server import CUT, Phase, Rule

from softanswer.mailbox.enclosure_folder import FOLDER_NAME
from softanswer.mailbox.store.lock import ProfileLock
from softanswer.replies.outbox.journal import JOURNAL_NAME

REPLY_KEYS = set("id message_id to subject state held_at send_after heat why_held problem".split())
SECOND = timedelta(seconds=1)


@pytest.fixture
def letter(shop):
    return shop.receive("Where is my book", COMPLAINT)


@pytest.fixture
def held(shop, letter):
    return shop.hold(letter)


@pytest.fixture
def confirmed(shop, held):
    shop.clock.pass_time(90 * MINUTE)
    shop.do("outbox", "confirm", held["id"])
    return held


def state(shop):
    [reply] = shop.outbox()
    return reply["state"]


def run(shop):
    return shop.command("outbox", "run", "--until-empty")


def test_a_complaint_of_heat_3_is_held_for_three_times_the_base(shop, held):
    assert set(held) >= REPLY_KEYS
    assert (held["state"], held["heat"], held["problem"]) == ("cooling", 3, None)
    assert held["to"] == "tom.vale@mail.example"
    assert held["subject"] == "Re: Where is my book"
    assert held["held_at"] == "2026-11-22T12:00:00+00:00"
    assert held["send_after"] == "2026-11-22T13:30:00+00:00"
    assert "90 min" in held["why_held"] or "30 min" in held["why_held"]
    assert shop.outbox() == [held]


def test_files_go_with_a_reply_and_arrive_as_they_were(shop, letter, tmp_path):
    label = tmp_path / "Наклейка.pdf"
    label.write_bytes(b"%PDF-1.7 label")
    text = ANSWER.replace("\n\nLena", "\n\nI enclose a label.\n\nLena")
    assert text != ANSWER
    hold = ("outbox", "hold", "--reply-to", letter, "--format=json")
    assert "[attachment.missing]" in shop.command(*hold, stdin=text).err
    held = shop.do(*hold, "--attach", label, stdin=text).json()
    assert [(one["name"], one["size"]) for one in held["attachments"]] == [(label.name, 14)]
    label.unlink()
    shop.clock.pass_time(90 * MINUTE)
    shop.do("outbox", "confirm", held["id"])
    run(shop)
    (sent,) = shop.smtp.accepted
    read = email.message_from_bytes(sent.raw, policy=email.policy.default)
    (part,) = read.iter_attachments()
    assert (part.get_filename(), part.get_content()) == ("Наклейка.pdf", b"%PDF-1.7 label")


def test_a_reply_whose_file_is_lost_is_held_back_and_says_so(shop, letter, tmp_path):
    label = tmp_path / "label.pdf"
    label.write_bytes(b"%PDF-1.7 label")
    hold = ("outbox", "hold", "--reply-to", letter, "--attach", label, "--format=json")
    held = shop.do(*hold, stdin=ANSWER).json()
    for path in (shop.profile / FOLDER_NAME).iterdir():
        path.write_bytes(b"%PDF-1.7 another")
    shop.clock.pass_time(90 * MINUTE)
    confirmed = shop.do("outbox", "confirm", held["id"], "--format=json").json()
    assert (confirmed["state"], confirmed["approved_at"]) == ("paused", None)
    assert "“label.pdf” in the profile folder is damaged" in confirmed["problem"]
    run(shop)
    assert shop.smtp.accepted == []


def test_what_can_not_be_attached_is_said_before_anything_is_held(shop, letter, tmp_path):
    program = tmp_path / "setup.exe"
    program.write_bytes(b"MZ")
    hold = ("outbox", "hold", "--reply-to", letter, "--attach", program)
    finished = shop.command(*hold, stdin=ANSWER)
    assert finished.code == 2
    assert "mail servers turn .exe files away" in finished.err
    assert shop.outbox() == []


def test_ordinary_mail_is_held_for_the_base(shop):
    letter = shop.receive("A question", QUESTION)
    held = shop.hold(letter, "Dear Mr Vale,\n\nyes, we have it.\n\nLena\n")
    assert (held["heat"], held["send_after"]) == (None, "2026-11-22T12:30:00+00:00")


@pytest.mark.parametrize("how", ["a file", "stdin"])
def test_a_reply_is_read_from_a_file_or_from_stdin(shop, letter, tmp_path, how):
    path = tmp_path / "reply.txt"
    path.write_bytes(ANSWER.replace("\n", "\r\n").encode())
    arguments = ("outbox", "hold", "--reply-to", letter)
    if how == "a file":
        shop.do(*arguments, path)
    else:
        shop.do(*arguments, "-", stdin=path.read_text(encoding="utf-8"))
    shop.do("outbox", "take-back", 1)
    assert state(shop) == "recalled"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "The reply is empty"),
        (" \n\n", "The reply is empty"),
        ("Dear Mr Vale,\n\nYou are an idiot.\n", "can't be held yet"),
        ("Dear Mr Vale,\n\nnoted.\n\nLena\n", "[apology.no-remedy]"),
        (ANSWER.replace("Mr Vale", "[NAME]"), "can't be held yet"),
    ],
    ids=["empty", "blank", "insult", "no apology", "placeholder"],
)
def test_what_the_tone_gate_stops_is_not_held(shop, letter, refused, text, said):
    assert said in refused("outbox", "hold", "--reply-to", letter, stdin=text, by=shop.command)
    assert shop.outbox() == []


def test_a_warning_is_set_aside_with_a_reason_and_an_error_never_without_mending(
    shop, letter, refused
):
    hold = ("outbox", "hold", "--reply-to", letter)
    text = "Dear Mr Vale,\n\nnoted.\n\nLena\n"
    findings = shop.command("check", "--format", "json", stdin=text).json()["findings"]
    rules = {f["rule"] for f in findings if f["severity"] == "warning"}
    assert rules
    dismissals = [part for rule in rules for part in ("--dismiss", f"{rule}=We agreed by phone")]
    assert shop.command(*hold, *dismissals, stdin=text).code == 0
    shop.do("outbox", "take-back", 1)
    placeholder = ANSWER.replace("Mr Vale", "[NAME]")
    error = refused(*hold, stdin=placeholder, by=shop.command)
    rule = error.rpartition("[")[2].partition("]")[0]
    again = refused(*hold, "--dismiss", f"{rule}=fine", stdin=placeholder, by=shop.command)
    assert "can't be held yet" in again


SOLD = "sold@shop.example"
AMAZON = "Tom Vale <x7p2kq9m4rt1v5z@marketplace.amazon.com>"


@pytest.fixture
def two_names(tmp_path):
    """A shop that writes from two addresses, one of which Amazon knows."""
    with open_shop(tmp_path) as shop:
        added = account_add(shop.imap.endpoint, shop.smtp.endpoint)
        shop.do(*added, "--identity", f"{SOLD}=amazon", stdin=PASSWORD)
        yield shop


@pytest.mark.parametrize(
    ("sender", "to", "options", "writes"),
    [
        (CUSTOMER, ADDRESS, (), ADDRESS),
        (CUSTOMER, SOLD, (), SOLD),
        (CUSTOMER, SOLD, ("--from", ADDRESS), ADDRESS),
        (AMAZON, "list@elsewhere.example", (), SOLD),
        (AMAZON, ADDRESS, (), ADDRESS),
    ],
)
def test_the_address_that_the_letter_asks_for_answers_unless_another_may_and_is_chosen(
    two_names, sender, to, options, writes
):
    letter = two_names.receive("Where is my book", COMPLAINT, sender=sender, to=to)
    hold = ("outbox", "hold", "--reply-to", letter, "--format", "json", *options)
    assert two_names.do(*hold, stdin=ANSWER).json()["from"] == writes


def test_a_marketplace_is_answered_from_the_address_it_knows_alone(two_names, refused):
    letter = two_names.receive("Where is my book", COMPLAINT, sender=AMAZON, to=SOLD)
    hold = ("outbox", "hold", "--reply-to", letter, "--from", ADDRESS)
    error = refused(*hold, stdin=ANSWER, by=two_names.command)
    assert f"The buyer wrote to {SOLD}" in error
    assert f"Choose it with --from {SOLD}." in error
    assert two_names.outbox() == []


def test_an_address_that_is_none_of_the_account_is_refused(shop, letter, refused):
    hold = ("outbox", "hold", "--reply-to", letter, "--from", "eva@quay.example")
    error = refused(*hold, stdin=ANSWER, by=shop.command)
    assert f"eva@quay.example is no address of the account {ADDRESS}" in error


@pytest.mark.parametrize("dismissal", ["rule", "rule=", "=reason", "rule= "])
def test_a_dismissal_needs_a_rule_and_a_reason(shop, letter, refused, dismissal):
    arguments = ("outbox", "hold", "--reply-to", letter, "--dismiss", dismissal)
    assert "Write RULE=REASON" in refused(*arguments, stdin=ANSWER, by=shop.command)


def test_a_second_reply_to_a_letter_is_refused(shop, held, letter, refused):
    arguments = ("outbox", "hold", "--reply-to", letter)
    assert "held already" in refused(*arguments, stdin=ANSWER, by=shop.command)


def test_a_program_gets_no_answer(shop, refused):
    shop.deliver("Out of office", "I am away.", Auto_Submitted="auto-replied")
    shop.do("sync")
    letter = shop.ids()["Out of office"]
    arguments = ("outbox", "hold", "--reply-to", letter)
    assert "A program wrote this message" in refused(*arguments, stdin=ANSWER, by=shop.command)


def test_nothing_can_be_confirmed_a_second_early(shop, held, refused):
    shop.clock.pass_time(90 * MINUTE - SECOND)
    assert "still cooling" in refused("outbox", "confirm", held["id"], by=shop.command)
    assert run(shop).code == 0
    assert shop.smtp.accepted == []
    shop.clock.pass_time(SECOND)
    said = shop.do("outbox", "confirm", held["id"], "--format", "json").json()
    assert (said["state"], said["approved_at"]) == ("ready", "2026-11-22T13:30:00+00:00")


def test_what_was_not_confirmed_stays(shop, held):
    shop.clock.pass_time(24 * HOUR)
    assert run(shop).code == 0
    assert (state(shop), shop.smtp.accepted) == ("ready", [])


def test_a_confirmed_reply_is_sent_once_filed_and_marked(shop, confirmed):
    assert run(shop).err == ""
    assert run(shop).err == ""
    [taken] = shop.smtp.accepted
    assert taken.forward_paths == ("tom.vale@mail.example",)
    assert confirmed["message_id"].encode() in taken.raw
    assert state(shop) == "sent"
    assert shop.outbox()[0]["sent_at"] == "2026-11-22T13:30:00+00:00"
    assert [copy.raw for copy in shop.imap.folders["Sent"].messages] == [taken.raw]
    assert "\\Answered" in shop.imap.flags_of(1)


def test_taking_back_ends_a_hold_for_good(shop, confirmed, refused):
    shop.do("outbox", "take-back", confirmed["id"])
    assert run(shop).code == 0
    assert (state(shop), shop.smtp.accepted) == ("recalled", [])
    for action in ("take-back", "confirm"):
        assert "taken back" in refused("outbox", action, confirmed["id"], by=shop.command)


def test_too_late_is_said(shop, confirmed, refused):
    run(shop)
    assert "sent already" in refused("outbox", "take-back", confirmed["id"], by=shop.command)
    assert (
        shop.do("outbox", "confirm", confirmed["id"], "--format", "json").json()["state"] == "sent"
    )


def test_a_newer_letter_pauses_and_the_pause_takes_the_approval_back(shop, confirmed, refused):
    shop.deliver("Never mind", "It came today.", at=shop.clock.wall)
    assert run(shop).code == 0
    assert (state(shop), shop.smtp.accepted) == ("paused", [])
    assert "paused" in refused("outbox", "confirm", confirmed["id"], by=shop.command)


def test_an_answer_from_elsewhere_pauses(shop, confirmed):
    shop.imap.reflag(1, {"\\Seen", "\\Answered"})
    assert run(shop).code == 0
    assert (state(shop), shop.smtp.accepted) == ("paused", [])


def test_a_refused_letter_is_told_and_never_tried_again(shop, confirmed, refused):
    shop.smtp.refused["tom.vale@mail.example"] = "550 5.1.1 no such user"
    finished = run(shop)
    assert (finished.code, state(shop)) == (0, "failed")
    assert "550 5.1.1 no such user" in finished.err
    assert "Nobody got the letter" in shop.outbox()[0]["problem"]
    run(shop)
    assert shop.smtp.count_mail() == 1
    assert "take it back" in refused("outbox", "confirm", confirmed["id"], by=shop.command).lower()
    shop.do("outbox", "take-back", confirmed["id"])


@pytest.mark.parametrize("rule", [CUT, Rule(cut=True, accepts=True)], ids=["lost", "taken"])
def test_an_unknown_outcome_is_told_and_never_tried_again(shop, confirmed, refused, rule):
    shop.smtp.rules[Phase.DOT] = rule
    finished = run(shop)
    assert (finished.code, state(shop)) == (0, "uncertain")
    assert "It may have been delivered" in finished.err
    run(shop)
    assert shop.smtp.saw_dot == 1
    assert "Sent folder" in refused("outbox", "confirm", confirmed["id"], by=shop.command)


def test_what_was_uncertain_is_sent_once_its_copy_is_seen(shop, confirmed):
    shop.smtp.rules[Phase.DOT] = Rule(cut=True, accepts=True)
    run(shop)
    shop.imap.deliver(shop.smtp.accepted[0].raw, "Sent")
    shop.do("sync")
    assert state(shop) == "sent"
    shop.do("sync")
    assert len(shop.imap.folders["Sent"].messages) == 1


def test_a_postman_that_runs_already_is_told(shop, confirmed, refused):
    with ProfileLock(shop.profile):
        error = refused("outbox", "run", "--until-empty", by=shop.command)
        assert "already running" in error
        assert "already running" in refused("sync", by=shop.command)
    assert shop.smtp.accepted == []


def test_lists_are_for_people_too(shop, held):
    assert shop.do("outbox", "list").out.startswith("1  cooling   until 2026-11-22 ")
    shop.do("outbox", "take-back", held["id"])
    assert shop.do("outbox", "list").out == "Nothing is held.\n"


def test_a_hold_can_be_read_again_from_the_journal(shop, held):
    lines = (shop.profile / JOURNAL_NAME).read_text(encoding="utf-8").split("\n")
    entries = [json.loads(line)["reply"] for line in lines if line]
    assert [(entry["message_id"], entry["state"]) for entry in entries] == [
        (held["message_id"], "cooling")
    ]


def test_no_command_holds_what_another_profile_held(shop, held, tmp_path):
    other = CommandLine(tmp_path / "other", shop.clock)
    assert other("outbox", "list", "--format", "json").json() == []
    assert other.secrets.kept == {}
    assert shop.command.secrets.kept == {ADDRESS: PASSWORD}
    assert shop.clock.wall == NOON
