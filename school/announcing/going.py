"""When an announcement's moment has come: its letters are written."""

from datetime import datetime

from messages.codec import encode
from school.announcing.drafting import week_began
from school.announcing.sending import hours_for
from school.announcing.wording import messages
from store.announcement import Announcement, Stage
from store.work import Work


def start_due(work: Work, at: datetime) -> int:
    """Write the letters of every announcement whose moment has come; returns how many announcements. Twice writes
    once.
    """
    due = [each for each in work.announcements.at_stage(Stage.SCHEDULED) if each.goes_at and each.goes_at <= at]
    return sum(_started(work, each, at) for each in due)


def _started(work: Work, announcement: Announcement, at: datetime) -> bool:
    if not work.announcements.move(announcement.id, (Stage.SCHEDULED,), Stage.SENDING, at):
        return False
    due, until = hours_for(work, announcement, at)  # the bot may have slept past the hours it was planned for
    work.announcements.post(
        announcement,
        {language: encode(message) for language, message in messages(work, announcement).items()},
        due=due,
        until=until,
        week_began=week_began(work, at),
        at=at,
    )
    return True
