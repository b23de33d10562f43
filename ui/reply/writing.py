"""What the seller writes: suggestions, drafts, checks while she types, and the start of a hold."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from ...mailbox.store.accounts import load_account, load_accounts
from ...replies.compose import store as drafts
from ...replies.errors import ReplyError
from ...replies.inbox import Matter
from ...replies.outbox import store as held
from ...replies.outbox.held_reply import HeldReply
from ...replies.tone.finding import ToneReport
from .. import operations
from ..engine import Engine
from ..languages import said
from ..outbox_words import HoldWords
from .composer import Composer

if TYPE_CHECKING:
    from ...replies.compose.suggestion import Suggestion
    from ...replies.tone.context import CheckContext

_SAVE_AFTER_MS: Final = 800
_PLAN_EVERY_MS: Final = 20_000
_CHECK: Final = "check"


@dataclass(frozen=True, slots=True)
class _Checked:
    """What the tone check says of a text."""

    text: str
    report: ToneReport


def _checked(text: str, context: CheckContext) -> _Checked:
    from ...replies import answering

    return _Checked(text, answering.review(text, context))


class Writing(QObject):
    """Runs the composer for one letter at a time.

    Signals:
        began: a reply is being written, the composer wants to be seen.
        ended: no reply is being written any more.
        held: carries the HeldReply that began to cool.
        refused: carries a sentence on why nothing can be written or held.
    """

    began = Signal()
    ended = Signal()
    held = Signal(object)
    refused = Signal(str)

    def __init__(
        self,
        engine: Engine,
        composer: Composer,
        words: HoldWords,
        language: str,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._language = language
        self._engine = engine
        self._composer = composer
        self._words = words
        self._matter: Matter | None = None
        self._context: CheckContext | None = None
        self._dismissals: dict[str, str] = {}
        self._offered: tuple[Suggestion, ...] = ()
        self._saving = QTimer(self)
        self._saving.setSingleShot(True)
        self._saving.setInterval(_SAVE_AFTER_MS)
        self._saving.timeout.connect(self.save)
        self._planning = QTimer(self)
        self._planning.setInterval(_PLAN_EVERY_MS)
        self._planning.timeout.connect(self._show_plan)
        engine.background.finished.connect(self._on_finished)
        engine.background.failed.connect(self._on_failed)
        composer.text_changed.connect(self._check)
        composer.editor.text_edited.connect(self._saving.start)
        composer.dismissed.connect(self._on_dismissed)
        composer.hold_wanted.connect(self._hold)
        composer.save_wanted.connect(self.save)
        composer.left.connect(self.leave)

    @property
    def is_writing(self) -> bool:
        """A reply is open in the composer."""
        return self._matter is not None

    def reply(self, matter: Matter, *, template: str = "", with_suggestion: bool = False) -> None:
        """Write a reply: the draft where one was begun, else a suggestion or an empty page.

        Args:
            template: take the suggestion of this template, as for a holding reply.
            with_suggestion: take the best suggestion.
        """
        from ...replies import answering, suggesting  # 0.3 s, not before a reply is written

        db = self._engine.reader
        if held.live_of_conversation(db, matter.conversation_id):
            self.refused.emit(
                self.tr("A reply to this letter is held already. Take it back to change it.")
            )
            return
        try:
            to = answering.recipient(matter, [a.address for a in load_accounts(db)])
        except ReplyError as error:
            self.refused.emit(said(error))
            return
        self.leave()
        account = load_account(db, matter.account_id)
        draft = drafts.load_draft(db, matter.conversation_id)
        self._matter = matter
        self._dismissals = dict(draft.dismissals) if draft else {}
        self._context = answering.check_context(
            matter,
            self._engine.outbox.clock.read().wall,
            answering.private_data(db, matter.order),
            (account.name, account.address, *self._shop_names()),
        )
        self._offered = suggesting.suggestions(
            matter,
            self._engine.preferences,
            self._engine.outbox.clock.read().wall.astimezone(),
            seller_language=self._language,
        )
        chosen = self._chosen(template, with_suggestion=with_suggestion)
        subject = self._offered[0].subject if self._offered else ""
        body = self._offered[chosen].body if chosen is not None else ""
        if draft is not None and chosen is None:
            subject, body = draft.subject, draft.body
        sender = f"{account.name} <{account.address}>" if account.name else account.address
        self._composer.begin(sender, str(to), subject, body, self._offered, chosen)
        self._show_plan()
        self._planning.start()
        self.began.emit()
        self._composer.editor.setFocus()

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
        body = self._composer.body()
        is_untouched = any(body == suggestion.body for suggestion in self._offered)
        draft = drafts.StoredDraft(
            self._matter.conversation_id,
            self._composer.subject(),
            "" if is_untouched else body,
            tuple(self._dismissals.items()),
        )
        self._engine.follow(operations.save_draft(self._engine.writer, self._engine.outbox, draft))

    def follow(self, matter: Matter | None) -> None:
        """The seller reads another letter, or the same one has changed."""
        if self._matter is None:
            return
        if matter is None or matter.conversation_id != self._matter.conversation_id:
            self.leave()
        else:
            self._matter = matter
            self._show_plan()

    def _chosen(self, template: str, *, with_suggestion: bool) -> int | None:
        if template:
            names = [suggestion.template for suggestion in self._offered]
            return names.index(template) if template in names else None
        return 0 if with_suggestion and self._offered else None

    def _shop_names(self) -> tuple[str, str]:
        preferences = self._engine.preferences
        return preferences.shop_name, preferences.seller_name

    def _check(self) -> None:
        if self._context is None:
            return
        text, context = self._composer.body(), self._context
        self._engine.background.start(_CHECK, partial(_checked, text, context))

    def _on_finished(self, name: str, result: object) -> None:
        if name == _CHECK and isinstance(result, _Checked) and self._matter is not None:
            self._composer.set_report(result.report, self._dismissals, result.text)

    def _on_failed(self, name: str, error: Exception) -> None:
        if name == _CHECK:
            self._engine.failed.emit(error)

    def _on_dismissed(self, key: str, reason: str) -> None:
        self._dismissals[key] = reason
        self.save()
        self._check()

    def _show_plan(self) -> None:
        if self._matter is None:
            return
        now = self._engine.outbox.clock.read().wall
        matter = self._matter
        plan = self._engine.outbox.plan(self._engine.reader, matter.hold_heat, matter.answer_due)
        self._composer.set_plan(plan, self._words.plan(plan, now), now)

    def _hold(self) -> None:
        from ...replies import answering

        if self._matter is None or self._context is None:
            return
        db = self._engine.reader
        account = load_account(db, self._matter.account_id)
        own = [a.address for a in load_accounts(db)]
        try:
            report = answering.review(self._composer.body(), self._context)
            answering.ensure_may_be_held(report, self._dismissals)
            draft = answering.make_draft(
                self._matter, account, own, self._composer.subject(), self._composer.body()
            )
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
        )
        self._engine.follow(future, self._on_held, self._on_not_held)

    def _on_held(self, reply: HeldReply) -> None:
        self._end()
        self.held.emit(reply)

    def _on_not_held(self, error: Exception) -> None:
        self._composer.set_busy(False)
        self.refused.emit(said(error))

    def _end(self) -> None:
        self._planning.stop()
        self._saving.stop()
        self._matter = None
        self.ended.emit()
