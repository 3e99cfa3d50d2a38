"""A roster with headings of its own, dropped into the chat: its owner says which column is what."""

from typing import Final

from store.office import Role
from tests.acceptance.bot import TestBot
from tests.acceptance.learner import InSlack
from tests.acceptance.office import appoint, drop
from tests.acceptance.officer import errors
from tests.acceptance.once import ON_SQLITE

OWN: Final = "令和8年度 名簿,,,\n番号A,なまえ,配属先,内線\n001,職員 001,総務部 総務課,1201\n002,職員 002,税務課,1302\n"
NONE: Final = dict.fromkeys(("kana", "alias", "division", "office", "team", "title", "concurrent"), "-")


async def _choose(officer: InSlack, **places: str) -> dict[str, str]:
    """Send the open form with these columns; returns what is said at its fields."""
    chosen = NONE | dict.fromkeys(("section", "employment", "days", "email", "left"), "-") | places
    return errors(await officer.submit({name: {f"select:{name}": place} for name, place in chosen.items()}))


@ON_SQLITE
async def test_an_officer_says_which_column_is_what_and_then_takes_the_list_over(bot: TestBot) -> None:
    officer, other = await bot.in_slack("officer"), await bot.in_slack("other")
    for each in (officer, other):
        await appoint(bot, each, Role.OFFICER)
    told = await drop(bot, officer, "名簿.csv", OWN.encode())
    for words in (
        "どの列が「職員番号」と「氏名」か分かりませんでした",
        "A列「番号A」、B列「なまえ」、C列「配属先」",
        "列を選ぶ",
    ):
        assert words in told
    await officer.say("名簿を反映")
    assert "まだ、どの列が何かをうかがっていません" in await officer.last()
    await other.say("名簿 列 職員番号=番号A 氏名=なまえ")
    assert "もう残っていません" in await other.last()

    await officer.press("列を選ぶ")
    wrong = await _choose(officer, number="0", name="0")
    assert wrong == {"name": "「番号A」は、ほかの項目にも選んであります。1つの列は、1つの項目にしてください。"}
    assert not await _choose(officer, number="0", name="1", section="2")
    for words in ("2人)。まだ何も変えていません", "001 職員 001: 総務部/総務課", "読まなかった列: D列「内線」"):
        assert words in await officer.last()

    await officer.say("名簿 列 氏名=名")
    assert "「名」という列は、見出しにありません" in await officer.last()
    await officer.say("名簿 列 メールアドレス=内線")
    assert "メールアドレスの形ではありません(1201)" in await officer.last(), "and what is wrong with the rows is said"
    assert "選び直せます" in await officer.last()
    await officer.say("名簿 列 メールアドレス=なし")
    assert "001 職員 001: 総務部/総務課" in await officer.last()
    assert not bot.read(lambda work: work.staff.all()), "nothing is changed until the yes"
    await officer.press("反映する")
    assert bot.read(lambda work: [(each.number, each.name) for each in work.staff.all()]) == [
        ("001", "職員 001"),
        ("002", "職員 002"),
    ]
    await officer.press("列を選ぶ")
    assert "もう反映してあります" in await officer.last()
