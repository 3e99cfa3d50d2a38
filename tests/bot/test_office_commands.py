"""What the office does at the command line: announcements, roles, the quota, and the record of all that."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from config.clock import WallClock
from messages.incoming import ChannelName
from school.inquiring import asking
from school.inquiring.asking import Asker
from store.database import Database
from store.metered import Reading
from tests.bot.kotsu import Kotsu
from tests.shelf import FIRST_WEEK


def test_an_announcement_is_looked_at_before_anybody_gets_it_and_goes_to_nobody_by_mistake(kotsu: Kotsu) -> None:
    kotsu("org", "create", "町役場")
    (kotsu.folder / "body.txt").write_text("月曜日は午後から始めます。", encoding="utf-8")
    drafted = kotsu("announce", "draft", "研修について", "--body", "body.txt", "--question", "出ますか")
    assert "options: Please give 2 to 6" in drafted.sorry()
    options = ("--option", "はい", "--option", "いいえ")
    drafted = kotsu("announce", "draft", "研修について", "--body", "body.txt", "--question", "出ますか", *options)
    assert drafted.status == 0
    for told in ("1  draft", "| 月曜日は午後から始めます。", "A  はい", "reaches 0", "costs   0 LINE messages"):
        assert told in drafted.said
    assert "Nobody would get it" in kotsu("announce", "send", "1-1").sorry()
    assert "no announcement with the number 9" in kotsu("announce", "show", "9").sorry()
    assert "not going out" in kotsu("announce", "abort", "1").sorry()
    assert "need somebody else's yes" in kotsu("org", "approval", "on").said

    assert "役割" in kotsu("roles", "offer", "officer").said
    assert "A manager needs --section" in kotsu("roles", "offer", "manager").sorry()
    log = kotsu("audit", "export").said
    assert "draft,announcement:1" in log
    assert "appoint,officer,offered" in log
    assert "appoint,organisation,approval on" in log
    assert "aborted" not in log, "what could not be done is no act"


def test_the_quota_is_planned_before_it_is_spent(kotsu: Kotsu) -> None:
    found = json.loads(kotsu("quota", "plan", "--learners", "40", "--days", "20", "--json").said)
    assert found["messages"] == 840
    assert (found["push"], found["saved"]) == ({"plan": "light", "yen": 5000}, 5000)
    assert "Pull saves 5,000 yen" in kotsu("quota", "plan", "--learners", "40", "--days", "20").said
    assert "one of the two" in kotsu("quota", "plan").sorry()


def test_an_overlay_is_checked_set_and_seen_in_what_new_cohorts_get(kotsu: Kotsu) -> None:
    town = str(Path(__file__).parents[1] / "overlays" / "town")
    kotsu("org", "create", "町役場")
    code = kotsu("cohort", "create", "第1期", "--start", "2026-12-01").said.partition("join code ")[2][:6]
    assert "has the same" in kotsu("cohort", "show", code).said
    assert "問題なし" in kotsu("org", "overlay", "check", town, "--language", "ja").said
    assert kotsu("org", "overlay", "set", town).status == 0
    shown = kotsu("cohort", "show", code).said
    kept = shown.partition("edition  2026.11  ")[2][:12]
    assert "has another one" in shown
    assert shown.count(kept) == 1, "another edition has another digest"
    assert "upon jichitai-dx-kihon" in kotsu("org", "overlay", "show").said
    looked = kotsu("course", "amend", code).said
    assert "d01-hajime our rule: {+迷ったら、送る前に情報係(内線)へ。" in looked
    assert "tool 生成AI: {+conditions / LGWAN / 情報係 / 公開している情報だけ。" in looked
    assert "Nobody has reported anything" in kotsu("course", "reports").said


def test_the_month_is_looked_at_and_lessons_are_fetched_by_choice(kotsu: Kotsu) -> None:
    kotsu("org", "create", "町役場")
    assert "There is no LINE account yet" in kotsu("quota", "status").sorry()
    database = Database(f"sqlite:///{kotsu.folder}/kotsu.db")
    with database.root() as root:
        account = root.accounts.attach(root.organisations.all()[0].id, ChannelName.LINE, "U1", "@town")
        root.work(account.organisation).readings.keep(Reading(account.id, 200, 150, WallClock().now()))
    database.close()
    for told in ("@town: lessons are sent (push)", "150 of 200", "left      50", "0 yen (plan Communication"):
        assert told in kotsu("quota", "status").said
    assert "lessons are fetched (pull): somebody chose so" in kotsu("quota", "pull").said
    assert "It is so already." in kotsu("quota", "pull").sorry()
    assert "lessons are sent (push)" in kotsu("quota", "push").said
    assert "plan_quota,account:1,push" in kotsu("audit", "export").said


def test_a_question_is_answered_from_the_command_line_once(kotsu: Kotsu) -> None:
    kotsu("org", "create", "町役場")
    assert "come to C0123ABCD" in kotsu("org", "questions-channel", "C0123ABCD").said
    assert "no channel's id" in kotsu("org", "questions-channel", "#general").sorry()
    with _database(kotsu) as database, database.root() as root:
        work = root.work(root.organisations.all()[0].id)
        at = WallClock().now()
        hana = work.people.create(nickname="はな", language="ja", section_family="counter", at=at)
        asking.ask(work, FIRST_WEEK, Asker(hana.id, None, None, "page"), "LGWANとは何ですか", at)
    answer = kotsu.folder / "answer.txt"
    answer.write_text("庁内をつなぐ網です。", encoding="utf-8")
    assert "LGWANとは何ですか" in kotsu("questions", "list", "--open").said
    assert "Nobody who may answer is called so" in kotsu("questions", "hand", "1", "けん").sorry()
    assert "no question with this number" in kotsu("questions", "answer", "9", "answer.txt").sorry()
    assert "on its way" in kotsu("questions", "answer", "1", "answer.txt").said
    assert "gone out already" in kotsu("questions", "answer", "1", "answer.txt").sorry()
    answer.write_text("電話は 090-1234-5678", encoding="utf-8")
    assert "personal data" in kotsu("questions", "answer", "1", "answer.txt").sorry()
    assert "庁内をつなぐ網です。" in kotsu("questions", "search", "lgwan 網").said
    answer.write_text("はい、使えます。", encoding="utf-8")
    assert "1  はい" in kotsu("questions", "canned", "add", "はい", "answer.txt").said
    assert "はい、使えます。" in kotsu("questions", "canned", "list").said
    assert "no canned answer" in kotsu("questions", "canned", "remove", "2").sorry()
    log = kotsu("audit", "export").said
    assert "answer_questions,inquiry:1,answered" in log
    assert log.rstrip().endswith("read_audit,audit,exported"), "who took the record away stands on it too"
    assert "網" not in log


@contextmanager
def _database(kotsu: Kotsu) -> Iterator[Database]:
    database = Database(f"sqlite:///{kotsu.folder}/kotsu.db")
    try:
        yield database
    finally:
        database.close()
