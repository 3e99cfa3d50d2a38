"""The rows that an answer and a lesson leave behind, written without the store: the floor it is held against."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.bench.bare import Driver

_ACCOUNT: Final = "SELECT id, organisation FROM accounts WHERE channel = ? AND external = ?"
_TAKE: Final = (
    "INSERT INTO inbox (organisation, account, event, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING event"
)
_WHO: Final = (
    "SELECT e.id, p.language, e.next_lesson, e.next_at FROM contacts c JOIN people p ON p.id = c.person "
    "JOIN enrolments e ON e.person = p.id WHERE c.account = ? AND c.external = ?"
)
_ANSWERED: Final = "SELECT quiz FROM attempts WHERE enrolment = ?"
_TAKEN: Final = "SELECT lesson, day, finished_day FROM taken WHERE enrolment = ?"
_ATTEMPT: Final = (
    'INSERT INTO attempts (organisation, enrolment, lesson, quiz, chosen, "right", at) '
    "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"
)
_LETTER: Final = (
    "INSERT INTO outbox (organisation, key, account, recipient, message, cost, reply_to, replaces, enrolment, due, "
    "state, posted_at, next_try, attempts, doubtful, reason, sent_message, via, counted) "
    "VALUES (?, ?, ?, ?, ?, ?, '', '', ?, ?, 'waiting', ?, ?, 0, ?, '', '', '', 0) ON CONFLICT DO NOTHING"
)
_DUE: Final = (
    "SELECT e.organisation, e.id, e.next_lesson, c.account, c.external FROM enrolments e "
    "JOIN contacts c ON c.id = e.contact WHERE e.state = 'active' AND e.next_at <= ? ORDER BY e.next_at, e.id LIMIT ?"
)
_GIVE: Final = "INSERT INTO taken (organisation, enrolment, lesson, day, delivered_at) VALUES (?, ?, ?, ?, ?)"
_SENT: Final = "UPDATE outbox SET state = 'sent', via = 'reply', final_at = ? WHERE key = ?"
_MOVE: Final = "UPDATE enrolments SET next_at = ?, next_lesson = ? WHERE id = ?"


@dataclass(frozen=True, slots=True)
class Deed:
    """An answer pressed; `letters` are the texts of the letters that answer it."""

    channel: str
    account: str
    who: str
    event: str
    quiz: str
    option: str
    letters: tuple[str, ...]


def answered(driver: Driver, deed: Deed, now: datetime) -> None:
    """One answer: taken once, its learner and their progress read, the attempt and the replies written."""
    at = _moment(now)
    ((account, organisation),) = driver.tell(_ACCOUNT, deed.channel, deed.account)
    if not driver.tell(_TAKE, organisation, account, deed.event, at):
        return
    ((enrolment, *_),) = driver.tell(_WHO, account, deed.who)
    driver.tell(_ANSWERED, enrolment)
    driver.tell(_TAKEN, enrolment)
    driver.tell(_ATTEMPT, organisation, enrolment, 1, deed.quiz, f'["{deed.option}"]', True, at)
    for number, text in enumerate(deed.letters):
        key = f"reply:{deed.event}:{number}"
        driver.tell(_LETTER, organisation, key, account, deed.who, text, "free", None, at, at, at, False)


def carried(driver: Driver, deed: Deed, now: datetime) -> None:
    """Its first reply has arrived."""
    driver.tell(_SENT, _moment(now), f"reply:{deed.event}:0")


def given(driver: Driver, now: datetime, until: datetime, text: str, limit: int) -> int:
    """The lesson that is due, to so many learners at once: taken, its letter posted, the next one planned."""
    at, later = _moment(now), _moment(until)
    due = driver.tell(_DUE, at, limit)
    driver.tell_each(_GIVE, [(town, learner, lesson, now.date().isoformat(), at) for town, learner, lesson, *_ in due])
    letters = [
        (town, f"lesson:{learner}:{lesson}", account, who, text, "paid", learner, at, at, at, False)
        for town, learner, lesson, account, who in due
    ]
    driver.tell_each(_LETTER, letters)
    driver.tell_each(_MOVE, [(later, lesson + 1, learner) for _, learner, lesson, *_ in due])
    return len(due)


def _moment(at: datetime) -> str:
    return at.strftime("%Y-%m-%d %H:%M:%S.%f")
