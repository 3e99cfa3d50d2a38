"""How somebody stands on the list: who they are, and where they work."""

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from school.roster.places import Place
from store.office import Staff
from store.work import Work


@dataclass(frozen=True, slots=True)
class Standing:
    """The places by path, the main one first."""

    staff: Staff
    places: tuple[Place, ...]

    @property
    def main(self) -> frozenset[str]:
        """The path of the main place, if there is one."""
        return frozenset(place.path for place in self.places if not place.concurrent)

    @property
    def titles(self) -> Mapping[str, str]:
        """What they are in each place, by its path."""
        return {place.path: place.title for place in self.places}


def standings(work: Work) -> dict[str, Standing]:
    """Everybody who stands on the list, by their number."""
    paths = {section.id: section.path for section in work.sections.all()}
    places: defaultdict[int, list[Place]] = defaultdict(list)
    for post in work.posts.all():
        places[post.staff].append(Place(paths[post.section], post.title, concurrent=post.concurrent))
    return {each.number: Standing(each, ordered(places[each.id])) for each in work.staff.all()}


def standing_of(work: Work, person: int) -> Standing | None:
    """How this person stands on the list, if it is known who they are there."""
    one = work.staff.of_person(person)
    if one is None:
        return None
    posts = work.posts.of(one.id)
    places = [Place(work.sections.get(each.section).path, each.title, concurrent=each.concurrent) for each in posts]
    return Standing(one, ordered(places))


def ordered(places: list[Place] | tuple[Place, ...]) -> tuple[Place, ...]:
    """The main place first, the others by their path."""
    return tuple(sorted(places, key=lambda each: (each.concurrent, each.path)))


def written(standing: Standing | None) -> object:
    """As it is kept, to be read again."""
    if standing is None:
        return None
    one = standing.staff
    left = one.left_on and one.left_on.isoformat()
    return [
        [one.id, one.number, one.name, one.kana, one.alias, one.employment, one.days, one.email, one.person, left],
        [[each.path, each.title, each.concurrent] for each in standing.places],
    ]


def image(standings: Mapping[str, Standing | None]) -> str:
    """Several, by number; None for who does not stand on the list."""
    return json.dumps({number: written(each) for number, each in standings.items()}, ensure_ascii=False)


def restored(kept: str) -> dict[str, Standing | None]:
    """What `image` has written."""
    found: dict[str, Standing | None] = {}
    for number, each in json.loads(kept).items():
        if each is None:
            found[number] = None
            continue
        (one, *words, person, left), places = each
        number_, name, kana, alias, employment, days, email = words
        left_on = date.fromisoformat(left) if left else None
        staff = Staff(one, number_, name, kana, alias, employment, days, email, person, left_on)
        found[number] = Standing(staff, tuple(Place(path, title, concurrent=aside) for path, title, aside in places))
    return found
