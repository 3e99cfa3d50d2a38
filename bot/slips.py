"""Invitations on paper: A4, ten slips a page to cut apart, each with a name, a QR code and two lines how to."""

import json
import tempfile
from collections.abc import Sequence
from datetime import date
from importlib.resources import as_file, files
from pathlib import Path
from typing import Final

import segno
import typst

from bot.invitation import talk
from lessons.phrases import Phrases
from school.roster.inviting import Slip
from store.values import Account

_FONTS: Final = "matplotlib_fontja"


def sheet(slips: Sequence[Slip], *, cohort: str, until: date, line: Account | None, say: Phrases) -> bytes:
    """The sheet as PDF. With a LINE account, the QR code opens the talk with the words typed; names are never in it."""
    told = {
        "language": say.language,
        "title": say("roster.slip_title", cohort=cohort),
        "code": say("roster.slip_code"),
        "first": say("roster.slip_first_line" if line else "roster.slip_first"),
        "until": say("roster.slip_until", date=f"{until:%Y-%m-%d}"),
        "slips": [_slip(each, line, say) for each in slips],
    }
    with tempfile.TemporaryDirectory() as folder, as_file(files(_FONTS).joinpath("fonts")) as fonts:
        there = Path(folder)
        (there / "slips.json").write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
        source = there / "slips.typ"
        source.write_text(files("bot").joinpath("slips.typ").read_text(encoding="utf-8"), encoding="utf-8")
        made: bytes = typst.compile(str(source), font_paths=[str(fonts)])
        return made


def _slip(slip: Slip, line: Account | None, say: Phrases) -> dict[str, str]:
    shown = f"{slip.code[:5]}-{slip.code[5:]}"
    qr = segno.make(talk(line, f"参加 {slip.code}"), error="m").svg_inline(border=1) if line else ""
    return {
        "name": slip.name,
        "section": slip.section.replace("/", " "),
        "code": shown,
        "second": say("roster.slip_second", code=shown),
        "qr": qr.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1),
    }
