"""Sends letters to LINE: by reply token while that is free, by push where the letter may cost something."""

from typing import Final
from uuid import UUID

from linebot.v3.messaging import AsyncMessagingApi

from channels.channel import Busy, Expired, Quota, Receipt, Refused
from channels.line import profile
from channels.line.calls import Answer, Unreached, post
from channels.line.limits import Json
from channels.line.verdicts import is_dead_token, patience, trouble
from channels.line.wire import written
from messages.letter import Cost, Parcel, Surface

_REPLY: Final = "/v2/bot/message/reply"
_PUSH: Final = "/v2/bot/message/push"
_MULTICAST: Final = "/v2/bot/message/multicast"


class LineSender:
    """One LINE account. Held to the promise of channels.channel.Channel."""

    def __init__(self, api: AsyncMessagingApi) -> None:
        self._api, self._client = api, api.api_client
        self._to_push: set[UUID] = set()

    async def send(self, parcel: Parcel) -> Receipt:
        """Reply first; push only what may cost. A push repeated under the same parcel id arrives once."""
        if parcel.letter.surface is Surface.HOME:
            raise Refused("LINE has no home to show this in")
        try:
            receipt = await self._sent(parcel)
        except Unreached as error:
            raise Busy("LINE cannot be reached from here", patience(parcel)) from error
        except Refused:
            self._to_push.discard(parcel.id)
            raise
        self._to_push.discard(parcel.id)
        return receipt

    async def fetched(self, url: str, most: int) -> bytes:
        """Nothing: files of people's are not taken from LINE. Raises Refused."""
        raise Refused(f"files are not taken from LINE ({len(url)}, {most})")

    async def quota(self) -> Quota:
        """What LINE has counted this month; raises Refused, Busy."""
        return await profile.quota(self._api)

    async def _sent(self, parcel: Parcel) -> Receipt:
        messages = list(written(parcel.letter.message))
        by_reply = parcel.letter.reply_to and parcel.id not in self._to_push
        if by_reply and (receipt := await self._replied(parcel, messages)):
            return receipt
        if parcel.letter.cost is not Cost.PAID:
            raise Expired("the reply token is used or too old, and this letter may not be pushed")
        self._to_push.add(parcel.id)  # its doubts are the push's from now on: the retry key settles them
        return await self._pushed(parcel, messages)

    async def _replied(self, parcel: Parcel, messages: list[Json]) -> Receipt | None:
        """None: the token is dead, and nothing went out by it."""
        body = {"replyToken": parcel.letter.reply_to, "messages": messages}
        answer = await post(self._client, _REPLY, body)
        if is_dead_token(answer) and not parcel.doubtful:
            return None
        if _is_taken(answer) or is_dead_token(answer):  # in doubt, a dead token is one that did its work
            return Receipt(via="reply")
        raise trouble(answer, parcel)

    async def _pushed(self, parcel: Parcel, messages: list[Json]) -> Receipt:
        """To one, or to many at once: `counted` is then what each of them used."""
        many = len(parcel.recipients) > 1
        to = list(parcel.recipients) if many else parcel.letter.address.to
        answer = await post(
            self._client, _MULTICAST if many else _PUSH, {"to": to, "messages": messages}, retry_key=str(parcel.id)
        )
        if _is_taken(answer) or answer.status == 409:  # 409: an earlier attempt was accepted
            return Receipt(via="multicast" if many else "push", counted=1)
        raise trouble(answer, parcel)


def _is_taken(answer: Answer) -> bool:
    return 200 <= answer.status < 300
