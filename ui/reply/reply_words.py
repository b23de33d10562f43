"""What the composer says of findings, suggestions and the letter's length. No Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Final

from ...replies.compose.draft import Draft
from ...replies.compose.suggestion import Cost, Rule, Spend, Stance, Suggestion
from ...replies.compose.twins import Differences, Stated
from ...replies.language import formatting
from ...replies.tone.finding import Finding, Severity
from ...replies.tone.reasons import reason_in
from ..words import Translate, plain_english

SOME_HEAT: Final = 2  # of the seller's own; from here on it makes the hold longer
MUCH_HEAT: Final = 3
LONG_LETTER: Final = 200  # words; TONE.md section 1: behind it fewer answers come


class ReplyWords:
    """The words of the composer, in one language.

    Args:
        translate: gives the text of the window's language for an English source and a number
            (-1 where there is none).
        language: the window's, in which sums are written.
        meanings: of facts that have no shorter name here.
    """

    def __init__(
        self,
        translate: Translate = plain_english,
        language: str = "en",
        meanings: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self._translate = translate
        self._language = language
        self._titles = self._title_words()
        self._stances = self._stance_words()
        self._remedies = self._remedy_words()
        self._answers = self._answer_words()
        self._facts = {**meanings, **self._fact_words()}

    def tr(self, text: str, _disambiguation: str = "", n: int = -1) -> str:
        """The text in this language; named and called as Qt's, so that lupdate finds the texts."""
        return self._translate(text, n)

    def title(self, finding: Finding) -> str:
        """What a finding is, as the head of its card."""
        known = self._titles.get(finding.category)
        return known or finding.category.replace("_", " ").capitalize()

    def reason(self, finding: Finding) -> str:
        """Why it is one, in the window's language whatever that of the reply."""
        return reason_in(self._language, finding)

    def day(self, day: date) -> str:
        """A day by which something may be promised."""
        return formatting.weekday_day_month(day, self._language)

    def place(self, index: int, count: int) -> str:
        """Which finding is shown, counted from 1, and of how many."""
        return self.tr("{index} of {count}").format(index=index, count=count)

    def to_mend_first(self, count: int) -> str:
        """How many places stand between the letter and its hold."""
        return self.tr("%n place(s) to mend first.", "", count)

    def nothing_written(self) -> str:
        """That there is no text yet."""
        return self.tr("Nothing is written yet.")

    def going_into_its_hold(self) -> str:
        """That the reply is being put into its hold."""
        return self.tr("It goes into its hold.")

    def count(self, severity: Severity, count: int) -> str:
        """How many findings of a severity stand."""
        if severity is Severity.ERROR:
            return self.tr("%n place(s) must be mended", "", count)
        if severity is Severity.WARNING:
            return self.tr("%n place(s) to mend", "", count)
        return self.tr("%n piece(s) of advice", "", count)

    def nothing(self) -> str:
        """That there is nothing to mend."""
        return self.tr("Nothing to mend")

    def facts(self, count: int, *, is_known: bool) -> str:
        """How many facts of the letter the order says too, or does not say."""
        if is_known:
            if count == 1:
                return self.tr("1 fact agrees with the order")
            return self.tr("%n facts agree with the order", "", count)
        if count == 1:
            return self.tr("1 fact is not in the order")
        return self.tr("%n facts are not in the order", "", count)

    def fact(self, *, is_known: bool) -> str:
        """Whether the order says what stands there."""
        return self.tr("As in the order") if is_known else self.tr("The order does not say this")

    def set_aside(self, count: int) -> str:
        """How many findings the seller has dismissed, each with a reason."""
        return self.tr("%n set aside by you", "", count)

    def length(self, count: int) -> str:
        """How many words the letter has, and whether that is many."""
        words = self.tr("%n word(s)", "", count)
        return (
            self.tr("{words}, rather long").format(words=words) if count > LONG_LETTER else words
        )

    def own_heat(self, heat: int) -> str:
        """How hotly the reply was written; "" where that makes no difference to its hold."""
        if heat < SOME_HEAT:
            return ""
        return self.tr("some heat") if heat < MUCH_HEAT else self.tr("much heat")

    def suggestions(self, count: int) -> str:
        """The name of the suggestion picker."""
        return self.tr("Suggestions ({count})").format(count=count)

    def suggestion(self, suggestion: Suggestion) -> str:
        """What a suggested reply offers, and how it stands to the fault."""
        if suggestion.own:
            return self.tr("{name} · yours").format(name=suggestion.own)
        offer = self._answers.get(suggestion.template) or self.offer(suggestion.remedy)
        return f"{offer} · {self._stances[suggestion.stance]}"

    def offer(self, remedy: str) -> str:
        """What a reply offers, by the word of the catalogue."""
        return self._remedies.get(remedy) or remedy.replace("_", " ").capitalize()

    def cost(self, cost: Cost) -> str:
        """What a suggestion costs the seller, with sums as the window's language writes them."""
        sums = {
            Spend.NOTHING: self.tr("nothing"),
            Spend.LATER: self.tr("nothing yet"),
            Spend.PART: self.tr("a part of the price"),
            Spend.POSTAGE: self.tr("the postage they paid"),
            Spend.ALL: self.tr("the price"),
        }
        spent = formatting.money(cost.amount, self._language) if cost.amount else sums[cost.spend]
        if cost.postage:
            alone = cost.spend is Spend.NOTHING
            more = self.tr("the postage of a parcel") if alone else self.tr("{sum} and a parcel")
            spent = more.format(sum=spent)
        if cost.certain:
            return self.tr("Costs you {sum}").format(sum=spent)
        return self.tr("Costs you {sum} at most").format(sum=spent)

    def origins(self, suggestion: Suggestion) -> str:
        """Each sentence of a suggestion with the facts or the rule behind it, one a line."""
        rules = self._rule_words()
        lines = []
        for sentence in suggestion.sentences:
            if sentence.rule in rules:
                text = " ".join(suggestion.body[sentence.start : sentence.end].split())
                told = ", ".join(dict.fromkeys(fact.words for fact in sentence.facts))
                behind = f"{rules[sentence.rule]}: {told}" if told else rules[sentence.rule]
                lines.append(f"{text} [{behind}]")
        return "\n".join(lines)

    def _rule_words(self) -> dict[Rule, str]:
        return {
            Rule.REGRET: self.tr("regret"),
            Rule.RESPONSIBILITY: self.tr("responsibility"),
            Rule.LATE: self.tr("the wait is owned"),
            Rule.FACTS: self.tr("facts of the parcel"),
            Rule.REMEDY: self.tr("remedy with its day"),
            Rule.STEPS: self.tr("steps"),
            Rule.ANSWER: self.tr("answer"),
            Rule.CLOSING: self.tr("thanks"),
        }

    def whole_letter(self, draft: Draft) -> str:
        """A letter with what stands over it: from whom, to whom, the subject, the files."""
        head = [
            self.tr("From: {name}").format(name=draft.sender),
            self.tr("To: {name}").format(name=draft.to),
            self.tr("Subject: {subject}").format(subject=draft.subject),
        ]
        if draft.enclosures:
            names = ", ".join(one.name for one in draft.enclosures)
            head.append(self.tr("Attached: {names}").format(names=names))
        return "\n".join((*head, "", draft.body))

    def in_language(self, language: str) -> str:
        """In which language a second letter is."""
        said = {
            "en": self.tr("The same in English"),
            "ru": self.tr("The same in Russian"),
            "de": self.tr("The same in German"),
            "fr": self.tr("The same in French"),
            "es": self.tr("The same in Spanish"),
        }
        return said.get(language, language)

    def differences(self, found: Differences) -> str:
        """Whether two letters state equal facts, and what only one of them states."""
        if found.is_equal:
            return self.tr("Both letters state the same facts.")
        said = []
        if found.in_first:
            said.append(
                self.tr("Only in your reply: {facts}.").format(facts=_each(found.in_first))
            )
        if found.in_second:
            said.append(self.tr("Only here: {facts}.").format(facts=_each(found.in_second)))
        return " ".join(said)

    def missing(self, facts: Sequence[str]) -> str:
        """Which facts of the order a suggestion would have named and does without."""
        names = ", ".join(self._facts.get(fact, fact.replace("_", " ")) for fact in facts)
        return self.tr("Not known: {facts}").format(facts=names)

    def _remedy_words(self) -> dict[str, str]:
        return {
            "address_corrected": self.tr("Address put right"),
            "another_copy": self.tr("A search for another copy"),
            "answer_by_date": self.tr("An answer by a date"),
            "call_confirmed": self.tr("The call put in writing"),
            "each_matter": self.tr("An answer to each point"),
            "fees_paid": self.tr("Fees paid back"),
            "new_password": self.tr("A new password"),
            "proof_and_refund": self.tr("Dates, numbers and the money"),
            "sold_for_them": self.tr("No refund, sold again for them"),
            "fees_looked_at": self.tr("Fees looked into"),
            "missing_part": self.tr("The missing part sent after"),
            "none": self.tr("An answer"),
            "payment_looked_up": self.tr("Payment looked up"),
            "post_or_refund": self.tr("Posted, or refunded"),
            "postage_back": self.tr("Postage back"),
            "refund": self.tr("Refund"),
            "refund_after_window": self.tr("Refund when the time is out"),
            "refund_early": self.tr("Refund now, before the time is out"),
            "refund_if_not_there": self.tr("Refund if it does not come"),
            "refund_on_return": self.tr("Refund on return"),
            "refund_or_search": self.tr("Refund or a search, as they like"),
            "refund_without_return": self.tr("Refund, they keep the book"),
            "resend_or_refund": self.tr("Sent again, or refunded"),
            "return_or_part_refund": self.tr("Return or part refund, as they like"),
            "right_book": self.tr("The right book"),
            "search": self.tr("A search for the parcel"),
            "working_copy": self.tr("A working copy"),
        }

    def _answer_words(self) -> dict[str, str]:
        """What letters offer that are offered together and share a remedy, by their templates."""
        return {
            "ask_order": self.tr("The order number asked for"),
            "holding": self.tr("A first word now"),
            "holding_plain": self.tr("A first word now"),
            "not_received_lost": self.tr("Refund for a lost parcel"),
            "other_complaint": self.tr("A full answer by a date"),
            "other_thanks": self.tr("Thanks, and an answer by a date"),
            "praise_settled": self.tr("Thanks: they owe nothing"),
            "praise_thanks": self.tr("Thanks"),
            "question_checking": self.tr("An answer once the book was looked at"),
            "question_order": self.tr("The order number asked for"),
            "question_parcel": self.tr("Where the parcel is"),
            "threat_calm": self.tr("A calm answer by a date"),
        }

    def _fact_words(self) -> dict[str, str]:
        return {
            "condition": self.tr("condition"),
            "latest": self.tr("last day of delivery"),
            "order_number": self.tr("order number"),
            "ordered_on": self.tr("date of the order"),
            "posted_on": self.tr("date of posting"),
            "service": self.tr("postal service"),
            "title": self.tr("title"),
            "total": self.tr("sum"),
        }

    def _stance_words(self) -> dict[Stance, str]:
        return {
            Stance.OWN: self.tr("own it"),
            Stance.EXPLAIN: self.tr("explain kindly"),
            Stance.FIRM: self.tr("firm and kind"),
            Stance.BOUNDARY: self.tr("set a boundary"),
            Stance.CELEBRATE: self.tr("share the joy"),
        }

    def _title_words(self) -> dict[str, str]:
        return {
            "blame_customer": self.tr("Puts the blame on them"),
            "conditional_apology": self.tr("An apology with an if"),
            "hedged_or_weak_apology": self.tr("A weak apology"),
            "excuse": self.tr("An excuse"),
            "cliche": self.tr("A worn phrase"),
            "displaced_responsibility": self.tr("Pushes it on to others"),
            "missing_regret": self.tr("No word of regret yet"),
            "missing_responsibility": self.tr("Nobody owns it yet"),
            "missing_remedy": self.tr("No remedy yet"),
            "missing_steps": self.tr("What should they do?"),
            "vague_promise": self.tr("A promise without a date"),
            "sarcasm": self.tr("Sounds sarcastic"),
            "insult_or_profanity": self.tr("An insult"),
            "threat": self.tr("A threat"),
            "shouting": self.tr("Reads like shouting"),
            "condescension": self.tr("Talks down to them"),
            "policy_hiding": self.tr("Hides behind a rule"),
            "unsolicited_first_name": self.tr("Too familiar a name"),
            "private_data_leak": self.tr("Gives private data away"),
            "too_long": self.tr("Too long"),
            "imply_customer_lies": self.tr("Doubts their word"),
            "defensive": self.tr("Defends itself"),
            "unfilled_placeholder": self.tr("A gap still to fill"),
            "fact_conflict": self.tr("Does not match the order"),
            "channel_rule": self.tr("Not allowed on this marketplace"),
            "missing_attachment": self.tr("The attachment is missing"),
            "late_unowned": self.tr("The wait is not owned yet"),
            "house_rule": self.tr("Against your own rule"),
            "spelling": self.tr("Spelling"),
        }


def _each(stated: Sequence[Stated]) -> str:
    """Each once, as it stands in its letter."""
    return ", ".join(dict.fromkeys(one.words for one in stated))
