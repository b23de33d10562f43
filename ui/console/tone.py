"""The commands about words: check, classify, suggest."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, Final

from ...mailbox import sentence as told
from ...mailbox.mime import parse_message
from ...replies.cases.case import MAX_HEAT, CaseKind, Judgement
from ...replies.cases.triage import judge, judge_text
from ...replies.compose.suggestion import Cost, Sentence, Stance, Suggestion
from ...replies.errors import OrderFileError
from ...replies.orders.order import Marketplace, Order, OrderFile
from ...replies.orders.order_json import order_from_json
from ...replies.suggesting import suggestions_for_message
from ...replies.tone.checker import check as check_tone
from ...replies.tone.context import CheckContext
from ...replies.tone.fault import Fault
from ...replies.tone.finding import Finding, Severity, ToneReport
from ...replies.tone.mending import Repair, repairs_of
from ...replies.tone.reasons import reason_in
from ..profile import Profile
from .exits import BAD_INPUT, FOUND, OK, BadInputError
from .output import (
    complain,
    parse_json,
    read_bytes,
    read_json,
    read_lines,
    read_text,
    say,
    say_json,
    say_json_line,
)
from .tongue import speaks_russian, spoken

_TEXTS: Final = ("language", "customer_signed", "context", "kind", "at_fault", "channel")


_Repairs = Mapping[Finding, Sequence[Repair]]


def check(options: argparse.Namespace, profile: Profile) -> int:
    """Check the tone of a reply; exit 1 where warnings or errors stand."""
    today = profile.clock.read().wall.astimezone().date()
    if options.format == "jsonl":
        return _check_lines(options, today)
    given = {
        "language": options.language,
        "heat": options.heat,
        "channel": options.channel,
        "order": read_json(options.order) if options.order else None,
    }
    report, repairs = _checked(read_text(options.file), _context(given, "--order"), today)
    if options.format == "json":
        say_json(_report(report, repairs))
    else:
        _say_report(report, repairs)
    return _verdict(report)


def _checked(text: str, context: CheckContext, today: date) -> tuple[ToneReport, _Repairs]:
    report = check_tone(text, context)
    return report, {f: repairs_of(text, f, context, today, report) for f in report.findings}


def _check_lines(options: argparse.Namespace, today: date) -> int:
    worst = OK

    def answer(line: Mapping[str, Any], place: str) -> dict[str, object]:
        nonlocal worst
        report, repairs = _checked(_text(line, "text", place), _context(line, place), today)
        worst = max(worst, _verdict(report))
        return _report(report, repairs)

    return max(_answer_lines(options.file, answer), worst)


def _answer_lines(
    name: str, answer: Callable[[Mapping[str, Any], str], Mapping[str, object]]
) -> int:
    """Answer each line as it comes; one that can't be used is told, and the others go on."""
    code = OK
    for number, given in read_lines(name):
        if isinstance(given, str) and not given.strip():
            continue
        place, line = told.Sentence("Console", "line {number}").format(number=number), {}
        try:
            line = _object(given, place)
            said = answer(line, place)
        except BadInputError as error:
            complain(told.sentence_of(error))
            said, code = {"error": str(error)}, BAD_INPUT
        say_json_line({"id": line.get("id"), **said})
    return code


def _object(given: str | BadInputError, place: str) -> dict[str, Any]:
    if isinstance(given, BadInputError):
        raise given
    value = parse_json(given, place)
    if not isinstance(value, dict):
        raise BadInputError(
            told.Sentence("Console", "{place}: a JSON object is wanted.").format(place=place)
        )
    return value


