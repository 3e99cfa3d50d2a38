"""A rich menu from drawing to phone, with the real SDK."""

import json
import struct

import pytest
from linebot.v3.messaging import (
    AsyncMessagingApiBlob,
    CreateRichMenuAliasRequest,
    MessageAction,
    RichMenuArea,
    RichMenuBounds,
    RichMenuRequest,
    RichMenuSize,
)
from linebot.v3.messaging.exceptions import ApiException

from tests.sandbox.neighbours import Bot, Town


def menu(bar: str = "メニュー") -> RichMenuRequest:
    today = RichMenuArea(
        bounds=RichMenuBounds(x=0, y=0, width=1250, height=843), action=MessageAction(label="今日", text="今日")
    )
    return RichMenuRequest.construct(
        size=RichMenuSize(width=2500, height=843), selected=True, name="main", chat_bar_text=bar, areas=[today]
    )


def png(width: int, height: int) -> bytearray:
    """The first bytes of a picture: all that LINE's rules need to see."""
    return bytearray(b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", width, height) + bytes(32))


async def test_a_menu_is_made_drawn_named_and_shown_to_all(town: Town) -> None:
    await town.on_line()
    made = (await town.line.create_rich_menu(menu())).rich_menu_id
    with pytest.raises(ApiException):
        await town.line.set_default_rich_menu(made)
    blob = AsyncMessagingApiBlob(town.line.api_client)
    await blob.set_rich_menu_image(made, body=png(2500, 843), _headers={"Content-Type": "image/png"})
    await town.line.set_default_rich_menu(made)
    await town.line.create_rich_menu_alias(CreateRichMenuAliasRequest(richMenuAliasId="main", richMenuId=made))
    shown = (await town.state())["line"]["chats"][0]["rich_menu"]
    assert (shown["richMenuId"], shown["chatBarText"]) == (made, "メニュー")
    async with town.http.get(town.address + shown["image"]) as picture:
        assert (picture.content_type, await picture.read()) == ("image/png", bytes(png(2500, 843)))


async def test_a_picture_of_another_size_is_refused(town: Town) -> None:
    made = (await town.line.create_rich_menu(menu())).rich_menu_id
    blob = AsyncMessagingApiBlob(town.line.api_client)
    with pytest.raises(ApiException) as refused:
        await blob.set_rich_menu_image(made, body=png(2500, 1686), _headers={"Content-Type": "image/png"})
    assert refused.value.status == 400


async def test_a_bar_text_too_long_is_refused(town: Town) -> None:
    with pytest.raises(ApiException) as refused:
        await town.line.create_rich_menu(menu("あ" * 15))
    assert "chatBarText" in str(refused.value.body)


async def drawn_menu(town: Town, alias: str) -> str:
    """The id of a menu that can be seen, behind this alias."""
    made = str((await town.line.create_rich_menu(menu(alias))).rich_menu_id)
    blob = AsyncMessagingApiBlob(town.line.api_client)
    await blob.set_rich_menu_image(made, body=png(2500, 843), _headers={"Content-Type": "image/png"})
    await town.line.create_rich_menu_alias(CreateRichMenuAliasRequest(richMenuAliasId=alias, richMenuId=made))
    return made


async def test_a_tab_shows_its_menu_to_that_person_alone_and_the_bot_is_told(town: Town, bot: Bot) -> None:
    hana = await town.on_line()
    await town.on_line("かえで")
    first, second = await drawn_menu(town, "first"), await drawn_menu(town, "second")
    await town.line.set_default_rich_menu(first)
    await town.door(f"line/users/{hana}/switch", {"alias": "second", "data": "tab"})
    shown = [chat["rich_menu"]["richMenuId"] for chat in (await town.state())["line"]["chats"]]
    assert shown == [second, first]
    told = json.loads(bot.heard[0][1])["events"][0]["postback"]
    assert told == {"data": "tab", "params": {"newRichMenuAliasId": "second", "status": "SUCCESS"}}


async def test_a_tab_that_leads_nowhere_changes_nothing_and_says_so(town: Town, bot: Bot) -> None:
    hana = await town.on_line()
    first = await drawn_menu(town, "first")
    await town.line.set_default_rich_menu(first)
    await town.door(f"line/users/{hana}/switch", {"alias": "gone", "data": "tab"})
    assert (await town.state())["line"]["chats"][0]["rich_menu"]["richMenuId"] == first
    told = json.loads(bot.heard[0][1])["events"][0]["postback"]["params"]
    assert told["status"] == "RICHMENU_ALIAS_ID_NOTFOUND"
