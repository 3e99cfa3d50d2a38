"""Text in Slack's words: our texts carry no markup, so whatever looks like it must stay as it is.

As the JSON that the SDK's text objects become: to become it they look through all they are, and `limits` looks again.
"""

import re
from typing import Final

from slack_sdk.models.blocks import MarkdownTextObject, PlainTextObject

from channels.slack.cleaning import clean
from channels.slack.rendering import Json

_MARKUP: Final = re.compile(r"[*_~`]|^\s*>|:[\w+'-]+:", re.MULTILINE)


def escaped(text: str) -> str:
    return clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def plain(text: str) -> Json:
    return {"type": PlainTextObject.type, "text": clean(text), "emoji": False}


def mrkdwn(text: str) -> Json:
    """Markup of our own making, its texts escaped already."""
    return {"type": MarkdownTextObject.type, "text": text}


def words(text: str, *, strong: bool = False) -> Json:
    """The text as it is; bold only where no part of it would be read as markup."""
    if is_markup(text):
        return plain(text)
    return mrkdwn(bold(text) if strong else escaped(text))


def titled(title: str, body: str, *, between: str = "\n", quote: str = "") -> Json:
    """A bold title, and behind it the body with `quote` before each of its lines."""
    if is_markup(title) or is_markup(body):
        return plain(between.join(filter(None, (title, body))))
    lines = "\n".join(f"{quote}{line}" for line in escaped(body).split("\n"))
    return mrkdwn(between.join(filter(None, (bold(title), lines))))


def bold(text: str) -> str:
    """Bold ends with its line, and takes no spaces at its ends."""
    return "\n".join(f"*{line.strip()}*" if line.strip() else "" for line in escaped(text).split("\n"))


def is_markup(text: str) -> bool:
    """Whether Slack would read something in this text as formatting, a quotation or an emoji."""
    return _MARKUP.search(text) is not None
