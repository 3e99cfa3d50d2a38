"""What the newest message of a chat offers to press, on either platform, in one form."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sandbox.line.chat import Chat
from sandbox.slack.chat import SlackChat, SlackMessage, elements_of
from sandbox.wire import Json

_LETTER = re.compile(r"[A-HA-H○×◯✕1-9]")
_ANSWER = re.compile(r"答える|answer", re.IGNORECASE)
_TICKED = frozenset({"checkboxes", "radio_buttons", "static_select"})


@dataclass(frozen=True, slots=True)
class Offer:
    """`door` and `wish` are what a person's press would send; `values` are the options of boxes or of a list."""

    label: str
    door: str
    wish: Json
    values: tuple[str, ...] = ()
    most: int = 1

    @property
    def is_letter(self) -> bool:
        return bool(_LETTER.fullmatch(self.label))

    @property
    def is_answer(self) -> bool:
        return bool(_ANSWER.match(self.label))


@dataclass(frozen=True, slots=True)
class Question:
    """`mark` tells it apart from any other, and from itself once the bot has changed it."""

    mark: str
    letters: tuple[Offer, ...]
    boxes: tuple[Offer, ...]
    answer: Offer | None

    def is_open(self) -> bool:
        return bool(self.letters or (self.boxes and self.answer))


def asked_on_line(chat: Chat) -> Question | None:
    """Nothing when the newest thing the bot said is no question."""
    said = [message for message in chat.messages if message.sender == "bot"]
    if chat.blocked or not said:
        return None
    offers = {offer.label: offer for offer in _on_line(said[-1].body)}
    return _question(said[-1].id, list(offers.values()))


def asked_in_slack(chat: SlackChat) -> Question | None:
    """Nothing when the newest thing the bot said is no question."""
    said = [message for message in chat.messages if message.sender == "bot"]
    if not said:
        return None
    message = said[-1]
    mark = f"{message.ts} {json.dumps(message.blocks, sort_keys=True)}"
    return _question(mark, list(_in_slack(chat.channel, message)))


def _question(mark: str, offers: list[Offer]) -> Question | None:
    question = Question(
        mark=mark,
        letters=tuple(offer for offer in offers if offer.is_letter),
        boxes=tuple(offer for offer in offers if offer.values),
        answer=next((offer for offer in offers if offer.is_answer), None),
    )
    return question if question.is_open() else None


def _on_line(part: Any) -> Iterator[Offer]:
    """Every action with a label, however deep in the message."""
    match part:
        case {"type": "postback", "label": str(label), "data": data, **rest}:
            yield Offer(label, "press", {"data": data, "display_text": rest.get("displayText") or rest.get("text")})
        case {"type": "message", "label": str(label), "text": text}:
            yield Offer(label, "say", {"text": text})
        case dict():
            for inner in part.values():
                yield from _on_line(inner)
        case list():
            for inner in part:
                yield from _on_line(inner)


def _in_slack(channel: str, message: SlackMessage) -> Iterator[Offer]:
    for block in message.blocks or []:
        for element in elements_of(block):
            wish = {
                "channel": channel,
                "ts": message.ts,
                "block_id": block["block_id"],
                "action_id": element["action_id"],
            }
            if element["type"] == "button" and "url" not in element:
                yield Offer(element["text"]["text"], "press", wish)
            elif element["type"] in _TICKED:
                values = tuple(option["value"] for option in element["options"])
                yield Offer("", "press", wish, values, most=2 if element["type"] == "checkboxes" else 1)
