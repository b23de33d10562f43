"""The commands check, classify and suggest: their JSON, their text and their exit codes."""

import json
from datetime import timedelta

import pytest
from fakes.shop import ANSWER, COMPLAINT, QUESTION, mail

FINDING_KEYS = set("rule category severity start end text message repair".split())
JUDGEMENT_KEYS = set(
    "language complaint kind heat order_refs confidence reasons automatic".split()
)
SUGGESTION_KEYS = set(
    "template stance remedy language subject body why facts missing findings cost"
    " sentences".split()
)
BLAME = "Dear Mr Vale,\n\nYou should have read the listing. You idiot.\n"


def test_a_clean_reply_is_exit_0(command):
    finished = command("check", stdin=ANSWER)
    assert (finished.code, finished.out) == (0, "Nothing to mend.\n")


def test_a_reply_with_findings_is_exit_1_and_each_names_its_rule(command):
    finished = command("check", stdin=BLAME)
    assert finished.code == 1
    for finding in command("check", "--format", "json", stdin=BLAME).json()["findings"]:
        assert f"[{finding['rule']}]" in finished.out


def test_the_report_has_the_keys_of_the_interface(command):
    finished = command("check", "--format", "json", stdin=BLAME)
    report = finished.json()
    assert finished.code == 1
    assert set(report) == {"language", "findings", "apology", "blocked"}
    assert set(report["apology"]) == {"regret", "responsibility", "remedy"}
    assert report["blocked"] is True
    assert report["language"] == "en"
    assert {frozenset(finding) for finding in report["findings"]} == {frozenset(FINDING_KEYS)}
    assert {"insult_or_profanity", "blame_customer"} <= {f["category"] for f in report["findings"]}


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_spans_count_characters_of_the_given_text(command, tmp_path, line_end):
    text = BLAME.replace("\n", line_end)
    path = tmp_path / "reply.txt"
    path.write_bytes(text.encode())
    from_file = command("check", path, "--format", "json").json()["findings"]
    line = json.dumps({"id": 1, "text": text})
    [from_line] = command("check", "--format", "jsonl", stdin=line).json_lines
    assert from_file == from_line["findings"]
    spans = [f for f in from_file if f["start"] is not None]
    assert len(spans) >= 2
    for finding in spans:
        assert text[finding["start"] : finding["end"]] == finding["text"]


@pytest.mark.parametrize(
    "side", ["seller", "carrier", "supplier", "marketplace", "buyer", "unclear", "none"]
)
def test_every_side_can_be_said_to_be_at_fault(command, side):
    line = json.dumps({"id": 1, "text": ANSWER, "at_fault": side})
    assert command("check", "--format", "jsonl", stdin=line).code == 0


def test_findings_on_the_whole_letter_have_no_span(command):
    report = command("check", "--format", "json", stdin="Dear Mr Vale,\n\nnoted.\n").json()
    whole = [f for f in report["findings"] if f["category"] == "missing_remedy"]
    assert [(f["start"], f["end"]) for f in whole] == [(None, None)]


def test_lines_are_answered_in_order_and_the_worst_decides_the_exit_code(command):
    lines = [{"id": "b", "text": ANSWER}, {"id": "a", "text": BLAME}, {"text": ANSWER}]
    stdin = "\n".join(json.dumps(line) for line in lines)
    finished = command("check", "--format", "jsonl", stdin=stdin)
    assert [report["id"] for report in finished.json_lines] == ["b", "a", None]
    assert finished.code == 1
    clean = command("check", "--format", "jsonl", stdin=json.dumps(lines[0]))
    assert clean.code == 0


def test_what_the_customer_wrote_decides_what_an_answer_needs(command):
    def missing(**context):
        line = json.dumps({"text": "Dear Mr Vale,\n\nyes, we have it.\n\nLena\n", **context})
        [report] = command("check", "--format", "jsonl", stdin=line).json_lines
        return {f["category"] for f in report["findings"] if f["category"].startswith("missing")}

    assert missing(context=QUESTION) == set()
    assert "missing_regret" in missing(context=COMPLAINT)
    assert "missing_regret" in missing()
    assert missing(kind="praise") == set()


def test_the_order_is_what_facts_are_checked_against(command, tmp_path):
    path = tmp_path / "order.json"
    path.write_text(json.dumps({"order_id": "14-20731-55812", "shipped_at": "2026-11-03"}))
    reply = ANSWER.replace("I posted it too late.", "I posted it on 5 November.")
    found = command("check", "--order", path, "--format", "json", stdin=reply).json()["findings"]
    [conflict] = [f for f in found if f["category"] == "fact_conflict"]
    assert conflict["text"].startswith("5 November")
    assert conflict["severity"] == "error"


