"""What one learner is owed: reckoned from the calendar and the learner's own deeds, never from the bot's tables.

The rule by which a rehearsal judges:

* A learner has one turn each working day, at their own time, from the cohort's first day on. Who joins, or sets another
  time, after that day's time has no turn that day. Who is out of reach then has the turn on coming back: at once if the
  office is open, else at its next opening that day (not before their own time), else at their time on the next working
  day.
* A turn brings the next lesson, if it is no further than the cohort's day; if no lesson came that day yet; if fewer
  than two lessons wait to be finished; if fewer than two were begun or finished that day.
* Once the last lesson was brought there are no turns any more.
* Who asks is shown the oldest unfinished lesson, or else gets the next one: no further than the cohort's day either,
  and not if two were begun or finished that day. The office need not be open.
* Who has let three working days go by without a deed, with a lesson waiting, is asked once at their turn how they would
  like it. From then on they have no turns until their next deed; that day has none any more if it is the same one.
* Who takes leave through a day has no turn, is sent nothing unasked and gets no lesson by asking until that day is over
  or they are back. On the day of coming back they have a turn, if their own time, or the opening that a leave or lunch
  puts in its place, is still to come. A day of which a leave took an hour is no silent one.
* While the office is silent nobody has a turn, nothing comes unasked, and who asks gets no lesson; an answer is
  answered as always. A day that was silent when the office opened is no working day, neither for the learner nor for
  the cohort. Then everybody has their next turn.
* What is not asked for comes to the preferred place. If that is in Slack, a lesson that came by a turn is recalled once
  the same day, if no answer was given that day: at three, or two hours after it came if that was after one, and never
  when the office is closed.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from itertools import takewhile
from typing import Final

from bot.rehearsal.plan import CALENDAR
from lessons.calendar import Calendar, Pause
from lessons.model import Course, Lesson, Quiz

A_DAY: Final = 2
OPEN: Final = 2
SILENT: Final = 3


@dataclass(slots=True)
class Account:
    """`due` are lessons of a turn, with its moment; `wished` those that came by asking; `shown` counts how often each
    lesson's card was asked to be shown. `answers` are the first ones given. `checks` are the days on which the learner
    is asked after a silence; `nudges` the lessons to be recalled, only in Slack, where it costs nothing. `place` is
    where all comes that is not asked for. `since` is the moment of joining, `ends` those of lessons that were finished;
    `ended` that of the last one, with the learner's time then.
    """

    course: Course
    starts_on: date
    at: time | None = None
    due: dict[int, datetime] = field(default_factory=dict)
    wished: dict[int, datetime] = field(default_factory=dict)
    shown: Counter[int] = field(default_factory=Counter)
    answers: dict[str, tuple[tuple[str, ...], datetime]] = field(default_factory=dict)
    place: str = "LINE"
    checks: list[date] = field(default_factory=list)
    nudges: dict[int, datetime] = field(default_factory=dict)
    since: datetime | None = None
    ends: dict[int, datetime] = field(default_factory=dict)
    ended: tuple[datetime, time] | None = None
    lessons: tuple[Lesson, ...] = field(init=False)
    _calendar: Calendar = CALENDAR
    _seen_on: date | None = None
    _quiet: bool = False
    _nudge: datetime | None = None
    _next_turn: datetime | None = None
    _begun: dict[int, date] = field(default_factory=dict)
    _finished: dict[int, date] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.lessons = self.course.lessons

    @property
    def joined(self) -> bool:
        return self.at is not None

    @property
    def next_turn(self) -> datetime | None:
        """When a lesson may come unasked."""
        return self._next_turn

    @property
    def begun(self) -> Mapping[int, date]:
        """The lessons that came, each with its day."""
        return self._begun

    @property
    def finished(self) -> Mapping[int, date]:
        """Those that are done, each with its day."""
        return self._finished

    @property
    def is_quiet(self) -> bool:
        """Whether nothing comes until something is heard."""
        return self._quiet

    def heard(self, now: datetime) -> None:
        """The learner does something."""
        today = CALENDAR.day(now)
        if self._seen_on == today:
            return
        self._seen_on = today
        if self._quiet:
            self._quiet = False
            self._next_turn = self._turn_after(self._first_free(today), now)

    def away(self, now: datetime) -> bool:
        """Whether the learner is on leave."""
        return any(now in leave for leave in self._calendar.leaves)

    def is_open(self, now: datetime) -> bool:
        """Whether anything may come that is not asked for; on a day lost to a silence too, once that is over."""
        return CALENDAR.is_open(now) and not self.away(now) and not self.is_silent(now)

    def is_working(self, now: datetime) -> bool:
        """Whether these are hours of the learner's own, by which what waited comes."""
        return self._calendar.is_open(now)

    def working_days(self, since: date) -> Iterator[date]:
        """The learner's own, from this day on."""
        return self._calendar.working_days(since)

    def rest(self, last: date, now: datetime) -> None:
        """A leave through this day, instead of any other."""
        self._end_leave(now)
        leave = Pause(now, CALENDAR.moment(last + timedelta(days=1), time(0)))
        self._calendar = replace(self._calendar, leaves=(*self._calendar.leaves, leave))
        self._nudge = None
        self._plan_anew(now)

    def back(self, now: datetime) -> None:
        """The leave is over."""
        if self.away(now):
            self._end_leave(now)
            self._plan_anew(now)

    def pause(self, now: datetime) -> None:
        """The office falls silent."""
        self._calendar = replace(self._calendar, pauses=(*self._calendar.pauses, Pause(now)))
        self._nudge = self._next_turn = None

    def go_on(self, now: datetime) -> None:
        """The silence is over, and the calendar has moved."""
        over = (Pause(each.since, each.until or now) for each in self._calendar.pauses)
        self._calendar = replace(self._calendar, pauses=tuple(over))
        self._plan_anew(now)

    def is_silent(self, now: datetime) -> bool:
        """Whether the office was silent then."""
        return any(now in pause for pause in self._calendar.pauses)

    def prefer(self, place: str) -> None:
        """From now on what is not asked for comes there."""
        self.place = place

    def set_time(self, at: time, now: datetime) -> None:
        """From now on, and first of all by joining, lessons come at this time."""
        self.at = CALENDAR.fit(at) or at
        self.since = self.since or now
        self._plan_anew(now)

    def turn(self, now: datetime, *, reachable: bool) -> int | None:
        """The lesson that is due just now, if one is."""
        if self._nudge and now >= self._nudge:
            self._recall(now)
        if self._next_turn is None or now < self._next_turn or not reachable:
            return None
        today = CALENDAR.day(now)
        if not self._calendar.is_open(now):
            self._next_turn = self._turn_after(today, now)
            return None
        if self._silent(today):
            self._quiet, self._next_turn = True, None
            self.checks.append(today)
            return None
        self._next_turn = self._turn_after(today + timedelta(days=1), now)
        number = self._begin(today)
        if number is not None:
            self.due[number] = now
            self._nudge = self._afternoon(now) if self.place == "Slack" else None
        return number

    def asked(self, now: datetime) -> int | None:
        """The learner asks for what waits: the lesson whose card is to be shown, if one is."""
        if self.away(now) or self.is_silent(now):
            return None
        if waiting := self.waiting():
            lesson, quiz = waiting
            if quiz == lesson.quizzes[0]:
                self.shown[lesson.number] += 1
                return lesson.number
            return None
        today = CALENDAR.day(now)
        number = self._begin(today, asked=True)
        if number is not None:
            self.wished[number] = now
            self.shown[number] += 1
            self._next_turn = self._turn_after(today + timedelta(days=1), now)
        return number

    def answered(self, quiz: str, labels: tuple[str, ...], now: datetime) -> bool:
        """The learner answers; False if it is not the first time."""
        if quiz in self.answers:
            return False
        self.answers[quiz] = labels, now
        found = self.course.find(quiz)
        if found and all(each.id in self.answers for each in found[0].quizzes):
            self._finished[found[0].number] = CALENDAR.day(now)
            self.ends[found[0].number] = now
            if len(self._finished) == len(self.lessons) and self.at:
                self.ended = now, self.at
        return True

    def waiting(self) -> tuple[Lesson, Quiz] | None:
        """The oldest question without an answer, of the lessons begun."""
        for number in sorted(self._begun.keys() - self._finished.keys()):
            lesson = self.lessons[number - 1]
            return lesson, next(quiz for quiz in lesson.quizzes if quiz.id not in self.answers)
        return None

    def _silent(self, today: date) -> bool:
        waits = [day for number, day in self._begun.items() if number not in self._finished]
        if not waits or self._seen_on is None:
            return False
        since = max(self._seen_on, min(waits) - timedelta(days=1))
        silent = takewhile(lambda day: day < today, self._calendar.working_days(since + timedelta(days=1)))
        return sum(map(self._calendar.is_whole, silent)) >= SILENT

    def _afternoon(self, now: datetime) -> datetime | None:
        today = CALENDAR.day(now)
        late = now > CALENDAR.moment(today, time(13))
        at = now + timedelta(hours=2) if late else CALENDAR.moment(today, time(15))
        return at if self._calendar.is_open(at) else None

    def _recall(self, now: datetime) -> None:
        self._nudge, today = None, CALENDAR.day(now)
        number = max(self._begun)
        touched = number in self._finished or any(CALENDAR.day(at) == today for _, at in self.answers.values())
        if self.place == "Slack" and self._calendar.is_open(now) and self._begun[number] == today and not touched:
            self.nudges[number] = now

    def _first_free(self, today: date) -> date:
        """The first day that has brought nothing yet."""
        served = today in self.checks or any(day == today for day in self._begun.values())
        return today + timedelta(days=1) if served else today

    def _begin(self, today: date, *, asked: bool = False) -> int | None:
        number = len(self._begun) + 1
        pile = len(self._begun) - len(self._finished)
        both = [*self._begun.items(), *self._finished.items()]
        many = len({lesson for lesson, day in both if day == today})
        served = not asked and any(day == today for day in self._begun.values())
        ahead = number > min(self._calendar.day_number(self.starts_on, today), len(self.lessons))
        if ahead or served or pile >= OPEN or many >= A_DAY:
            return None
        self._begun[number] = today
        if number == len(self.lessons):
            self._next_turn = None
        return number

    def _end_leave(self, now: datetime) -> None:
        leaves = (Pause(leave.since, now) if now in leave else leave for leave in self._calendar.leaves)
        self._calendar = replace(self._calendar, leaves=tuple(leaves))

    def _plan_anew(self, now: datetime) -> None:
        if not self._quiet:
            self._next_turn = self._turn_after(max(self._first_free(CALENDAR.day(now)), self.starts_on), now)

    def _turn_after(self, first: date, now: datetime) -> datetime | None:
        """The first turn from this day on that is still to come; none once every lesson was brought."""
        if self.at is None or len(self._begun) == len(self.lessons):
            return None
        for day in self._calendar.working_days(first):
            own = self._calendar.opening_after(CALENDAR.moment(day, self.at))
            if own and own > now and CALENDAR.day(own) == day:
                return own
            opening = self._calendar.opening_after(now)
            if self._next_turn and self._next_turn <= now and opening and CALENDAR.day(opening) == day:
                return opening
        return None
