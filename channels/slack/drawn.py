"""A block: measured already, because it is the same for everybody, or to be measured."""

from typing import TypeAlias

from channels.slack.rendering import Json, Measured

Drawn: TypeAlias = Json | Measured
