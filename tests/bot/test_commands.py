"""What an operator types, and the plain words that come back."""

import csv
import io
import re
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from shutil import copytree
from zoneinfo import ZoneInfo

from lessons.library import BUILT_IN
from lessons.packing import pack
from lessons.shelf import packed
from messages.incoming import ChannelName
from school.inquiring import asking
from school.inquiring.asking import Asker
from store.database import Database
from tests.bot.kotsu import Kotsu
from tests.lessons.bundles import LESSON, write
from tests.shelf import COURSES, FIRST_WEEK

NOW = datetime(2026, 9, 7, tzinfo=UTC)


def test_from_nothing_to_a_cohort_that_rests_and_goes_on(kotsu: Kotsu) -> None:
    assert "町役場 is ready" in kotsu("org", "create", " 町役場 ").said
    assert "08:30-17:15, lunch 12:00-13:00  Asia/Tokyo" in kotsu("org", "list").said
    made = kotsu("cohort", "create", "第1期", "--start", "2026-09-07", "--time", "9時半")
    code = re.findall(r"join code ([0-9A-Z]{6})", made.said)[0]

    assert code in kotsu("cohort", "list").said
    assert "0 active, 0 finished, 0 left" in kotsu("cohort", "status", code.lower()).said
    assert "rests" in kotsu("cohort", "pause", code).said
    assert "rests already" in kotsu("cohort", "pause", code).sorry()
    assert "resting" in kotsu("cohort", "status", code).said
    assert "goes on" in kotsu("cohort", "resume", code).said
    assert "does not rest" in kotsu("cohort", "resume", code).sorry()
    assert f"第1期 ({code})" in kotsu("people", "list").said
    assert "Reminders in LINE are on" in kotsu("org", "reminders", "on").said
    assert "Reminders in LINE are off" in kotsu("org", "reminders", "off").said
    assert "Closed on: 2026-12-25" in kotsu("org", "close", "2026-12-25").said
    assert "no days of its own" in kotsu("org", "close", "2026-12-25", "--reopen").said


def test_an_invitation_is_words_links_and_a_picture(kotsu: Kotsu) -> None:
    code = _cohort(kotsu)
    asked = kotsu.told(PUBLIC_URL="https://kotsu.example/")("cohort", "invite", code, "--png", "door.png")

    assert f"https://kotsu.example/join/{code}\n" in asked.said
    assert "no account yet" in asked.said
    assert (kotsu.folder / "door.png").read_bytes().startswith(b"\x89PNG")
    assert "could not be written" in kotsu("cohort", "invite", code, "--png", "/nowhere/door.png").sorry()


def test_of_somebody_on_leave_others_see_that_they_are_away_and_no_more(kotsu: Kotsu) -> None:
    code = _cohort(kotsu)
    _answered(kotsu, code, nickname="はな")
    assert "next -" in kotsu("people", "list").said

    database = Database(f"sqlite:///{kotsu.folder / 'kotsu.db'}")
    with database.begin(1) as work:
        work.enrolments.rest(1, datetime.now(UTC) + timedelta(days=9))
    database.close()

    (line,) = [line for line in kotsu("people", "list").said.splitlines() if "はな" in line]
    assert line.endswith("  away")


def test_answers_open_in_a_spreadsheet_and_none_of_them_is_a_formula(kotsu: Kotsu) -> None:
    code = _cohort(kotsu)
    _answered(kotsu, code, nickname='=HYPERLINK("http://a.example")')

    assert kotsu("answers", "export", "answers.csv").status == 0
    raw = (kotsu.folder / "answers.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf"), "Excel takes it for UTF-8 only so"
    row, word, number = csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline=""))
    assert (word["chosen"], number["chosen"]) == ("'=1+1", "-12.5"), "what was typed is none, a number stays one"
    assert row["nickname"] == '\'=HYPERLINK("http://a.example")'
    assert (row["cohort"], row["quiz"], row["chosen"], row["right"]) == ("第1期", "d01-q1", "A C", "0")
    assert "d01-q1" in kotsu("answers", "export", "--cohort", code).said
    assert "cannot be written" in kotsu("answers", "export", "/nowhere/answers.csv").sorry()


