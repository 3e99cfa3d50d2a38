"""A course written on the fly, for a rehearsal longer than any course on the shelf."""

from pathlib import Path
from random import Random
from typing import Any, Final, assert_never

import yaml

from lessons.library import load
from lessons.model import Course, Kind

ID: Final = "keiko"
_A_WEEK: Final = 5
_PARAGRAPHS: Final = """\
これは予行演習のための{n}日目です。中身は学ばなくて大丈夫です。届くこと、答えられること、次の日に続くことだけを確かめます。本番では、ここに3分で読める短い話が入ります。

窓口の手が空いたとき、会議の前、帰りのバスの中。読む場所も時刻も人によって違います。だから{n}日目も、途中でやめてかまいません。「続き」と送れば、止めたところから始められます。

この文は、本番のレッスンと同じくらいの長さにしてあります。長い文が画面でどう折り返されるか、出典がどこに出るかも、あわせて見てください。{n}日目の話はここまでです。
"""
_SOURCE: Final = {"id": "guide", "title": "予行演習の手引き", "publisher": "予行演習", "licence": "CC0-1.0"}
_SAYS: Final = "予行演習では、届くこと、答えられること、次の日に続くことを確かめる。"
_FRESH: Final = "rehearsed"
_STALE: Final = "rehearsed-long-ago"  # what rests on it is asked, and not graded
_UNTIL: Final = {_FRESH: ("2026-04-01", "2099-03-31"), _STALE: ("2020-04-01", "2021-03-31")}
_KINDS: Final = tuple(kind for kind in Kind if kind is not Kind.REFLECTION)


def generated(folder: Path, lessons: int, seed: int) -> Course:
    """A course of so many lessons, written as a bundle into this folder and read as every other one."""
    random = Random(seed)  # noqa: S311  the same rehearsal again
    ids = [f"k{number:02}" for number in range(1, lessons + 1)]
    (folder / "lessons").mkdir(parents=True)
    _write(folder / "course.yaml", _course(ids))
    _write(folder / "facts.yaml", {"sources": [_SOURCE], "facts": _facts()})
    for number, name in enumerate(ids, start=1):
        _write(folder / "lessons" / f"{name}.md", _lesson(number, name, random), _PARAGRAPHS.format(n=number))
    return load(folder)


def _write(path: Path, keys: dict[str, Any], body: str = "") -> None:  # what YAML takes
    text = yaml.safe_dump(keys, allow_unicode=True, sort_keys=False)
    path.write_text(f"---\n{text}---\n{body}" if body else text, encoding="utf-8")


def _course(ids: list[str]) -> dict[str, Any]:
    weeks = [ids[first : first + _A_WEEK] for first in range(0, len(ids), _A_WEEK)]
    return {
        "id": ID,
        "title": "予行演習",
        "edition": "1",
        "language": "ja",
        "licence": "CC0-1.0",
        "description": "予行演習のための講座です。",
        "weeks": [{"title": f"第{week}の週", "lessons": names} for week, names in enumerate(weeks, start=1)],
    }


def _facts() -> list[dict[str, Any]]:
    fact = {"says": _SAYS, "source": _SOURCE["id"], "edition": "1"}
    return [{"id": name, **fact, "as_of": as_of, "review_by": review_by} for name, (as_of, review_by) in _UNTIL.items()]


def _resting_on(number: int) -> str:
    return _FRESH if number % 3 else _STALE


def _lesson(number: int, name: str, random: Random) -> dict[str, Any]:
    count = random.choice((1, 2, 2, 2, 3))
    return {
        "id": name,
        "title": f"予行演習の{number}日目",
        "objective": "レッスンが届き、答えが返ることを確かめる。",
        "ds": ["base"],
        "skills": ["H3"],
        "facts": [_FRESH, _STALE] if number == 1 else [_resting_on(number)],
        "your_section": {"default": f"あなたの課の{number}日目も、いつもどおりで大丈夫です。"},
        "questions": [_question(number, place, random) for place in range(1, count + 1)],
    }


def _question(number: int, place: int, random: Random) -> dict[str, Any]:
    kind = random.choice(_KINDS)
    name = f"第{number}日目の問{place}"
    scored = {"fact": _resting_on(number)} if kind.scored else {}
    return {
        "id": f"k{number:02}-q{place}",
        "kind": kind.value,
        "scenario": random.random() < 0.5,
        "text": f"{name}です。予行演習なので、どう答えてもかまいません。どう答えますか。",
        **scored,
        **_answers(name, kind, random),
    }


def _answers(name: str, kind: Kind, random: Random) -> dict[str, Any]:
    """What this kind of question is answered with."""
    why = {"why": f"{name}の説明です。本番では、ここに理由が入ります。"}
    match kind:
        case Kind.SINGLE | Kind.MULTIPLE:
            return {"options": _options(name, kind, random)}
        case Kind.TRUEFALSE:
            return {"options": _judgements(name, random)}
        case Kind.ORDERING | Kind.POLL:
            return {"options": [{"text": text} for text in _texts(name, random.randint(3, 5))], **why}
        case Kind.NUMBER:
            value, tolerance = random.randint(10, 99_999), random.choice((0, 5))
            return {"number": {"value": value, "tolerance": tolerance, "unit": random.choice(("人", "%", "円"))}, **why}
        case Kind.SHORT:
            return {"accepted": [f"こたえ{random.randint(1, 99)}"], **why}
        case Kind.SCALE:
            return {"low": "まだこれから", "high": "とても", **why}
        case Kind.REFLECTION:
            return why
        case _ as unreachable:
            assert_never(unreachable)


def _judgements(name: str, random: Random) -> list[dict[str, Any]]:
    true = random.random() < 0.5
    pairs = (("正しい", true), ("正しくない", not true))
    return [_option(f"{name}の「{text}」", text, right=right) for text, right in pairs]


def _options(name: str, kind: Kind, random: Random) -> list[dict[str, Any]]:
    many = random.randint(3, 5)
    right = set(random.sample(range(many), 2 if kind is Kind.MULTIPLE else 1))
    return [_option(text, text, right=number in right) for number, text in enumerate(_texts(name, many))]


def _texts(name: str, many: int) -> list[str]:
    return [f"{name}の{mark}つ目の答え。すこし長い文で、折り返しを見ます。" for mark in "一二三四五"[:many]]


def _option(name: str, text: str, *, right: bool) -> dict[str, Any]:
    return {"text": text, "right": right, "why": f"{name}を選んだときの説明です。本番では、ここに理由が入ります。"}
