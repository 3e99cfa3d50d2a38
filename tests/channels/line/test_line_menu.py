"""The menu under the LINE chat: what is drawn, what is tapped, and setting it up over and over."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from struct import unpack as read_bytes

import pytest
from linebot.v3.messaging import AsyncMessagingApiBlob, RichMenuRequest

from channels.channel import Busy, Refused
from channels.line.client import connect
from channels.line.menu import Change, remove, set_up, there
from channels.line.menu_picture import AWAY, HERE, MAIN, PLAIN
from channels.line.menu_request import Page, pages
from channels.line.menu_signs import SIGNS
from config import line_menu
from config.line_menu import Area, BadMenu, Menu
from messages.actions import unpack
from tests.channels.line.account import Account
from tests.channels.line.colours import contrast

OURS = line_menu.read()
HARDEST = "/v2/bot/richmenu"


@pytest.fixture(scope="module")
def wanted() -> tuple[Page, ...]:
    """Drawn once: it takes a second."""
    return pages(OURS)


def with_area(**changes: object) -> Menu:
    """Ours, with something about its first field changed."""
    first, *others = OURS.tabs
    area = replace(first.areas[0], **changes)  # type: ignore[arg-type]  # any field of it, on purpose a wrong one too
    return replace(OURS, tabs=(replace(first, areas=(area, *first.areas[1:])), *others))


def test_every_picture_is_as_large_as_line_wants_and_light(wanted: tuple[Page, ...]) -> None:
    for page in wanted:
        assert read_bytes(">II", page.picture[16:24]) == (2500, 1686)
        assert len(page.picture) < 1024 * 1024


def test_every_word_and_sign_can_be_read_by_tired_eyes() -> None:
    for paint in (MAIN, PLAIN, HERE, AWAY):
        assert min(contrast(each, paint.ground) for each in (paint.word, paint.small, paint.sign)) >= 4.5


def test_the_fields_cover_the_picture_once(wanted: tuple[Page, ...]) -> None:
    """All but the tab that is open already."""
    for page in wanted:
        boxes = [area.bounds for area in page.request.areas]
        assert sum(box.width * box.height for box in boxes) == 2500 * 1686 - 1250 * 246
        assert all(box.x + box.width <= 2500 and box.y + box.height <= 1686 for box in boxes)


def test_a_tap_says_the_word_and_does_what_it_says(wanted: tuple[Page, ...]) -> None:
    for tab, page in zip(OURS.tabs, wanted, strict=True):
        tapped = [area.action for area in page.request.areas if area.action.type == "postback"]
        assert [each.display_text for each in tapped] == [area.word for area in tab.areas]
        assert [unpack(each.data) for each in tapped] == [unpack(area.does) for area in tab.areas]
        assert {each.input_option for each in tapped} == {"closeRichMenu"}


def test_each_tab_leads_to_the_other(wanted: tuple[Page, ...]) -> None:
    leads = [[area.action for area in page.request.areas if area.action.type == "richmenuswitch"] for page in wanted]
    assert [[each.rich_menu_alias_id for each in tab] for tab in leads] == [["kotsu-more"], ["kotsu-learn"]]


def test_every_function_is_named_in_both_languages_and_by_a_sign_of_its_own() -> None:
    areas = [area for tab in OURS.tabs for area in tab.areas]
    assert all(area.word and area.english for area in areas)
    assert len({area.sign for area in areas}) == len(areas)
    assert {area.sign for area in areas} <= set(SIGNS)


@pytest.mark.parametrize(
    ("menu", "why"),
    [
        (replace(OURS, bar="あ" * 15), "15 characters"),
        (replace(OURS, bar=""), "0 characters"),
        (with_area(does="dance"), "no action of ours"),
        (with_area(column=2), "outside the menu"),
        (with_area(row=2), "outside the menu"),
        (with_area(wide=0), "outside the menu"),
        (with_area(sign="dragon"), "dragon"),
        (with_area(english="Today's lesson, at last"), "fit into a label"),
    ],
    ids=["bar", "no bar", "action", "column", "row", "wide", "sign", "label"],
)
def test_a_definition_that_line_would_refuse_is_refused_here(menu: Menu, why: str) -> None:
    with pytest.raises(BadMenu, match=why):
        pages(menu)


@asynccontextmanager
async def pictures(line: Account) -> AsyncIterator[AsyncMessagingApiBlob]:
    """LINE takes them at another address of its own."""
    async with connect(line.town.settings.line_access_token, line.town.address) as client:
        yield AsyncMessagingApiBlob(client)


async def changed(line: Account, wanted: tuple[Page, ...]) -> Change:
    async with pictures(line) as blob:
        return await set_up(line.api, blob, wanted)


async def seen(line: Account) -> str:
    """The name of the menu that Hana sees."""
    shown = (await line.town.state())["line"]["chats"][0]["rich_menu"]
    return shown["name"] if shown else ""


async def test_setting_up_twice_makes_one_set_of_menus(line: Account, wanted: tuple[Page, ...]) -> None:
    assert await changed(line, wanted) == Change(made=2)
    before = len(await line.calls())
    assert await changed(line, wanted) == Change(kept=2)
    assert [path for path, _ in (await line.calls())[before:]] == ["list", "list", "richmenu"]
    assert await seen(line) == wanted[0].request.name
    assert len((await there(line.api)).names) == 2


async def test_a_new_definition_takes_the_place_of_the_old_and_keeps_what_is_the_same(
    line: Account, wanted: tuple[Page, ...]
) -> None:
    await changed(line, wanted)
    new = pages(with_area(english="3 minutes"))
    assert await changed(line, new) == Change(made=1, kept=1, removed=1)
    assert await seen(line) == new[0].request.name
    found = await there(line.api)
    assert sorted(found.names.values()) == sorted(page.request.name for page in new)
    assert set(found.aliases.values()) == set(found.names)


@pytest.mark.parametrize("fault", ["drop_before", "drop_after", "error_500", "rate_429"])
@pytest.mark.parametrize("call", ["", "/alias"])
async def test_what_breaks_off_half_way_is_mended_by_setting_up_again(
    line: Account, wanted: tuple[Page, ...], call: str, fault: str
) -> None:
    await line.town.door("faults", {"next": [{"path": HARDEST + call, "fault": fault}]})
    with pytest.raises(Busy):
        await changed(line, wanted)
    await changed(line, wanted)
    found = await there(line.api)
    assert sorted(found.names.values()) == sorted(page.request.name for page in wanted)
    assert await seen(line) == wanted[0].request.name


async def test_menus_made_elsewhere_stay(line: Account, wanted: tuple[Page, ...]) -> None:
    theirs = wanted[0].request.to_dict() | {"name": "広報の夏のメニュー"}
    made = (await line.api.create_rich_menu(RichMenuRequest.from_dict(theirs))).rich_menu_id
    await changed(line, wanted)
    assert await remove(line.api) == Change(removed=2)
    assert await seen(line) == ""
    assert [each.rich_menu_id for each in (await line.api.get_rich_menu_list()).richmenus] == [made]
    assert await remove(line.api) == Change()


async def test_a_bad_token_is_told_and_nothing_is_made(line: Account, wanted: tuple[Page, ...]) -> None:
    async with connect("wrong", line.town.address) as client:
        with pytest.raises(Refused, match="token"):
            await set_up(type(line.api)(client), AsyncMessagingApiBlob(client), wanted)
    assert (await there(line.api)).names == {}


async def test_looking_at_another_tab_is_no_deed(line: Account) -> None:
    told = {"newRichMenuAliasId": "kotsu-more", "status": "SUCCESS"}
    assert await line.door("press", data="kotsu-more", params=told) == [200]
    assert line.notebook.deeds == []


def test_a_definition_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    for text in ("bar: [", "bar: x", "bar: x\nmenus: [{alias: a}]", "- x"):
        path = tmp_path / "line-menu.yaml"
        path.write_text(text, encoding="utf-8")
        with pytest.raises(BadMenu, match=r"line-menu\.yaml"):
            line_menu.read(path)
    assert isinstance(OURS.tabs[0].areas[0], Area)
