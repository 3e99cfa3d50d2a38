"""Fresh ids in the shapes the platforms use."""

import secrets
from datetime import datetime
from itertools import count

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_serial = count(1)


def hexed(prefix: str = "") -> str:
    """A LINE id: the prefix and 32 hexadecimal digits."""
    return prefix + secrets.token_hex(16)


def slack_id(prefix: str) -> str:
    """A Slack id: the prefix and ten capitals or digits."""
    return f"{prefix}{secrets.randbits(40):010X}"


def ulid(at: datetime) -> str:
    """A webhookEventId: 26 characters that sort by time."""
    number = (int(at.timestamp() * 1000) << 80) | secrets.randbits(80)
    return "".join(_CROCKFORD[(number >> shift) & 31] for shift in range(125, -1, -5))


def message_id(at: datetime) -> str:
    """A LINE message id: a long number."""
    return f"{int(at.timestamp() * 1_000_000)}{next(_serial) % 1000:03d}"
