"""The command that writes the evidence of a case."""

from __future__ import annotations

import argparse

from ...mailbox.sentence import Sentence
from ...replies.cases import store as cases
from ...replies.evidence import SUMMARY_NAME, gather_evidence, write_evidence
from ..profile import Profile
from .exits import OK
from .output import say
from .tongue import spoken


def case(options: argparse.Namespace, profile: Profile) -> int:
    """Write letters, order and course of a case into a folder."""
    now = profile.clock.read().wall.astimezone()
    with profile.reading() as db:
        evidence = gather_evidence(db, cases.find_case(db, options.id))
    count = write_evidence(evidence, options.folder, now, spoken)
    done = Sentence(
        "Console", "{folder} holds case {number} in {count} files; {summary} tells its course."
    )
    number = evidence.case.number
    say(done.format(folder=options.folder, number=number, count=count, summary=SUMMARY_NAME))
    return OK
