"""Whose roster it is decides who says what its columns are, and a second press says nothing."""

from messages.incoming import ChannelName
from messages.letter import Address
from school.rights import actor_of
from school.roster import choosing, dropping
from school.roster.dropping import Why
from school.roster.headings import Field, Header
from school.roster.keeping import header_of
from store.office import Role, Uploaded
from tests.store.world import NOW, Town, town

HEADER = Header(0, 1, ("番号A", "なまえ"), {})
CHOSEN = {Field.NUMBER: 0, Field.NAME: 1}


def _officer(there: Town, who: str) -> int:
    person = there.learner(who)[0].person
    with there.database.begin(there.number) as work:
        work.roles.grant(person, Role.OFFICER, None, NOW)
    return person


def _dropped(there: Town, person: int) -> int:
    """A file with headings that nobody knows, whose owner is asked."""
    to = Address(ChannelName.SLACK, there.account.id, "D1")
    with there.database.begin(there.number) as work:
        work.uploads.add(person=person, to=to, file="F1", name="a.csv", url="u", at=NOW)
        upload = work.uploads.last(person)
        dropping.ask(work, upload, HEADER, NOW)
        dropping.ask(work, upload, HEADER, NOW)
        assert [each.key for each in work.outbox.ledger()] == [f"roster:{upload.id}:read"], "once"
    return upload.id


def test_a_choice_is_kept_with_the_file_and_counts_once(here: Town) -> None:
    person = _officer(here, "a")
    number = _dropped(here, person)
    with here.database.begin(here.number) as work:
        actor = actor_of(work, person)
        assert dropping.want(work, actor, number) is Why.UNSURE
        offered = choosing.offered(work, actor, 0)
        assert isinstance(offered, tuple)
        assert choosing.choose(work, *offered, {Field.NUMBER: 0, Field.NAME: 0}), "refused"
        assert work.uploads.get(number).state is Uploaded.READ
        for chosen in (CHOSEN, {Field.NUMBER: 1, Field.NAME: 0}):
            assert choosing.choose(work, *offered, chosen) == ()
        upload = work.uploads.get(number)
        assert upload.state is Uploaded.WAITING
        assert header_of(upload.roster).columns == CHOSEN, "the first one counts"
        assert choosing.offered(work, actor, number) is Why.WAITING


def test_nobody_else_chooses_here_or_next_door(here: Town) -> None:
    number = _dropped(here, _officer(here, "a"))
    colleague, there = _officer(here, "b"), town(here.database, "next door", "XYZ789")
    stranger = _officer(there, "c")
    with here.database.begin(here.number) as work:
        assert choosing.offered(work, actor_of(work, colleague), number) is Why.FOREIGN
    with here.database.begin(there.number) as work:
        assert choosing.offered(work, actor_of(work, stranger), number) is Why.GONE
