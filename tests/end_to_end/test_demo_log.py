"""The sample shop keeps a log where the box about a fault says it is."""

import os

import pytest
from fakes.desk import wait_until

from softanswer.ui.log import LOG_NAME

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name != "posix", reason="signals"),
    pytest.mark.timeout(120),
]


def test_the_sample_shop_has_a_log_while_it_is_open(program, tmp_path):
    program.environment["TMPDIR"] = str(tmp_path)
    process = program.start("--demo")
    try:
        wait_until(lambda: list(tmp_path.glob(f"softanswer-demo-*/{LOG_NAME}")), timeout_s=60)
    finally:
        process.kill()
        process.communicate()
