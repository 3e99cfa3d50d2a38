"""Rows → questions. What is wrong is said in Japanese, by row and column."""

from collections.abc import Sequence
from dataclasses import replace
from difflib import get_close_matches
from typing import Final, assert_never

from lessons.exchange.sheaf import Draft, Gathering, Notes, Sheaf, labelled
from lessons.exchange.sheet.columns import EXAMPLE, KINDS, OPTIONS, WHYS
from lessons.exchange.sheet.grid import Line, Row, rows
from lessons.exchange.sheet.right import accepted, chosen, is_true, number
from lessons.model import Kind, Option
from lessons.understanding import YES, plain

_LEAST: Final = {Kind.SINGLE: 3, Kind.MULTIPLE: 3, Kind.ORDERING: 3, Kind.POLL: 2}
_WORDS: Final = {"en": ("True", "False")}
_JAPANESE: Final = ("正しい", "正しくない")
_STEPS: Final = "12345"
_OWN: Final = {
    Kind.SINGLE: (*OPTIONS, *WHYS, "正解"),
    Kind.TRUEFALSE: (*OPTIONS[:2], *WHYS[:2], "正解"),
    Kind.MULTIPLE: (*OPTIONS, *WHYS, "正解"),
    Kind.ORDERING: OPTIONS,
    Kind.NUMBER: ("正解", "許容誤差", "単位"),
    Kind.SHORT: ("正解",),
    Kind.POLL: OPTIONS,
    Kind.SCALE: (OPTIONS[0], OPTIONS[-1]),
    Kind.REFLECTION: (),
}
_TIED: Final = (*OPTIONS, *WHYS, "正解", "許容誤差", "単位")


def read(lines: Sequence[Line], notes: Notes, *, language: str = "ja", fact: str = "") -> Sheaf:
    """The questions in the rows. True and false are said in the course's language where the row has no words for them;
    what can be right and names no fact rests on this one.

    Raises Malformed, with every cell that is wrong, also those noted before.
    """
    gathering = Gathering(notes)
    for row in () if notes.wrong.problems else rows(lines, notes.wrong):
        if any(row.cells.values()) and row.plain("ID") != EXAMPLE:
            gathering.add(_resting(_draft(row, _WORDS.get(language, _JAPANESE), notes), row, fact), row.number)
    if not gathering.drafts and not notes.wrong.problems:
        notes.wrong.note(1, "問題が1行もありません", "見出しの下に、1行に1問ずつ書いてください(例の行は読み込みません)")
    return gathering.sheaf()


def _resting(draft: Draft, row: Row, fact: str) -> Draft:
    """The question with what it rests on."""
    if draft.kind.scored and not draft.fact and not fact:
        row.note(
            "事実ID", "が空いています", "よりどころになる事実のIDを書くか、読み込むときに --fact で指定してください"
        )
    return replace(draft, fact=draft.fact or fact) if draft.kind.scored else draft


def _draft(row: Row, words: tuple[str, str], notes: Notes) -> Draft:
    kind = _kind(row)
    if not row["問題文"]:
        row.note("問題文", "が空いています", "問いを書いてください")
    blank = Draft(
        id=row.plain("ID"),
        kind=kind or Kind.REFLECTION,
        text=row.text("問題文", 140),
        fact=row.plain("事実ID"),
        scenario=_is_scenario(row),
        why=row.text("解説", 160),
    )
    if kind is None:
        return blank
    for heading in _TIED:
        if row[heading] and heading not in _OWN[kind]:
            row.note(heading, f"は「{KINDS[kind]}」では使いません", "空けてください")
    return _answered(blank, row, words, notes)