def classify(options: argparse.Namespace, _profile: Profile) -> int:
    """Say whether a message is a complaint, of what kind, and how hot."""
    if options.format == "jsonl":
        return _answer_lines(options.file, lambda line, at: _judgement(_judge_line(line, at)))
    judgement = judge(parse_message(read_bytes(options.file)))
    if options.format == "json":
        say_json(_judgement(judgement))
        return OK
    word = told.Sentence("Console", "no complaint: {kind}, heat {heat}, {language}")
    if judgement.complaint:
        word = told.Sentence("Console", "a complaint: {kind}, heat {heat}, {language}")
    kind, language = judgement.kind.value, judgement.language
    say(word.format(kind=kind, heat=judgement.heat, language=language))
    for reason in judgement.reasons:
        say(f"  “{reason.text}”: {reason.why}")
    return OK


def suggest(options: argparse.Namespace, profile: Profile) -> int:
    """Show the replies that the window would offer, best first."""
    message = parse_message(read_bytes(options.file))
    order = _order(read_json(options.order), "--order") if options.order else None
    offered = suggestions_for_message(
        message,
        OrderFile(0, order) if order else None,
        now=profile.clock.read().wall.astimezone(),
        language=None if options.language == "auto" else options.language,
        stance=Stance(options.stance) if options.stance else None,
    )
    if options.format == "json":
        say_json([_suggestion(suggestion, report) for suggestion, report in offered])
        return OK
    for suggestion, _ in offered:
        say(f"# {suggestion.template}: {suggestion.why}\n\n{suggestion.body}\n")
    return OK


def _context(given: Mapping[str, Any], place: str) -> CheckContext:
    _check_types(given, place)
    kind = given.get("kind") or ""
    if kind and kind not in {member.value for member in CaseKind}:
        raise BadInputError(
            told.Sentence("Console", "{place}: '{kind}' is no kind of case.").format(
                place=place, kind=kind
            )
        )
    fault = given.get("at_fault")
    their_text = given.get("context") or ""
    is_asked = bool(their_text or kind or given.get("heat") is not None)
    complaint = fault != Fault.NONE.value
    if is_asked and not kind and their_text and fault is None:
        judgement = judge_text("", their_text)
        kind, complaint = judgement.kind.value, judgement.complaint
    elif kind in {CaseKind.QUESTION.value, CaseKind.PRAISE.value, CaseKind.OTHER.value}:
        complaint = fault not in {None, Fault.NONE.value}
    order = given.get("order")
    try:
        return CheckContext(
            language=None if given.get("language") == "auto" else given.get("language"),
            complaint=complaint,
            kind=kind,
            heat=given.get("heat"),
            at_fault=Fault(fault) if fault else None,
            customer_signed=given.get("customer_signed"),
            their_text=their_text,
            order=_order(order, place) if order else None,
            channel=Marketplace(given["channel"]) if given.get("channel") else None,
        )
    except ValueError as error:
        raise BadInputError(
            told.Sentence("Console", "{place}: {why}.").format(place=place, why=error)
        ) from error


def _check_types(given: Mapping[str, Any], place: str) -> None:
    for key in _TEXTS:
        if not isinstance(given.get(key), str | None):
            raise BadInputError(
                told.Sentence("Console", '{place}: "{key}" is no text.').format(
                    place=place, key=key
                )
            )
    heat = given.get("heat")
    if heat is not None and (type(heat) is not int or not 0 <= heat <= MAX_HEAT):
        raise BadInputError(
            told.Sentence(
                "Console", '{place}: "heat" is a whole number from 0 to {max_heat}.'
            ).format(place=place, max_heat=MAX_HEAT)
        )


def _order(document: object, place: str) -> Order:
    if not isinstance(document, dict):
        raise BadInputError(
            told.Sentence("Console", "{place}: an order is a JSON object.").format(place=place)
        )
    try:
        return order_from_json(document)
    except OrderFileError as error:
        raise BadInputError(
            told.Sentence("Console", "{place}: {why}").format(place=place, why=error)
        ) from error


def _text(line: Mapping[str, Any], key: str, place: str) -> str:
    value = line.get(key)
    if not isinstance(value, str):
        raise BadInputError(
            told.Sentence("Console", '{place}: "{key}" is missing or no text.').format(
                place=place, key=key
            )
        )
    return value