def test_a_channel_has_rules_of_its_own(command):
    reply = ANSWER.replace("Lena\n", "See https://shop.example/help.\n\nLena\n")
    for channel, is_forbidden in (("amazon", True), ("own", False)):
        finished = command("check", "--channel", channel, "--format", "json", stdin=reply)
        rules = {f["category"] for f in finished.json()["findings"]}
        assert ("channel_rule" in rules) is is_forbidden


def test_russian_is_found_by_itself_or_told(command):
    text = "Здравствуйте! Вы сами виноваты.\n"
    for options in ((), ("--language", "auto"), ("--language", "ru")):
        report = command("check", *options, "--format", "json", stdin=text).json()
        assert report["language"] == "ru"
        assert "blame_customer" in {f["category"] for f in report["findings"]}


def test_a_letter_is_classified_with_its_reasons(command, tmp_path):
    path = tmp_path / "letter.eml"
    path.write_bytes(mail("Order 113-4471093-2207714", COMPLAINT))
    finished = command("classify", path, "--format", "json")
    judged = finished.json()
    assert finished.code == 0
    assert set(judged) >= JUDGEMENT_KEYS
    assert (judged["language"], judged["complaint"], judged["heat"]) == ("en", True, 3)
    assert judged["kind"] == "not_received"
    assert judged["order_refs"] == ["113-4471093-2207714"]
    assert 0.5 < judged["confidence"] <= 1
    assert all(set(reason) == {"start", "end", "text", "why"} for reason in judged["reasons"])


def test_a_letter_is_classified_in_words(command):
    finished = command("classify", stdin=mail("A question", QUESTION))
    assert finished.out.startswith("no complaint: question, heat 0, en\n")


def test_lines_name_a_letter_by_its_text_or_by_its_file(command, tmp_path):
    path = tmp_path / "letter.eml"
    path.write_bytes(mail("Where", COMPLAINT))
    lines = [
        {"id": 1, "subject": "A question", "body": QUESTION},
        {"id": 2, "eml": str(path)},
        {"id": "\ud800", "body": ""},
    ]
    stdin = "\n".join(json.dumps(line) for line in lines)
    finished = command("classify", "--format", "jsonl", stdin=stdin)
    judged = finished.json_lines
    assert [(one["id"], one["complaint"]) for one in judged] == [
        (1, False),
        (2, True),
        ("\ud800", False),
    ]


@pytest.fixture
def letter(tmp_path):
    path = tmp_path / "letter.eml"
    path.write_bytes(mail("Where is my book", COMPLAINT))
    return path


@pytest.fixture
def order(tmp_path):
    path = tmp_path / "order.json"
    document = {
        "order_id": "14-20731-55812",
        "source": "ebay-orders",
        "items": [{"title": "The Light at Skerra", "amount": "18.50"}],
        "shipped_at": "2026-11-13",
        "service": "USPS Media Mail",
        "currency": "USD",
        "total": "21.85",
        "buyer": {"name": "Tom Vale"},
    }
    path.write_text(json.dumps(document))
    return path


def test_suggestions_come_best_first_with_their_facts(command, letter, order):
    finished = command("suggest", letter, "--order", order, "--format", "json")
    offered = finished.json()
    assert finished.code == 0
    assert len(offered) >= 2
    for one in offered:
        assert set(one) == SUGGESTION_KEYS
        assert {f["severity"] for f in one["findings"]} <= {"advice"}
        assert one["subject"] == "Re: Where is my book"
        assert set(one["cost"]) == {"spend", "amount", "currency", "postage", "certain"}
        told = {fact["name"] for said in one["sentences"] for fact in said["facts"]}
        assert told == set(one["facts"])
    text = command("suggest", letter, "--order", order).out
    assert text.startswith(f"# {offered[0]['template']}: ")
    assert offered[0]["body"] in text


def test_a_stance_puts_its_suggestions_first(command, letter, order):
    def offered(*options):
        arguments = ("suggest", letter, "--order", order, *options, "--format", "json")
        return [one["stance"] for one in command(*arguments).json()]

    stances = set(offered())
    assert len(stances) > 1
    for stance in stances:
        assert offered("--stance", stance)[0] == stance


@pytest.mark.parametrize("language", ["en", "ru"])
def test_suggestions_are_written_in_the_wanted_language(command, letter, language):
    offered = command("suggest", letter, "--language", language, "--format", "json").json()
    assert {one["language"] for one in offered} == {language}


def test_the_time_in_a_suggestion_is_the_programs_own(command, letter):

    def body():
        return command("suggest", letter, "--format", "json").json()[0]["body"]

    today = body()
    command.clock.pass_time(timedelta(days=40))
    assert body() != today
