"""A cohort keeps the edition it began with, whatever becomes of the course on the disk."""

from datetime import time, timedelta
from pathlib import Path

from school import cohorts
from store.values import Cohort
from tests.acceptance.bot import MONDAY, TestBot
from tests.another import mended, shelf_of

TUESDAY = MONDAY + timedelta(days=1)
SECOND = "lessons/02-dx-towa.md"
TITLE = "デジタル化とDXは何が違う?"
NEW_TITLE = "デジタル化とDXのちがい"


async def reopen(bot: TestBot, folder: Path) -> None:
    """The bot begins to work again with this on its shelf, and the old edition nowhere on the disk."""
    await bot.stop()
    bot.shelf = shelf_of(folder)
    await bot.start()


def other_cohort(bot: TestBot, code: str = "第2期") -> Cohort:
    """One that begins with what is on the shelf now."""
    course = bot.shelf.courses[0].id
    return bot.write(
        lambda work: cohorts.create(
            work, bot.shelf, name=code, course=course, starts_on=MONDAY, delivery_time=time(8, 40), at=bot.clock.now()
        )
    )


async def test_a_new_edition_is_for_those_who_begin_with_it(bot: TestBot, tmp_path: Path) -> None:
    hana, taro = await bot.on_line("はな"), await bot.in_slack("たろう")
    for learner in (hana, taro):
        await bot.join(learner)
    edition = ("course.yaml", 'edition: "', 'edition: "9')
    await reopen(bot, mended(tmp_path / "new", (SECOND, TITLE, NEW_TITLE), edition))
    ken = await bot.on_line("けん")
    before, bot.cohort = bot.cohort, other_cohort(bot)
    await bot.join(ken, "けん")
    await bot.move_to(MONDAY)
    await bot.move_to(TUESDAY)

    for learner in (hana, taro):
        assert TITLE in "".join(await learner.seen())
    assert NEW_TITLE in "".join(await ken.seen())
    assert bot.cohort.edition == f"9{before.edition}"
    assert bot.read(lambda work: work.cohorts.get(before.id)).edition == before.edition


async def test_a_cohort_from_before_editions_were_kept_keeps_the_one_of_the_first_start(
    bot: TestBot, tmp_path: Path
) -> None:
    digest = bot.cohort.digest
    assert bot.write(lambda work: work.cohorts.learn(bot.cohort.id, "", "", instead_of=digest))
    hana = await bot.on_line()
    await bot.join(hana)
    await bot.stop()
    await bot.start()
    kept = bot.read(lambda work: work.cohorts.get(bot.cohort.id))
    assert (kept.digest, kept.edition) == (digest, bot.cohort.edition)

    await reopen(bot, mended(tmp_path / "new", (SECOND, TITLE, NEW_TITLE)))
    await bot.move_to(MONDAY)
    await bot.move_to(TUESDAY)
    assert TITLE in "".join(await hana.seen())
