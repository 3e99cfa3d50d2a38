"""What an answer of LINE's means for a letter. Source: the Messaging API reference, "Status codes" and "Retry"."""

from datetime import timedelta
from typing import Final

import structlog

from channels.channel import Busy, Gone, OverQuota, Refused, Unknown
from channels.line.calls import Answer
from messages.letter import Parcel

log: Final = structlog.get_logger()
_MONTHLY: Final = "monthly limit"
_NOBODY: Final = "Failed to send messages"
_DEAD_TOKEN: Final = "Invalid reply token"  # noqa: S105  LINE's sentence, no secret
_LONGEST_SECONDS: Final = 300
_UNTIL_MENDED: Final = timedelta(minutes=5)
_UNTIL_ASKED_AGAIN: Final = timedelta(hours=1)  # LINE does not say when the month's messages are topped up


def is_dead_token(answer: Answer) -> bool:
    """The reply token was used, or is too old, or never was one."""
    return answer.status == 400 and _DEAD_TOKEN in answer.message


def trouble(answer: Answer, parcel: Parcel) -> Refused | Busy | Unknown:
    """Why the letter is not there."""
    match answer.status:
        case 400 | 404 if _NOBODY in answer.message:
            return Gone("LINE does not know this person, or they are no friend of the account")
        case 400 | 413:
            return Refused("; ".join((answer.message, *answer.details)))
        case 429 if _MONTHLY in answer.message:
            return OverQuota("this month's counted LINE messages are used up", _UNTIL_ASKED_AGAIN)
        case 429:
            return Busy("LINE asks for a pause", patience(parcel))
        case status if status >= 500:
            return Unknown(f"LINE answered {status}")
        case 401 | 403:
            log.error("line_token_refused", status=answer.status, mend="set KOTSU_LINE_CHANNEL_ACCESS_TOKEN anew")
            return Busy("LINE refuses the channel access token", _UNTIL_MENDED)
        case status:
            log.error("line_answer_strange", status=status, mend="is KOTSU_LINE_API_URL, or a proxy, wrong?")
            return Busy(f"LINE answered {status}", _UNTIL_MENDED)


def patience(parcel: Parcel) -> timedelta:
    """1, 2, 4 … seconds, at most five minutes; up to a fifth less by the parcel's id, so that letters turned away
    together do not come back together.
    """
    whole = min(2 ** min(max(parcel.attempts - 1, 0), 9), _LONGEST_SECONDS)
    return timedelta(seconds=whole * (1 - parcel.id.int % 1000 / 5000))
