"""Cycles are collected when they are due, by the thread that asks."""

from __future__ import annotations

import gc
import weakref

import pytest

from softanswer.mailbox.garbage import collect_what_is_due, kept_for_good


class Node:
    """Refers to itself."""

    def __init__(self):
        self.itself = self


@pytest.fixture
def _collector_off():
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("_collector_off")
def test_cycles_are_collected_when_enough_has_gathered():
    gone = weakref.ref(Node())
    collect_what_is_due()
    assert gone() is not None
    gathered = [[] for _ in range(gc.get_threshold()[0] + 1)]
    collect_what_is_due()
    assert gone() is None
    assert gathered


@pytest.mark.usefixtures("_collector_off")
def test_what_is_being_loaded_is_not_looked_at():
    gone = weakref.ref(Node())
    with kept_for_good():
        gathered = [[] for _ in range(gc.get_threshold()[0] + 1)]
        collect_what_is_due()
        assert gone() is not None
    gc.unfreeze()
    assert gathered


@pytest.mark.usefixtures("_collector_off")
def test_the_collector_stays_off_where_it_was():
    with kept_for_good():
        pass
    assert not gc.isenabled()


def test_the_collector_is_on_again_behind_it():
    before = gc.get_freeze_count()
    with kept_for_good():
        assert not gc.isenabled()
    assert gc.isenabled()
    assert gc.get_freeze_count() > before
    gc.unfreeze()
