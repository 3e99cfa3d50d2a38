"""Who may do what: every word, button, page and command of the office, tried by everybody and from next door."""

from collections.abc import Callable
from dataclasses import fields
from typing import Final

from sqlalchemy import select
from typer.testing import CliRunner

from bot.__main__ import app
from lessons.notice import Notice
from lessons.phrases import phrases
from messages import actions as act
from messages.actions import pack
from messages.actions.office import TAGS
from school import passing
from school.announcing import drafting
from school.announcing.drafting import Draft
from school.inquiring import asking
from school.inquiring.asking import Asked, Asker
from school.rights import MAY, Verb, operator
from school.silencing import Wish
from school.silencing import begin as hush
from store import schema
from store.announcement import Announcement, Audience
from store.office import Role
from store.silence import Whom
from store.work import Work
from tests.acceptance.bot import TestBot
from tests.acceptance.learner import InSlack
from tests.acceptance.looking_back import browser
from tests.acceptance.office import appoint

ROOT: Final = operator("root")
REFUSED: Final = phrases("ja")("office.not_allowed")
WORDS: Final = (
    ("お知らせを書く", Verb.DRAFT),
    ("お知らせ一覧", Verb.DRAFT),
    ("お知らせ {notice}", Verb.DRAFT),
    ("お知らせ {notice} 直す", Verb.DRAFT),
    ("お知らせ {notice}-1 送信", Verb.SEND),
    ("お知らせ {notice}-1 承認", Verb.APPROVE),
    ("お知らせ {notice} 差戻し", Verb.APPROVE),
    ("お知らせ {notice} 差戻し 会場も書いてください", Verb.APPROVE),
    ("お知らせ {notice} 取り消し", Verb.SEND),
    ("お知らせ {notice} 中止", Verb.SEND),
    ("お知らせ {notice} 届かなかった人", Verb.SEND),
    ("お知らせ {notice} もう一度", Verb.SEND),
    ("お知らせ {notice} 訂正", Verb.SEND),
    ("お知らせ {notice} やめる", Verb.DRAFT),
    ("質問一覧", Verb.READ_QUESTIONS),
    ("質問検索 端末", Verb.READ_QUESTIONS),
    ("質問 {question} を引き受ける", Verb.ANSWER_QUESTIONS),
    ("質問 {question} に回答 はい、使えます", Verb.ANSWER_QUESTIONS),
    ("災害モード", Verb.SILENCE),
    ("災害モード 全体", Verb.SILENCE),
    ("災害モード 所属 総務部", Verb.SILENCE),
    ("災害モード 全体 はい", Verb.SILENCE),
    ("災害モード 再開", Verb.RESUME),
    ("災害モード 再開 ずらす", Verb.RESUME),
    ("配信量", Verb.PLAN_QUOTA),
    ("不在", Verb.SET_LEAVE),
    ("不在 0012 12/28まで", Verb.SET_LEAVE),
    ("不在 0012 終わり", Verb.SET_LEAVE),
    ("名簿", Verb.IMPORT_ROSTER),
    ("名簿を反映", Verb.IMPORT_ROSTER),
    ("名簿をやめる", Verb.IMPORT_ROSTER),
    ("名簿の取り消し", Verb.IMPORT_ROSTER),
)
ANYBODYS: Final = frozenset({act.Vote})
PAGES: Final = (("q", act.ShowQuestions()), ("announce", act.ShowAnnouncements()))
PRIVATE: Final = ("LGWANの端末について", "会場は二階です。")  # what stands in the office's rows
OFFICE: Final = tuple(
    schema.metadata.tables[name] for name in ("announcements", "decisions", "inquiries", "answers", "silences", "audit")
)
COMMANDS: Final = (
    *(f"announce {verb} {{notice}}" for verb in ("show", "undo", "abort", "retry")),
    *(f"announce {verb} {{notice}}-1" for verb in ("send", "approve")),
    "questions claim {question}",
    "questions answer {question} -",
    *(f"silence {verb} {{silence}}" for verb in ("confirm", "drop", "resume")),
)


async def test_every_word_of_the_office_is_heard_from_those_who_may_and_from_nobody_else(bot: TestBot) -> None:
    people = {role: await bot.in_slack(str(role)) for role in (None, *Role)}
    await bot.join(people[Role.LEARNER])
    for role in (Role.MANAGER, Role.FACILITATOR, Role.OFFICER, Role.OWNER):
        await appoint(bot, people[role], role)
    numbers = bot.write(lambda work: _rows(work, bot, work.people.all()[0].id))
    before = _dump(bot)
    for nobody in (None, Role.LEARNER, Role.MANAGER):
        assert await _refusals(bot, people[nobody], numbers) == [True] * len(WORDS), nobody
    assert _dump(bot) == before, "and nothing was done"
    for role in (Role.FACILITATOR, Role.OFFICER, Role.OWNER):
        assert await _refusals(bot, people[role], numbers) == [role not in MAY[verb] for _, verb in WORDS], role


