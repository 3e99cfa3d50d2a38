"""What the office may: its words, its buttons, its rows, for stories about who may do what."""

from collections.abc import Callable
from dataclasses import fields
from typing import Final

from sqlalchemy import select

from lessons.notice import Notice
from lessons.phrases import phrases
from messages import actions as act
from messages.actions.office import TAGS
from school.announcing import drafting
from school.announcing.drafting import Draft
from school.inquiring import asking
from school.inquiring.asking import Asked, Asker
from school.rights import Verb, operator
from store import schema
from store.announcement import Announcement, Audience
from store.work import Work
from tests.acceptance.bot import TestBot
from tests.acceptance.learner import InSlack

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
    ("所属の進み具合", Verb.READ_COMPLETION),
    ("進み具合 総務部", Verb.READ_COMPLETION),
    ("役割 0012 研修担当", Verb.APPOINT),
    ("役割 0012 研修担当 やめる", Verb.APPOINT),
    ("監査", Verb.READ_AUDIT),
    ("不在", Verb.SET_LEAVE),
    ("不在 0012 12/28まで", Verb.SET_LEAVE),
    ("不在 0012 終わり", Verb.SET_LEAVE),
    ("名簿", Verb.IMPORT_ROSTER),
    ("名簿を反映", Verb.IMPORT_ROSTER),
    ("名簿 列", Verb.IMPORT_ROSTER),
    ("名簿 列 氏名=なまえ", Verb.IMPORT_ROSTER),
    ("名簿をやめる", Verb.IMPORT_ROSTER),
    ("名簿の取り消し", Verb.IMPORT_ROSTER),
)
ANYBODYS: Final = frozenset({act.Vote})
PRIVATE: Final = ("LGWANの端末について", "会場は二階です。")  # what stands in the office's rows
OFFICE: Final = tuple(
    schema.metadata.tables[name]
    for name in (
        *("announcements", "decisions", "inquiries", "answers", "silences", "audit"),
        *("staff", "posts", "sections", "uploads", "roster_imports", "leaves", "roles"),
    )
)
_WISHES: Final = {"whom": "everybody", "how": "shift"}
BUTTONS: Final = [kind for kind in TAGS.values() if kind not in ANYBODYS]


async def refusals(bot: TestBot, somebody: InSlack, numbers: dict[str, int]) -> list[bool]:
    """Which of the words were refused, one after the other."""
    refused = []
    for words, _ in WORDS:
        heard = len(await somebody.seen())
        await somebody.say(words.format_map(numbers))
        refused.append(REFUSED in (await somebody.seen())[heard:])
    return refused


def rows(work: Work, bot: TestBot, person: int, private: tuple[str, str] = PRIVATE) -> dict[str, int]:
    """A draft of somebody else's, and a question nobody has answered, with these words in them."""
    at = bot.clock.now()
    made = drafting.draft(work, ROOT, Draft(Notice("来週", private[1]), Audience()), at)
    asked = asking.ask(work, bot.shelf, Asker(person, None, None, "slack"), private[0], at)
    assert isinstance(made, Announcement)
    assert isinstance(asked, Asked)
    return {"notice": made.id, "question": asked.inquiry.id}


def button(kind: type[act.Action], number: int) -> act.Action:
    """A button of this kind for what has this number."""
    make: Callable[..., act.Action] = kind
    return make(*(number if each.type is int else _WISHES[each.name] for each in fields(kind)))


def dump(bot: TestBot, organisation: int = 0) -> list[list[object]]:
    """All that the office has in its tables."""
    with bot.database.root() as root:
        return [
            [*root.organisations.connection.execute(select(table).where(table.c.organisation == number))]
            for table in OFFICE
            for number in [organisation or bot.organisation]
        ]
