"""The examples in the course format are sound: authors copy them."""

import re
import shutil
from pathlib import Path

from lessons.library import load
from lessons.model import Kind
from tests.house.files import ROOT
from tests.shelf import COURSES

PAGE = (ROOT / "docs" / "course-format.md").read_text(encoding="utf-8")


def examples(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)


def test_every_example_is_a_lesson_or_a_question_that_can_be_taught(tmp_path: Path) -> None:
    manifest, facts, *others = examples("yaml")
    questions = [each for each in others if each.startswith("  - id: ")]
    words = next(each for each in others if each.startswith("terms:"))
    first, second, *_readings = examples("markdown")
    head, body = first[: first.index("questions:")], first[first.rindex("---\n") :]
    lessons = {"n01-why": first, "n02-decisions": second}
    for number, some in enumerate(questions, start=3):
        lessons[f"n{number:02}"] = f"{head.replace('n01-why', f'n{number:02}')}questions:\n{some}{body}"
    (tmp_path / "lessons").mkdir()
    for name, text in lessons.items():
        (tmp_path / "lessons" / f"{name}.md").write_text(text, encoding="utf-8")
    whole = manifest.replace("[n01-why, n02-decisions]", f"[{', '.join(lessons)}]")
    (tmp_path / "course.yaml").write_text(whole, encoding="utf-8")
    (tmp_path / "glossary.yaml").write_text(words, encoding="utf-8")

    (tmp_path / "facts.yaml").write_text(facts, encoding="utf-8")

    course = load(tmp_path)

    assert {quiz.kind for lesson in course.lessons for quiz in lesson.quizzes} == set(Kind)
    assert [term.term for term in course.glossary] == ["decision"]


def test_the_questionnaire_and_the_form_can_be_asked(tmp_path: Path) -> None:
    questionnaire, form = (each for each in examples("text") if each.startswith(("scale:", "items:")))
    shutil.copytree(COURSES / "assessed", tmp_path / "course")
    folder = tmp_path / "course" / "assessment"
    (folder / "questionnaire.en.yaml").unlink()
    named = questionnaire.replace("n01-why", "t01").replace("n02-decisions", "t03")
    (folder / "questionnaire.yaml").write_text(named, encoding="utf-8")
    for letter in "ab":
        text = form.replace("a-1", f"{letter}-1").replace("fact: guide", "fact: made-up")
        (folder / f"form-{letter}.yaml").write_text(text, encoding="utf-8")

    assert load(tmp_path / "course").assessment
