"""A sync that finds nothing new walks a short path: what it loads is most of what it takes."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from fakes.imap_server import PASSWORD
from fakes.shop import ANSWER, COMPLAINT, account_add

pytestmark = pytest.mark.slow

# What reading, judging, answering and sending need, and what needs no network at all.
NOT_FOR_NOTHING = (
    "PySide6", "aiosmtpd", "dns", "holidays", "imapclient", "jinja2", "nh3", "oauthlib",
    "pymap", "pymorphy3", "rapidfuzz", "smtplib", "tomllib", "uuid", "logging.handlers",
    "zoneinfo",
    "softanswer.mailbox.charset", "softanswer.mailbox.headers", "softanswer.mailbox.html_text",
    "softanswer.mailbox.mime", "softanswer.mailbox.outgoing", "softanswer.mailbox.smtp",
    "softanswer.replies.backlog", "softanswer.replies.cases.case",
    "softanswer.replies.cases.store", "softanswer.replies.compose", "softanswer.replies.intake",
    "softanswer.replies.language", "softanswer.replies.orders",
    "softanswer.replies.outbox.outbox", "softanswer.replies.outbox.reconciling",
    "softanswer.replies.preferences", "softanswer.replies.search", "softanswer.replies.tone",
    "softanswer.ui.demo", "softanswer.ui.log", "softanswer.ui.window",
)  # fmt: skip
CODE = """
import json, sys
from softanswer.app import main
code = main(sys.argv[1:])
print(json.dumps(sorted(sys.modules)))
sys.exit(code)
"""


def loaded_by_a_sync(program) -> tuple[list[str], list[str]]:
    """What a sync says, and those of the modules above that it has loaded."""
    ended = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-P", "-c", CODE, "--profile", program.profile, "sync"],
        env=program.environment, stdin=subprocess.DEVNULL, capture_output=True, text=True,
        check=True, timeout=30,
    )  # fmt: skip
    *said, modules = ended.stdout.splitlines()
    loaded = [
        name
        for name in NOT_FOR_NOTHING
        if any(one == name or one.startswith(f"{name}.") for one in json.loads(modules))
    ]
    return said, loaded


def test_a_sync_without_news_loads_only_what_it_needs(bare_shop, program):
    shop = bare_shop
    shop.deliver("Where is my book", COMPLAINT)
    added = program(*account_add(shop.imap.endpoint, shop.smtp.endpoint), stdin=f"{PASSWORD}\n")
    assert added.returncode == 0
    said, loaded = loaded_by_a_sync(program)
    assert " 1 new" in said[0]
    assert {
        "softanswer.mailbox.mime",
        "softanswer.replies.tone",
        "softanswer.replies.cases.store",
    } <= set(loaded)
    said, loaded = loaded_by_a_sync(program)
    assert " 0 new" in said[0]
    assert loaded == []


def test_a_held_reply_costs_no_later_sync_its_outbox(bare_shop, program):
    shop = bare_shop
    shop.deliver("Where is my book", COMPLAINT)
    program(*account_add(shop.imap.endpoint, shop.smtp.endpoint), stdin=f"{PASSWORD}\n")
    program("sync")
    [letter] = json.loads(program("messages", "--format", "json").stdout)
    held = program("outbox", "hold", "--reply-to", letter["id"], stdin=ANSWER)
    assert (held.returncode, held.stderr) == (0, "")
    program("sync")
    assert loaded_by_a_sync(program)[1] == []


# What reads whole letters, judges them, and starts a process for that.
NOT_FOR_HEADERS = {
    "softanswer.mailbox.flowed", "softanswer.mailbox.html_reader", "softanswer.mailbox.quoting",
    "softanswer.mailbox.work_process", "softanswer.replies.cases.triage",
    "softanswer.replies.intake", "softanswer.replies.language", "softanswer.replies.orders",
    "softanswer.replies.outbox.outbox",
}  # fmt: skip
HEADERS_CODE = """
import json, sys
from softanswer.mailbox.header_reader import load
from softanswer.replies.late_intake import LateIntake
load()
LateIntake(None, None).get_ready()
print(json.dumps(sorted(sys.modules)))
"""


def test_the_first_headers_wait_for_nothing_that_reads_letters():
    ended = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-P", "-c", HEADERS_CODE],
        capture_output=True, text=True, check=True, timeout=30,
    )  # fmt: skip
    loaded = set(json.loads(ended.stdout))
    assert {"softanswer.mailbox.mime", "softanswer.replies.listed_intake"} <= loaded
    assert not NOT_FOR_HEADERS & loaded


def test_every_command_is_known_without_imapclient():
    code = (
        "import imaplib, sys; import softanswer.mailbox.imap_connection;"
        "print('imapclient' in sys.modules, *sorted(imaplib.Commands))"
    )
    ended = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-P", "-c", code], capture_output=True, text=True, check=True, timeout=30
    )
    loaded, *known = ended.stdout.split()
    assert loaded == "False"
    assert {"APPEND", "COMPRESS", "ENABLE", "FETCH", "IDLE", "LIST", "MOVE", "STATUS"} <= {*known}
