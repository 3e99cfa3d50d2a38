"""The menu as LINE's rich menus: one for each tab, with its fields as areas."""

from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from linebot.v3.messaging import (
    Action,
    PostbackAction,
    RichMenuArea,
    RichMenuBounds,
    RichMenuRequest,
    RichMenuSize,
    RichMenuSwitchAction,
)

from channels.line.measure import graphemes, utf16
from channels.line.menu_picture import drawn
from channels.line.menu_shape import HEIGHT, WIDTH, Field, cell, tab
from config.line_menu import Area, BadMenu, Menu, Tab
from messages.actions import Unreadable, pack, unpack

OURS: Final = "kotsu "
"""How the names of our menus begin; menus of other names are left alone."""

_BAR: Final = 14
_LABEL: Final = 20
_LARGEST: Final = 1024 * 1024
_DIGITS: Final = 16


@dataclass(frozen=True, slots=True)
class Page:
    """One rich menu to be there, its picture, and the alias it is switched to by."""

    alias: str
    request: RichMenuRequest
    picture: bytes


def pages(menu: Menu) -> tuple[Page, ...]:
    """One for each tab. The same definition makes the same names; raises BadMenu for what LINE would not take.

    They begin closed: who comes from a notification wants to read the lesson, which an open menu would half cover.
    """
    if not 1 <= utf16(menu.bar) <= _BAR:
        raise BadMenu(f"{menu.bar!r} has {utf16(menu.bar)} characters, 1 to {_BAR} fit below the chat")
    try:
        return tuple(_page(menu, each) for each in menu.tabs)
    except (ValueError, KeyError) as error:
        raise BadMenu(str(error)) from error


def _page(menu: Menu, shown: Tab) -> Page:
    picture = drawn(menu, shown)
    if len(picture) > _LARGEST:
        raise BadMenu(f"the picture of {shown.word} has {len(picture)} bytes, LINE takes 1 MB")
    areas = [*_tabs(menu, shown), *(_area(each) for each in shown.areas)]
    request = RichMenuRequest(
        size=RichMenuSize(width=WIDTH, height=HEIGHT), selected=False, name="x", chatBarText=menu.bar, areas=areas
    )
    seen = sha256(request.to_json().encode() + picture).hexdigest()[:_DIGITS]
    request.name = f"{OURS}{shown.alias} {seen}"
    return Page(shown.alias, request, picture)


def _tabs(menu: Menu, shown: Tab) -> list[RichMenuArea]:
    """The way to the other tabs; a tap on the open one does nothing."""
    many = len(menu.tabs)
    others = ((number, each) for number, each in enumerate(menu.tabs) if each is not shown)
    return [_bounded(tab(number, many), _switching(each)) for number, each in others]


def _switching(to: Tab) -> RichMenuSwitchAction:
    return RichMenuSwitchAction(label=_label(to.word, to.english), richMenuAliasId=to.alias, data=to.alias)


def _area(area: Area) -> RichMenuArea:
    """A tap tells us what the word would, and lets the menu go, so that the answer can be read."""
    try:
        packed = pack(unpack(area.does))
    except Unreadable as error:
        raise BadMenu(f"{area.word}: {area.does!r} is no action of ours") from error
    label = _label(area.word, area.english)
    action = PostbackAction(label=label, data=packed, displayText=area.word, inputOption="closeRichMenu")
    return _bounded(cell(area), action)


def _label(word: str, english: str) -> str:
    """What a screen reader says."""
    label = f"{word} {english}"
    if graphemes(label) > _LABEL:
        raise BadMenu(f"{label!r} has {graphemes(label)} characters, {_LABEL} fit into a label")
    return label


def _bounded(field: Field, action: Action) -> RichMenuArea:
    bounds = RichMenuBounds(x=field.x, y=field.y, width=field.width, height=field.height)
    return RichMenuArea(bounds=bounds, action=action)
