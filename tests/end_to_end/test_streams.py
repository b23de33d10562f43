"""`check` and `classify` answer lines as they come: with one load, however many there are."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

LINES = 10_000
WARM_AFTER = 2_000
GROWTH_MB = 8
TEXTS = (
    "Dear Ann, I am sorry that it came late. I refunded £3 today.",
    "You should have read the listing. We will look into it soon.",
    "Здравствуйте! Простите за задержку, деньги вернула сегодня.",
    "Where is my book? It is three weeks now and I am quite annoyed.",
)


@pytest.fixture(params=["check", "classify"])
def program(request, tmp_path):
    command = [sys.executable, "-P", "-m", "softanswer", "--profile", str(tmp_path), request.param]
    with subprocess.Popen(  # noqa: S603 - our own program
        [*command, "--format", "jsonl", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        yield process
        process.kill()


def say(program, number):
    text = f"{TEXTS[number % len(TEXTS)]} {number}"
    line = json.dumps({"id": number, "text": text, "subject": "", "body": text})
    program.stdin.write(line.encode() + b"\n")
    program.stdin.flush()


def answer(program):
    return json.loads(program.stdout.readline())


def test_each_line_is_answered_before_the_next_is_there(program):
    for number in range(3):
        say(program, number)
        assert answer(program)["id"] == number


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="tells memory on Linux only")
def test_ten_thousand_lines_take_no_more_memory_than_two_thousand(program):
    table = Path(f"/proc/{program.pid}/statm")
    used = {}
    for number in range(LINES):
        say(program, number)
        assert answer(program)["id"] == number
        if number in {WARM_AFTER, LINES - 1}:
            used[number] = int(table.read_text().split()[1]) * 4096 / 2**20
    assert used[LINES - 1] - used[WARM_AFTER] < GROWTH_MB
    program.stdin.close()
    assert program.wait(20) in {0, 1}
