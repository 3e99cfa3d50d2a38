"""A programme of three hundred people: the list of staff, the office in Slack, and those who learn."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from pathlib import Path
from random import Random
from typing import Final

from typer.testing import CliRunner

from bot.__main__ import app
from bot.rehearsal.answers import guessed, typed
from bot.rehearsal.generated import generated
from lessons.library import Library
from tests.acceptance.bot import TestBot, town
from tests.acceptance.learner import InSlack, OnLine
from tests.bot.kotsu import Done

STAFF: Final = 300
LESSONS: Final = 15
AT_ONCE: Final = 25  # people who act at the same moment
PATIENCE: Final = 120.0  # seconds of wall clock for three hundred letters on a busy machine
HEAD: Final = "職員番号,氏名,フリガナ,所属,職名,メールアドレス\n"
SMALL: Final = "総務部 秘書係"  # too few to be counted by themselves


def roster() -> bytes:
    """Three hundred in eleven sections and a very small one, as a personnel system writes it: CP932."""
    rows = (
        f"{number:04},職員 {number:03},ショクイン,{_section(number)},主事,s{number:03}@town.example\n"
        for number in range(1, STAFF + 1)
    )
    return f"{HEAD}{''.join(rows)}".encode("cp932")


def _section(number: int) -> str:
    return SMALL if number > STAFF - 3 else f"{('総務部', '福祉部', '建設部')[number % 3]} 課{number % 12:02}"


@dataclass(slots=True)
class Member:
    """One of the staff, with what answers they give."""

    number: str
    code: str
    chat: OnLine | InSlack
    random: Random


@dataclass(slots=True)
class Programme:
    """`kotsu` is the command line on the bot's database; `members` are those who have joined."""

    bot: TestBot
    folder: Path
    members: list[Member] = field(default_factory=list)

    @property
    def keen(self) -> list[Member]:
        """Those who learn: two in three."""
        return [each for place, each in enumerate(self.members) if place % 3]

    @property
    def sections(self) -> list[str]:
        """Where the staff works, as the list has it."""
        return sorted({_section(number).replace(" ", "/") for number in range(1, STAFF + 1)})

    def kotsu(self, *words: str) -> str:
        """A command that does what it is asked; returns what it says."""
        ours = {"KOTSU_DATABASE_URL": self.bot.database.url.render_as_string(hide_password=False)}
        ended = CliRunner(env=ours).invoke(app, list(words))
        assert ended.exit_code == 0, (words, ended.output)
        return Done(ended.exit_code, ended.stdout, ended.stderr).said

    async def invited(self, many: int) -> None:
        """Section after section; every second one takes LINE, and each joins with the code of their own slip."""
        lines = self.kotsu("roster", "invite", "--cohort", self.bot.cohort.code).splitlines()
        assert len(lines) == STAFF
        slips = [(line.split()[0], line.split()[-1]) for line in lines]
        slips.sort(key=lambda slip: _section(int(slip[0])), reverse=True)
        for place, (number, code) in enumerate(slips[:many]):
            on_line = place % 2
            chat = await (self.bot.on_line(number) if on_line else self.bot.in_slack(number))
            self.members.append(Member(number, code, chat, Random(int(number))))
        await self.all(self._joins(each) for each in self.members)

    async def appointed(self, role: str, *words: str) -> InSlack:
        """Somebody in Slack who has this role by now."""
        code = self.kotsu("roles", "offer", role, *words).split()[0]
        somebody = await self.bot.in_slack(role)
        await self.says(somebody, f"役割 {code}")
        await self.bot.settled()
        return somebody

    async def learn(self, day: date, lesson: int, *, begin: Iterable[Member]) -> None:
        """A day's lesson comes to everybody, and these answer all of its questions."""
        await self.bot.move_to(day)
        quizzes = self.bot.shelf.courses[0].lessons[lesson - 1].quizzes

        async def answer(member: Member) -> None:
            for quiz in quizzes:
                given = guessed(quiz, member.random, knows=0.6)
                await self.says(member.chat, typed(quiz, given, member.random))

        await self.all(answer(each) for each in begin)

    async def seen(self) -> list[list[str]]:
        """What the bot has said to each member, by one look at both platforms."""
        state = await self.bot.look("state")
        chats = {chat["user"]["id"]: chat for there in ("line", "slack") for chat in state[there]["chats"]}
        return [
            [each.chat.words(message) for message in chats[each.chat.user]["messages"] if message["from"] == "bot"]
            for each in self.members
        ]

    async def all(self, deeds: Iterable[Awaitable[None]]) -> None:
        """Some at a time; then the bot comes to rest."""
        rest = iter(deeds)
        while some := tuple(islice(rest, AT_ONCE)):
            await asyncio.gather(*some)
            await self.bot.settled()

    async def says(self, chat: OnLine | InSlack, text: str) -> None:
        """Typed, and taken by the bot; the answer may still be on its way."""
        await self.bot.door(f"{chat.platform}/users/{chat.user}/say", {"text": text})

    async def _joins(self, member: Member) -> None:
        await self.says(member.chat, f"参加 {member.code}")
        await self.says(member.chat, "はい")


@asynccontextmanager
async def programme(database_url: str, folder: Path) -> AsyncIterator[Programme]:
    """The town before anybody has joined: a cohort of a course that was written for the occasion."""
    (folder / "course").mkdir()
    course = generated(folder / "course", LESSONS, seed=7)
    async with town(database_url, shelf=Library((course,)), quota=STAFF * 31) as bot:
        bot.patience = PATIENCE
        yield Programme(bot, folder)
