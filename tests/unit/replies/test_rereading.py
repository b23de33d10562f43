"""What the final text of a held reply comes to."""

from dataclasses import replace
from datetime import date

from letters import matter
from writing import BODY, NOW, held

from softanswer.replies.preferences import Preferences
from softanswer.replies.rereading import reread


def test_both_texts_are_judged_and_only_the_final_one_promises():
    final = BODY.replace(", and if my silence upset you I regret it", "")
    first = final + "\nI will send you a lawyer tomorrow, you IDIOT.\n"
    reply = held(7)
    reply = replace(reply, first_body=first, draft=replace(reply.draft, body=final))
    found = reread(reply, matter(), Preferences(), NOW)

    assert [(p.sentence, p.due) for p in found.promises] == [
        ("I am sending the full £21.85 back today.", date(2026, 11, 19))
    ]
    assert found.first_heat >= 2
    assert found.final_heat == 0
    assert ("total", "£21.85") in found.facts
