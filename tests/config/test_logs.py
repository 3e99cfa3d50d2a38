"""What a log tells, and what it must never tell."""

import json
import subprocess
import sys

import pytest

_FAILING = """
import structlog
from config import logs

def fail(token):
    try:
        len(token) / 0
    except ZeroDivisionError:
        structlog.get_logger().exception("turn_failed", letter=7)

logs.set_up("{format}")
fail("a-secret" + "-token")
"""


def _told(log_format: str) -> str:
    script = _FAILING.format(format=log_format)
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == ""
    return done.stderr


@pytest.mark.parametrize("log_format", ["text", "json"])
def test_a_traceback_tells_where_but_not_what_was_in_hand(log_format: str) -> None:
    told = _told(log_format)

    assert "turn_failed" in told
    assert "ZeroDivisionError" in told
    assert "a-secret-token" not in told


def test_as_json_every_event_is_one_line_with_its_facts() -> None:
    (line,) = _told("json").splitlines()

    assert {"event": "turn_failed", "letter": 7, "level": "error"}.items() <= json.loads(line).items()
