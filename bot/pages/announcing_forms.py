"""The three forms of an announcement: a new one, one that is rewritten, and one that puts another right."""

from collections.abc import Mapping
from datetime import timedelta
from enum import StrEnum
from typing import Final

from starlette.responses import RedirectResponse, Response

from bot.pages.announcing_deeds import Desk
from bot.pages.browser import HEADERS, shown
from console.announcing_form import EMPTY, form_page
from school.announcing import correcting, drafting
from school.announcing.drafting import Draft, may_change
from school.announcing.filling import filled, is_urgent, laid_out, notice_of
from school.announcing.offering import offer
from school.announcing.sending import Why
from school.announcing.wording import Fault
from school.rights import Verb, require
from store.announcement import Announcement, Stage

_AGAIN: Final = 303
_TWICE: Final = timedelta(minutes=1)  # the same words within that come from one press, made twice


class Form(StrEnum):
    """What is written."""

    NEW = "new"
    EDIT = "edit"
    CORRECT = "correct"


_TITLES: Final = {
    Form.NEW: "announcing.write",
    Form.EDIT: "announcing.rewriting",
    Form.CORRECT: "announcing.correcting",
}


def look(desk: Desk, *, form: Form, number: int | None) -> Response:
    """The form, with what the announcement says now; for one that is not to be changed, its page."""
    about = desk.work.announcements.get(number) if number else None
    if about is None:
        return _shown(desk, form, None, EMPTY)
    return _shown(desk, form, about, laid_out(desk.work, about)) if _is_open(desk, form, about) else _to(desk, about)


def send(desk: Desk, *, form: Form, number: int | None, sent: Mapping[str, str]) -> Response:
    """It is kept as a draft, and looked at next; or the form comes back with what was typed and what is wrong."""
    about = desk.work.announcements.get(number) if number else None
    if about is not None and not _is_open(desk, form, about):
        return _to(desk, about)
    outcome = _written(desk, form, about, sent)
    return _shown(desk, form, about, sent, outcome) if isinstance(outcome, tuple) else _to(desk, outcome)


def _written(
    desk: Desk, form: Form, about: Announcement | None, sent: Mapping[str, str]
) -> Announcement | tuple[Fault, ...]:
    wish = _wish(desk, about, sent)
    if not isinstance(wish, Draft):
        return wish
    if about is not None and form is Form.EDIT:
        return drafting.rewrite(desk.work, desk.actor, about, wish, desk.at)
    if twin := _twin(desk, wish, about):
        return twin
    if about is None:
        return drafting.draft(desk.work, desk.actor, wish, desk.at)
    outcome = correcting.correct(desk.work, desk.actor, about, wish.notice, desk.at, urgent=wish.urgent)
    return about if isinstance(outcome, Why) else outcome


def _wish(desk: Desk, about: Announcement | None, sent: Mapping[str, str]) -> Draft | tuple[Fault, ...]:
    """A correction goes to whom it must; everything else, to whom the form says."""
    if about is None or _first(about) is None:
        return filled(desk.work, sent, desk.at)
    return Draft(notice_of(sent), about.audience, is_urgent(sent))


def _twin(desk: Desk, wish: Draft, about: Announcement | None) -> Announcement | None:
    """The draft that the same press has made already."""
    corrects = about.id if about is not None else None
    recent = (each for each in desk.work.announcements.at_stage(Stage.DRAFT) if each.created_at > desk.at - _TWICE)
    mine = (each for each in recent if each.author == desk.visit.person.id and each.corrects == corrects)
    alike = (each for each in mine if (each.notice, each.urgent) == (wish.notice, wish.urgent))
    return next((each for each in alike if each.audience == wish.to), None)


def _is_open(desk: Desk, form: Form, about: Announcement) -> bool:
    """Whether this form may be filled in for it now; raises NotAllowed."""
    if form is Form.CORRECT:
        require(desk.work, desk.actor, Verb.SEND)
        return correcting.may_be_corrected(about)
    return may_change(desk.actor, about) and about.stage is Stage.DRAFT


def _first(about: Announcement) -> int | None:
    """The one that is put right: itself, once it has been sent, or the one that its draft corrects."""
    return about.id if correcting.may_be_corrected(about) else about.corrects


def _shown(
    desk: Desk, form: Form, about: Announcement | None, given: Mapping[str, str], wrong: tuple[Fault, ...] = ()
) -> Response:
    first = _first(about) if about is not None else None
    page = form_page(
        given,
        offer(desk.work),
        desk.say,
        back=desk.root if about is None else f"{desk.root}/{about.id}",
        title=desk.say(_TITLES[form]),
        corrects=desk.work.announcements.get(first).notice.title if first is not None else "",
        faults=wrong,
    )
    return shown(page, 422 if wrong else 200, form=True)


def _to(desk: Desk, announcement: Announcement) -> Response:
    return RedirectResponse(f"{desk.root}/{announcement.id}", _AGAIN, headers=HEADERS)
