"""What a log tells, and what it must never tell."""

import logging
from collections.abc import Iterator

import pytest
import structlog

from config import logs
from config.logs import LogFormat


@pytest.fixture(params=["text", "json"])
def log_format(request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]) -> Iterator[LogFormat]:
    """Each way of writing, and things as they were afterwards."""
    assert capsys.readouterr().err == ""  # the logs' stream is taken while it is being read
    handlers, level = logging.root.handlers[:], logging.root.level
    wanted: LogFormat = "json" if request.param == "json" else "text"
    logs.set_up(wanted)
    yield wanted
    logging.root.handlers[:] = handlers
    logging.root.setLevel(level)
    structlog.reset_defaults()


def test_a_traceback_tells_where_but_not_what_was_in_hand(
    log_format: LogFormat, capsys: pytest.CaptureFixture[str]
) -> None:
    _fail("a-secret-token")

    told = capsys.readouterr().err
    assert "turn_failed" in told
    assert "ZeroDivisionError" in told
    assert "a-secret-token" not in told, log_format


def _fail(token: str) -> None:
    try:
        assert len(token) / 0
    except ZeroDivisionError:
        structlog.get_logger().exception("turn_failed")
