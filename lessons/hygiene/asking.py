"""Questions that mislead, and answers to them that explain nothing."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations
from typing import Final

import regex

from lessons.hygiene.found import QUOTED, Found, found, reasons
from lessons.model import Kind, Quiz

ALIKE: Final = 0.9  # of 1: two options that differ by less are one to a tired reader
_LEAST: Final = 8  # characters of options that can be alike
_THIN: Final = 12  # characters of a reason that says something
_TELLING: Final = regex.compile(r"[0-9０-９一二三四五六七八九十百千万億]|ない|ません|\bnot\b|n't\b")
_MARKS: Final = " 。、.!?！？"
_NEGATIVE: Final = regex.compile(
    r"(?:正しく|ふさわしく|適切で|あてはまら|当てはまら|よく|合わ|含まれ|要ら)ない(?:もの|の|こと|答え|説明)?は|不適切な(?:もの|の)は"
    r"|(?:まちがって|間違って|誤って)いる(?:もの|の|説明)?は|\bis not\b|\bare not\b"
)
_PRAISE: Final = regex.compile(
    r"すばらし|素晴らし|さすが|えらい[!！。]|(?:完璧|かんぺき)(?:です|[!！。])|すごい(?:です|[!！。])|よくできまし|おみごと|お見事|天才|最高です"
    r"|\b(?:great job|excellent|amazing|awesome|brilliant|well done|perfect)\b",
    regex.IGNORECASE,
)
_YES: Final = regex.compile(r"^(?:正解|そのとおり|その通り|はい、正し|correct|right[.!,]|exactly)", regex.IGNORECASE)
_NO: Final = regex.compile(
    r"^(?:不正解|ちがいます|違います|まちがい|間違い|おしい|wrong|incorrect|not quite)", regex.IGNORECASE
)


def misleading(quiz: Quiz) -> Iterator[Found]:
    """What would lead somebody astray who knows the answer, or leave them without an explanation."""
    if quiz.kind in {Kind.SINGLE, Kind.MULTIPLE} and _NEGATIVE.search(QUOTED.sub("", quiz.text)):
        yield found("negative-question", quiz, quiz.text)
    yield from _alike(quiz)
    yield from _same_reasons(quiz)
    yield from _thin_reasons(quiz)
    yield from _turned_reasons(quiz)
    for said in reasons(quiz):
        if praise := _PRAISE.search(QUOTED.sub("", said.text)):
            yield found("idle-praise", quiz, said.text, word=praise.group())


def _alike(quiz: Quiz) -> Iterator[Found]:
    """Options that differ by hardly anything, unless by a number or a no."""
    for first, second in combinations([option for option in quiz.options if len(option.text) >= _LEAST], 2):
        match = SequenceMatcher(None, first.text, second.text, autojunk=False)
        if match.quick_ratio() < ALIKE or match.ratio() < ALIKE:
            continue
        apart = "".join(first.text[a:b] + second.text[c:d] for tag, a, b, c, d in match.get_opcodes() if tag != "equal")
        if not _TELLING.search(apart):
            yield found("options-alike", quiz, second.text, first=first.label, second=second.label)


def _same_reasons(quiz: Quiz) -> Iterator[Found]:
    for first, second in combinations([option for option in quiz.options if option.why], 2):
        if _same(first.why, second.why):
            yield found("reason-twice", quiz, second.why, first=first.label, second=second.label)


def _thin_reasons(quiz: Quiz) -> Iterator[Found]:
    for option in quiz.options:
        if option.why and (len(option.why) < _THIN or _same(option.why, option.text)):
            yield found("thin-reason", quiz, option.why, label=option.label)


def _turned_reasons(quiz: Quiz) -> Iterator[Found]:
    """A reason that says right of a wrong option, or wrong of a right one."""
    for option in quiz.options:
        if option.why and (_NO if option.right else _YES).search(option.why):
            yield found("reason-turned", quiz, option.why, label=option.label)


def _same(first: str, second: str) -> bool:
    """Whether they are one text but for its marks."""
    return first.strip(_MARKS) == second.strip(_MARKS)
