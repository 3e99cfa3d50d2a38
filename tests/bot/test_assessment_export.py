"""What was answered to questionnaires leaves by code, and no cell of it can be a formula."""

import csv
import io
import re
from datetime import UTC, datetime, time

from lessons.assessment import KnowledgeForm, Occasion
from messages.incoming import ChannelName
from store.database import Database
from tests.bot.kotsu import Kotsu

NOW = datetime(2026, 9, 7, tzinfo=UTC)


def test_answers_leave_by_code_and_no_cell_is_a_formula(kotsu: Kotsu) -> None:
    kotsu("org", "create", "町役場")
    code = re.findall(r"join code (\w{6})", kotsu("cohort", "create", "第1期", "--start", "2026-09-07").said)[0]
    person = _answered(kotsu, code)

    told = kotsu("assessment", "export", "--cohort", code).said
    rows = list(csv.DictReader(io.StringIO(told)))
    assert [(row["item"], row["form"], row["topic"], row["chosen"], row["right"]) for row in rows] == [
        ("a-07", "a", "median", "A", "1"),
        ("c02", "", "", "'=1+1", ""),
        ("s05", "", "data", "4", ""),
        ("then-s05", "", "data", "2", ""),
    ]
    assert {row["person"] for row in rows} == {f"P{person}"}
    assert {row["occasion"] for row in rows} == {"after"}
    assert "はな" not in told

    assert kotsu("assessment", "export", "--cohort", code, "--csv", "answers.csv").status == 0
    assert (kotsu.folder / "answers.csv").read_bytes().startswith(b"\xef\xbb\xbfperson,")
    assert "asked after         1 answered of 1" in kotsu("cohort", "status", code).said
    assert "cannot be written" in kotsu("assessment", "export", "--cohort", code, "--csv", "/nowhere/a.csv").sorry()
    assert kotsu("assessment", "export", "--cohort", "ZZZZZZ").sorry()
    taken = [line.split(",")[3:] for line in kotsu("audit", "export").said.splitlines() if "export_answers" in line]
    assert taken == [["export_answers", "cohort:1", "assessment"]] * 2, "what did not leave is not on record"


def _answered(kotsu: Kotsu, code: str) -> int:
    """Somebody who answered the last questionnaire, a little of it."""
    database = Database(f"sqlite:///{kotsu.folder / 'kotsu.db'}")
    with database.root() as root:
        account = root.accounts.attach(1, ChannelName.LINE, "U-bot", "@kotsu")
        work = root.work(1)
        cohort = work.cohorts.by_code(code)
        assert cohort
        person = work.people.create(nickname="はな", language="ja", section_family="default", at=NOW)
        contact = work.contacts.create(person=person.id, account=account.id, external="U-hana")
        enrolment = work.enrolments.join(
            cohort=cohort.id, person=person.id, contact=contact.id, delivery_time=time(8, 40), at=NOW
        )
        work.sittings.open(enrolment.id, Occasion.AFTER, KnowledgeForm.A, NOW)
        (sitting,) = work.sittings.of(enrolment.id)
        work.responses.add(sitting.id, "a-07", ("A",), right=True, at=NOW)
        for item, chosen in (("c02", "=1+1"), ("s05", "4"), ("then-s05", "2")):
            work.responses.add(sitting.id, item, (chosen,), right=None, at=NOW)
        work.sittings.finish(sitting.id, NOW)
    database.close()
    return person.id
