"""One running program for each profile."""

import stat

import pytest

from softanswer.mailbox.errors import ProfileInUseError
from softanswer.mailbox.store.lock import (
    LOCK_NAME,
    ProfileLock,
    StandbyMark,
    WindowWish,
    is_held,
)


def test_a_second_program_is_refused_until_the_first_has_ended(tmp_path):
    first = ProfileLock(tmp_path)
    with pytest.raises(ProfileInUseError, match="already running"):
        ProfileLock(tmp_path)
    first.release()
    ProfileLock(tmp_path).release()


def test_a_program_that_fails_lets_the_next_one_in(tmp_path):
    with pytest.raises(ZeroDivisionError), ProfileLock(tmp_path):
        raise ZeroDivisionError
    ProfileLock(tmp_path).release()


def test_two_profiles_run_side_by_side(tmp_path):
    with ProfileLock(tmp_path / "one"), ProfileLock(tmp_path / "two"):
        pass


def test_a_new_profile_is_its_owners_alone(tmp_path):
    folder = tmp_path / "new" / "profile"
    with ProfileLock(folder):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert stat.S_IMODE((folder / LOCK_NAME).stat().st_mode) == 0o600


def test_a_window_that_waits_is_known_and_has_not_got_the_profile(tmp_path):
    assert not is_held(WindowWish, tmp_path)
    with ProfileLock(tmp_path), WindowWish(tmp_path):
        assert is_held(WindowWish, tmp_path)
        assert is_held(ProfileLock, tmp_path)
        assert not is_held(StandbyMark, tmp_path)
    assert not is_held(WindowWish, tmp_path)


def test_asking_leaves_a_lock_free(tmp_path):
    assert not is_held(ProfileLock, tmp_path)
    ProfileLock(tmp_path).release()
