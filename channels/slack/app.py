"""The Bolt app: Slack's SDK, set up so that nothing is acknowledged before it is stored."""

from aiohttp import ClientSession
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult

from channels.receiver import Receiver
from channels.slack.client import web_client
from channels.slack.listeners import Listeners
from config.clock import Clock


def bolt(*, bot_token: str, api_url: str, receiver: Receiver, session: ClientSession, clock: Clock) -> AsyncApp:
    """The app for one workspace, heard by `webhook`, which verifies what comes, or by `socket`.

    Its requests need no `auth.test`: Bolt's own authorisation asks once for each early request, and answers 200 to
    events it then drops when Slack cannot be asked. `clock` dates what Slack does not: commands and submissions.
    """

    async def authorised(enterprise_id: str | None, team_id: str | None) -> AuthorizeResult:
        return AuthorizeResult(enterprise_id=enterprise_id, team_id=team_id, bot_token=bot_token)

    app = AsyncApp(
        name="kotsu",
        client=web_client(token=None, api_url=api_url, session=session),
        authorize=authorised,
        process_before_response=True,
        raise_error_for_unhandled_request=True,
    )
    client = web_client(token=bot_token, api_url=api_url, session=session)
    Listeners(receiver=receiver, client=client, clock=clock).register(app)
    return app
