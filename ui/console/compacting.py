"""`softanswer doctor --compact`: the space of deleted letters back to the disk."""

from __future__ import annotations

from ...mailbox.store.lock import ProfileLock
from ...mailbox.store.space import Space, can_give_back, give_some_back, rebuild, space_of
from ...mailbox.store.writer import StoreWriter
from ..profile import Profile
from .output import complain

_MB = 1_000_000
_TELL_EVERY = 0.1  # of the way


def compact(profile: Profile) -> str:
    """Give all of it back, with words on stderr while it lasts; says what was gained.

    Raises:
        StoreError: the database cannot be used, or the disk is full; what was given back stays so.
    """
    with ProfileLock(profile.folder):
        with profile.writing() as writer:
            before = writer.call(lambda tx: space_of(tx.db))
            goes_in_steps = writer.call(lambda tx: can_give_back(tx.db))
            if goes_in_steps:
                _give_back(writer, before)
        if not goes_in_steps:
            complain(f"compacting {before.size // _MB} MB, as a whole; later it goes in steps")
            rebuild(profile.database, lambda s: complain(f"compacting, for {s:.0f} s so far"))
        with profile.writing() as writer:
            after = writer.call(lambda tx: space_of(tx.db))
    return (
        f"the database takes {after.size / _MB:.1f} MB; "
        f"{(before.size - after.size) / _MB:.1f} MB were given back"
    )


def _give_back(writer: StoreWriter, before: Space) -> None:
    told = 0.0
    while writer.call(lambda tx: give_some_back(tx.db), is_repeatable=True):
        left = writer.call(lambda tx: space_of(tx.db)).empty
        done = 1 - left / before.empty if before.empty else 1.0
        if done - told >= _TELL_EVERY:
            told = done
            complain(f"compacting: {done:.0%} of {before.empty // _MB} MB")
    writer.flush()
