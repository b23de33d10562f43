"""The commands sync, messages, message and cases."""

from datetime import timedelta

import pytest
from builders import HOUR, NOON
from fakes.imap_server import PASSWORD
from fakes.shop import ADDRESS, COMPLAINT, QUESTION, account_add

from softanswer.mailbox.account import Endpoint, Security
from softanswer.replies.cases.put_off_store import put_off

NOWHERE = Endpoint("127.0.0.1", 1, Security.NONE)  # tcpmux: nobody listens there
MESSAGE_KEYS = set(
    "id account folder conversation message_id from to subject date received_at flags outgoing"
    .split()
)  # fmt: skip


def test_sync_tells_what_it_did(shop):
    shop.deliver("Where is my book", COMPLAINT)
    shop.deliver("A question", QUESTION)
    [result] = shop.do("sync", "--format", "json").json()["accounts"]
    assert set(result) == {
        *("address", "folders", "fetched", "flags_changed", "vanished", "seconds", "bytes")
    }
    assert (result["address"], result["folders"], result["fetched"]) == (ADDRESS, 2, 2)
    assert result["bytes"] > len(COMPLAINT + QUESTION)
    shop.imap.reflag(1, {"\\Seen"})
    shop.imap.expunge(2)
    [again] = shop.do("sync", "--format", "json").json()["accounts"]
    assert (again["fetched"], again["flags_changed"], again["vanished"]) == (0, 1, 1)
    assert shop.do("sync").out.startswith(f"{ADDRESS}: 0 new, 0 marks changed, 0 gone, ")


def test_sync_of_one_account_leaves_the_others_alone(shop):
    shop.do(*account_add(NOWHERE, NOWHERE, "other@shop.example"), stdin=PASSWORD)
    [result] = shop.do("sync", "--account", ADDRESS, "--format", "json").json()["accounts"]
    assert result["address"] == ADDRESS


def test_one_account_in_trouble_does_not_stop_the_others(shop):
    shop.do(*account_add(NOWHERE, NOWHERE, "a@shop.example"), stdin=PASSWORD)
    shop.deliver("Where is my book", COMPLAINT)
    finished = shop.command("sync", "--format", "json")
    assert finished.code == 2
    assert [one["address"] for one in finished.json()["accounts"]] == [ADDRESS]
    assert finished.err.startswith("softanswer: a@shop.example: ")
    assert finished.err.count("\n") == 1


def test_messages_come_newest_first_with_all_keys(shop):
    shop.deliver("Older", COMPLAINT, at=NOON - 3 * HOUR)
    shop.deliver("Newer", QUESTION, at=NOON - HOUR)
    shop.do("sync")
    listed = shop.do("messages", "--format", "json").json()
    assert [one["subject"] for one in listed] == ["Newer", "Older"]
    assert {frozenset(one) for one in listed} == {frozenset(MESSAGE_KEYS)}
    assert listed[0]["received_at"] == "2026-11-22T11:00:00+00:00"
    assert listed[0]["message_id"] == "<newer@mail.example>"
    assert listed[0]["from"] == "Tom Vale <tom.vale@mail.example>"
    assert listed[0]["outgoing"] is False
    assert "Tom Vale <tom.vale@mail.example>  Newer\n" in shop.do("messages").out


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("furious", ["Loud"]),
        ("second volume", ["Quiet"]),
        ("tom.vale@mail.example", ["Loud", "Quiet"]),
        ("nothing of the kind", []),
        ("\"* OR NEAR(' --", []),
        ("", ["Loud", "Quiet"]),
        ("volume OR furious", ["Loud", "Quiet"]),
        ("from:tom.vale@mail -furious ", ["Quiet"]),
        ("after:2026-11-22 тема:quiet", ["Quiet"]),
        ("before:today", []),
        ("!!!", []),
    ],
)
def test_a_search_finds_what_is_written(shop, query, found):
    shop.deliver("Loud", "I am furious.")
    shop.deliver("Quiet", QUESTION, at=NOON - 3 * HOUR)
    shop.do("sync")
    listed = shop.do("messages", "--query", query, "--format", "json").json()
    assert [one["subject"] for one in listed] == found


