"""What stands in the tables, and what the office adds to them."""

from datetime import date, time

from sqlalchemy import select

from school import cohorts
from store import schema
from store.work import Work
from tests.acceptance.bot import MONDAY, TestBot
from tests.shelf import FIRST_WEEK


def another_cohort(work: Work, bot: TestBot, *, starts_on: date = MONDAY) -> str:
    """The code of one more cohort of the built-in course."""
    made = cohorts.create(
        work,
        FIRST_WEEK,
        name="第2期",
        course=bot.cohort.course,
        starts_on=starts_on,
        delivery_time=time(8, 40),
        at=bot.clock.now(),
    )
    return made.code


def everyone(bot: TestBot) -> list[tuple[int, str]]:
    """Number and nickname of every enrolled person, in any cohort."""
    look = select(schema.enrolments.c.id, schema.people.c.nickname).join_from(
        schema.enrolments, schema.people, schema.people.c.id == schema.enrolments.c.person
    )
    with bot.database.root() as root:
        return [(row[0], row[1]) for row in root.organisations.connection.execute(look)]


def tables_with(bot: TestBot, word: str) -> list[str]:
    """The tables in which this word stands anywhere."""
    with bot.database.root() as root:
        connection = root.organisations.connection
        return [
            table.name
            for table in schema.metadata.sorted_tables
            if any(word in str(value) for row in connection.execute(select(table)) for value in row)
        ]
