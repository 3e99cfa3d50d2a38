"""A roster that cannot be: one clear sentence in the reader's language at the officer's chat, and nothing half done."""

import io
import zipfile
from typing import Final

import pytest

from lessons.phrases import phrases
from school.roster.files import MOST
from store.office import Role
from tests.acceptance.bot import TestBot
from tests.acceptance.office import appoint, drop
from tests.acceptance.wire import Wire

HEAD: Final = "職員番号,氏名,所属,退職日\n"
KEPT: Final = ("staff", "sections", "posts", "roster_imports", "audit", "people")
Dropped = tuple[str, bytes, dict[str, object], str, dict[str, str]]


def _packed(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(f"xl/{name}", content)
    return stream.getvalue()


def _crowd(*last: str) -> bytes:
    """Ten thousand rows, and these."""
    rows = (f"{number:05},職員 {number},総務部 課{number % 90},\n" for number in range(10_000))
    return f"{HEAD}{''.join(rows)}{''.join(last)}".encode("cp932")


def _told(line: int, column: str, key: str, seen: str = "") -> dict[str, str]:
    return {"line": str(line), "column": column, "key": key, "seen": seen}


LARGE: Final = {"seen": f"{MOST // 1_000_000}MB"}
UNFETCHED: Final[tuple[Dropped, ...]] = (
    ("名簿.pdf", b"%PDF", {}, "bad_not_a_table", {"seen": ".pdf"}),
    ("名簿.xlsm", b"PK", {}, "bad_macros", {}),
    ("名簿.xls", b"\xd0\xcf", {}, "bad_old_book", {}),
    ("名簿.xlsx", b"PK", {"size": 50_000_000}, "bad_too_large", LARGE),
)
FETCHED: Final[tuple[Dropped, ...]] = (
    ("爆弾.xlsx", _packed(sheet1=b"0" * 100_000_000), {}, "bad_too_large", {"seen": "60MB"}),
    ("名簿.xlsx", _packed(**{"vbaProject.bin": b"x"}), {}, "bad_macros", {}),
    ("名簿.xlsx", b"PK\x03\x04 broken", {}, "bad_broken_book", {}),
    ("名簿.csv", "名前だけ\nはな\n".encode(), {}, "bad_no_header", {}),
)
WRONG: Final = ("10000,職員 10000,総務部,きのう\n", "00007,職員 7,総務部 課7,\n", "10001,職員 10001,,\n")
FAULTS: Final = (
    _told(10_002, "D列「退職日」", "bad_date", "きのう"),
    _told(10_003, "A列「職員番号」", "bad_same_row", "00007"),
    _told(10_004, "C列「所属」", "bad_no_section"),
)


@pytest.mark.parametrize("language", ["ja", "en"])
async def test_every_bad_file_is_answered_by_one_sentence_and_nothing_is_done(bot: TestBot, language: str) -> None:
    officer, say = await bot.in_slack("officer"), phrases(language)
    await appoint(bot, officer, Role.OFFICER)
    bot.write(lambda work: work.people.set_language(work.roles.all()[0].person, language))
    before = _kept(bot)
    for asked, files in (1, UNFETCHED), (2, FETCHED):  # of what is fetched, it is first said that it is being read
        assert not await bot.calls("/slack/files-pri"), "what can be no roster by its name and size stays where it is"
        for name, content, more, key, facts in files:
            heard = len(await officer.seen())
            told = await drop(bot, officer, name, content, **more)
            assert say(f"roster.{key}", column="", **{"seen": "", **facts}) in told, (name, told)
            assert say("roster.refused") in told
            assert len(await officer.seen()) == heard + asked
    told = await drop(bot, officer, "大勢.csv", _crowd(*WRONG))
    for fault in FAULTS:
        what = say(f"roster.{fault['key']}", seen=fault["seen"])
        assert say("roster.line", line=fault["line"], column=fault["column"], what=what) in told
    await bot.door("faults", {"slack": {"no_files": True}})
    assert say("roster.not_fetched") in await drop(bot, officer, "名簿.csv", _crowd())
    assert _kept(bot) == before
    assert not bot.read(lambda work: work.uploads.waiting())


async def test_a_slip_of_the_pen_is_seen_before_it_becomes_a_section(bot: TestBot) -> None:
    officer = await bot.in_slack("officer")
    await appoint(bot, officer, Role.OFFICER)
    await drop(bot, officer, "4月.csv", f"{HEAD}001,職員 001,総務部 総務課,\n".encode())
    await officer.say("名簿を反映")
    told = await drop(bot, officer, "5月.csv", f"{HEAD}001,職員 001,総務部 総務果,\n".encode())
    assert "いまの名簿にない所属です。書きまちがいでないか、お確かめください: 総務部/総務果" in told
    await officer.press("やめる")
    assert bot.read(lambda work: [each.path for each in work.sections.all()]) == ["総務部", "総務部/総務課"]


def _kept(bot: TestBot) -> dict[str, int]:
    rows = Wire(bot).rows()
    return {table: rows[table] for table in KEPT}
