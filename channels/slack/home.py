"""The App Home: one page for each person, which every letter to it replaces."""

from typing import Final

from slack_sdk.web.async_client import AsyncWebClient

from channels.channel import Receipt, Refused
from channels.slack.faults import translated
from channels.slack.limits import check_view
from channels.slack.render import render
from channels.slack.rendering import Json
from messages.letter import Letter
from messages.message import Message

_PEOPLE: Final = ("U", "W")


async def published(client: AsyncWebClient, letter: Letter) -> Receipt:
    """Raises Refused, Busy, Unknown."""
    person = letter.address.to
    if not person.startswith(_PEOPLE):
        raise Refused("only a person has a home in Slack")
    shown = view(letter.message)
    with translated():
        await client.views_publish(user_id=person, view=shown)
    return Receipt(via="home")


def view(message: Message) -> Json:
    """The message as a home; raises Refused."""
    frame, rendering = {"type": "home"}, render(message)
    check_view(frame, rendering.parts)
    return {**frame, "blocks": rendering.blocks}
