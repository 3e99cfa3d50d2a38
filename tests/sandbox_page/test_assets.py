"""The page's files, read as text: nothing from outside, nothing parsed as markup, every phrase in both languages."""

import re
from pathlib import Path

import sandbox

_ASSETS = Path(sandbox.__file__).parent / "assets"
_SCRIPTS = sorted(_ASSETS.glob("*.js"))
_TEXTS = sorted(path for path in _ASSETS.iterdir() if path.suffix in {".js", ".css", ".html", ".svg"})
_HARMLESS = {"http://www.w3.org/2000/svg"}


_PARSERS = re.compile(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|DOMParser")


def test_no_script_is_long() -> None:
    assert [path.name for path in _SCRIPTS if len(path.read_text("utf-8").splitlines()) > 300] == []


def test_no_script_parses_content_as_markup() -> None:
    assert [path.name for path in _SCRIPTS if _PARSERS.search(path.read_text("utf-8"))] == []


def test_nothing_is_fetched_from_outside() -> None:
    named = {name for path in _TEXTS for name in re.findall(r"https?://[\w.-]+[\w./-]*", path.read_text("utf-8"))}
    assert named <= _HARMLESS


def test_every_asset_that_is_named_exists() -> None:
    everything = "\n".join(path.read_text("utf-8") for path in _TEXTS)
    named = set(re.findall(r"/assets/([\w-]+\.\w+)", everything)) | set(
        re.findall(r'from "\./([\w-]+\.js)"', everything)
    )
    assert {name for name in named if not (_ASSETS / name).exists()} == set()


def test_every_icon_that_is_used_is_drawn() -> None:
    drawn = set(re.findall(r'<symbol id="(\w+)"', (_ASSETS / "icons.svg").read_text("utf-8")))
    page = (_ASSETS / "index.html").read_text("utf-8")
    scripts = "\n".join(path.read_text("utf-8") for path in _SCRIPTS)
    used = set(re.findall(r"icons\.svg#(\w+)", page)) | set(re.findall(r'\bicon\("(\w+)"\)', scripts))
    assert used <= drawn


def test_every_phrase_is_there_in_both_languages() -> None:
    words = (_ASSETS / "words.js").read_text("utf-8")
    phrases = dict(re.findall(r'^  (\w+): \["(.+?)", "(?:.+?)"\],$', words, re.MULTILINE))
    page = (_ASSETS / "index.html").read_text("utf-8")
    scripts = "\n".join(path.read_text("utf-8") for path in _SCRIPTS)
    spoken = set(re.findall(r'data-word(?:-\w+)?="(\w+)"', page)) | set(re.findall(r'\bsay\("(\w+)"', scripts))
    assert spoken
    assert spoken - phrases.keys() == set()
