"""Days and times as people read them."""

from datetime import date, time

from lessons.phrases import Phrases


def short(day: date, say: Phrases) -> str:
    """As 9/7(月)."""
    weekday = say("date.weekdays").split()[day.weekday()]
    return say("date.short", month=day.month, day=day.day, weekday=weekday)


def month(day: date, say: Phrases) -> str:
    """As 2021年4月: how old a fact is."""
    return say("lesson.as_of", year=day.year, month=day.month)


def clock(moment: time) -> str:
    """As 8:40."""
    return f"{moment.hour}:{moment.minute:02d}"
