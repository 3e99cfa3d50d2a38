"""The page where one writes: one person, one time, half an hour; and it keeps to itself."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from store.values import NoteKind
from tests.acceptance.bot import TestBot, town
from tests.acceptance.looking_back import browser, link, looked_back, notes, reach, shelf
from tests.acceptance.once import ON_SQLITE
from tests.acceptance.register import tables_with

pytestmark = ON_SQLITE

WORDS = "証明書の申請で、書き方がわからず待たせています。\n見本を置いてみます。"


@pytest.fixture
async def bot(database_url: str) -> AsyncIterator[TestBot]:
    """A bot whose course asks people to look back."""
    async with town(database_url, shelf=shelf()) as running:
        yield running


async def test_a_page_that_is_sent_twice_keeps_once_and_thanks_twice(bot: TestBot) -> None:
    hana = await bot.on_line()
    await reach(bot, hana)
    await hana.press("ことばで書く")
    path = await link(hana)
    async with browser(bot) as phone:
        first, second = await phone.send(path, WORDS), await phone.send(path, WORDS)
        other = await phone.send(path, "ちがうことば")
        looked = await phone.open(path)

    assert first.text == second.text
    assert "もう受け取っています" in other.text
    assert looked.status == 410
    assert "見本" not in looked.text + other.text
    assert len(notes(bot)) == 1


async def test_a_link_that_was_only_looked_at_still_works(bot: TestBot) -> None:
    hana = await bot.on_line()
    await reach(bot, hana)
    await hana.press("ことばで書く")
    path = await link(hana)
    async with browser(bot) as phone:
        for _ in range(3):
            assert (await phone.open(path)).status == 200
        assert "受け取りました" in (await phone.send(path, WORDS)).text


async def test_a_link_is_dead_after_half_an_hour_or_when_a_newer_one_is_given(bot: TestBot) -> None:
    hana = await bot.on_line()
    await reach(bot, hana)
    await hana.press("ことばで書く")
    old = await link(hana)
    await hana.press("ことばで書く")
    path = await link(hana)
    async with browser(bot) as phone:
        assert (await phone.send(old, WORDS)).status == 404
        await bot.advance(timedelta(minutes=29))
        assert (await phone.open(path)).status == 200
        await bot.advance(timedelta(minutes=1))
        late = await phone.send(path, WORDS)
        english = await phone.open(f"{path}x", "en-GB,en;q=0.9,ja;q=0.5")

    assert late.status == 410
    assert "もう使えません" in late.text
    assert english.status == 404
    assert "There is no such page" in english.text
    assert 'lang="en"' in english.text
    assert not notes(bot)


@pytest.mark.parametrize("erase", [False, True])
async def test_no_link_outlives_leaving(bot: TestBot, erase: bool) -> None:  # noqa: FBT001  a case of the table
    hana = await bot.on_line()
    await reach(bot, hana)
    await hana.press("ことばで書く")
    path = await link(hana)
    for word in ("退会", "はい", "はい", *(("はい", "はい") if erase else ())):
        await hana.say(word)
    async with browser(bot) as phone:
        assert (await phone.open(path)).status == 404
        assert (await phone.send(path, WORDS)).status == 404
    assert not notes(bot)


async def test_each_link_writes_for_its_own_person(bot: TestBot) -> None:
    hana, ken = await bot.on_line("はな"), await bot.on_line("けん")
    await reach(bot, hana, ken)
    paths = []
    for learner in (hana, ken):
        await learner.press("ことばで書く")
        paths.append(await link(learner))
    async with browser(bot) as phone:
        await phone.send(paths[1], "けんのことば")

    people = bot.read(lambda work: [(note.person, note.body) for note in work.notes.of_kind(NoteKind.REFLECTION)])
    persons = bot.read(lambda work: [person.id for person in work.people.all()])
    assert people == [(persons[1], "けんのことば")]
    assert len(looked_back(bot)) == 1


async def test_the_page_says_what_is_wrong_beside_the_field_and_keeps_the_text_in_it(bot: TestBot) -> None:
    hana = await bot.on_line()
    await reach(bot, hana)
    await hana.press("ことばで書く")
    path = await link(hana)
    async with browser(bot) as phone:
        private = await phone.send(path, "待っていた方は 090-1234-5678 の<b>方</b>です")
        long = await phone.send(path, "あ" * 401)
        empty = await phone.send(path, " \n ")
        async with phone.session.post(bot.url + path, json={"words": WORDS}) as answer:
            assert answer.status == 415
        async with phone.session.post(bot.url + path, data={"words": "あ" * 9000}) as answer:
            assert answer.status == 413
        assert not notes(bot)
        assert not tables_with(bot, "090-1234-5678")
        assert "受け取りました" in (await phone.send(path, WORDS)).text, "a mistake does not use the link up"

    assert private.status == 422
    assert "電話番号のように見えるもの" in private.text
    assert "090-1234-5678 の&lt;b&gt;方" in private.text
    assert 'aria-describedby="question hint error"' in private.text
    assert "401字ありました" in long.text
    assert "ことばが入っていない" in empty.text


async def test_the_page_keeps_to_itself(bot: TestBot) -> None:
    hana = await bot.on_line()
    await reach(bot, hana)
    await hana.press("ことばで書く")
    path = await link(hana)
    async with browser(bot) as phone:
        page = await phone.open(path)

    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert page.headers["Cache-Control"] == "no-store"
    assert "form-action 'self'" in page.headers["Content-Security-Policy"]
    assert "script-src" not in page.headers["Content-Security-Policy"]
    assert "<script" not in page.text
    assert len(page.text.encode()) < 100_000
    secret = path.rpartition("/")[2]
    assert len(secret) >= 43
    assert not tables_with(bot, secret), "the letter that carried it has forgotten it"
