"""The names of fields and values, in English and in Russian; every name serves in any window."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Final

from ..cases.case import CaseKind
from .query import Has, Is, KindIs, Leaf, Mark, State, StateIs, Thing


class Field(Enum):
    """What a search may ask for by name."""

    FROM = "from"
    TO = "to"
    SUBJECT = "subject"
    ORDER = "order"
    ISBN = "isbn"
    TRACKING = "tracking"
    KIND = "kind"
    HEAT = "heat"
    DUE = "due"
    STATE = "state"
    HAS = "has"
    BEFORE = "before"
    AFTER = "after"
    IS = "is"


RUSSIAN_FIELDS: Final[Mapping[Field, tuple[str, ...]]] = {
    Field.FROM: ("от",),
    Field.TO: ("кому",),
    Field.SUBJECT: ("тема",),
    Field.ORDER: ("заказ",),
    Field.ISBN: ("исбн",),
    Field.TRACKING: ("трек", "отслеживание"),
    Field.KIND: ("вид",),
    Field.HEAT: ("накал",),
    Field.DUE: ("срок",),
    Field.STATE: ("состояние", "статус"),
    Field.HAS: ("есть",),
    Field.BEFORE: ("до",),
    Field.AFTER: ("после",),
    Field.IS: ("это",),
}
OVERDUE: Final = ("overdue", "late", "просрочено")
WEEK: Final = ("week", "неделя")

# The first English and the first Russian name are those that are offered.
_Names = Sequence[tuple[Leaf, tuple[str, ...]]]
_KINDS: Final = (
    (CaseKind.NOT_RECEIVED, ("not-received", "lost", "не-пришло", "потеряно")),
    (CaseKind.LATE, ("late", "опаздывает", "опоздание")),
    (CaseKind.DAMAGED, ("damaged", "повреждено", "повреждение")),
    (CaseKind.WRONG_ITEM, ("wrong-item", "не-та-книга")),
    (CaseKind.NOT_AS_DESCRIBED, ("not-as-described", "не-по-описанию")),
    (CaseKind.MISSING_PART, ("missing-part", "не-хватает-части", "неполное")),
    (CaseKind.RETURN_CHANGE_OF_MIND, ("return-change-of-mind", "return", "возврат")),
    (CaseKind.REFUND_REQUEST, ("refund-request", "refund", "вернуть-деньги")),
    (
        CaseKind.REFUND_NOT_RECEIVED,
        ("refund-not-received", "refund-missing", "деньги-не-пришли"),
    ),
    (CaseKind.ADDRESS_PROBLEM, ("address-problem", "address", "адрес")),
    (CaseKind.CUSTOMS_OR_FEES, ("customs-or-fees", "customs", "пошлины", "сборы")),
    (CaseKind.ORDER_CANCEL, ("order-cancel", "cancel", "отмена")),
    (CaseKind.ABUSIVE, ("abusive", "грубость")),
    (
        CaseKind.LEGAL_OR_CHARGEBACK_THREAT,
        ("legal-or-chargeback-threat", "claim", "lawyer", "спор-или-юрист", "юрист"),
    ),
    (CaseKind.FEEDBACK_THREAT, ("feedback-threat", "bad-feedback", "плохой-отзыв", "отзыв")),
    (
        CaseKind.DOWNLOAD_OR_ACCESS_PROBLEM,
        ("download-or-access-problem", "download", "скачивание"),
    ),
    (CaseKind.QUESTION, ("question", "вопрос")),
    (CaseKind.PRAISE, ("praise", "благодарность", "похвала")),
    (CaseKind.OTHER, ("other", "другое")),
)
_STATES: Final = (
    (State.NEEDS_ANSWER, ("needs-answer", "unanswered", "ждут-ответа", "ждет-ответа")),
    (State.WAITING, ("waiting", "слово-за-ними", "ждем")),
    (State.DONE, ("done", "готово", "сделано")),
    (State.DRAFT, ("draft", "черновик")),
    (State.HELD, ("held", "задержано")),
    (State.COOLING, ("cooling", "остывает")),
    (State.READY, ("ready", "перечитать")),
    (State.PAUSED, ("paused", "на-паузе", "пауза")),
    (State.FAILED, ("failed", "не-ушло")),
    (State.UNCERTAIN, ("uncertain", "неясно", "возможно-ушло")),
    (State.SENT, ("sent", "отправлено")),
)
_THINGS: Final = (
    (Thing.ATTACHMENT, ("attachment", "file", "вложение", "файл")),
    (Thing.ORDER, ("order", "заказ")),
    (Thing.DRAFT, ("draft", "черновик")),
    (Thing.PROMISE, ("promise", "обещание")),
)
_MARKS: Final = (
    (Mark.UNREAD, ("unread", "не-прочитано", "непрочитано", "непрочитанное")),
    (Mark.READ, ("read", "прочитано", "прочитанное")),
    (Mark.STARRED, ("starred", "flagged", "со-звездочкой", "звезда")),
    (Mark.ANSWERED, ("answered", "отвечено")),
    (Mark.COMPLAINT, ("complaint", "жалоба")),
    (Mark.PRAISE, ("praise", "похвала", "благодарность")),
    (Mark.SNOOZED, ("snoozed", "put-off", "отложено", "отложенное")),
)
_VALUES: Final[Mapping[Field, _Names]] = {
    Field.KIND: [(KindIs(kind), names) for kind, names in _KINDS],
    Field.STATE: [(StateIs(state), names) for state, names in _STATES],
    Field.HAS: [(Has(thing), names) for thing, names in _THINGS],
    Field.IS: [(Is(mark), names) for mark, names in _MARKS],
}


def folded_name(name: str) -> str:
    """A name as names are compared: small letters, ё as е, one dash for blanks and underlines."""
    words = name.casefold().replace("ё", "е").replace("_", " ").replace("-", " ").split()
    return "-".join(words)


def is_russian(name: str) -> bool:
    """Whether a name is written in Russian letters."""
    return any("а" <= letter <= "я" for letter in folded_name(name))


def field_named(name: str) -> Field | None:
    """The field of this name, None where there is none."""
    return _BY_NAME.get(folded_name(name))


def field_name(field: Field, language: str) -> str:
    """The name of a field that is offered to a seller of this language."""
    return RUSSIAN_FIELDS[field][0] if language == "ru" else field.value


def values_named(field: Field, name: str) -> tuple[Leaf, ...]:
    """What a value of a field means: the one of this name, else those whose names begin so."""
    wanted = folded_name(name)
    if not wanted:
        return ()
    values = _VALUES.get(field, ())
    whole = tuple(leaf for leaf, names in values if wanted in names)
    return whole or tuple(
        leaf for leaf, names in values if any(one.startswith(wanted) for one in names)
    )


def value_names(field: Field, language: str) -> tuple[str, ...]:
    """The names of a field's values that are offered to a seller of this language."""
    return tuple(
        next((one for one in names if is_russian(one) is (language == "ru")), names[0])
        for _, names in _VALUES.get(field, ())
    )


_BY_NAME: Final = {
    name: field for field in Field for name in (field.value, *RUSSIAN_FIELDS[field])
}
