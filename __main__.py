"""Run Soft Answer with ``python -m softanswer``."""

import sys

from .app import main

sys.exit(main())
