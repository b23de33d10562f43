"""The commands of the program as it is shipped, in processes of their own."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from fakes.imap_server import PASSWORD
from fakes.shop import ADDRESS, ANSWER, COMPLAINT, account_add

import softanswer
from softanswer import __version__

pytestmark = pytest.mark.slow

ROOT = Path(softanswer.__file__).parent
SCRIPT = shutil.which("softanswer", path=Path(sys.executable).parent)
ENDED_BY_SIGPIPE = 141


def finish(process: subprocess.Popen[str]) -> tuple[int, str, str]:
    out, err = process.communicate(timeout=20)
    return process.returncode, out, err


@pytest.mark.parametrize(
    "start",
    [
        pytest.param([SCRIPT], id="softanswer"),
        pytest.param([sys.executable, "-m", "softanswer"], id="python -m softanswer"),
        pytest.param([sys.executable, "app.py"], id="python app.py"),
    ],
)
def test_the_program_starts_in_three_ways(start):
    told = subprocess.run(  # noqa: S603 - our own program
        [*start, "--version"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert told.stdout == f"softanswer {__version__}\n"


def test_the_job_from_the_first_set_up_to_the_hold(bare_shop, program):
    shop = bare_shop
    shop.deliver("Where is my book", COMPLAINT)
    added = program(*account_add(shop.imap.endpoint, shop.smtp.endpoint), stdin=f"{PASSWORD}\n")
    assert (added.returncode, added.stderr) == (0, "")
    assert json.loads(program.keyring.read_text()) == {f"softanswer {ADDRESS}": PASSWORD}
    synced = program("sync", "--format", "json")
    assert json.loads(synced.stdout)["accounts"][0]["fetched"] == 1
    [letter] = json.loads(program("messages", "--format", "json").stdout)
    held = program("outbox", "hold", "--reply-to", letter["id"], "--format=json", stdin=ANSWER)
    assert json.loads(held.stdout)["state"] == "cooling"
    early = program("outbox", "confirm", 1)
    assert (early.returncode, early.stdout) == (2, "")
    assert "still cooling" in early.stderr
    ran = program("outbox", "run", "--until-empty")
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
    assert shop.smtp.accepted == []
    removed = program("account", "remove", ADDRESS)
    assert (removed.returncode, removed.stdout) == (2, "")
    assert json.loads(program.keyring.read_text()) == {f"softanswer {ADDRESS}": PASSWORD}


def test_a_reader_that_goes_early_leaves_no_trace(program):
    program("settings", "get")
    process = program.start("settings", "get")
    process.stdout.close()
    err = process.stderr.read()
    process.stderr.close()
    assert (process.wait(20), err) == (ENDED_BY_SIGPIPE, "")


@pytest.mark.skipif(os.name != "posix", reason="a shell closes the streams")
@pytest.mark.parametrize(
    ("closed", "code"), [(">&-", 0), ("<&-", 0), ("2>&-", 0), ("</dev/null", 0), (">/dev/full", 2)]
)
def test_a_closed_stream_is_no_reason_to_fail(program, closed, code):
    line = subprocess.list2cmdline(program.line("classify"))
    ended = subprocess.run(  # noqa: S602 - our own program
        f"{line} {closed}", shell=True, env=program.environment, stdin=subprocess.DEVNULL,
        capture_output=True, text=True, timeout=30, check=False,
    )  # fmt: skip
    assert ended.returncode == code
    assert ended.stderr.count("\n") == (1 if code else 0)
    assert code == 0 or "No space left" in ended.stderr


def test_text_is_utf_8_whatever_the_system_writes_in(program, tmp_path):
    program.environment |= {"PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PYTHONUTF8": "0"}
    reply = tmp_path / "ответ.txt"
    reply.write_text("Здравствуйте! Вы сами виноваты.\n", encoding="utf-8")
    told = program("check", reply, "--format", "json")
    assert "Вы сами виноваты" in told.stdout
    missing = program("check", tmp_path / "нет.txt")
    assert "нет.txt can't be read" in missing.stderr


@pytest.mark.skipif(os.name != "posix", reason="signals")
@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("sync", "--watch"), 0, "watching for new mail"),
        (("outbox", "run"), 0, "what is held stays held"),
    ],
)
def test_ctrl_c_ends_what_stays(bare_shop, program, arguments, code, said):
    shop = bare_shop
    program(*account_add(shop.imap.endpoint, shop.smtp.endpoint), stdin=PASSWORD)
    process = program.start(*arguments)
    if arguments[0] == "sync":
        shop.imap.wait_for("IDLE")
    else:
        wait_until((program.profile / "profile.lock").exists)
        time.sleep(0.5)
    process.send_signal(signal.SIGINT)
    ended = finish(process)
    assert ended[0] == code
    assert said in ended[2]
    assert "Traceback" not in ended[2]


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_ctrl_c_in_the_middle_leaves_no_traceback(bare_shop, program):
    shop = bare_shop
    program(*account_add(shop.imap.endpoint, shop.smtp.endpoint), stdin=PASSWORD)
    shop.imap.habits.silent_on.add("SELECT")
    process = program.start("sync")
    shop.imap.wait_for("SELECT")
    process.send_signal(signal.SIGINT)
    assert finish(process) == (130, "", "softanswer: stopped\n")


def test_a_confirmed_reply_leaves_while_the_postman_waits(bare_shop, program):
    """The postman that waits notices within a second what another command has done."""
    shop = bare_shop
    program(*account_add(shop.imap.endpoint, shop.smtp.endpoint), stdin=PASSWORD)
    process = program.start("outbox", "run")
    wait_until((program.profile / "profile.lock").exists)
    time.sleep(0.5)
    shop.deliver("Where is my book", COMPLAINT)
    locked = program("sync")
    assert (locked.returncode, locked.stdout) == (2, "")
    assert "already running" in locked.stderr
    assert program("settings", "set", "hold.base_minutes", "1").returncode == 0
    process.send_signal(signal.SIGINT)
    assert finish(process)[0] == 0


def test_commands_load_no_qt(program):
    code = (
        "import sys; from softanswer.app import main; main(sys.argv[1:]); "
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    for command in (("cases",), ("outbox", "run", "--until-empty"), ("check", "--heat", "1")):
        ended = subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-P", "-c", code, "--profile", program.profile, *command],
            env=program.environment, stdin=subprocess.DEVNULL, capture_output=True, check=False,
        )  # fmt: skip
        assert (ended.returncode, ended.stderr) == (0, b"")


def wait_until(holds) -> None:
    deadline = time.monotonic() + 10
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_the_tour_needs_no_display(program, tmp_path):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        program.environment.pop(name, None)
    toured = program.start("tour", tmp_path / "tour")
    deadline = time.monotonic() + 50
    while not (tmp_path / "tour" / "01-inbox.png").exists():
        assert toured.poll() is None, toured.communicate()
        assert time.monotonic() < deadline
        time.sleep(0.1)
    toured.kill()
    toured.communicate()
