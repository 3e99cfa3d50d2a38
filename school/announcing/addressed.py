"""To whom an announcement goes, in words."""

from collections.abc import Iterator

from lessons.phrases import Phrases
from store.announcement import Announcement
from store.work import Work


def addressed(work: Work, announcement: Announcement, say: Phrases) -> str:
    """The roles, and whatever narrows them."""
    if announcement.corrects is not None:
        return say("announcing.who_got_it")
    return " / ".join(_parts(work, announcement, say))


def _parts(work: Work, announcement: Announcement, say: Phrases) -> Iterator[str]:
    to, joint = announcement.audience, say("announcing.joint")
    yield joint.join(say(f"office.{role.value}") for role in to.roles)
    if to.cohorts:
        yield joint.join(work.cohorts.get(each).name for each in to.cohorts)
    if to.sections:
        paths = {each.id: each.path for each in work.sections.all()}  # one may be gone with the roster that brought it
        yield joint.join(paths.get(each, "-") for each in to.sections)
    if to.channels:
        yield joint.join(say(f"places.{each.value}") for each in to.channels)
    if to.progress:
        yield say(f"announcing.progress_{to.progress.value}")
    if to.without:
        yield say("announcing.but", count=len(to.without))
