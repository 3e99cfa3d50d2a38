"""A message as the JSON that leaves: rendered and checked once, however many people it goes to."""

from functools import lru_cache
from typing import Any

from pydantic.v1 import BaseModel, ValidationError

from channels.channel import Refused
from channels.line.limits import Json, check
from channels.line.render import render
from messages.actions import TooLong
from messages.message import Message


@lru_cache(maxsize=128)
def written(message: Message) -> tuple[Json, ...]:
    """LINE's message objects, to be read only; raises Refused for what LINE would not take."""
    try:
        objects = tuple(as_json(each) for each in render(message))
    except (TooLong, ValidationError) as error:
        raise Refused(f"LINE would not take this: {error}") from error
    check(objects)
    return objects


def as_json(part: Any) -> Any:  # a model of the SDK, and what may stand in one
    """The same as the model's own `to_dict`, which writes every inner part once for each part around it."""
    if isinstance(part, BaseModel):
        parts = ((field.alias, getattr(part, name)) for name, field in part.__fields__.items())
        return {alias: as_json(value) for alias, value in parts if value is not None}
    return [as_json(each) for each in part] if isinstance(part, list) else part
