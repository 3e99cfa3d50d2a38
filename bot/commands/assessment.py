"""`kotsu assessment`: what was answered to questionnaires, for those who evaluate the training."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Final

import typer

from bot import opening
from bot.exported import leaving
from bot.guarded import guarded
from lessons.assessment import Assessment, KnowledgeForm, Part
from school.editions import course_of
from store.responses import Reported

app = typer.Typer(help="Assessment: answers to questionnaires, by code and never by name.", no_args_is_help=True)
_HEAD: Final = ("person", "occasion", "item", "form", "topic", "chosen", "right", "at")


@app.callback()
def group() -> None:
    """A group, so that `assessment export` stays `assessment export` when more comes."""


@app.command()
def export(
    cohort: Annotated[str, typer.Option(help="The cohort's join code.")],
    file: Annotated[
        Path | None, typer.Option("--csv", help="Where to write the CSV; standard output unless given.")
    ] = None,
    org: Annotated[str | None, typer.Option(help="Which organisation, if there are several.")] = None,
) -> None:
    """One line an answer, person by person. A file is marked as UTF-8 for Excel; no cell can be a formula.

    People are told apart by a code. Whoever reads this sees single answers: not for superiors, not for appraisal.
    """
    library = opening.read_library()
    with opening.reading(org) as work:
        chosen = opening.cohort_of(work, cohort)
        asked = course_of(work, library, chosen).assessment
        topics, known = _topics(asked), {item.id for form in asked.forms for item in form} if asked else set()
        with leaving(file, org, target=f"cohort:{chosen.id}", what="assessment") as write:
            write(_HEAD)
            for each in work.responses.export(chosen.id):
                write(_row(each, topics, tested=each.item in known))


def _topics(asked: Assessment | None) -> Mapping[str, str]:
    """What each item is about: a knowledge item's topic, a rating's D."""
    if asked is None:
        return {}
    found = {item.id: item.topic for form in KnowledgeForm for item in asked.knowledge(form)}
    for part in (Part.SELF, Part.THEN):
        found |= {item.id: item.dimension.value for item in asked.items(part, KnowledgeForm.A) if item.dimension}
    return found


def _row(answer: Reported, topics: Mapping[str, str], *, tested: bool) -> tuple[object, ...]:
    return (
        f"P{answer.person}",
        answer.occasion.value,
        answer.item,
        answer.form.value if tested or answer.right is not None else "",
        topics.get(answer.item, ""),
        guarded(" ".join(answer.chosen)),
        "" if answer.right is None else int(answer.right),
        answer.at.isoformat(),
    )
