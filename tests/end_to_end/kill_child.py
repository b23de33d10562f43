"""A nursery of programs that are made to be killed.

    python kill_child.py PROFILE ORIGIN_NS

Each line on stdin, a JSON object {"arguments": [...], "out": FILE}, begins one life of Soft
Answer with these arguments; its process id is printed, and when the process has ended, its exit
status. A life is forked off, with the modules loaded, so that hundreds of them take no longer
than a few started from scratch.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from fakes.clock import QuickClock
from fakes.command_line import MemorySecrets
from fakes.smtp_server import PASSWORD

from softanswer import app
from softanswer.replies.warm_up import warm_up
from softanswer.ui.console import outbox  # noqa: F401 - loaded before the forks

SHOP = "lena@shop.example"


def main() -> None:
    """Begin a life for each line."""
    profile, origin_ns = sys.argv[1:]
    clock = QuickClock(int(origin_ns))
    warm_up()
    for line in sys.stdin:
        wish = json.loads(line)
        process = os.fork()
        if process == 0:
            out = os.open(wish["out"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            os.dup2(out, sys.stdout.fileno())
            os._exit(_live(["--profile", profile, *wish["arguments"]], clock))
        _say(process)
        _, status = os.waitpid(process, 0)
        _say(status)


def _live(arguments: list[str], clock: QuickClock) -> int:
    try:
        code = app.main(arguments, clock=clock, secrets=MemorySecrets({SHOP: PASSWORD}))
        sys.stdout.flush()
    except BaseException:  # noqa: BLE001 - else it would go on as a second nursery
        traceback.print_exc()
        return 70
    return code


def _say(number: int) -> None:
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
