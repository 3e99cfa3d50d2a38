"""Carries parcels to Slack."""

from aiohttp import ClientSession
from slack_sdk.web.async_client import AsyncWebClient

from channels.channel import Busy, Receipt, Refused
from channels.slack import edits, files, pictures
from channels.slack.faults import translated
from channels.slack.history import arrived, metadata
from channels.slack.home import published
from channels.slack.limits import check
from channels.slack.pictures import Album, Pictures
from channels.slack.raw import word
from channels.slack.render import render
from channels.slack.rendering import Rendering
from channels.slack.rooms import Rooms
from messages.letter import Parcel, Surface
from messages.message import Message


class SlackSender:
    """One workspace's channel. How fast it is used is the courier's business."""

    def __init__(self, client: AsyncWebClient, session: ClientSession, own: Pictures = pictures.none) -> None:
        self._client, self._session = client, session
        self._rooms, self._album = Rooms(client), Album(client, session, own)

    async def send(self, parcel: Parcel) -> Receipt:
        """Where a message is to be replaced, replace it; post otherwise, or when it is gone.

        A doubtful parcel is first looked for in the direct message; a doubtful home is published once more, for it
        takes the place of whatever stands there. Raises Refused, Busy, Unknown.
        """
        if parcel.letter.surface is Surface.HOME:
            return await published(self._client, parcel.letter)
        message = await self._shown(parcel)
        rendering = render(message)
        check(rendering)
        if parcel.doubtful and (ts := await self._arrived(parcel)):
            return Receipt(message=ts, via="post")
        if parcel.letter.replaces and (way := await self._edited(parcel, rendering)):
            return Receipt(message=parcel.letter.replaces, via=way)
        try:
            return await self._posted(parcel, rendering)
        except Refused as refused:
            if pictures.unready(message, refused):
                raise Busy("Slack still looks the picture over", pictures.PAUSE) from refused
            raise

    async def _shown(self, parcel: Parcel) -> Message:
        """The letter's message with our pictures in it, as long as Slack may take them."""
        message = parcel.letter.message
        return await self._album.placed(message) if parcel.attempts < pictures.TRIES else pictures.without(message)

    async def fetched(self, url: str, most: int) -> bytes:
        """The file somebody shared with us; raises Refused (TooLarge, Gone), Busy."""
        return await files.fetched(self._client, self._session, url, most)

    async def quota(self) -> None:
        """Slack counts nothing."""

    async def _arrived(self, parcel: Parcel) -> str:
        room = await self._room(parcel)
        return await arrived(self._client, room=room, thread=parcel.thread, parcel=parcel.id, since=parcel.first_tried)

    async def _edited(self, parcel: Parcel, rendering: Rendering) -> str:
        """The way it went, or nothing when there is no message to edit."""
        letter = parcel.letter
        if letter.reply_to and await edits.replaced(self._session, letter.reply_to, rendering):
            return "response_url"
        room, carried = await self._room(parcel), metadata(parcel.id)
        there = await edits.updated(self._client, room=room, ts=letter.replaces, rendering=rendering, metadata=carried)
        return "update" if there else ""

    async def _posted(self, parcel: Parcel, rendering: Rendering) -> Receipt:
        """By `api_call`: `chat_postMessage` would first look through the blocks for models, and there are none."""
        body = {
            "channel": await self._room(parcel),
            "text": rendering.text,
            "blocks": rendering.blocks,
            "metadata": metadata(parcel.id),
            "unfurl_links": False,
            "unfurl_media": False,
        }
        if parcel.thread:
            body["thread_ts"] = parcel.thread
        with translated():
            answer = await self._client.api_call("chat.postMessage", json=body)
        return Receipt(message=word(answer.data, "ts"), via="post")

    async def _room(self, parcel: Parcel) -> str:
        return await self._rooms.room(parcel.letter.address.to)