def test_own_words_in_line_are_allowed_by_a_document_that_stays_on_record(kotsu: Kotsu) -> None:
    kotsu("org", "create", "町役場")
    assert "may not be written in LINE" in kotsu("org", "free-text", "show").said
    allowed = kotsu("org", "free-text", "on", "--by", "情報政策課長 山田", "--document", "7情第12号").said
    assert "on   情報政策課長 山田  7情第12号" in allowed
    assert "may be written in LINE" in allowed
    kotsu("org", "free-text", "off", "--by", "情報政策課長 山田", "--document", "7情第30号")
    shown = kotsu("org", "free-text", "show").said
    assert shown.index("7情第12号") < shown.index("7情第30号")
    assert "may not be written" in shown


def test_questions_are_listed_with_who_asked_and_when(kotsu: Kotsu) -> None:
    code = _cohort(kotsu)
    assert "Nobody has asked" in kotsu("questions", "list").said
    _answered(kotsu, code, nickname="はな")
    database = Database(f"sqlite:///{kotsu.folder}/kotsu.db")
    try:
        with database.root() as root:
            work = root.work(root.organisations.all()[0].id)
            person = work.people.all()[0].id
            asking.ask(work, FIRST_WEEK, Asker(person, None, None, "page"), "復習は?\nいつですか。", NOW)
    finally:
        database.close()
    assert "2026-09-07 09:00  はな  open\n      復習は?\n      いつですか。" in kotsu("questions", "list").said


def test_what_cannot_be_is_said_in_one_sentence(kotsu: Kotsu) -> None:
    assert "no organisation yet" in kotsu("cohort", "list").sorry()
    kotsu("org", "create", "町役場")
    for words, sentence in (
        (("org", "create", "町役場"), "already"),
        (("org", "create", "  "), "must not be empty"),
        (("org", "reminders", "maybe"), "Say on or off"),
        (("org", "create", "村", "--opens", "25:00"), "no time of day"),
        (("org", "create", "村", "--opens", "18:00"), "must open before it closes"),
        (("org", "create", "村", "--timezone", "Asia/Nowhere"), "no time zone"),
        (("org", "create", "村", "--language", "tlh"), "one of ja, easy, en"),
        (("org", "close", "2026-13-01"), "no day"),
        (("org", "free-text", "maybe"), "Say on, off or show"),
        (("org", "free-text", "on", "--by", "情報政策課長"), "--document NUMBER"),
        (("org", "free-text", "on", "--by", " ", "--document", "1"), "who decided"),
        (("cohort", "create", "第1期", "--start", "tomorrow"), "no day"),
        (("cohort", "create", "第1期", "--start", "2026-09-07", "--time", "noon"), "no time of day"),
        (("cohort", "create", "第1期", "--start", "2026-09-07", "--course", "none"), "There are: jichitai-dx-kihon"),
        (("cohort", "status", "ZZZZZZ"), "no cohort with the code"),
        (("people", "list", "--org", "村"), "no organisation called"),
        (("sandbox", "--timezone", "Asia/Nowhere"), "no time zone"),
        (("sandbox", "--start", "yesterday"), "no moment"),
        (("nonsense",), "No such command"),
    ):
        assert sentence in kotsu(*words).sorry(), words


def test_bad_settings_are_all_named_at_once(kotsu: Kotsu) -> None:
    bad = kotsu.told(
        DATABASE_URL="mysql://x",
        TIMEZONE="../etc/passwd",
        LOG_FORMAT="xml",
        PUBLIC_URL="kotsu",
        SLACK_BOT_TOKEN="secret",
        LINE_CHANNEL_SECRET="x",
    )
    said = bad("org", "list").sorry()
    for name in ("DATABASE_URL", "TIMEZONE", "LOG_FORMAT", "PUBLIC_URL", "SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET"):
        assert f"KOTSU_{name} " in said
    assert "KOTSU_LINE_CHANNEL_ACCESS_TOKEN is missing" in said
    assert "secret\n" not in said

    (kotsu.folder / ".env").write_bytes(b"\xff\xfeKOTSU_TIMEZONE=Asia/Tokyo")
    assert ".env cannot be read" in kotsu("org", "list").sorry()


def test_a_database_that_cannot_be_used_is_told_without_its_password(kotsu: Kotsu) -> None:
    (kotsu.folder / "garbage.db").write_bytes(b"this is no database " * 100)
    assert "kotsu migrate" in kotsu.told(DATABASE_URL="sqlite:///empty.db")("org", "list").sorry()
    assert "not a database" in kotsu.told(DATABASE_URL="sqlite:///garbage.db")("migrate").sorry()
    away = kotsu.told(DATABASE_URL="postgresql://kotsu:hush@127.0.0.1:1/kotsu")("migrate").sorry()
    assert "127.0.0.1" in away
    assert "hush" not in away
    assert "is ready." in kotsu.told(DATABASE_URL="sqlite:///new/kotsu.db")("migrate").said
    assert "ready already" in kotsu("migrate").said


