"""A message as Slack shows it."""

from dataclasses import dataclass
from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Measured:
    """A block, and what the limits ask of it: looked at once, however many messages it stands in.

    `size` are the characters it shows, `ids` each block_id and action_id under its name, `flaws` what is wrong with it
    wherever it stands.
    """

    json: Json
    size: int
    ids: tuple[tuple[str, str], ...]
    flaws: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rendering:
    """`text` is what notifications and screen readers get; `parts` are its blocks."""

    text: str
    parts: tuple[Measured, ...]

    @property
    def blocks(self) -> list[Json]:
        """Block Kit, as JSON; to be read only."""
        return [part.json for part in self.parts]
