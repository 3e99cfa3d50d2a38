"""How every page is drawn: from a template in which whatever is filled in is text, never markup."""

from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

TAGS: Final = ("ja", "en")  # of languages, as browsers know them
_PAGES: Final = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=select_autoescape(default=True),
    trim_blocks=True,
    lstrip_blocks=True,
    undefined=StrictUndefined,
)


def drawn(template: str, *, language: str = "ja", **facts: object) -> str:
    """The page as HTML: no script, no cookie, nothing from elsewhere. Easy Japanese is Japanese to a screen reader."""
    lang = language if language in TAGS else "ja"
    return _PAGES.get_template(template).render(facts, lang=lang)
