"""Rich menus: the drawn buttons under a chat, their images, aliases, and who sees which."""

from dataclasses import dataclass, field

from sandbox import mint
from sandbox.wire import Json


@dataclass(slots=True)
class RichMenu:
    id: str
    body: Json
    image: bytes | None = None
    image_type: str = ""


@dataclass(slots=True)
class RichMenus:
    menus: dict[str, RichMenu] = field(default_factory=dict)
    aliases: dict[str, str] = field(default_factory=dict)
    default: str | None = None

    def create(self, body: Json) -> RichMenu:
        menu = RichMenu(mint.hexed("richmenu-"), body)
        self.menus[menu.id] = menu
        return menu

    def delete(self, menu_id: str) -> None:
        del self.menus[menu_id]
        self.aliases = {alias: held for alias, held in self.aliases.items() if held != menu_id}
        self.default = None if self.default == menu_id else self.default

    def shown_to(self, linked: str | None) -> Json | None:
        """What a person sees: the menu linked to them, else the default one; the image by its door in the sandbox."""
        menu = self.menus.get(linked or "") or self.menus.get(self.default or "")
        if menu is None:
            return None
        image = f"/sandbox/line/richmenus/{menu.id}/image" if menu.image else None
        return {"richMenuId": menu.id, **menu.body, "image": image}
