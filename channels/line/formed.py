"""The SDK's models as JSON, each form made once.

A model checks all that is laid into it, which for a card costs more than the call that carries it. So the model makes,
and checks, each style once; words, actions and inner parts, different every time, are laid into that JSON, and what
LINE asks of them is checked in `limits`.
"""

from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from typing import Any, TypeAlias

from pydantic.v1 import BaseModel

Json: TypeAlias = dict[str, Any]
Style: TypeAlias = str | int | bool | None


def formed(model: Callable[..., BaseModel], **style: Style) -> Json:
    """The JSON of a model with these properties, to lay more into; raises pydantic's ValidationError."""
    return dict(_once(model, tuple(style.items())))


@lru_cache(maxsize=512)
def _once(model: Callable[..., BaseModel], style: tuple[tuple[str, Style], ...]) -> Json:
    return dict(as_json(model(**dict(style))))


def as_json(part: Any) -> Any:  # a model of the SDK, and what may stand in one
    """The same as the model's own `to_dict`, which writes every inner part once for each part around it."""
    if isinstance(part, BaseModel):
        named = _names(type(part))
        return {named[name]: as_json(value) for name, value in vars(part).items() if value is not None}
    return [as_json(each) for each in part] if isinstance(part, list) else part


@cache
def _names(model: type[BaseModel]) -> Mapping[str, str]:
    return {name: field.alias for name, field in model.__fields__.items()}