def _answered(blank: Draft, row: Row, words: tuple[str, str], notes: Notes) -> Draft:
    """The question with what its kind wants."""
    match blank.kind:
        case Kind.SINGLE | Kind.MULTIPLE:
            options = _options(row, blank.kind)
            right = chosen(row, len(options), most=1 if blank.kind is Kind.SINGLE else len(options))
            judged = [replace(each, right=place in right) for place, each in enumerate(options)]
            return replace(blank, options=_explained(judged, row, notes), why="")
        case Kind.TRUEFALSE:
            yes = is_true(row)
            texts = (row.text(OPTIONS[0], 60) or words[0], row.text(OPTIONS[1], 60) or words[1])
            two = [Option("○", texts[0], right=yes, why=""), Option("×", texts[1], right=not yes, why="")]
            return replace(blank, options=_explained(two, row, notes), why="")
        case Kind.ORDERING:
            return replace(blank, options=_options(row, blank.kind), why=_needed(row))
        case Kind.POLL:
            return replace(blank, options=_options(row, blank.kind))
        case Kind.SCALE:
            return replace(blank, options=_steps(row))
        case Kind.NUMBER:
            return replace(blank, number=number(row), why=_needed(row))
        case Kind.SHORT:
            return replace(blank, accepted=accepted(row), why=_needed(row))
        case Kind.REFLECTION:
            return blank
        case _ as unreachable:
            assert_never(unreachable)


def _kind(row: Row) -> Kind | None:
    said = plain(row["種類"])
    names = {plain(word): kind for kind, word in KINDS.items()} | {str(kind): kind for kind in Kind}
    if not row["種類"]:
        row.note("種類", "が空いています", f"{'・'.join(KINDS.values())}から選んでください")
    elif said not in names:
        near = get_close_matches(said, names, n=1)
        hint = f"「{KINDS[names[near[0]]]}」ですか" if near else f"{'・'.join(KINDS.values())}から選んでください"
        row.note("種類", f"の「{row['種類'][:20]}」は使えません", hint)
    return names.get(said)


def _is_scenario(row: Row) -> bool:
    said = plain(row["場面"])
    if said and said not in YES:
        row.note("場面", f"の「{row['場面'][:20]}」が分かりません", "「はい」と書くか、空けてください")
    return said in YES


def _options(row: Row, kind: Kind) -> tuple[Option, ...]:
    texts = [row.text(heading, 60) for heading in OPTIONS]
    filled = [text for text in texts if text]
    if texts[: len(filled)] != filled:
        row.note(OPTIONS[texts.index("")], "が空いています", "選択肢は、間を空けずに書いてください")
    if len(filled) < _LEAST[kind]:
        what = f"が足りません({len(filled)}個)"
        row.note(OPTIONS[len(filled)], what, f"「{KINDS[kind]}」は{_LEAST[kind]}個から5個です")
    for place, heading in enumerate(OPTIONS):
        if texts[place] and plain(texts[place]) in {plain(text) for text in texts[:place]}:
            row.note(heading, "は前の選択肢と同じです", "見分けられるように書いてください")
    return labelled([Option("", text, right=False, why="") for text in filled])


def _explained(options: Sequence[Option], row: Row, notes: Notes) -> tuple[Option, ...]:
    """The options with what is said to whoever picks them; where there is nothing, with what is said to all."""
    whys = [row.text(heading, 160) for heading in WHYS]
    for place, heading in enumerate(WHYS):
        if whys[place] and place >= len(options):
            row.note(heading, "に選択肢がありません", "選択肢も書くか、空けてください")
        elif not whys[place] and place < len(options) and not row["解説"]:
            row.note(heading, "が空いています", "その選択肢を選んだ人に伝えることばを書いてください")
    if row["解説"] and all(whys[: len(options)]):
        notes.left.note(row.number, "「解説」は残りません", "選択肢のすべてに、それぞれの解説があります")
    return tuple(replace(each, why=why or row["解説"]) for each, why in zip(options, whys, strict=False))


def _steps(row: Row) -> tuple[Option, ...]:
    ends = {}
    for heading in (OPTIONS[0], OPTIONS[-1]):
        if not (text := row.text(heading, 20)):
            row.note(heading, "が空いています", "5段階の両はしの意味を、選択肢1と選択肢5に書いてください")
        ends[heading] = text
    texts = [ends.get(heading, "") for heading in OPTIONS]
    return tuple(Option(label, text, right=False, why="") for label, text in zip(_STEPS, texts, strict=True))


def _needed(row: Row) -> str:
    if not row["解説"]:
        row.note("解説", "が空いています", "答えたあとに伝えることばを書いてください")
    return row["解説"]
