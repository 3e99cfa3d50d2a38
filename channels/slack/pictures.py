"""Our own pictures in Slack: uploaded once, then named by the file's id in the messages that show them.

A file that belongs to no channel is seen where a message shows it, so an upload that is repeated shows nothing twice.
Source: docs.slack.dev, slack file object; files.getUploadURLExternal, files.completeUploadExternal.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Final, TypeAlias

import structlog
from aiohttp import ClientError, ClientSession
from slack_sdk.web.async_client import AsyncWebClient

from channels.channel import Busy, Refused, Unknown
from channels.slack.faults import translated, word_of
from channels.slack.raw import word
from messages.message import Block, Image, Message

log: Final = structlog.get_logger()
Pictures: TypeAlias = Callable[[str], Awaitable[bytes | None]]
"""The PNG behind a secret of ours; None if there is none any more."""
TRIES: Final = 5  # while Slack still looks a new file over, it calls the message that shows it invalid
PAUSE: Final = timedelta(seconds=3)
_AGAIN: Final = timedelta(seconds=10)
_NOT_ALLOWED: Final = frozenset({"missing_scope", "no_permission", "not_allowed_token_type", "access_denied"})
_NAME: Final = "kotsukotsu.png"


async def none(_secret: str) -> bytes | None:
    """For who has no pictures."""
    return None


@dataclass(slots=True)
class Album:
    """What was uploaded since the bot began; what is uploaded twice costs nothing but time."""

    client: AsyncWebClient
    session: ClientSession
    pictures: Pictures
    _files: dict[str, str] = field(default_factory=dict)

    async def placed(self, message: Message) -> Message:
        """The message with ids of files where our pictures' secrets stood; what Slack does not take is left out. Raises
        Busy: nothing of an upload is seen, so it may be tried again.
        """
        if not shows_own(message):
            return message
        blocks = [await self._placed(block) for block in message.blocks]
        return replace(message, blocks=tuple(block for block in blocks if block is not None))

    async def _placed(self, block: Block) -> Block | None:
        if not isinstance(block, Image) or not block.own:
            return block
        file = self._files.get(block.own) or await self._uploaded(block)
        if not file:
            return None
        self._files[block.own] = file
        return replace(block, own=file)

    async def _uploaded(self, block: Image) -> str:
        png = await self.pictures(block.own)
        if png is None:
            return ""
        try:
            return await self._upload(png, block.alt)
        except Refused as why:
            log.warning("picture_refused", why=str(why))
            return ""
        except Busy as why:
            if word_of(why) in _NOT_ALLOWED:
                log.warning("picture_not_allowed", why=str(why))
                return ""
            raise
        except Unknown as why:
            raise Busy(f"the picture: {why}", _AGAIN) from why

    async def _upload(self, png: bytes, alt: str) -> str:
        with translated():
            offer = await self.client.files_getUploadURLExternal(filename=_NAME, length=len(png), alt_txt=alt[:1000])
        file = word(offer.data, "file_id")
        try:
            async with self.session.post(word(offer.data, "upload_url"), data=png) as answer:
                if answer.status >= 400:
                    raise Busy(f"Slack did not take the picture: {answer.status}", _AGAIN)
        except (ClientError, TimeoutError) as error:
            raise Busy(f"the picture did not arrive: {type(error).__name__}", _AGAIN) from error
        with translated():
            await self.client.files_completeUploadExternal(files=[{"id": file, "title": _NAME}])
        return file


def shows_own(message: Message) -> bool:
    """Whether a picture of ours is in it."""
    return any(isinstance(block, Image) and block.own for block in message.blocks)


def without(message: Message) -> Message:
    """The same without our pictures."""
    kept = (block for block in message.blocks if not (isinstance(block, Image) and block.own))
    return replace(message, blocks=tuple(kept))


def unready(message: Message, refused: Refused) -> bool:
    """Whether Slack may have refused the message only because it does not know the file in it yet."""
    return shows_own(message) and word_of(refused) == "invalid_blocks"
