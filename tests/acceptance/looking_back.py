"""A course that asks people to look back in their own words, and the pages where they do."""

import json
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import Final

from aiohttp import ClientSession

from lessons.library import Library
from lessons.model import Course, Kind, Quiz
from school.permitting import allow_free_text
from store.values import NoteKind
from tests.acceptance.bot import MONDAY, TestBot
from tests.acceptance.learner import InSlack, OnLine
from tests.shelf import FIRST_WEEK

REFLECTION: Final = Quiz(
    id="d01-look-back",
    kind=Kind.REFLECTION,
    text="自分の課で、いちばん人を待たせているのはどんなときですか。",
    options=(),
    fact=None,
    scenario=False,
    why="書けたら、それが最初の一歩です。",
)
_LINK: Final = re.compile(r"https://kotsu\.example(/(?:w|me|q|audit)/[\w-]+)")


def shelf() -> Library:
    """The built-in course, whose first lesson asks one question, and then to look back."""
    built_in = FIRST_WEEK
    return Library(tuple(_looking_back(course) for course in built_in.courses))


async def reach(bot: TestBot, *learners: OnLine | InSlack) -> None:
    """Join, get the first lesson, answer its first question: now the looking back waits."""
    for learner in learners:
        await bot.join(learner)
    await bot.move_to(MONDAY, "8:40")
    for learner in learners:
        await learner.press("B")
        assert REFLECTION.text in await learner.last()


def notes(bot: TestBot) -> list[tuple[str, str, str]]:
    """Kind, words, and where they were written, of everything kept."""
    kinds = bot.read(lambda work: [*work.notes.of_kind(NoteKind.REFLECTION), *work.notes.of_kind(NoteKind.QUESTION)])
    return [(each.kind.value, each.body, each.via) for each in kinds]


def looked_back(bot: TestBot) -> list[tuple[tuple[str, ...], bool | None]]:
    """Every answer to the question to look back."""
    return [(each.chosen, each.right) for each in bot.attempts() if each.quiz == REFLECTION.id]


def allow(bot: TestBot, *, allowed: bool = True) -> None:
    """The office lets people write about their work in LINE itself, or does not any more."""
    with bot.database.root() as root:
        organisation = root.organisations.get(bot.organisation)
        now = bot.clock.now()
        allow_free_text(root, organisation, allowed=allowed, by="情報担当", document="7情第12号", at=now)


async def link(learner: OnLine | InSlack) -> str:
    """The path of the page that the bot's last message leads to."""
    message = [each for each in await learner.messages() if each["from"] == "bot"][-1]
    found = _LINK.search(json.dumps(message))
    assert found, message
    return found[1]


@dataclass(frozen=True, slots=True)
class Page:
    """What a browser got."""

    status: int
    text: str
    headers: dict[str, str]


@dataclass(frozen=True, slots=True)
class Browser:
    """Opens pages of the bot as a phone does, cookies and all."""

    bot: TestBot
    session: ClientSession

    async def open(self, path: str, language: str = "ja") -> Page:
        async with self.session.get(self.bot.url + path, headers={"Accept-Language": language}) as answer:
            return Page(answer.status, await answer.text(), dict(answer.headers))

    async def send(self, path: str, words: str) -> Page:
        """Write into the field and press the button."""
        async with self.session.post(self.bot.url + path, data={"words": words}) as answer:
            await self.bot.settled()
            return Page(answer.status, await answer.text(), dict(answer.headers))

    async def post(self, path: str, **fields: str) -> Page:
        """Send a form with these fields."""
        async with self.session.post(self.bot.url + path, data=fields) as answer:
            await self.bot.settled()
            return Page(answer.status, await answer.text(), dict(answer.headers))


@asynccontextmanager
async def browser(bot: TestBot) -> AsyncIterator[Browser]:
    async with ClientSession() as session:
        yield Browser(bot, session)
        assert not list(session.cookie_jar), "a page set a cookie"


def _looking_back(course: Course) -> Course:
    first, *others = course.weeks
    lesson, *rest = first.lessons
    short = replace(lesson, quizzes=(lesson.quizzes[0], REFLECTION))
    return replace(course, weeks=(replace(first, lessons=(short, *rest)), *others))
