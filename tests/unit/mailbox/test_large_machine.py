"""The same disorder as in test_sync_machine, with letters whose large files wait on the server."""

from __future__ import annotations

import os
from unittest.mock import patch

import pytest
from fakes.large_letters import content, large_letter, read_wholly
from hypothesis import HealthCheck, note, settings
from hypothesis import strategies as st
from hypothesis.stateful import rule, run_state_machine_as_test
from unit.mailbox.test_sync_machine import WHICH, Known, SyncMachine

from softanswer.mailbox import part_fetch, sparse_fetch
from softanswer.mailbox.errors import MailError
from softanswer.mailbox.message import StoredMessage
from softanswer.mailbox.store.messages import load_raw

EXAMPLES = os.environ.get("SOFTANSWER_SYNC_EXAMPLES", "")
SIZES = st.lists(st.sampled_from([50, 5000, 9000]), min_size=1, max_size=3)


class LargeMachine(SyncMachine):
    """Letters above 3 kB leave files above 4 kB on the server; the seller wants some of them."""

    def settle_in(self):
        self.desk.leaves_above = 3000
        self.desk.intake.read = read_wholly
        self.raws: dict[str, bytes] = {}

    @rule(sizes=SIZES)
    def deliver_large(self, sizes):
        number = len(self.letters) + 1
        self.letters[f"Order {number}"] = Known(number)
        files = tuple(
            (f"{n}.bin", "application/zip", content(size, number * 10 + n))
            for n, size in enumerate(sizes)
        )
        self.raws[f"Order {number}"] = large_letter(number, files)
        self.server.deliver(self.raws[f"Order {number}"])

    @rule(sizes=SIZES, which=WHICH, to_program=st.sampled_from([10**9, 3000, 6000, 9000]))
    def fetch(self, sizes, which, to_program):
        """A large letter came, and the seller wants a file of it or of another one."""
        self.deliver_large(sizes)
        self.sync(is_new=True)
        if not (lacking := self.lacking()):
            return
        self.cutter.to_program = to_program
        self.fetch_whole(self.pick(lacking, which))

    @rule()
    def come_to_rest(self):
        """In the end the seller wants them all."""
        SyncMachine.come_to_rest(self)
        for one in self.lacking():
            self.fetch_whole(one)
        assert not [one for one in self.lacking() if one.key.uid > 0]
        assert self.compared() == []

    def fetch_whole(self, one: StoredMessage) -> None:
        try:
            self.desk.new_sync().fetch_parts_once(one.id, lambda *_: None)
        except MailError as error:
            note(f"not fetched: {error}")
        else:
            assert self.desk.read(load_raw, one.id) == self.raws[one.message.subject]
        finally:
            self.cutter.let_pass()

    def lacking(self):
        return [
            one
            for one in self.shown()
            if any(not file.is_here for file in one.message.attachments)
        ]


@pytest.mark.slow
@pytest.mark.timeout(120 + 3 * int(EXAMPLES or 0))
def test_no_order_of_events_spoils_what_waits_on_the_server():
    with (
        patch.multiple(
            sparse_fetch, LARGE_PART_BYTES=4000, _HEAD_BYTES=1000, _PART_HEAD_BYTES=300
        ),
        patch.object(part_fetch, "PIECE_BYTES", 2500),
    ):
        run_state_machine_as_test(
            LargeMachine,
            settings=settings(
                max_examples=int(EXAMPLES or 10),
                derandomize=not EXAMPLES,
                stateful_step_count=25,
                deadline=None,
                suppress_health_check=list(HealthCheck),
                print_blob=True,
            ),
        )
