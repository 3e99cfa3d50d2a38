"""A message as Slack shows it."""

from dataclasses import dataclass
from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Rendering:
    """`text` is what notifications and screen readers get; `blocks` is Block Kit, as JSON."""

    text: str
    blocks: tuple[Json, ...]
