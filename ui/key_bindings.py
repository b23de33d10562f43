"""The seller's own keys: what she changed of the table of actions, and what is in force then."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from .action_set import conflicts, default_keys, do_clash, do_meet
from .actions import Act

Bindings = Mapping[Act, tuple[str, ...]]

_NAMED: Final = {act.name.lower(): act for act in Act}
_NEEDED: Final = frozenset(
    {
        Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Tab,
        Qt.Key.Key_Backtab, Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Down,
        Qt.Key.Key_Left, Qt.Key.Key_Right,
    }
)  # fmt: skip
"""Keys that lists, buttons and fields live on; alone they start nothing."""


def bindings_from(written: Iterable[str]) -> dict[Act, tuple[str, ...]]:
    """The keys of every action.

    Args:
        written: what differs, "name=key key"; a name or key that is not known is passed over, and
            so is what would let one key start two actions.
    """
    own = {}
    for line in written:
        name, is_there, given = line.partition("=")
        act = _NAMED.get(name)
        if act is None or not is_there:
            continue
        keys = tuple(key for key in given.split() if key in act.keys or is_usable(key))
        if keys or not given.strip():
            own[act] = keys
    wanted = default_keys() | own
    while found := conflicts(wanted):
        act = next(act for act in (found[0].first, found[0].second) if act in own)
        wanted[act] = act.keys
        del own[act]
    return wanted


def written_from(bindings: Bindings) -> tuple[str, ...]:
    """What differs from the defaults, as it is kept."""
    return tuple(
        f"{act.name.lower()}={' '.join(keys)}"
        for act, keys in bindings.items()
        if keys != act.keys
    )


def is_usable(key: str) -> bool:
    """Whether a key can start an action: it is one, and nothing else needs it."""
    sequence = QKeySequence(key)
    if sequence.isEmpty() or len(key.split()) != 1:
        return False
    first = sequence[0]  # type: ignore[index]  # has __getitem__
    is_bare = first.keyboardModifiers() == Qt.KeyboardModifier.NoModifier
    return first.key() != Qt.Key.Key_unknown and not (is_bare and first.key() in _NEEDED)


def written_key(sequence: QKeySequence) -> str:
    """A key as the table writes it: "G,C"."""
    return sequence.toString(QKeySequence.SequenceFormat.PortableText).replace(", ", ",")


def holders(key: str, act: Act, bindings: Bindings) -> tuple[Act, ...]:
    """The other actions that this key, or the start of it, would start where `act` works."""
    return tuple(
        other
        for other, keys in bindings.items()
        if other is not act and do_meet(act, other) and any(do_clash(key, one) for one in keys)
    )
