"""`kotsu course facts`: what a course states, and what of it somebody must look at again."""

import json
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from bot import opening
from lessons import freshness
from lessons.freshness import Use
from lessons.library import BrokenCourse, load
from lessons.model import Course

_DAY = "%Y-%m-%d"


def facts(
    path: Annotated[Path | None, typer.Argument(help="The course's folder; without one, every course here.")] = None,
    on: Annotated[datetime | None, typer.Option(formats=[_DAY], help="As on this day, instead of today.")] = None,
    *,
    stale: Annotated[bool, typer.Option("--stale", help="Only those past their review.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="For programs.")] = False,
) -> None:
    """Every fact with its age, the day by which somebody must look at it again, and the lessons that state it.

    What must be looked at first comes first.
    """
    day = (on or opening.now()).date()
    found = [(course, freshness.stale(course, day) if stale else freshness.uses(course)) for course in _courses(path)]
    if as_json:
        typer.echo(json.dumps([_told(course, uses, day) for course, uses in found], ensure_ascii=False, indent=2))
        return
    for course, uses in found:
        _list(course, uses, day)


def _courses(path: Path | None) -> tuple[Course, ...]:
    if path is None:
        return opening.read_library().courses
    if not path.is_dir():
        opening.sorry(f"There is no folder {path}.")
    try:
        return (load(path),)
    except BrokenCourse as broken:
        opening.sorry(broken)


def _list(course: Course, uses: tuple[Use, ...], day: date) -> None:
    over = sum(use.fact.stale(day) for use in uses)
    typer.echo(f"{course.title} {course.edition}, {day}: {len(uses)} facts, {over} past their review.")
    if not uses:
        return
    wide = max(len(use.fact.id) for use in uses)
    typer.echo(f"{'left':>6}  {'review by':10}  {'as of':10}  {'age':>5}  {'fact':{wide}}  lessons")
    for use in uses:
        fact, lessons = use.fact, ", ".join(map(str, use.lessons)) or "-"
        days = f"{use.left(day):>6}  {fact.review_by}  {fact.as_of}  {use.age(day):>5}"
        typer.echo(f"{days}  {fact.id:{wide}}  {lessons}{_asked(use, day)}")
        typer.echo(f"{' ' * 8}{fact.says}")


def _asked(use: Use, day: date) -> str:
    if not use.quizzes:
        return ""
    manner = "asked, not graded" if use.fact.stale(day) else "asked"
    return f" ({manner}: {', '.join(use.quizzes)})"


def _told(course: Course, uses: tuple[Use, ...], day: date) -> dict[str, object]:
    about = {"course": course.id, "edition": course.edition, "on": day.isoformat()}
    return {**about, "facts": [_fact(use, day) for use in uses]}


def _fact(use: Use, day: date) -> dict[str, object]:
    fact = use.fact
    return {
        "id": fact.id,
        "says": fact.says,
        "value": fact.value,
        "source": fact.source.title,
        "publisher": fact.source.publisher,
        "url": fact.source.url,
        "edition": fact.edition,
        "as_of": fact.as_of.isoformat(),
        "review_by": fact.review_by.isoformat(),
        "age": use.age(day),
        "left": use.left(day),
        "stale": fact.stale(day),
        "scored": fact.scored,
        "lessons": use.lessons,
        "questions": use.quizzes,
    }
