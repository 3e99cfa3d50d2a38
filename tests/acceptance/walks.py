"""What stories have in common: lessons answered to the end, and the promises that hold on every walk."""

from collections import Counter
from datetime import datetime, timedelta
from itertools import pairwise

from lessons.calendar import Calendar
from messages.letter import State
from school.study import calendar_of
from store.work import Work
from tests.acceptance.bot import MONDAY, TestBot
from tests.acceptance.learner import InSlack, Learner, OnLine
from tests.shelf import FIRST_WEEK

COURSE = FIRST_WEEK.courses[0]
TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = (MONDAY + timedelta(days=ahead) for ahead in range(1, 7))
NEXT_MONDAY = MONDAY + timedelta(days=7)


async def joined(bot: TestBot, platform: str, at: str = "8:40") -> OnLine | InSlack:
    """Somebody who has joined on this platform, and gets lessons at this time."""
    somebody = await (bot.on_line() if platform == "line" else bot.in_slack())
    await bot.join(somebody, at=at)
    return somebody


async def finish(learner: Learner, number: int) -> str:
    """Type a good answer to every question of the lesson; returns the close."""
    for quiz in COURSE.lessons[number - 1].quizzes:
        await learner.say(" ".join(option.label for option in quiz.right or quiz.options[:1]))
        told = "正解です" if quiz.kind.scored else "ありがとうございます"
        assert told in "".join((await learner.seen())[-2:]), quiz.id
    return await learner.last()


def lessons_sent(bot: TestBot) -> list[datetime]:
    """When a lesson left that nobody had asked for at that moment, as local time, oldest first."""
    sent = (each for each in bot.letters() if each.enrolment is not None and each.state is State.SENT)
    zone = bot.read(lambda work: work.organisation.timezone)
    return sorted(each.final_at.astimezone(zone) for each in sent if each.final_at)


async def the_day_was_respected(bot: TestBot) -> None:
    """One push a working day at most for each person in LINE, and nothing unasked outside the hours."""
    calendar = bot.read(_calendar)
    pushed = [each for each in await bot.calls("/v2/bot/message/push") if each["counted"]]
    days = Counter((each["request"]["to"], calendar.day(datetime.fromisoformat(each["at"]))) for each in pushed)
    assert not [who for who, count in days.items() if count > 1], "two pushes on one day"
    for at in lessons_sent(bot):
        assert calendar.is_open(at), f"unasked at {at}"


def in_order(texts: list[str], *wanted: str) -> bool:
    """Whether these words stand in the texts in this order, each in a text of its own."""
    places = [next((place for place, text in enumerate(texts) if word in text), -1) for word in wanted]
    return -1 not in places and all(one < other for one, other in pairwise(places))


def _calendar(work: Work) -> Calendar:
    return calendar_of(work.organisation, work.cohorts.all()[0])
