"""A message as the JSON that leaves: rendered and checked once, however many people it goes to."""

from functools import lru_cache

from pydantic.v1 import ValidationError

from channels.channel import Refused
from channels.line.limits import Json, check
from channels.line.render import render
from messages.actions import TooLong
from messages.message import Message


@lru_cache(maxsize=128)
def written(message: Message) -> tuple[Json, ...]:
    """LINE's message objects, to be read only; raises Refused for what LINE would not take."""
    try:
        objects = tuple(render(message))
    except (TooLong, ValidationError) as error:
        raise Refused(f"LINE would not take this: {error}") from error
    check(objects)
    return objects
