"""What the seller writes: suggestions, drafts, checks while she types, and the start of a hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from ...mailbox.account import Identity
from ...mailbox.enclosure import Enclosure
from ...mailbox.message import Address
from ...mailbox.store.accounts import load_accounts
from ...replies.compose import store as drafts
from ...replies.errors import ReplyError, WrongSenderError
from ...replies.identities import own_addresses, senders
from ...replies.inbox import Matter
from ...replies.outbox import store as held
from ...replies.outbox.held_reply import HeldReply
from ...replies.tone.finding import Finding, Severity, ToneReport
from .. import operations
from ..engine import Engine
from ..languages import said
from ..outbox_words import HoldWords
from .composer import Composer
from .earlier_texts import EarlierTexts
from .enclosing import Enclosing
from .enclosure_preview import TextPreview
from .gaps import gaps_of
from .heat_meter import HeatMeter
from .posting import Posting
from .spelling import Spelling
from .twin import Twin

if TYPE_CHECKING:
    from collections.abc import Sequence
    from concurrent.futures import Future

    from ...replies.compose.draft import Draft
    from ...replies.compose.suggest import SuggestionInputs
    from ...replies.compose.suggestion import Stance, Suggestion
    from ...replies.tone.context import CheckContext
    from ...replies.tone.mending import Repair
    from ...replies.tone.stated import Stated

_SAVE_EVERY_MS: Final = 500  # while she types; with the commit, less than a second is not kept
_PLAN_EVERY_MS: Final = 20_000
_CHECK: Final = "check"


@dataclass(frozen=True, slots=True)
class _Checked:
    """What the tone check says of a text, and what it knew beside it."""

    text: str
    context: CheckContext
    report: ToneReport
    facts: tuple[Stated, ...]


def _checked(text: str, context: CheckContext, now: datetime) -> _Checked:
    """The check, and beside it the facts of the order on which no error stands."""
    from ...replies import answering
    from ...replies.tone.stated import stated

    report = answering.review(text, context)
    errors = [f.span for f in report.findings if f.span and f.severity is Severity.ERROR]
    facts = stated(text, context, now.date(), now.tzinfo or UTC)
    kept = tuple(one for one in facts if not any(span.overlaps(one.span) for span in errors))
    return _Checked(text, context, report, kept)


class Writing(QObject):
    """Runs the composer for one letter at a time.

    Signals:
        began: a reply is being written, the composer wants to be seen.
        ended: no reply is being written any more.
        held: carries the HeldReply that began to cool.
        refused: carries a sentence on why nothing can be written, attached or held.
        removed: carries the Done of an attached file that was taken off.
    """

    began = Signal()
    ended = Signal()
    held = Signal(object)
    refused = Signal(str)
    removed = Signal(object)

    def __init__(
        self,
        engine: Engine,
        composer: Composer,
        words: HoldWords,
        language: str,
        gap_words: Mapping[str, str],
        parent: QObject,
    ) -> None:
        """Run this composer.

        Args:
            gap_words: what stands in a letter where a template of hers lacks a fact.
        """
        super().__init__(parent)
        self._language = language
        self._gap_words = gap_words
        composer.set_gaps(gaps_of(frozenset(gap_words.values())))
        self._engine = engine
        self._composer = composer
        self._words = words
        self._matter: Matter | None = None
        self._taken: Matter | None = None  # what the letter that was taken last was made of
        self._context: CheckContext | None = None
        self._dismissals: dict[str, str] = {}
        self._offered: tuple[Suggestion, ...] = ()
        self._suggested: set[str] = set()  # all that was offered since the reply was opened
        self._last_saves: dict[int, tuple[drafts.StoredDraft, Future[None]]] = {}
        composer.set_mending(self._repairs)
        self._enclosing = Enclosing(engine, composer, self)
        self._enclosing.changed.connect(self._on_enclosures_changed)
        self._enclosing.refused.connect(self.refused)
        self._enclosing.removed.connect(self.removed)
        self._enclosing.meant_for_other.connect(self._enclose)
        self._earlier = EarlierTexts(engine, composer, words.words, self)
        self._posting = Posting(engine, composer, words.words, self)
        composer.letter_taken.connect(self._on_letter_taken)
        self._twin = Twin(composer, language, self._inputs_taken, self)
        self._twin.refused.connect(self.refused)
        self.spelling = Spelling(engine, composer, self)
        self._meter = HeatMeter(engine.background, composer.editor, self)
        self._meter.risen.connect(self._show_plan)
        self._saving = QTimer(self)
        self._saving.setSingleShot(True)
        self._saving.setInterval(_SAVE_EVERY_MS)
        self._saving.timeout.connect(self.save)
        self._planning = QTimer(self)
        self._planning.setInterval(_PLAN_EVERY_MS)
        self._planning.timeout.connect(self._show_plan)
        engine.background.finished.connect(self._on_finished)
        engine.background.failed.connect(self._on_failed)
        composer.text_changed.connect(self._check)
        composer.editor.text_edited.connect(self._save_soon)
        composer.dismissed.connect(self._on_dismissed)
        composer.identity.sender_chosen.connect(self._on_sender_chosen)
        composer.hold_wanted.connect(self._hold)
        composer.save_wanted.connect(self.save)
        composer.left.connect(self.leave)
        composer.letters_wanted.connect(self.offer_templates)

    @property
    def is_writing(self) -> bool:
        """A reply is open in the composer."""
        return self._matter is not None

    def reply(self, matter: Matter, *, template: str = "", with_suggestion: bool = False) -> None:
        """Write a reply: the draft where one was begun, else a suggestion or an empty page.

        A suggestion that is wanted takes the place of what she wrote; Ctrl+Z brings that back.

        Args:
            template: take the suggestion of this template, as for a holding reply.
            with_suggestion: take the best suggestion.
        """
        from ...replies import answering  # 0.3 s, not before a reply is written

        db = self._engine.reader
        if held.live_of_conversation(db, matter.conversation_id):
            self.refused.emit(
                self.tr("A reply to this letter is held already. Take it back to change it.")
            )
            return
        accounts = load_accounts(db)
        try:
            to = answering.recipient(matter, own_addresses(accounts))
            found = senders(matter.letter.message, answering.receiver(matter, accounts))
        except ReplyError as error:
            self.refused.emit(said(error))
            return
        draft = self._draft_of(matter.conversation_id)
        self.leave()
        self._matter = matter
        self._dismissals = dict(draft.dismissals) if draft else {}
        own_names = (*answering.own_names(matter, accounts), *self._shop_names())
        self._context = answering.check_context(
            matter,
            self._engine.outbox.clock.read().wall,
            answering.private_data(db, matter.order),
            own_names,
            attachments=len(draft.enclosures) if draft else 0,
        )
        self.spelling.begin(matter, own_names)
        self._offered = self._suggestions(matter)
        self._suggested = {suggestion.body for suggestion in self._offered}
        self._meter.begin(matter, self._context, is_kept=draft is not None)
        chosen = self._chosen(template, best=with_suggestion)
        self._begin(matter, found[0].identity, str(to), draft, chosen)
        self._enclosing.begin(matter, draft.enclosures if draft else ())
        self._composer.identity.offer_senders(
            found, draft.sender if draft else "", answering.channel(matter)
        )
        self._show_plan()
        self._planning.start()
        self.began.emit()
        self._composer.editor.setFocus()

    def offer_templates(self) -> None:
        """Let the seller choose a letter, hers or ours, to be put in where she writes."""
        from ...replies.compose.suggest import every_letter

        if self._matter is not None:
            self._composer.offer_letters(every_letter(self._inputs(self._matter)))

    def attach(self) -> None:
        """Let the seller choose files that go with the reply."""
        self._enclosing.choose()

    def toggle_second_language(self) -> None:
        """Show the letter in a second language beside the text, or no more."""
        if self._matter is not None:
            self._twin.toggle()

    def _on_letter_taken(self) -> None:
        self._taken = self._matter

    def _inputs_taken(self) -> SuggestionInputs | None:
        """What the letter that stands in the text was made of, and its twin is made of, too."""
        return None if self._taken is None else self._inputs(self._taken)

    def show_earlier_texts(self) -> None:
        """Show what the reply was before, once what stands there now is kept."""
        if self._matter is not None and self._may_change:
            self.save()
            _, saved = self._last_saves[self._matter.conversation_id]
            self._engine.follow(saved, partial(self._on_saved_for_list, self._matter))

    @property
    def _may_change(self) -> bool:
        """A reply is open, and it is not on its way into its hold."""
        return self._matter is not None and not self._composer.editor.isReadOnly()

    def take_stance(self, stance: Stance) -> None:
        """Put the best suggestion of a stance in place of the text; Ctrl+Z brings that back."""
        if not self._may_change:
            return
        stances = [suggestion.stance for suggestion in self._offered]
        if stance in stances:
            self._composer.choose_suggestion(stances.index(stance))
        else:
            self.refused.emit(self.tr("No suggestion for this letter takes that stance."))

    def put_steps(self) -> None:
        """Put what they are to do, step by step, in where the cursor stands."""
        if not self._may_change:
            return
        steps = next(filter(None, (suggestion.steps for suggestion in self._offered)), "")
        if steps:
            self._composer.put_block(steps)
        else:
            self.refused.emit(self.tr("There is nothing that they have to do in this case."))

    def show_preview(self) -> None:
        """Show the letter as it will leave, from whom to whom."""
        if self._matter is None:
            return
        try:
            draft = self._made_draft(self._matter)
        except ReplyError as error:
            self.refused.emit(said(error))
            return
        text = self._composer.words.whole_letter(draft)
        title = self.tr("Exactly what will be sent")
        shown = TextPreview(title, text, is_cut=False, parent=self._composer.window())
        shown.finished.connect(self._go_on_writing)
        shown.open()

    def _go_on_writing(self) -> None:
        self._composer.editor.setFocus()

    def _made_draft(self, matter: Matter) -> Draft:
        """The reply as it stands.

        Raises:
            ReplyError: it can't go so.
        """
        from ...replies import answering

        return answering.make_draft(
            matter,
            load_accounts(self._engine.reader),
            self._composer.subject(),
            self._composer.body(),
            self._composer.identity.sender_address(),
            self._enclosing.enclosures,
            self._enclosing.server_takes(),
        )

    def show_post_test(self) -> None:
        """Show the reply as it would look in public."""
        if self._matter is not None and self._context is not None:
            author = self._engine.preferences.shop_name
            author = author or self._composer.identity.sender_address()
            self._posting.show(self._matter, self._context, author)

    def _on_saved_for_list(self, matter: Matter, _: None) -> None:
        if self._matter is not None and self._matter.conversation_id == matter.conversation_id:
            self._earlier.show(matter.conversation_id)

    def leave(self) -> None:
        """Stop writing; the draft is kept."""
        if self._matter is None:
            return
        self.save()
        self._end()

    def save(self) -> None:
        """Keep the draft as it stands."""
        self._saving.stop()
        if self._matter is None:
            return
        self._keep(self._draft(self._matter))

    def _keep(self, draft: drafts.StoredDraft) -> None:
        future = operations.save_draft(self._engine.writer, self._engine.outbox, draft)
        self._last_saves[draft.conversation_id] = (draft, future)
        self._engine.follow(future)

    def _enclose(self, conversation_id: int, one: Enclosure) -> None:
        """Put a file to a draft that is not open; it or the file may still be on its way."""
        draft = self._draft_of(conversation_id) or drafts.StoredDraft(conversation_id, "", "")
        if one in draft.enclosures:
            return
        draft = replace(draft, enclosures=(*draft.enclosures, one))
        if conversation_id in self._last_saves:
            self._keep(draft)
            return
        engine = self._engine
        future = operations.enclose(engine.writer, engine.outbox, conversation_id, one)
        self._last_saves[conversation_id] = (draft, future)
        engine.follow(future)

    def _save_soon(self) -> None:
        """Keep the draft within half a second, however steadily she types."""
        if not self._saving.isActive():
            self._saving.start()

    def follow(self, matter: Matter | None) -> None:
        """The seller reads another letter, or the same one has changed."""
        if self._matter is None:
            return
        if matter is None or matter.conversation_id != self._matter.conversation_id:
            self.leave()
        else:
            has_new_word = matter.correction != self._matter.correction
            self._matter = matter
            if has_new_word:
                self._take_new_word(matter)
            self._show_plan()

    def _take_new_word(self, matter: Matter) -> None:
        """She has said otherwise what the letter is: the text stays, what is offered follows."""
        if self._context is not None:
            self._context = replace(
                self._context,
                complaint=matter.complaint,
                kind=matter.kind.value,
                heat=matter.heat,
                at_fault=matter.fault,
            )
        self._offered = self._suggestions(matter)
        self._suggested.update(suggestion.body for suggestion in self._offered)
        self._composer.offer_anew(self._offered)
        self._composer.check_now()

    def _suggestions(self, matter: Matter) -> tuple[Suggestion, ...]:
        from ...replies.compose.suggest import suggest

        return () if matter.is_begun_here else suggest(self._inputs(matter))

    def _inputs(self, matter: Matter) -> SuggestionInputs:
        """What the letters that can be offered for this one are made of."""
        from ...replies import suggesting
        from ...replies.background_store import load_background

        now = self._now()
        inputs = suggesting.inputs_of(
            matter,
            self._engine.preferences,
            now,
            seller_language=self._language,
            history=load_background(self._engine.reader, matter, now.date()).history,
            own=self._engine.templates.load(),
        )
        return replace(inputs, gap_words=self._gap_words)

    def _begin(
        self,
        matter: Matter,
        sender: Identity,
        to: str,
        draft: drafts.StoredDraft | None,
        chosen: int | None,
    ) -> None:
        first = self._offered[chosen or 0] if self._offered else None
        subject = matter.letter.message.subject if matter.is_begun_here else ""
        subject = first.subject if first else subject
        body = first.body if first and chosen is not None else ""
        is_hers = draft is not None and bool(draft.body)
        if draft is not None and (is_hers or chosen is None):
            subject, body = draft.subject or subject, draft.body
        self._composer.begin(
            str(Address(sender.name, sender.address)),
            to,
            subject,
            body,
            self._offered,
            None if is_hers else chosen,
        )
        if is_hers and chosen is not None:
            self._composer.choose_suggestion(chosen)

    def _draft_of(self, conversation_id: int) -> drafts.StoredDraft | None:
        """What was written of a reply: as it stands, where it is open, else as it was kept.

        What was left a moment ago may still be on its way to the store, or have failed to get
        there: then it is what she left that counts, not the older text that the store has.
        """
        if self._matter is not None and self._matter.conversation_id == conversation_id:
            return self._draft(self._matter)
        draft, saved = self._last_saves.get(conversation_id, (None, None))
        if draft is None or saved is None or (saved.done() and not saved.exception()):
            self._last_saves.pop(conversation_id, None)
            return drafts.load_draft(self._engine.reader, conversation_id)
        return None if draft.is_empty else draft

    def _draft(self, matter: Matter) -> drafts.StoredDraft:
        body = self._composer.body()
        return drafts.StoredDraft(
            matter.conversation_id,
            self._composer.subject(),
            "" if body in self._suggested else body,
            tuple(self._dismissals.items()),
            self._composer.identity.sender_address(),
            self._enclosing.enclosures,
        )

    def _chosen(self, template: str, *, best: bool) -> int | None:
        if template:
            names = [suggestion.template for suggestion in self._offered]
            return names.index(template) if template in names else None
        return 0 if best and self._offered else None

    def _shop_names(self) -> tuple[str, str]:
        preferences = self._engine.preferences
        return preferences.shop_name, preferences.seller_name

    def _check(self) -> None:
        if self._context is None:
            return
        text, context = self._composer.body(), self._context
        self._engine.background.start(_CHECK, partial(_checked, text, context, self._now()))

    def _on_finished(self, name: str, result: object) -> None:
        if name != _CHECK or not isinstance(result, _Checked) or self._matter is None:
            return
        if result.context is self._context:
            self._meter.take(result.report, result.text)
            self._composer.set_report(result.report, self._dismissals, result.text, result.facts)

    def _repairs(self, text: str, finding: Finding, report: ToneReport) -> Sequence[Repair]:
        """The ways to mend a finding; a day that they promise counts from today."""
        from ...replies.tone.mending import repairs_of

        if self._context is None:
            return ()
        return repairs_of(text, finding, self._context, self._now().date(), report)

    def _now(self) -> datetime:
        return self._engine.outbox.clock.read().wall.astimezone()

    def _on_failed(self, name: str, error: Exception) -> None:
        if name == _CHECK:
            self._engine.failed.emit(error)

    def _on_dismissed(self, key: str, reason: str) -> None:
        self._dismissals[key] = reason
        self.save()
        self._check()

    def _on_enclosures_changed(self) -> None:
        """Keep the files with the draft; whether the text speaks of one is looked at anew."""
        if self._context is not None:
            count = len(self._enclosing.enclosures)
            self._context = replace(self._context, attachments=count)
        self.save()
        self._composer.check_now()

    def _on_sender_chosen(self) -> None:
        self.save()
        self._show_plan()

    def _refusal(self, matter: Matter) -> str:
        """Why the address in From can't write this reply, what to do first; "" where it can."""
        from ...replies import answering

        accounts = load_accounts(self._engine.reader)
        try:
            answering.parties(matter, accounts, self._composer.identity.sender_address())
        except WrongSenderError as error:
            choose = self.tr("Choose another address in From.")
            leave = self.tr("This account can't answer the letter.")
            return f"{choose if error.choosable else leave}\n{said(error)}"
        except ReplyError as error:
            return said(error)
        return ""

    def _show_plan(self) -> None:
        if self._matter is None:
            return
        now = self._engine.outbox.clock.read().wall
        matter = self._matter
        if refusal := self._refusal(matter):
            self._composer.set_plan(None, refusal, now)
            return
        plan = self._engine.outbox.plan(self._engine.reader, matter.occasion, self._meter.heat)
        words = self._words.plan(plan, now, is_answer=not matter.is_begun_here)
        self._composer.set_plan(plan, words, now)

    def _hold(self) -> None:
        from ...replies import answering

        if self._matter is None or self._context is None:
            return
        if self._enclosing.is_busy:
            self._composer.set_busy(False)
            self.refused.emit(self.tr("A file is still being copied. Hold the reply in a moment."))
            return
        try:
            report = answering.review(self._composer.body(), self._context)
            answering.ensure_may_be_held(report, self._dismissals)
            draft = self._made_draft(self._matter)
        except ReplyError as error:
            self._composer.set_busy(False)
            self.refused.emit(said(error))
            return
        self._saving.stop()
        future = operations.hold_reply(
            self._engine.writer,
            self._engine.outbox,
            self._matter,
            draft,
            self._composer.first_body(),
            self._dismissals,
            self._meter.take_last(report, draft.body),
        )
        self._engine.follow(future, self._on_held, self._on_not_held)

    def _on_held(self, reply: HeldReply) -> None:
        self._last_saves.pop(reply.conversation_id, None)
        self._end()
        self.held.emit(reply)

    def _on_not_held(self, error: Exception) -> None:
        self._composer.set_busy(False)
        self.refused.emit(said(error))

    def _end(self) -> None:
        self._planning.stop()
        self._saving.stop()
        self._meter.end()
        self.spelling.end()
        self._enclosing.end()
        self._earlier.close()
        self._posting.close()
        self._twin.take(None)
        self._matter = self._taken = None
        self.ended.emit()
