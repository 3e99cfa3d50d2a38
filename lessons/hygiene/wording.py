"""Characters and names: widths that are mixed, addresses nobody can tap, towns that no source knows."""

from collections.abc import Iterator
from typing import Final

import regex

from lessons.hygiene.found import Found, Said, found, texts
from lessons.model import Course, Lesson

_WIDE: Final = regex.compile(r"[Ａ-Ｚａ-ｚ０-９％]+")
_NARROW: Final = regex.compile(r"[ｦ-ﾟ]+")
_BRACKETS: Final = {"(": "（", ")": "）", ":": "：", "!": "！", "?": "？"}
_ADDRESS: Final = regex.compile(r"https?://|\bwww\.", regex.IGNORECASE)
_TOWN: Final = regex.compile(r"(?<![\p{Han}])(\p{Han}{1,4}|[\p{Katakana}ー]{2,5})(市|町|村|区)(?![\p{Han}])")
_CROWD: Final = regex.compile(
    r"^(?:各|全|本|当|同|他|両|近隣|隣|小|大|某|都|朝|諸|県内|府内|道内|都内|中核|政令|政令指定|指定都|特例|一般|地方|特別|農|漁|山|"
    r"城下|下|港|裏|横|地|校|学|行政|選挙|政|首|遷|古|旧|わが|我が|都道府|道府|関係|該当|市区町|市町|町|村|市|区|地区|鉱|温泉|"
    r"県内市|道内市|府内市|何|数|実|離島|過疎|被災|先進|周辺|自|先)$"
)


def written_in(said: Said) -> Iterator[Found]:
    """Wide letters and digits, narrow kana, addresses in the text."""
    if wide := _WIDE.search(said.text):
        yield found("wide-letters", said.of, said.text, words=wide.group())
    if narrow := _NARROW.search(said.text):
        yield found("narrow-kana", said.of, said.text, words=narrow.group())
    if _ADDRESS.search(said.text):
        yield found("address-in-text", said.of, said.text)


def not_translated(lesson: Lesson, own: Lesson, language: str) -> Iterator[Found]:
    """Questions of a reading that say what the lesson itself says; in easy words that may be so."""
    for quiz, plain in zip(lesson.quizzes, own.quizzes, strict=False) if language != "easy" else ():
        if quiz.text == plain.text:
            yield found("not-translated", quiz, quiz.text)


def mixed(course: Course) -> Iterator[Found]:
    """Signs that stand in one width nearly everywhere, and in the other here."""
    everything = [said for said in texts(course) if regex.search(r"\p{Hiragana}", said.text)]
    for narrow, wide in _BRACKETS.items():
        narrows = sum(said.text.count(narrow) for said in everything)
        wides = sum(said.text.count(wide) for said in everything)
        seldom, usual = (narrow, wide) if narrows < wides else (wide, narrow)
        if narrows and wides:
            for said in everything:
                if seldom in said.text:
                    yield found("mixed-widths", said.of, said.text, sign=seldom, usual=usual)


def unknown_towns(course: Course) -> Iterator[Found]:
    """Municipalities that no source of the course has in its title, publisher or edition."""
    known = "\n".join(f"{each.source.title}\n{each.source.publisher}\n{each.edition}" for each in course.facts)
    told: set[tuple[str, str]] = set()
    for said in texts(course):
        for name, kind in _TOWN.findall(said.text):
            town = f"{name}{kind}"
            if not _CROWD.match(name) and town not in known and (said.of.id, town) not in told:
                told.add((said.of.id, town))
                yield found("unknown-town", said.of, said.text, town=town)
