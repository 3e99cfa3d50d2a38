"""Files that people share: fetched with our token, from Slack alone, and no more of them than we take."""

import pytest

from channels.channel import Busy, Gone, Refused, TooLarge
from channels.slack import files
from channels.slack.client import web_client
from messages.incoming import Sent
from tests.channels.slack.workspace import Workspace


async def _shared(slack: Workspace) -> str:
    """Where the file lies that Ken drops."""
    await slack.town.door(f"slack/users/{slack.ken}/upload", {"name": "a.csv", "content": "aGVsbG8="})
    deed = slack.notebook.heard[-1].deed
    assert isinstance(deed, Sent)
    return deed.files[0].url


async def test_a_file_is_fetched_up_to_what_is_taken(slack: Workspace) -> None:
    url = await _shared(slack)
    assert await slack.sender().fetched(url, 5) == b"hello"
    with pytest.raises(TooLarge):
        await slack.sender().fetched(url, 4)
    with pytest.raises(Gone):
        await slack.sender().fetched(f"{url}X", 5)


async def test_the_token_goes_to_slack_alone_and_the_sign_in_page_is_no_file(slack: Workspace) -> None:
    url = await _shared(slack)
    stranger = web_client(token="xoxb-other", api_url=slack.client.base_url, session=slack.session)
    with pytest.raises(Refused, match="files:read"):
        await files.fetched(stranger, slack.session, url, 5)
    for elsewhere in ("https://files.slack.com.example/F1", "http://files.slack.com/F1", "file:///etc/hosts", ""):
        with pytest.raises(Refused, match="does not lie with Slack"):
            await slack.sender().fetched(elsewhere, 5)


async def test_a_slack_that_is_away_is_asked_again(slack: Workspace) -> None:
    url = await _shared(slack)
    path = url[url.index("/slack/files-pri") :]
    for fault in ("error_500", "rate_429"):
        await slack.fail((path, fault))
        with pytest.raises(Busy):
            await slack.sender().fetched(url, 5)
