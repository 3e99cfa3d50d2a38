"""Fresh ids in the shapes the platforms use."""

import secrets
from datetime import datetime
from itertools import count

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
_serial = count(1)


def hexed(prefix: str = "") -> str:
    """A LINE id: the prefix and 32 hexadecimal digits."""
    return prefix + secrets.token_hex(16)


def slack_id(prefix: str) -> str:
    """A Slack id: the prefix and ten capitals or digits, from one draw."""
    number = secrets.randbits(64)
    return prefix + "".join(_CAPITALS[number // 36**place % 36] for place in range(10))


def ulid(at: datetime) -> str:
    """A webhookEventId: 26 characters that sort by time."""
    number = (int(at.timestamp() * 1000) << 80) | secrets.randbits(80)
    return "".join(_CROCKFORD[(number >> shift) & 31] for shift in range(125, -1, -5))


def message_id(at: datetime) -> str:
    """A LINE message id: a long number."""
    return f"{int(at.timestamp() * 1_000_000)}{next(_serial) % 1000:03d}"
