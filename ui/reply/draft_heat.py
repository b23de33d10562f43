"""How hotly the drafts of this run were written. In memory only, and never said as a reproach."""

from __future__ import annotations

from dataclasses import dataclass

from ...replies.inbox import Matter


@dataclass(frozen=True, slots=True)
class _Written:
    """The draft of one conversation: the letter that it answers, and its highest heat so far."""

    letter: int
    heat: int = 0


class DraftHeat:
    """Remembers the highest heat that each draft has had since it was begun.

    Words that were taken out again count, that is the point. A draft stays the same one through
    hold and take-back, and where nothing of it is kept, as long as the same letter waits for its
    answer. It is another one, and calm, once the reply was sent or the case closed, or for a newer
    letter where no draft is kept.
    """

    def __init__(self) -> None:
        self._drafts: dict[int, _Written] = {}

    def begin(self, matter: Matter, *, is_kept: bool) -> None:
        """A reply is opened for writing; `is_kept` says whether a draft of it is there."""
        letter = matter.letter.id
        known = self._drafts.get(matter.conversation_id, _Written(letter))
        goes_on = is_kept or (matter.waiting_since is not None and known.letter == letter)
        self._drafts[matter.conversation_id] = _Written(letter, known.heat if goes_on else 0)

    def note(self, conversation_id: int, heat: int) -> bool:
        """Note how hot a text of the draft is; tells whether it was never as hot before."""
        known = self._drafts[conversation_id]
        is_higher = heat > known.heat
        if is_higher:
            self._drafts[conversation_id] = _Written(known.letter, heat)
        return is_higher

    def of(self, conversation_id: int) -> int:
        """The highest heat of the draft, 0 to 3."""
        return self._drafts[conversation_id].heat


class TakenOut:
    """Finds the text that words were just taken out of, for it may not have been checked yet.

    Args:
        text: what stands there at first.
    """

    def __init__(self, text: str = "") -> None:
        self._text = text
        self._is_shrinking = False

    def edited(self, text: str) -> str:
        """Take the text as it stands now; gives the one before where it begins to shrink."""
        before, self._text = self._text, text
        was_shrinking, self._is_shrinking = self._is_shrinking, len(text) < len(before)
        return before if self._is_shrinking and not was_shrinking else ""
