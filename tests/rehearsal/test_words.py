"""What people read of a rehearsal."""

import io
import json
import tomllib
from datetime import date
from pathlib import Path

from bot.rehearsal import words as module
from bot.rehearsal.manner import Manner
from bot.rehearsal.report import FIGURES, Passed, Report
from bot.rehearsal.witness import Breach
from bot.rehearsal.words import Language, Screen, Words
from messages.letter import State
from tests.rehearsal.town import planned

LETTERS = {state.value: 2 for state in State}
MANNERS = {manner.value: 1 for manner in Manner}
LOST = Breach("LINE 3 (late)", date(2026, 9, 8), "lost", "2")


def report(*breaches: Breach) -> Report:
    asked = {"offered": 9, "parts": 7, "finished": 2, "later": 1}
    said = {"owed": 4, "seen": 4, "votes": 2}
    hushed = {"lasted": 1, "days": 2, "unasked": 0}
    office, digests = {"asked": 3, "answered": 3, "seen": 3}, {"learners": 8, "managers": 1, "office": 2}
    return Report(
        12,
        11,
        30,
        0,
        1,
        0,
        0,
        6,
        1,
        0,
        LETTERS,
        MANNERS,
        {"drop_after": 3},
        asked,
        said,
        hushed,
        office,
        digests,
        breaches,
    ).taking(1.26)


def test_an_officer_reads_that_all_went_well() -> None:
    said = Words(Language.JA).report(planned(), report())

    assert "12  届けるはずのレッスン" in said
    assert "2026-09-07 から 2026-09-08 まで" in said
    assert "送信済み 2" in said
    assert "起きた障害: 届いた後に切れた 3" in said
    assert "アンケート: 案内 9(うち修了後 1)・答えたページ 7・終わりまで 2" in said
    assert "お知らせ: 届けるはず 4・届いた 4・質問への答え 2" in said
    assert "災害モード: 1回・2営業日をずらす・そのあいだに届いたもの 0" in said
    assert "質問: 3・回答した 3・届いた回答 3" in said
    assert "まとめ: 受講者に 8・所属長に 1・研修担当に 2" in said
    assert "約束はすべて守られました" in said


def test_each_breach_is_told_with_who_when_and_what() -> None:
    said = Words(Language.EN).report(planned(), report(*[LOST] * 40))

    assert "2026-09-08 LINE 3 (late): lesson 2 never came" in said
    assert "40 promises were broken" in said
    assert "and 10 more" in said


def test_both_languages_have_the_same_words_for_everything() -> None:
    tables = tomllib.loads(Path(module.__file__).with_name("words.toml").read_text(encoding="utf-8"))
    shapes = {
        language: {(name, key) for name, table in words.items() for key in (table if isinstance(table, dict) else [""])}
        for language, words in tables.items()
    }

    assert shapes["ja"] == shapes["en"]
    assert {key for name, key in shapes["ja"] if name == "manners"} == {*Manner}
    assert {name for name, key in shapes["ja"] if not key} >= {*FIGURES}


def test_a_machine_reads_every_figure() -> None:
    read = json.loads(json.dumps(report(LOST).as_json()))

    assert {*FIGURES, "letters", "breaches"} <= read.keys()
    assert read["wall_s"] == 1.3
    assert read["breaches"] == [{"who": "LINE 3 (late)", "day": "2026-09-08", "what": "lost", "about": "2"}]


def test_progress_is_a_line_a_day_where_there_is_no_terminal() -> None:
    stream = io.StringIO()
    screen = Screen(Words(Language.EN), stream)
    for number in (1, 2):
        screen(Passed(number, 2, date(2026, 9, 6 + number), delivered=4, answered=9, broken=0))
    screen.close()

    assert stream.getvalue().splitlines()[1].startswith("day 2/2 2026-09-08  seen 4")