def _judge_line(line: Mapping[str, Any], place: str) -> Judgement:
    if "eml" in line:
        return judge(parse_message(read_bytes(_text(line, "eml", place))))
    return judge_text(str(line.get("subject") or ""), _text(line, "body", place))


def _judgement(judgement: Judgement) -> dict[str, object]:
    return {
        "language": judgement.language,
        "complaint": judgement.complaint,
        "kind": judgement.kind.value,
        "heat": judgement.heat,
        "order_refs": list(judgement.order_refs),
        "confidence": round(judgement.confidence, 3),
        "reasons": [
            {"start": r.start, "end": r.end, "text": r.text, "why": r.why}
            for r in judgement.reasons
        ],
        "issues": [kind.value for kind in judgement.issues],
        "automatic": judgement.automatic,
    }


def _finding(finding: Finding) -> dict[str, object]:
    span = finding.span
    return {
        "rule": finding.rule,
        "category": finding.category,
        "severity": finding.severity.value,
        "start": span.start if span else None,
        "end": span.end if span else None,
        "text": finding.text,
        "message": finding.message,
        "repair": finding.repair,
    }


def _repair(finding: Finding, repairs: Sequence[Repair]) -> str | None:
    """What to put in place of the finding's words, or of a letter's lack anywhere."""
    for repair in repairs[:1]:
        if finding.span is None or repair.span == finding.span:
            return repair.said if finding.span is None else repair.text
    return finding.repair


def _report(report: ToneReport, repairs: _Repairs) -> dict[str, object]:
    apology = report.apology
    return {
        "language": report.language,
        "findings": [
            {**_finding(finding), "repair": _repair(finding, repairs[finding])}
            for finding in report.findings
        ],
        "apology": {
            "regret": apology.regret is not None,
            "responsibility": apology.responsibility is not None,
            "remedy": apology.remedy is not None,
        },
        "blocked": report.is_blocked,
    }


def _suggestion(suggestion: Suggestion, report: ToneReport) -> dict[str, object]:
    return {
        "template": suggestion.template,
        "stance": suggestion.stance.value,
        "remedy": suggestion.remedy,
        "language": suggestion.language,
        "subject": suggestion.subject,
        "body": suggestion.body,
        "why": suggestion.why,
        "facts": suggestion.facts,
        "missing": list(suggestion.missing),
        "cost": _cost(suggestion.cost),
        "sentences": [_sentence(sentence) for sentence in suggestion.sentences],
        "findings": [_finding(finding) for finding in report.findings],
    }


def _cost(cost: Cost) -> dict[str, object]:
    return {
        "spend": cost.spend.value,
        "amount": f"{cost.amount.amount}" if cost.amount else None,
        "currency": cost.amount.currency if cost.amount else None,
        "postage": cost.postage,
        "certain": cost.certain,
    }


def _sentence(sentence: Sentence) -> dict[str, object]:
    return {
        "start": sentence.start,
        "end": sentence.end,
        "rule": sentence.rule.value,
        "facts": [
            {"name": fact.name, "words": fact.words, "source": fact.source.value}
            for fact in sentence.facts
        ],
    }


def _say_report(report: ToneReport, repairs: _Repairs) -> None:
    for finding in report.findings:
        where = f"“{finding.text}” " if finding.text else ""
        why = reason_in("ru", finding) if speaks_russian() else finding.message
        say(f"{finding.severity.value}: {where}{why} [{finding.rule}]")
        for repair in repairs[finding][:1]:
            better = told.Sentence("Console", "better: leave it out")
            if repair.said:
                better = told.Sentence("Console", "better: “{repair}”")
            say(f"  {spoken(better.format(repair=repair.said))}")
    if not report.findings:
        say(told.Sentence("Console", "Nothing to mend."))


def _verdict(report: ToneReport) -> int:
    heavy = {Severity.ERROR, Severity.WARNING}
    return FOUND if any(finding.severity in heavy for finding in report.findings) else OK
