"""What we listen to in Slack. A request is acknowledged when what it tells is stored, and not before."""

import re
from typing import Final

import structlog
from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext
from slack_sdk.web.async_client import AsyncWebClient

from channels.channel import Busy, Refused, Unknown
from channels.receiver import NotStored, Receiver, Reception
from channels.slack import commands, events, forms, presses, submissions
from channels.slack.failures import HANDED_OVER, answered, kind
from channels.slack.faults import translated
from channels.slack.raw import items, leaves, word
from channels.slack.rendering import Json
from config.clock import Clock
from messages.incoming import ChannelName, Incoming

log = structlog.get_logger(__name__)

_ANY: Final = re.compile("")
_NOT_STORED: Final = "保存できませんでした。もう一度送信してください。 / Not saved. Please send it again."


class Listeners:
    """Bolt injects each listener's arguments by name."""

    def __init__(self, *, receiver: Receiver, client: AsyncWebClient, clock: Clock) -> None:
        self._receiver, self._client, self._clock = receiver, client, clock

    def register(self, app: AsyncApp) -> None:
        """What comes often first, for Bolt asks one after the other. All else (view_closed, shortcuts …) is unhandled:
        acknowledged and logged by `answered`.
        """
        app.action({"type": "block_actions", "action_id": _ANY})(self.action)
        app.event("message")(self.message)
        app.view(_ANY)(self.submission)
        app.event("app_home_opened")(self.home)
        app.command(commands.NAME)(self.command)
        app.event("app_uninstalled")(self.uninstalled)
        app.event("tokens_revoked")(self.revoked)
        app.error(answered)

    async def message(self, ack: AsyncAck, body: Json, context: AsyncBoltContext) -> None:
        await self._take(events.heard(body, now=self._clock.now()), body, context)
        await ack()

    async def home(self, ack: AsyncAck, body: Json, context: AsyncBoltContext) -> None:
        await self._take(events.opened(body, now=self._clock.now()), body, context)
        await ack()

    async def command(self, ack: AsyncAck, body: Json, context: AsyncBoltContext) -> None:
        incoming = commands.commanded(body, now=self._clock.now())
        await self._open(await self._take(incoming, body, context), incoming, body)
        await ack()

    async def action(self, ack: AsyncAck, body: Json, context: AsyncBoltContext) -> None:
        incoming = presses.pressed(body, now=self._clock.now())
        await self._open(await self._take(incoming, body, context), incoming, body)
        await ack()

    async def submission(self, ack: AsyncAck, body: Json, context: AsyncBoltContext) -> None:
        """What is not stored stays open under an error, for the person to send again, and so does what is filled in
        wrongly; where more is asked, the next form takes its place.
        """
        incoming = submissions.submitted(body, now=self._clock.now())
        try:
            reception = await self._take(incoming, body, context)
        except NotStored:
            fields = [field for field, _ in leaves(body, "view", "state", "values")]
            if not fields:
                raise
            await ack(response_action="errors", errors={fields[0]: _NOT_STORED})
        else:
            if reception and reception.form and (wrong := forms.errors(reception.form)):
                await ack(response_action="errors", errors=wrong)
                return
            following = _following(reception, incoming)
            await (ack(response_action="update", view=following) if following else ack())

    async def uninstalled(self, ack: AsyncAck, body: Json, context: AsyncBoltContext) -> None:
        await self._close(body, context)
        await ack()

    async def revoked(self, ack: AsyncAck, body: Json, context: AsyncBoltContext) -> None:
        """A person's own token is none of ours."""
        if items(body, "event", "tokens", "bot"):
            await self._close(body, context)
        await ack()

    async def _take(self, incoming: Incoming | None, body: Json, context: AsyncBoltContext) -> Reception | None:
        if incoming is None:
            log.info("slack_passed_over", type=kind(body))
            return None
        context[HANDED_OVER] = True
        return await self._receiver.receive(incoming)

    async def _close(self, body: Json, context: AsyncBoltContext) -> None:
        if account := word(body, "team_id"):
            context[HANDED_OVER] = True
            await self._receiver.closed(ChannelName.SLACK, account)

    async def _open(self, reception: Reception | None, incoming: Incoming | None, body: Json) -> None:
        """A form that cannot be opened is no reason to count the deed twice."""
        if incoming is None or reception is None or reception.form is None:
            return
        asked = forms.Origin(room=incoming.room, on=incoming.on, at_home=incoming.at_home)
        try:
            view = forms.modal(reception.form, asked)
            with translated():
                await self._client.views_open(trigger_id=word(body, "trigger_id"), view=view)
        except (Refused, Busy, Unknown) as error:
            log.warning("slack_form_not_opened", form=reception.form.name, why=str(error))


def _following(reception: Reception | None, incoming: Incoming | None) -> Json | None:
    """The form that follows the one that was sent, if one does."""
    if incoming is None or reception is None or reception.form is None:
        return None
    try:
        return forms.modal(reception.form, forms.Origin(incoming.room, incoming.on, incoming.at_home))
    except Refused as error:
        log.warning("slack_form_not_opened", form=reception.form.name, why=str(error))
        return None
