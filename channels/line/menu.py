"""The menu under the LINE chat: puts it there, looks at it, takes it away. LINE allows a hundred makings an hour."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from linebot.v3.messaging import (
    AsyncMessagingApi,
    AsyncMessagingApiBlob,
    CreateRichMenuAliasRequest,
    UpdateRichMenuAliasRequest,
)

from channels.line.client import TIMEOUT
from channels.line.menu_request import OURS, Page
from channels.line.profile import Missing, asked


class Change(NamedTuple):
    """How many menus were made, kept as they were, and taken away."""

    made: int = 0
    kept: int = 0
    removed: int = 0


@dataclass(slots=True)
class There:
    """What LINE has of ours: names by menu id, menu ids by alias, and the menu everybody sees (or nothing)."""

    names: dict[str, str] = field(default_factory=dict)
    aliases: dict[str, str] = field(default_factory=dict)
    default: str = ""

    @property
    def shown(self) -> bool:
        """Whether everybody sees one of ours."""
        return self.default in self.names


async def there(api: AsyncMessagingApi) -> There:
    """Raises Refused, Busy."""
    menus = (await asked(api.get_rich_menu_list(_request_timeout=TIMEOUT))).richmenus
    aliases = (await asked(api.get_rich_menu_alias_list(_request_timeout=TIMEOUT))).aliases
    return There(
        {each.rich_menu_id: each.name for each in menus if each.name.startswith(OURS)},
        {each.rich_menu_alias_id: each.rich_menu_id for each in aliases},
        await _default(api),
    )


async def set_up(api: AsyncMessagingApi, blob: AsyncMessagingApiBlob, pages: Sequence[Page]) -> Change:
    """Everybody sees the first page from now on; a second time nothing changes. Raises Refused, Busy.

    The new is whole before the old goes. An alias is set last, so a menu behind its alias has its picture: whatever
    breaks off on the way, setting up again mends it.
    """
    found = await there(api)
    ids = [_kept(found, page) or await _made(api, blob, page, found) for page in pages]
    if found.default != ids[0]:
        await asked(api.set_default_rich_menu(ids[0], _request_timeout=TIMEOUT))
    old = [each for each in found.names if each not in ids]
    for each in old:
        await asked(api.delete_rich_menu(each, _request_timeout=TIMEOUT))
    kept = sum(each in found.names for each in ids)
    return Change(made=len(ids) - kept, kept=kept, removed=len(old))


async def remove(api: AsyncMessagingApi) -> Change:
    """Nobody sees a menu of ours from now on; others stay. Raises Refused, Busy."""
    found = await there(api)
    if found.shown:
        await asked(api.cancel_default_rich_menu(_request_timeout=TIMEOUT))
    for alias, menu in found.aliases.items():
        if menu in found.names:
            await asked(api.delete_rich_menu_alias(alias, _request_timeout=TIMEOUT))
    for menu in found.names:
        await asked(api.delete_rich_menu(menu, _request_timeout=TIMEOUT))
    return Change(removed=len(found.names))


async def _default(api: AsyncMessagingApi) -> str:
    try:
        return str((await asked(api.get_default_rich_menu_id(_request_timeout=TIMEOUT))).rich_menu_id)
    except Missing:
        return ""


def _kept(found: There, page: Page) -> str:
    """The menu behind the page's alias, if it is this very page."""
    menu = found.aliases.get(page.alias, "")
    return menu if found.names.get(menu) == page.request.name else ""


async def _made(api: AsyncMessagingApi, blob: AsyncMessagingApiBlob, page: Page, found: There) -> str:
    menu = str((await asked(api.create_rich_menu(page.request, _request_timeout=TIMEOUT))).rich_menu_id)
    kind = {"Content-Type": "image/png"}
    await asked(blob.set_rich_menu_image(menu, bytearray(page.picture), _headers=kind, _request_timeout=TIMEOUT))
    if page.alias in found.aliases:
        moved = UpdateRichMenuAliasRequest(richMenuId=menu)
        await asked(api.update_rich_menu_alias(page.alias, moved, _request_timeout=TIMEOUT))
    else:
        named = CreateRichMenuAliasRequest(richMenuAliasId=page.alias, richMenuId=menu)
        await asked(api.create_rich_menu_alias(named, _request_timeout=TIMEOUT))
    return menu
