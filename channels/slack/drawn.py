"""A block as one of the SDK's models, or as what that has become."""

from typing import TypeAlias

from slack_sdk.models.blocks import Block

from channels.slack.rendering import Json

Drawn: TypeAlias = Block | Json
