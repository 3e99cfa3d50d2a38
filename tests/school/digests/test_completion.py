"""How far a section is: shown to whom it concerns, and nothing small, not even by subtraction."""

from bot.spelled import spelled
from lessons.cards.digest.completion import Completion, completion_card
from lessons.grouping import Group
from lessons.phrases import LANGUAGES, phrases
from school.digests.completion import Why, seen
from school.rights import actor_of
from store.office import Role
from tests.school.digests.office import TOLD, WEEK, moment, office
from tests.store.world import Town

WHOLE, CITIZENS, TAX, TINY = "市民部", "市民部/市民課", "市民部/税務課", "議会事務局"


def test_each_sees_what_the_digests_count_and_nothing_smaller(here: Town) -> None:
    town_hall = office(here)
    with here.database.begin(here.number) as work:
        for path in (WHOLE, CITIZENS, TAX, TINY, "建設部/税務課"):
            work.sections.create(path, None)
    for path, people in ((CITIZENS, 5), (TAX, 2), (TINY, 2)):
        for number in range(people):
            town_hall.member(f"{path}{number}", path, finished=min(number, 1))
    clerk, head = town_hall.officer("clerk"), town_hall.officer("head", Role.MANAGER, WHOLE)
    with here.database.read(here.number) as work:

        def figures(person: int, name: str = "") -> object:
            told = seen(work, actor_of(work, person), name, TOLD)
            if isinstance(told, Why):
                return told
            return [(each.group.name, each.group.learners, each.group.completed, each.partial) for each in told]

        for name in ("", WHOLE, "市民課", TAX):
            assert figures(head, name) == [(WHOLE, 7, 5, False)], "a part is never shown beside the whole"
        for name in (TINY, "どこか"):
            assert figures(head, name) is Why.NOT_YOURS, "whether it is there or not"
        assert figures(clerk) == [(work.organisation.name, 5, 4, True)]
        assert figures(clerk, WHOLE) == [(WHOLE, 5, 4, True)], "seven less five would be two"
        assert figures(clerk, CITIZENS) == [(CITIZENS, 5, 4, False)]
        assert figures(clerk, TINY) == [(TINY, 0, 0, True)]
        assert (figures(clerk, "税務課"), figures(clerk, "どこか")) == (Why.SEVERAL, Why.NOT_FOUND)


def test_before_anything_came_the_week_before_is_shown(here: Town) -> None:
    town_hall = office(here)
    for number in range(5):
        town_hall.member(f"m{number}", CITIZENS, finished=1)
    head = town_hall.officer("head", Role.MANAGER, CITIZENS)
    with here.database.read(here.number) as work:
        told = seen(work, actor_of(work, head), "", moment(7, 8))
    assert not isinstance(told, Why)
    assert [(each.week, each.past, each.group.completed) for each in told] == [(WEEK, True, 5)]


def test_the_card_has_numbers_of_five_and_of_nobody_less() -> None:
    for say in map(phrases, LANGUAGES):
        large = spelled(completion_card(Completion(WEEK, Group(TAX, 8, 7, 6, 4)), say))
        few = spelled(completion_card(Completion(WEEK, Group(TAX, 4, 3, 3, 3), partial=True), say))
        assert all(number in large for number in "8764")
        assert say("completion.started") not in few
        assert say("completion.partial", least=5) in few
