"""The same disorder as in test_sync_machine, with letters whose large files wait on the server."""

from __future__ import annotations

import os
from unittest.mock import patch

import pytest
from fakes.large_letters import content, large_letter, read_wholly
from hypothesis import HealthCheck, note, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, precondition, rule, run_state_machine_as_test
from unit.mailbox.test_sync_machine import CAPABILITIES, WHICH, Known, SyncMachine

from softanswer.mailbox import part_fetch, sparse_fetch
from softanswer.mailbox.errors import MailError
from softanswer.mailbox.store.messages import load_raw

EXAMPLES = os.environ.get("SOFTANSWER_SYNC_EXAMPLES", "")


class LargeMachine(SyncMachine):
    """Letters above 3 kB leave files above 4 kB on the server; the seller wants some of them."""

    @initialize(capabilities=CAPABILITIES, in_pieces=st.sampled_from([0, 0, 0, 500]))
    def begin(self, capabilities, in_pieces):
        SyncMachine.begin(self, capabilities, in_pieces)
        self.desk.leaves_above = 3000
        self.desk.intake.read = read_wholly
        self.raws: dict[str, bytes] = {}

    @rule(sizes=st.lists(st.sampled_from([50, 5000, 9000]), min_size=1, max_size=3))
    def deliver_large(self, sizes):
        number = len(self.letters) + 1
        self.letters[f"Order {number}"] = Known(number)
        files = tuple(
            (f"{n}.bin", "application/zip", content(size, number * 10 + n))
            for n, size in enumerate(sizes)
        )
        self.raws[f"Order {number}"] = large_letter(number, files)
        self.server.deliver(self.raws[f"Order {number}"])

    @precondition(lambda self: self.lacking())
    @rule(which=WHICH, to_program=st.sampled_from([10**9, 10**9, 3000, 6000, 9000]))
    def fetch(self, which, to_program):
        one = self.pick(self.lacking(), which)
        self.cutter.to_program = to_program
        try:
            self.desk.new_sync().fetch_parts_once(one.id, lambda *_: None)
        except MailError as error:
            note(f"not fetched: {error}")
            return
        finally:
            self.cutter.let_pass()
        raw = self.raws[one.message.subject]
        assert self.desk.read(load_raw, one.id) == raw

    def lacking(self):
        return [
            one
            for one in self.shown()
            if any(not file.is_here for file in one.message.attachments)
        ]


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
                max_examples=int(EXAMPLES or 20),
                derandomize=not EXAMPLES,
                stateful_step_count=25,
                deadline=None,
                suppress_health_check=list(HealthCheck),
                print_blob=True,
            ),
        )
