"""What one learner saw, held against what was owed: every difference is a breach of a promise."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

from bot.rehearsal.account import Account
from bot.rehearsal.answers import explained, is_right
from bot.rehearsal.beside import Beside
from bot.rehearsal.office.digesting import Digests
from bot.rehearsal.office.sayings import title_of
from bot.rehearsal.office.watch import Watch
from bot.rehearsal.plan import CALENDAR
from bot.rehearsal.sight import Sight
from lessons.model import Quiz

A_DAY: Final = 2


@dataclass(frozen=True, slots=True)
class Breach:
    """A promise that was not kept: `what` is the key of a phrase, `about` the lesson or question."""

    who: str
    day: date
    what: str
    about: str = ""


@dataclass(slots=True)
class Witness:
    """Looks over one learner's shoulder. `calm` means that nothing may come late; `missed` is what was under way when
    the learner went out of reach.
    """

    who: str
    account: Account
    calm: bool
    cards: dict[int, list[datetime]] = field(default_factory=dict)
    verdicts: Counter[str] = field(default_factory=Counter)
    duplicates: int = 0
    outside_hours: int = 0
    reminders: int = 0
    breaches: list[Breach] = field(default_factory=list)
    missed: set[int] = field(default_factory=set)
    beside: Beside = field(init=False)
    watch: Watch = field(init=False)
    digests: Digests = field(init=False)
    answers: int = 0
    _nudges: int = 0
    _checks: int = 0
    _letters: set[str] = field(default_factory=set)
    _asked: Counter[int] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.beside = Beside(self.account)
        self.watch = Watch(self.account, self.calm)
        self.digests = Digests(self.calm, self.account)

    def asked(self, lesson: int | None) -> None:
        """The learner asked, and this card is to come."""
        if lesson is not None:
            self._asked[lesson] += 1

    def away(self) -> None:
        """The learner is out of reach from now on: what is under way may be lost to them, until they ask."""
        self.missed |= self.account.due.keys() - self.cards.keys()
        self.watch.away()

    def sees(self, sight: Sight, now: datetime) -> bool:
        """Take one sight down; whether it came because the learner did something."""
        self._letter(sight)
        if sight.notice:
            self._notice(sight, now)
            return False
        self.answers += sight.answers
        if sight.digest:
            self._digest(sight)
            return False
        self._verdict(sight)
        self._questions(sight)
        unasked = [number for number in sight.lessons if self._card(number, sight, now)]
        self._beside(sight)
        quiet = sight.lessons or sight.changed or sight.unasked or sight.answers
        word = not quiet and (sight.pushed or sight.reminder or sight.check_in)
        if word:
            self.reminders += 1
            self._hours(sight, "reminder")
            self._owed(sight)
        return not (unasked or sight.pushed or word or sight.unasked)

    def closes(self, now: datetime, *, reachable: bool = True) -> None:
        """The end: whatever did not come by now, is lost."""
        day = CALENDAR.day(now)
        for occasion in self.beside.missed(now, reachable=reachable):
            if self.calm or occasion.later:
                self.breach("unoffered", day, occasion.value)
        for number in sorted(self.lost()):
            self.breach("lost", day, str(number))
        for monday in self.digests.missed():
            self.breach("digest_missing", monday)
        for title in self.watch.lost():
            self.breach("unannounced", day, title)
        for quiz in self.account.answers.keys() - self.verdicts.keys() if self.calm else ():
            self.breach("unanswered", day, quiz)
        if self.calm and (self._nudges, self._checks) != (len(self.account.nudges), len(self.account.checks)):
            self.breach("unreminded", day)

    def lost(self) -> set[int]:
        """What was owed and never came."""
        owed = (self.account.due.keys() - self.missed) | (self.account.wished.keys() if self.calm else set())
        return owed - self.cards.keys()

    def breach(self, what: str, day: date, about: str = "") -> None:
        """Write down that a promise was not kept."""
        self.breaches.append(Breach(self.who, day, what, about))

    def _letter(self, sight: Sight) -> None:
        if sight.letter and not sight.changed:
            if sight.letter in self._letters:
                self._twice("letter_twice", sight)
            self._letters.add(sight.letter)

    def _card(self, number: int, sight: Sight, now: datetime) -> bool:
        """A lesson's card; whether it came unasked."""
        seen = self.cards.setdefault(number, [])
        seen.append(sight.at)
        asked = not sight.pushed and self._asked[number] > 0
        if asked:
            self._asked[number] -= 1
        else:
            self._hours(sight, str(number))
            self._on_time(number, sight, now)
        if len(seen) > max(1, self.account.shown[number] + (number in self.account.due)):
            self._twice("lesson_twice", sight, str(number))
        if len(seen) == 1:
            self._order(number, sight)
        return not asked

    def _notice(self, sight: Sight, now: datetime) -> None:
        """What the office says: to whom it is meant for, once, and when it may."""
        title = title_of(sight.text)
        for what in self.watch.sees(title, now):
            self.breach(what, CALENDAR.day(sight.at), title)
            self.duplicates += what == "announced_twice"
        self._hours(sight, title)

    def _digest(self, sight: Sight) -> None:
        """The week, summed up."""
        for what in self.digests.sees(sight):
            self.breach(what, CALENDAR.day(sight.at))
        self._hours(sight, "digest")

    def _beside(self, sight: Sight) -> None:
        """A questionnaire: on its day, and no more often than it may be."""
        for what in self.beside.sees(sight):
            self.breach(what, CALENDAR.day(sight.at), sight.questionnaire or "")
        if sight.unasked and not sight.changed:
            self._hours(sight, "questionnaire")

    def _owed(self, sight: Sight) -> None:
        """A reminder, or the question to somebody silent: never more of them than there was reason for."""
        self._nudges += sight.reminder
        self._checks += sight.check_in
        more = self._nudges > len(self.account.nudges) or self._checks > len(self.account.checks)
        if self.calm and (more or not (sight.reminder or sight.check_in)):
            self.breach("reminded", CALENDAR.day(sight.at))

    def _hours(self, sight: Sight, about: str) -> None:
        """What is not asked for comes in the hours, in no leave, and to the preferred place; only a letter of which
        nobody knows whether it arrived keeps to its old one.
        """
        if self.calm and sight.place != self.account.place:
            self.breach("wrong_place", CALENDAR.day(sight.at), about)
        if not CALENDAR.is_open(sight.at):
            self.outside_hours += 1
            self.breach("outside_hours", CALENDAR.day(sight.at), about)
        elif self.account.is_silent(sight.at):
            self.outside_hours += 1
            self.breach("unsilent", CALENDAR.day(sight.at), about)
        elif self.account.away(sight.at):
            self.outside_hours += 1
            self.breach("disturbed", CALENDAR.day(sight.at), about)

    def _on_time(self, number: int, sight: Sight, now: datetime) -> None:
        due = self.account.due.get(number)
        if due is None:
            self.breach("not_due", CALENDAR.day(sight.at), str(number))
        elif self.calm and now != due:
            self.breach("late", CALENDAR.day(due), str(number))

    def _order(self, number: int, sight: Sight) -> None:
        day = CALENDAR.day(sight.at)
        if any(each > number for each in self.cards):
            self.breach("order", day, str(number))
        if self.calm and sum(CALENDAR.day(seen[0]) == day for seen in self.cards.values()) > A_DAY:
            self.breach("too_many", day, str(number))

    def _verdict(self, sight: Sight) -> None:
        if not sight.judged:
            return
        quiz = self._judged(sight.text)
        if quiz is None:
            self.breach("strange_verdict", CALENDAR.day(sight.at))
            return
        self.verdicts[quiz.id] += 1
        if self.verdicts[quiz.id] > 1:
            self._twice("verdict_twice", sight, quiz.id)
        labels, at = self.account.answers[quiz.id]
        if is_right(quiz, labels, CALENDAR.day(at)) is not sight.verdict:
            self.breach("wrong_verdict", CALENDAR.day(sight.at), quiz.id)

    def _judged(self, text: str) -> Quiz | None:
        """The answered question whose explanation this is; of several that are all thanked for alike, one that was not
        thanked for yet.
        """
        answers = self.account.answers
        asked = (quiz for lesson in reversed(self.account.lessons) for quiz in lesson.quizzes)
        fits = (quiz for quiz in asked if quiz.id in answers and explained(quiz, answers[quiz.id][0], text))
        newest = next(fits, None)  # nearly always the one: who has answered a lot is not read through
        if newest is None or not self.verdicts[newest.id]:
            return newest
        return next((quiz for quiz in fits if not self.verdicts[quiz.id]), newest)

    def _questions(self, sight: Sight) -> None:
        """What was answered before is never asked anew."""
        for quiz in {offer.quiz for offer in sight.offers} & self.account.answers.keys():
            _, answered = self.account.answers[quiz]
            if not sight.changed and sight.at > answered:
                self.breach("forgotten", CALENDAR.day(sight.at), quiz)

    def _twice(self, what: str, sight: Sight, about: str = "") -> None:
        self.duplicates += 1
        self.breach(what, CALENDAR.day(sight.at), about)
