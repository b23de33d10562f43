"""What came of the next FETCH while the one before it was answered.

A server may work on two commands at once (RFC 9051 section 5.5), and Dovecot does.
"""

from __future__ import annotations

from collections.abc import Iterable

from .imap_answers import FetchAnswer, uids_of


class EarlyAnswers:
    """Keeps answers with bodies for the command that asked for them."""

    def __init__(self) -> None:
        self._answers: tuple[FetchAnswer, ...] = ()

    def with_early(
        self, answers: Iterable[FetchAnswer], *, was_asked_ahead: bool
    ) -> tuple[FetchAnswer, ...]:
        """The answers to a command, those that came early before the others.

        Args:
            was_asked_ahead: else what is kept belongs to a command that was dropped.
        """
        early, self._answers = self._answers, ()
        return (*(early if was_asked_ahead else ()), *answers)

    def keep(self, answers: Iterable[FetchAnswer], asked_ahead: str) -> tuple[FetchAnswer, ...]:
        """Keep what belongs to the UIDs that were asked for ahead; the other answers."""
        ahead = frozenset(uids_of(asked_ahead.encode()))
        mine: list[FetchAnswer] = []
        early: list[FetchAnswer] = []
        for answer in answers:
            is_early = answer.uid in ahead and answer.body is not None
            (early if is_early else mine).append(answer)
        self._answers = tuple(early)
        return tuple(mine)
