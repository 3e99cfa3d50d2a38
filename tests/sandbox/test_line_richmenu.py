"""A rich menu from drawing to phone, with the real SDK."""

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

from tests.sandbox.neighbours import Town


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