async def test_no_button_of_the_office_works_for_those_who_found_or_made_it_up(bot: TestBot) -> None:
    hana, guest = await bot.on_line(), await bot.on_line("客")
    await bot.join(hana)
    numbers = bot.write(lambda work: _rows(work, bot, work.people.all()[0].id))
    before = _dump(bot)
    buttons = [pack(_button(kind, number)) for kind in _BUTTONS for number in {*numbers.values(), 999}]
    for somebody in (hana, guest):
        heard = len(await somebody.seen())
        for each in buttons:
            await bot.door(f"line/users/{somebody.user}/press", {"data": each})
        await bot.settled()
        assert [*(await somebody.seen())[heard:]] == [REFUSED] * len(buttons)
    assert _dump(bot) == before


async def test_an_owner_guesses_the_numbers_of_the_organisation_next_door(bot: TestBot) -> None:
    with bot.database.root() as root:
        here = root.organisations.get(bot.organisation)
        there = root.organisations.create(
            name="隣の町",
            timezone=here.timezone,
            language="ja",
            opens=here.opens,
            closes=here.closes,
            lunch_from=here.lunch_from,
            lunch_to=here.lunch_to,
        )
        work = root.work(there.id)
        person = work.people.create(nickname="隣", language="ja", section_family="default", at=bot.clock.now())
        numbers = _rows(work, bot, person.id)
        numbers["silence"] = _silence(work, bot)
    owner = await bot.in_slack()
    await appoint(bot, owner, Role.OWNER)
    on_line = await bot.on_line()
    await appoint(bot, on_line, Role.OWNER)
    before = _dump(bot, there.id)
    await _refusals(bot, owner, numbers)
    for kind in _BUTTONS:
        for number in numbers.values():
            await bot.door(f"line/users/{on_line.user}/press", {"data": pack(_button(kind, number))})
    await bot.settled()
    assert _dump(bot, there.id) == before
    said = [_commanded(bot, command.format_map(numbers)) for command in COMMANDS]
    assert _dump(bot, there.id) == before
    seen = "".join([*await owner.seen(), *await on_line.seen(), *said])
    assert not [words for words in PRIVATE if words in seen]


async def test_a_page_of_the_office_closes_with_the_role(bot: TestBot) -> None:
    officer, hana = await bot.on_line(), await bot.in_slack("hana")
    await bot.join(hana)
    await appoint(bot, officer, Role.OFFICER)
    bot.write(lambda work: _rows(work, bot, work.people.all()[0].id))
    people = bot.read(lambda work: [each.id for each in work.people.all()])
    at = bot.clock.now()
    for page, purpose in PAGES:
        ours, theirs = (_pass(bot, who, purpose) for who in people[::-1])
        async with browser(bot) as phone:
            assert (await phone.open(f"/{page}/{ours}")).status == 200
            refused = await phone.open(f"/{page}/{theirs}")
            assert refused.status in {403, 410}
            assert not [words for words in PRIVATE if words in refused.text]
            bot.write(lambda work: work.roles.revoke(work.roles.all()[0].id))
            assert (await phone.open(f"/{page}/{ours}")).status in {403, 410}
            bot.write(lambda work: work.roles.grant(people[-1], Role.OFFICER, section=None, at=at))


def _commanded(bot: TestBot, command: str) -> str:
    """What the command line of this organisation says, which cannot do it."""
    ours = {"KOTSU_DATABASE_URL": bot.database.url.render_as_string(hide_password=False)}
    ended = CliRunner(env=ours).invoke(app, [*command.split(), "--org", "町役場"], input="はい、使えます")
    assert ended.exit_code == 2, (command, ended.output)
    return ended.output


async def _refusals(bot: TestBot, somebody: InSlack, numbers: dict[str, int]) -> list[bool]:
    """Which of the words were refused, one after the other."""
    refused = []
    for words, _ in WORDS:
        heard = len(await somebody.seen())
        await somebody.say(words.format_map(numbers))
        refused.append(REFUSED in (await somebody.seen())[heard:])
    return refused


def _rows(work: Work, bot: TestBot, person: int) -> dict[str, int]:
    """A draft of somebody else's, and a question nobody has answered."""
    at = bot.clock.now()
    made = drafting.draft(work, ROOT, Draft(Notice("来週", PRIVATE[1]), Audience()), at)
    asked = asking.ask(work, bot.shelf, Asker(person, None, None, "slack"), PRIVATE[0], at)
    assert isinstance(made, Announcement)
    assert isinstance(asked, Asked)
    return {"notice": made.id, "question": asked.inquiry.id}


def _pass(bot: TestBot, who: int, purpose: act.Action) -> str:
    return bot.write(lambda work: passing.give(work, who, purpose, bot.clock.now()))


def _silence(work: Work, bot: TestBot) -> int:
    hush(work, ROOT, Wish(Whom.EVERYBODY), bot.clock.now())
    return work.silences.open()[0].id


_WISHES: Final = {"whom": "everybody", "how": "shift"}
_BUTTONS: Final = [kind for kind in TAGS.values() if kind not in ANYBODYS]


def _button(kind: type[act.Action], number: int) -> act.Action:
    """A button of this kind for what has this number."""
    make: Callable[..., act.Action] = kind
    return make(*(number if each.type is int else _WISHES[each.name] for each in fields(kind)))


def _dump(bot: TestBot, organisation: int = 0) -> list[list[object]]:
    """All that the office has in its tables."""
    with bot.database.root() as root:
        return [
            [*root.organisations.connection.execute(select(table).where(table.c.organisation == number))]
            for table in OFFICE
            for number in [organisation or bot.organisation]
        ]
