"""Takes the seller's own heat while she writes: how hot her draft was at its hottest (S1-15)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from ...replies.inbox import Matter
from ...replies.tone.finding import ToneReport
from ..workers import Background
from .draft_heat import DraftHeat, TakenOut
from .reply_editor import ReplyEditor

if TYPE_CHECKING:
    from ...replies.tone.context import CheckContext

_TAKEN_OUT: Final = "heat of what was taken out"


@dataclass(frozen=True, slots=True)
class _Taken:
    """The heat of texts that words were taken out of, and what the check knew beside them."""

    texts: tuple[str, ...]
    context: CheckContext
    heat: int


def _taken(texts: tuple[str, ...], context: CheckContext) -> _Taken:
    from ...replies import answering
    from ...replies.tone.own_heat import own_heat_of

    heat = max(own_heat_of(answering.review(text, context), text) for text in texts)
    return _Taken(texts, context, heat)


class HeatMeter(QObject):
    """Knows the highest heat of the draft that is being written, in memory only.

    It looks at every text that is checked, and at what stood there when words are taken out
    before the check has seen them.

    Signals:
        risen: the draft is hotter than it ever was.
    """

    risen = Signal()

    def __init__(self, background: Background, editor: ReplyEditor, parent: QObject) -> None:
        super().__init__(parent)
        self._background = background
        self._editor = editor
        self._drafts = DraftHeat()
        self._conversation_id: int | None = None
        self._context: CheckContext | None = None
        self._taken_out = TakenOut()
        self._unread: tuple[str, ...] = ()
        editor.text_edited.connect(self._on_text_edited)
        background.finished.connect(self._on_finished)

    @property
    def heat(self) -> int:
        """The highest heat of the draft so far, 0 to 3; 0 where none is written."""
        return 0 if self._conversation_id is None else self._drafts.of(self._conversation_id)

    def begin(self, matter: Matter, context: CheckContext, *, is_kept: bool) -> None:
        """Measure the draft of this letter; call it before the editor has its text.

        Args:
            is_kept: a draft was begun before and is kept.
        """
        self._drafts.begin(matter, is_kept=is_kept)
        self._conversation_id = matter.conversation_id
        self._context = context
        self._taken_out = TakenOut()

    def end(self) -> None:
        """Nothing is written any more; what was measured stays known."""
        self._read_all()
        self._conversation_id = self._context = None

    def take(self, report: ToneReport, text: str) -> None:
        """Measure a text that was checked."""
        from ...replies.tone.own_heat import own_heat_of

        self._note(own_heat_of(report, text))

    def take_last(self, report: ToneReport, text: str) -> int:
        """Measure the text that goes into its hold; gives the highest heat of the draft."""
        self._read_all()
        self.take(report, text)
        return self.heat

    def _on_text_edited(self) -> None:
        if self._context is None:
            return
        if before := self._taken_out.edited(self._editor.body()):
            self._unread = (*self._unread, before)
            self._background.start(_TAKEN_OUT, partial(_taken, self._unread, self._context))

    def _on_finished(self, name: str, result: object) -> None:
        if name != _TAKEN_OUT or not isinstance(result, _Taken):
            return
        if result.context is self._context:
            self._unread = tuple(text for text in self._unread if text not in result.texts)
            self._note(result.heat)

    def _read_all(self) -> None:
        if self._unread and self._context is not None:
            self._note(_taken(self._unread, self._context).heat)
        self._unread = ()

    def _note(self, heat: int) -> None:
        if self._conversation_id is not None and self._drafts.note(self._conversation_id, heat):
            self.risen.emit()
