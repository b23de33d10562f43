"""What can go wrong with replies, orders and templates.

    ReplyError
      StillCoolingError        the hold is not over
      IllegalTransitionError   the state does not allow it
      ToneBlockedError         the tone check does not let it pass
      WrongSenderError         a marketplace takes it from another address only
      EnclosureError           a file can't go with the reply
      EnclosureLostError       a file that goes with it is gone or damaged
      TemplateError            a template is wrong; says file, line and column
      MissingFactError         a template asks for a fact that the order does not hold
      NoSuchRecordError        there is no record of that number
      PutOffError              a letter cannot be put off until then
      EvidenceError            the evidence of a case cannot be written there
    OrderFileError             a file of orders cannot be read
      UnknownLayoutError       no known export has these columns
      ImportCancelledError     the seller has broken an import off; nothing of it is kept
    PreferenceError            a setting outside of its range
    SpellerError               no word can be looked up; says what is missing

Every message is a sentence for the seller: what happened and what to do next.
"""

from __future__ import annotations

from typing import Final

# What reading a damaged row or line may raise.
DAMAGED: Final = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)


class ReplyError(Exception):
    """Something about a reply is not allowed or not possible."""


class StillCoolingError(ReplyError):
    """The hold of this reply is not over."""


class IllegalTransitionError(ReplyError):
    """The reply or the case is in a state that does not allow this."""


class ToneBlockedError(ReplyError):
    """The tone check found something that must be mended first."""


class WrongSenderError(ReplyError):
    """The marketplace takes this reply from another of the seller's addresses only.

    Attributes:
        choosable: that address, "" where it is one of another account.
    """

    def __init__(self, message: str, choosable: str) -> None:
        super().__init__(message)
        self.choosable = choosable


class EnclosureError(ReplyError):
    """A file can't be attached to this reply."""


class EnclosureLostError(ReplyError):
    """A file that is to go with a held reply is gone or damaged; the reply is held back."""


class StoppedError(ReplyError):
    """The seller has stopped everything outgoing."""


class TemplateError(ReplyError):
    """A template cannot be used; the message names the file, line and column.

    Attributes:
        line, column: where, counted from 1; 0 where it is no place in the text.
        why: the message without its place.
    """

    def __init__(self, message: str, line: int = 0, column: int = 0, why: str = "") -> None:
        super().__init__(message)
        self.line = line
        self.column = column
        self.why = why or message


class MissingFactError(ReplyError):
    """A template asks for a fact that is not known.

    Attributes:
        name: the name of the fact.
    """

    def __init__(self, name: str) -> None:
        super().__init__(f"The fact '{name}' is not known for this letter.")
        self.name = name


class NoSuchRecordError(ReplyError):
    """There is no record with this number."""


class PutOffError(ReplyError):
    """A letter can't be put off, or not until then."""


class EvidenceError(ReplyError):
    """The evidence of a case can't be written where it was to go."""


class OrderFileError(Exception):
    """A file of orders cannot be read."""


class UnknownLayoutError(OrderFileError):
    """No known export has these columns.

    Attributes:
        columns: the header of the file.
    """

    def __init__(self, message: str, columns: tuple[str, ...]) -> None:
        super().__init__(message)
        self.columns = columns


class ImportCancelledError(OrderFileError):
    """The seller has broken an import off; nothing of it is kept."""


class PreferenceError(Exception):
    """A setting is unknown or its value is outside of the range."""


class SpellerError(Exception):
    """No word can be looked up in a dictionary; the seller is told what to install."""
