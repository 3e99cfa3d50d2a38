"""What each digest says to one person, in a letter or on being asked."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from lessons import weekly
from lessons.cards.digest.learner import learner_digest, ready
from lessons.cards.digest.office import office_digest
from lessons.cards.digest.section import section_digest
from lessons.library import Library
from lessons.phrases import phrases
from lessons.weekly import Week
from messages.incoming import ChannelName
from messages.message import Message, Text, Tone, joined
from school.digests.census import Survey
from school.digests.office import office_week, section_week
from school.digests.own import learner_week
from school.digests.pictures import picture
from school.rights import Verb, actor_of, may
from school.study import Study, office_calendar
from store.office import Role
from store.values import Person
from store.work import Work


@dataclass(frozen=True, slots=True)
class Teller:
    """One week of one organisation, told by this moment. Our pictures are at `public_url`."""

    work: Work
    library: Library
    survey: Survey
    at: datetime
    public_url: str
    _to_office: dict[str, Message | None] = field(default_factory=dict)

    def own(self, study: Study, language: str, channel: ChannelName, url: str = "") -> Message:
        """To a learner, in their language: all of it, but in LINE only that it is there. `url` is their own page."""
        say = phrases(language)
        if channel is ChannelName.LINE:
            return ready(self.survey.of, say, url=url)
        seen = learner_week(self.work, spoken(study, language), self.survey.of, self.at)
        return learner_digest(seen, say, url=url)

    def sections(self, person: Person, *, without: Collection[int] = ()) -> Message | None:
        """To a manager, of all their sections (but these) where anybody learns; None for who manages none."""
        say = phrases(person.language)
        told: Message | None = None
        for grant in self.work.roles.of_person(person.id):
            if grant.role is not Role.MANAGER or grant.section is None or grant.section in without:
                continue
            seen = section_week(self.survey, self.work.sections.get(grant.section), self.at)
            if seen.group.learners:
                told = joined(told, section_digest(seen, say)) if told else section_digest(seen, say)
        return replace(told, blocks=(*told.blocks, Text(say("digest.off_hint"), Tone.QUIET))) if told else None

    def office(self, person: Person) -> Message | None:
        """To the office, if there is anything to tell; None to everybody else. Put together once for a language."""
        if not may(self.work, actor_of(self.work, person.id), Verb.READ_OFFICE_DIGEST):
            return None
        if person.language not in self._to_office:
            self._to_office[person.language] = self._office(person.language)
        return self._to_office[person.language]

    def _office(self, language: str) -> Message | None:
        say = phrases(language)
        seen = office_week(self.survey, self.library.spoken(language), self.at, say)
        if seen.says_nothing:
            return None
        return office_digest(seen, say, picture(self.work, self.survey.of, language, self.public_url))


def teller(work: Work, library: Library, of: Week, at: datetime, public_url: str = "") -> Teller:
    """For this week; the courses are as they are taught today."""
    today = at.astimezone(work.organisation.timezone).date()
    return Teller(work, library.on(today), Survey(work, of), at, public_url)


def newest(work: Work, at: datetime, since: date | None = None) -> Week:
    """The week whose digest was told last; while none was since then (or since the first cohort began), this one."""
    begins = since or min((cohort.starts_on for cohort in work.cohorts.all()), default=date.max)
    return weekly.newest(office_calendar(work), begins, at)


def spoken(study: Study, language: str) -> Study:
    """The same in this language, where the course has it."""
    return replace(study, course=study.course.spoken(language))
