"""Run Soft Answer with ``python -m softanswer``."""

import sys
from pathlib import Path

# Started from the checkout, its root would stand on the path, and our `mailbox` would hide the
# standard library's from the libraries that import it.
_ROOT = str(Path(__file__).resolve().parent)
sys.path[:] = [entry for entry in sys.path if str(Path(entry or ".").resolve()) != _ROOT]

from softanswer.app import main  # noqa: E402 - after the path is mended

if __name__ == "__main__":
    sys.exit(main())
