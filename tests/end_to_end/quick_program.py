"""The program with a quick clock and a keyring in memory, for tests that look at its system calls.

python quick_program.py ORIGIN_NS ARGUMENTS...
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from fakes.clock import QuickClock
from fakes.command_line import MemorySecrets
from fakes.shop import ADDRESS
from fakes.smtp_server import PASSWORD

from softanswer import app


def main() -> int:
    """Run a command."""
    origin_ns, *arguments = sys.argv[1:]
    secrets = MemorySecrets({ADDRESS: PASSWORD})
    return app.main(arguments, clock=QuickClock(int(origin_ns)), secrets=secrets)


if __name__ == "__main__":
    sys.exit(main())
