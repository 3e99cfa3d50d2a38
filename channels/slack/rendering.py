"""A message as Slack shows it."""

from dataclasses import dataclass
from typing import Any, TypeAlias

from slack_sdk.models.blocks import Block

Json: TypeAlias = dict[str, Any]
Drawn: TypeAlias = Block | Json
"""A block as one of the SDK's models, or as what that has become."""


@dataclass(frozen=True, slots=True)
class Rendering:
    """`text` is what notifications and screen readers get; `blocks` is Block Kit, as JSON."""

    text: str
    blocks: tuple[Json, ...]
