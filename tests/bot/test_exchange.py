"""Questions brought into a course's folder and taken out of it, as an author does."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.commands.course import app
from lessons.exchange.sheaf import drafted
from lessons.library import load
from tests.bot.kotsu import Done
from tests.shelf import COURSES

ONE = """::counter:: 窓口でまず見るのは、どれですか。 {
~番号札#札も大切です。
=待つ人#見ると分かります。
~時計#次に見ましょう。}
"""


@dataclass(frozen=True, slots=True)
class Author:
    """`kotsu course …` in this process: what an author types, with files in a folder of their own."""

    folder: Path

    def __call__(self, *words: str) -> Done:
        """Run a command; a word that names a file of the folder, or one to be, means that file."""
        ended = CliRunner().invoke(app, [self._there(word) for word in words[1:]])
        return Done(ended.exit_code, ended.stdout, ended.stderr)

    def _there(self, word: str) -> str:
        is_file = word in {"kinds", "nowhere"} or "." in word
        return str(self.folder / word) if is_file else word


@pytest.fixture
def kotsu(tmp_path: Path) -> Author:
    return Author(tmp_path)


def test_a_question_is_shown_first_and_written_when_told_so(kotsu: Author) -> None:
    course, lesson = _course(kotsu)
    before = lesson.read_bytes()
    _bring(kotsu, ONE)

    shown = kotsu("course", "import", "in.txt", "--into", "kinds", "--lesson", "k03", "--fact", "practice")
    assert (shown.status, lesson.read_bytes()) == (0, before)
    assert "+   - id: counter" in shown.said
    assert "Nothing is written yet" in shown.said

    written = kotsu("course", "import", "in.txt", "--into", "kinds", "--lesson", "k03", "--fact", "practice", "--write")
    assert "1 added" in written.said
    old, new = before.decode().split("\n"), lesson.read_text(encoding="utf-8").split("\n")
    begin, count = new.index("  - id: counter"), len(new) - len(old)
    assert [*new[:begin], *new[begin + count :]] == old, "what was there is as it was"
    quiz = load(course).lessons[2].quizzes[-1]
    assert (quiz.id, quiz.text, [each.right for each in quiz.options]) == (
        "counter",
        "窓口でまず見るのは、どれですか。",
        [False, True, False],
    )
    assert [path.name for path in lesson.parent.iterdir() if path.name.startswith(".")] == []


def test_the_authors_own_hand_stays(kotsu: Author) -> None:
    course, lesson = _course(kotsu)
    own = lesson.read_text(encoding="utf-8")
    own = own.replace("questions:", "# two are enough\nquestions:  # really").replace(
        "\n---\n今週", "\n\n# the end\n---\n今週"
    )
    lesson.write_bytes(b"\xef\xbb\xbf" + own.replace("\n", "\r\n").encode())
    _bring(kotsu, ONE)

    kotsu("course", "import", "in.txt", "--into", "kinds", "--lesson", "k03", "--fact", "practice", "--write")

    raw = lesson.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf---\r\n")
    text = raw.decode("utf-8-sig")
    assert text.count("\r\n") == text.count("\n")
    assert "# two are enough\r\nquestions:  # really" in text
    assert text.index("- id: counter") < text.index("# the end")
    assert load(course).lessons[2].quizzes[-1].id == "counter"


def test_a_lesson_with_readings_takes_them_in_each_and_the_check_reminds_of_what_is_to_be_translated(
    kotsu: Author,
) -> None:
    course = kotsu.folder / "kinds"
    shutil.copytree(COURSES / "first-week", course)
    lesson = course / "lessons" / "01-hajime.md"
    for name in ("01-hajime.md", "01-hajime.en.md", "01-hajime.easy.md"):
        file = course / "lessons" / name
        text = file.read_text(encoding="utf-8")
        file.write_text(text[: text.rindex("  - id: d01-q")] + text[text.rindex("---\n") :], encoding="utf-8")
    fact = load(course).lessons[0].facts[0].id
    _bring(kotsu, ONE)
    brought = ("course", "import", "in.txt", "--into", "kinds", "--lesson", "d01-hajime", "--fact", fact)

    assert "put them into `en` there" in kotsu(*brought).said
    assert "1 added" in kotsu(*brought, "--write").said

    english, easy = (load(course).spoken(language).lessons[0].quizzes[-1] for language in ("en", "easy"))
    assert english.text == easy.text == "窓口でまず見るのは、どれですか。"
    assert english.options[1].right
    assert "この読みの問いが、もとの言語のまま" in kotsu("course", "check", "kinds", "--language", "ja").said
    assert [path.name for path in lesson.parent.iterdir() if path.name.startswith(".")] == []


def test_a_reading_of_the_title_alone_takes_no_question(kotsu: Author) -> None:
    course, lesson = _course(kotsu)
    reading = lesson.with_suffix(".en.md")
    reading.write_text("---\nid: k03\ntitle: Looking back\nobjective: Look back.\n---\n", encoding="utf-8")
    before = reading.read_bytes()
    _bring(kotsu, ONE)

    kotsu("course", "import", "in.txt", "--into", "kinds", "--lesson", "k03", "--fact", "practice", "--write")

    assert (reading.read_bytes(), load(course).spoken("en").lessons[2].title) == (before, "Looking back")
    assert load(course).lessons[2].quizzes[-1].id == "counter"


def test_a_taken_id_gives_way_and_no_id_becomes_one(kotsu: Author) -> None:
    course, _ = _course(kotsu)
    _bring(kotsu, "::k01-order:: ふりかえりますか。 {}\n")

    said = kotsu("course", "import", "in.txt", "--into", "kinds", "--lesson", "k03", "--write").said

    assert "called k03-q1: “k01-order” is taken" in said
    assert load(course).lessons[2].quizzes[-1].id == "k03-q1"


def test_what_would_break_the_course_is_named_and_nothing_written(kotsu: Author) -> None:
    course, lesson = _course(kotsu)
    before = lesson.read_bytes()
    _bring(kotsu, "\nだれですか。 {=あ#い =今日#い}\n\nなぜ。 {~a ~b}\n")
    asked = ("course", "import", "in.txt", "--into", "kinds", "--lesson", "k03", "--write")

    malformed = kotsu(*asked)
    assert malformed.status == 1
    assert "in.txt:4: no answer is right" in malformed.said
    assert "in.txt:4: 正しい答えがない" in kotsu(*asked, "--language", "ja").said
    _bring(kotsu, "\n\nだれですか。 {=あ#い =今日#い}\n")
    broken = kotsu(*asked)
    assert broken.status == 1
    assert "in.txt:3: the question has no `" in broken.said
    _bring(kotsu, "\n\nだれですか。 {=あ#い =今日#い}\n")
    unheard = kotsu(*asked, "--fact", "practice")
    assert "in.txt:3: `今日` cannot be typed" in unheard.said
    _bring(kotsu, "\n\n".join(f"::m{number}:: 何ですか。 {{}}" for number in range(3)))
    full = kotsu(*asked)
    assert "at most 3 fit" in full.said
    assert "Nothing was taken" in full.complained
    assert lesson.read_bytes() == before
    assert len(load(course).lessons[2].quizzes) == 2


def test_what_cannot_be_is_said_in_one_sentence(kotsu: Author) -> None:
    _course(kotsu)
    _bring(kotsu, ONE)

    for words, sentence in (
        (("import", "in.txt", "--into", "nowhere", "--lesson", "k03"), "no folder"),
        (("import", "in.txt", "--into", "kinds", "--lesson", "k99"), "no lesson 'k99'"),
        (("import", "in.txt", "--into", "kinds", "--lesson", "k01-order"), "no lesson 'k01-order'"),
        (("import", "none.txt", "--into", "kinds", "--lesson", "k03"), "cannot be read"),
        (("export", "nowhere", "--to", "gift", "-o", "out.txt"), "no folder"),
        (("export", "kinds", "--to", "gift", "-o", "/nowhere/out.txt"), "cannot be written"),
    ):
        assert sentence in kotsu("course", *words).sorry(), words


def test_a_course_goes_out_and_comes_in_again(kotsu: Author) -> None:
    course, lesson = _course(kotsu)
    own = [drafted(quiz) for quiz in load(course).lessons[0].quizzes]
    said = kotsu("course", "export", "kinds", "--to", "gift", "-o", "out.txt").said
    assert "7 questions in " in said
    assert "the unit of the number: k01-number" in said
    only = (kotsu.folder / "out.txt").read_text(encoding="utf-8").split("$CATEGORY: ")[1].partition("\n")[2]
    _bring(kotsu, only)
    first = lesson.with_name("k01.md")
    text = first.read_text(encoding="utf-8")
    first.write_text(text[: text.index("questions:")] + text[text.index("---\n窓口") :], encoding="utf-8")

    kotsu("course", "import", "in.txt", "--into", "kinds", "--lesson", "k01", "--write")

    assert [drafted(quiz) for quiz in load(course).lessons[0].quizzes] == own


def test_a_table_is_handed_out_filled_in_and_brought_back(kotsu: Author) -> None:
    course, _ = _course(kotsu)
    assert "An empty table" in kotsu("course", "template", "empty.xlsx").said
    assert (kotsu.folder / "empty.xlsx").read_bytes().startswith(b"PK")
    assert "neither" in kotsu("course", "template", "empty.docx").sorry()
    for kind in ("csv", "xlsx"):
        shutil.rmtree(course)
        _course(kotsu)
        assert "7 questions" in kotsu("course", "export", "kinds", "--to", kind, "-o", f"out.{kind}").said
        asked = ("course", "import", f"out.{kind}", "--into", "kinds", "--lesson", "k03")
        assert "no question k99" in kotsu(*asked, "--only", "k99").sorry()
        assert "called k03-q1" in kotsu(*asked, "--only", "k02-poll", "--write").said
        assert load(course).lessons[2].quizzes[-1].text == load(course).lessons[1].quizzes[0].text


def test_a_course_goes_on_paper(kotsu: Author) -> None:
    _course(kotsu)

    assert "3 lessons" in kotsu("course", "handout", "kinds", "-o", "one.html").said
    assert "答えと解説" in (kotsu.folder / "one.html").read_text(encoding="utf-8")
    kotsu("course", "handout", "kinds", "-o", str(kotsu.folder / "paper"), "--without-answers")
    assert "答えと解説" not in (kotsu.folder / "paper" / "kinds.html").read_text(encoding="utf-8")
    for words, sentence in (
        (("nowhere", "-o", "one.html"), "no folder"),
        (("kinds", "-o", "one.html", "--language", "en"), "no reading 'en'"),
        (("kinds", "-o", "one.html", "--language", "tlh"), "one of ja, easy, en"),
        (("kinds", "-o", "/dev/null/one.html"), "cannot be written"),
    ):
        assert sentence in kotsu("course", "handout", *words).sorry(), words


def _course(kotsu: Author) -> tuple[Path, Path]:
    """A course of its own in the folder, and its last lesson's file."""
    course = kotsu.folder / "kinds"
    shutil.copytree(COURSES / "kinds", course)
    return course, course / "lessons" / "k03.md"


def _bring(kotsu: Author, text: str) -> None:
    (kotsu.folder / "in.txt").write_text(text, encoding="utf-8")
