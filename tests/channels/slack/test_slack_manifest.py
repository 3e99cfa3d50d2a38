"""The manifest asks for what the code uses, and for no more."""

from pathlib import Path
from typing import Any

import pytest
import yaml

import config
from channels.slack import commands, webhook
from channels.slack.profile import SCOPES

Manifest = dict[str, Any]


@pytest.fixture
def manifest() -> Manifest:
    text = (Path(config.__file__).parent / "slack-manifest.yaml").read_text(encoding="utf-8")
    found: Manifest = yaml.safe_load(text)
    return found


def test_every_request_comes_to_our_one_address(manifest: Manifest) -> None:
    settings = manifest["settings"]
    [command] = manifest["features"]["slash_commands"]
    urls = {settings["event_subscriptions"]["request_url"], settings["interactivity"]["request_url"], command["url"]}
    assert urls == {f"PUBLIC_URL{webhook.PATH}"}


def test_people_can_write_to_the_bot_look_at_its_home_and_type_its_command(manifest: Manifest) -> None:
    home = manifest["features"]["app_home"]
    assert (home["messages_tab_enabled"], home["messages_tab_read_only_enabled"]) == (True, False)
    assert home["home_tab_enabled"] is True
    assert manifest["features"]["slash_commands"][0]["command"] == commands.NAME
    assert manifest["settings"]["interactivity"]["is_enabled"] is True


def test_it_hears_messages_and_the_end_of_the_installation(manifest: Manifest) -> None:
    events = manifest["settings"]["event_subscriptions"]["bot_events"]
    assert {each for each in events if not each.startswith("message.")} == {
        *("app_home_opened", "app_uninstalled", "tokens_revoked"),
    }
    assert {each for each in events if each.startswith("message.")} == {
        *("message.im", "message.channels", "message.groups"),
    }


def test_it_asks_for_the_scopes_our_calls_need(manifest: Manifest) -> None:
    assert manifest["oauth_config"]["scopes"]["bot"] == [
        *("chat:write", "commands", "channels:history", "files:read", "groups:history", "files:write"),
        *("im:history", "im:write", "users:read", "users:read.email"),
    ]


def test_it_keeps_slacks_own_limits(manifest: Manifest) -> None:
    told = manifest["display_information"]
    assert len(told["name"]) <= 35
    assert len(told["description"]) <= 140
    assert 175 <= len(told["long_description"]) <= 4000


def test_the_doctor_asks_for_the_scopes_of_the_manifest(manifest: Manifest) -> None:
    assert set(manifest["oauth_config"]["scopes"]["bot"]) == SCOPES