def test_letters_that_are_put_off_are_found_until_they_are_back(shop):
    shop.deliver("Away", QUESTION, sender="eva@mail.example")
    shop.deliver("Here", QUESTION, sender="kim@mail.example")
    shop.do("sync")
    [away] = shop.do("messages", "--query", "subject:away", "--format", "json").json()
    with shop.writing() as writer:
        chosen, until = [away["conversation"]], NOON + HOUR
        writer.call(lambda tx: put_off(tx, chosen, until, NOON))

    def found(query):
        listed = shop.do("messages", "--query", query, "--format", "json").json()
        return [one["subject"] for one in listed]

    assert (found("is:snoozed"), found("state:needs-answer")) == (["Away"], ["Here"])
    shop.clock.pass_time(HOUR)
    assert found("is:snoozed") == []
    assert set(found("state:needs-answer")) == {"Away", "Here"}


def test_what_a_search_does_not_understand_is_said_beside_the_letters(shop):
    shop.receive("Heat 9", QUESTION)
    finished = shop.command("messages", "--query", "heat:9 ", "--format", "json")
    assert (finished.code, [one["subject"] for one in finished.json()]) == (0, ["Heat 9"])
    assert finished.err == (
        "softanswer: “heat:9” is searched as it stands: “heat:” takes 0 to 3, also >=2 and <2.\n"
    )


def test_the_limit_counts_messages(shop):
    for number in range(3):
        shop.deliver(f"Letter {number}", QUESTION, at=NOON - number * HOUR)
    shop.do("sync")
    listed = shop.do("messages", "--limit", "2", "--format", "json").json()
    assert [one["subject"] for one in listed] == ["Letter 0", "Letter 1"]


def test_a_message_is_shown_as_text_as_facts_and_as_it_came(shop):
    letter = shop.receive("Где моя книга", "Где моя книга? Три недели жду.\n")
    text = shop.do("message", letter).out
    assert "Subject: Где моя книга\n" in text
    assert "\n\nГде моя книга? Три недели жду.\n" in text
    facts = shop.do("message", letter, "--format", "json").json()
    assert (facts["complaint"], facts["kind"]) == (True, "not_received")
    assert facts["text"].startswith("Где моя книга?")
    assert facts["attachments"] == []
    eml = shop.do("message", letter, "--format", "eml").out
    assert eml.encode() == shop.imap.folders["INBOX"].messages[0].raw


def test_reading_changes_nothing_on_the_server(shop):
    letter = shop.receive("Where is my book", COMPLAINT)
    shop.do("message", letter)
    shop.do("sync")
    assert shop.imap.flags_of(1) == set()
    assert shop.imap.count("UID STORE") == 0


def test_a_complaint_is_listed_as_a_case_with_its_deadline(shop):
    shop.receive("Where is my book", COMPLAINT, at=NOON - 2 * HOUR)
    shop.receive("A question", QUESTION, sender="Eva <eva@mail.example>")
    [case] = shop.do("cases", "--format", "json").json()
    assert case == {
        "id": 1,
        "number": 1001,
        "state": "new",
        "kind": "not_received",
        "heat": 3,
        "customer": "tom.vale@mail.example",
        "order": None,
        "opened_at": "2026-11-22T10:00:00+00:00",
        "deadline": "2026-11-23T10:00:00+00:00",
    }
    line = shop.do("cases").out
    assert line.startswith(
        "1001  new          heat 3  not_received         no order known  answer"
    )


def test_a_case_that_is_answered_owes_nothing(shop):
    letter = shop.receive("Where is my book", COMPLAINT)
    held = shop.hold(letter)
    assert [case["state"] for case in shop.do("cases", "--format", "json").json()] == ["cooling"]
    shop.clock.pass_time(timedelta(minutes=90))
    shop.do("outbox", "confirm", held["id"])
    shop.do("outbox", "run", "--until-empty")
    [case] = shop.do("cases", "--format", "json").json()
    assert (case["state"], case["deadline"]) == ("waiting", None)
    assert "no answer owed" in shop.do("cases").out
