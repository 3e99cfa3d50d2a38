"""The rich-menu calls: create, draw, name, and give it to one person or to all."""

import re
from collections.abc import Awaitable, Callable

from sandbox.line.actions import action
from sandbox.line.checks import place, said
from sandbox.line.errors import RefusedError, not_found
from sandbox.line.menus import RichMenu
from sandbox.line.picture import is_a_menu_picture
from sandbox.line.platform import Line
from sandbox.line.send import body_of
from sandbox.shape import array, fields, flag, string, whole
from sandbox.wire import Answer, Call, Json

_ALIAS = re.compile(r"[a-z0-9_-]{1,32}")
_FLATTEST = 1.45
_bounds = fields({"x": whole(0), "y": whole(0), "width": whole(1), "height": whole(1)}, {})
_menu = fields(
    {
        "size": fields({"width": whole(800, 2500), "height": whole(250)}, {}),
        "selected": flag,
        "name": string(1, 300),
        "chatBarText": string(1, 14),
        "areas": array(fields({"bounds": _bounds, "action": action(20, label=False)}, {}), 0, 20),
    },
    {},
)


async def create(line: Line, call: Call) -> Answer:
    return Answer(200, {"richMenuId": line.menus.create(_checked(call)).id})


async def validate(_line: Line, call: Call) -> Answer:
    _checked(call)
    return Answer(200, {})


async def upload(line: Line, call: Call) -> Answer:
    menu = _menu_of(line, call)
    kind = call.headers.get("content-type", "")
    if kind not in {"image/png", "image/jpeg"}:
        raise RefusedError("Unsupported content type", status=415)
    if menu.image is not None:
        raise RefusedError("An image has already been uploaded to the richmenu")
    if not is_a_menu_picture(call.raw, menu.body["size"]):
        raise RefusedError("The image must be as large as the rich menu and 1 MB at most.")
    menu.image, menu.image_type = call.raw, kind
    line.changed()
    return Answer(200, {})


async def one(line: Line, call: Call) -> Answer:
    menu = _menu_of(line, call)
    return Answer(200, {"richMenuId": menu.id, **menu.body})


async def every(line: Line, _call: Call) -> Answer:
    return Answer(200, {"richmenus": [{"richMenuId": menu.id, **menu.body} for menu in line.menus.menus.values()]})


async def delete(line: Line, call: Call) -> Answer:
    line.menus.delete(_menu_of(line, call).id)
    line.changed()
    return Answer(200, {})


async def show_to_all(line: Line, call: Call) -> Answer:
    menu = _menu_of(line, call)
    if menu.image is None:
        raise RefusedError("must upload richmenu image before applying it to user")
    line.menus.default = menu.id
    line.changed()
    return Answer(200, {})


async def shown_to_all(line: Line, _call: Call) -> Answer:
    if line.menus.default is None:
        raise RefusedError("no default richmenu", status=404)
    return Answer(200, {"richMenuId": line.menus.default})


async def hide_from_all(line: Line, _call: Call) -> Answer:
    line.menus.default = None
    line.changed()
    return Answer(200, {})


async def link(line: Line, call: Call) -> Answer:
    menu = _menu_of(line, call)
    if menu.image is None:
        raise RefusedError("must upload richmenu image before applying it to user")
    if chat := line.chats.get(call.params["user_id"]):
        chat.rich_menu = menu.id
        line.changed()
    return Answer(200, {})


async def linked(line: Line, call: Call) -> Answer:
    chat = line.chats.get(call.params["user_id"])
    if chat is None or chat.rich_menu is None:
        raise RefusedError("the user has no richmenu", status=404)
    return Answer(200, {"richMenuId": chat.rich_menu})


async def unlink(line: Line, call: Call) -> Answer:
    if chat := line.chats.get(call.params["user_id"]):
        chat.rich_menu = None
        line.changed()
    return Answer(200, {})


async def name_alias(line: Line, call: Call) -> Answer:
    body = body_of(call)
    alias = str(body.get("richMenuAliasId", ""))
    if not _ALIAS.fullmatch(alias):
        details = [{"message": "must match [a-z0-9_-]{1,32}", "property": "richMenuAliasId"}]
        raise RefusedError("The request body has 1 error(s)", details)
    if alias in line.menus.aliases:
        raise RefusedError("conflict richmenu alias id")
    return _aliased(line, alias, body)


async def move_alias(line: Line, call: Call) -> Answer:
    return _aliased(line, _alias_of(line, call), body_of(call))


async def alias(line: Line, call: Call) -> Answer:
    name = _alias_of(line, call)
    return Answer(200, {"richMenuAliasId": name, "richMenuId": line.menus.aliases[name]})


async def aliases(line: Line, _call: Call) -> Answer:
    held = [{"richMenuAliasId": name, "richMenuId": menu} for name, menu in line.menus.aliases.items()]
    return Answer(200, {"aliases": held})


async def delete_alias(line: Line, call: Call) -> Answer:
    del line.menus.aliases[_alias_of(line, call)]
    return Answer(200, {})


def _checked(call: Call) -> Json:
    body = body_of(call)
    flaws = [{"message": said(flaw), "property": place(flaw.path)} for flaw in _menu(body)]
    if flaws:
        raise RefusedError(f"The request body has {len(flaws)} error(s)", flaws)
    if body["size"]["width"] / body["size"]["height"] < _FLATTEST:
        raise RefusedError("The rich menu's width must be at least 1.45 times its height.")
    return body


def _menu_of(line: Line, call: Call) -> RichMenu:
    menu = line.menus.menus.get(call.params["menu_id"])
    if menu is None:
        raise not_found()
    return menu


def _alias_of(line: Line, call: Call) -> str:
    name = str(call.params["alias"])
    if name not in line.menus.aliases:
        raise RefusedError("richmenu alias not found", status=404)
    return name


def _aliased(line: Line, alias: str, body: Json) -> Answer:
    if body.get("richMenuId") not in line.menus.menus:
        raise RefusedError("richmenu not found")
    line.menus.aliases[alias] = str(body["richMenuId"])
    return Answer(200, {})


DEEDS: list[tuple[str, str, Callable[[Line, Call], Awaitable[Answer]]]] = [
    ("POST", "/v2/bot/richmenu", create),
    ("POST", "/v2/bot/richmenu/validate", validate),
    ("GET", "/v2/bot/richmenu/list", every),
    ("POST", "/v2/bot/richmenu/alias", name_alias),
    ("GET", "/v2/bot/richmenu/alias/list", aliases),
    ("GET", "/v2/bot/richmenu/alias/{alias}", alias),
    ("POST", "/v2/bot/richmenu/alias/{alias}", move_alias),
    ("DELETE", "/v2/bot/richmenu/alias/{alias}", delete_alias),
    ("GET", "/v2/bot/richmenu/{menu_id}", one),
    ("DELETE", "/v2/bot/richmenu/{menu_id}", delete),
    ("POST", "/v2/bot/richmenu/{menu_id}/content", upload),
    ("GET", "/v2/bot/user/all/richmenu", shown_to_all),
    ("DELETE", "/v2/bot/user/all/richmenu", hide_from_all),
    ("POST", "/v2/bot/user/all/richmenu/{menu_id}", show_to_all),
    ("GET", "/v2/bot/user/{user_id}/richmenu", linked),
    ("DELETE", "/v2/bot/user/{user_id}/richmenu", unlink),
    ("POST", "/v2/bot/user/{user_id}/richmenu/{menu_id}", link),
]