def test_a_course_is_checked_line_by_line(kotsu: Kotsu, tmp_path: Path) -> None:
    broken = write(tmp_path / "broken", first=LESSON.replace("title:", "tilte:", 1))

    checked = kotsu("course", "check", str(broken), "--language", "en")
    assert checked.status == 1
    assert re.search(r"broken/lessons/01\.md:\d+: ", checked.said)
    assert "to mend" in checked.complained
    assert "all well" in kotsu("course", "check", str(BUILT_IN / "jichitai-dx-kihon"), "--language", "en").said
    assert "There is no file or folder nowhere." in kotsu("course", "check", "nowhere").sorry()


def _cohort(kotsu: Kotsu) -> str:
    kotsu("org", "create", "町役場")
    made = kotsu("cohort", "create", "第1期", "--start", "2026-09-07")
    return str(re.findall(r"join code ([0-9A-Z]{6})", made.said)[0])


def _answered(kotsu: Kotsu, code: str, nickname: str) -> None:
    """Somebody has joined and answered."""
    database = Database(f"sqlite:///{kotsu.folder}/kotsu.db")
    try:
        with database.root() as root:
            town = root.organisations.all()[0]
            assert town.timezone == ZoneInfo("Asia/Tokyo")
            account = root.accounts.attach(town.id, ChannelName.LINE, "U1", "@kotsu")
            work = root.work(town.id)
            cohort = work.cohorts.by_code(code)
            assert cohort is not None
            person = work.people.create(nickname=nickname, language="ja", section_family="default", at=NOW)
            contact = work.contacts.create(person=person.id, account=account.id, external="U2")
            study = work.enrolments.join(
                cohort=cohort.id, person=person.id, contact=contact.id, delivery_time=time(8, 40), at=NOW
            )
            for quiz, chosen in (("d01-q1", ("A", "C")), ("d01-q2", ("=1+1",)), ("d01-q3", ("-12.5",))):
                work.attempts.record(enrolment=study.id, lesson=1, quiz=quiz, chosen=chosen, right=False, at=NOW)
    finally:
        database.close()


def test_a_cohort_tells_which_edition_it_learns_from(kotsu: Kotsu) -> None:
    code = _cohort(kotsu)
    told = kotsu("cohort", "show", code).said

    assert "has the same" in told
    database = Database(f"sqlite:///{kotsu.folder / 'kotsu.db'}")
    with database.begin(1) as work:
        cohort = work.cohorts.all()[0]
        kept = packed(pack(COURSES / "kinds"))
        assert work.editions.keep(kept, course=cohort.course, edition="2000", at=NOW)
        assert work.cohorts.learn(cohort.id, kept.digest, "2000", instead_of=cohort.digest)
    database.close()
    other = kotsu("cohort", "show", code).said
    assert f"edition  2000  {kept.digest[:12]}" in other
    assert "has another one" in other
    assert f"kotsu course amend {code}" in other


def test_a_wrong_key_is_looked_at_mended_and_then_there_is_nothing_left_to_do(kotsu: Kotsu) -> None:
    code = _cohort(kotsu)
    _answered(kotsu, code, nickname="はな")
    course = copytree(BUILT_IN / "jichitai-dx-kihon", kotsu.folder / "mended")
    lesson = course / "lessons" / "02-dx-towa.md"
    text = lesson.read_text(encoding="utf-8")
    lesson.write_text(text.replace("title: デジタル化とDX", "title: デジタルとDX"), encoding="utf-8")

    looked = kotsu("course", "amend", code, "--from", "mended")
    assert "d02-dx-towa title: デジタル[-化-]とDX" in looked.said
    assert "delivered to 0" in looked.said
    assert "Nothing was changed" in looked.said
    assert "learns from" in kotsu("course", "amend", code, "--from", "mended", "--apply").said
    assert "already" in kotsu("course", "amend", code, "--from", "mended", "--apply").said
    assert "cannot be read" in kotsu("course", "amend", code, "--from", "nowhere").sorry()
