"""A roster dropped into the chat: waits to be fetched, is shown, and is taken over when its owner says yes."""

from datetime import datetime
from enum import StrEnum

from lessons.cards import roster as cards
from lessons.cards import roster_columns as columns
from lessons.phrases import Phrases, phrases
from messages.incoming import Attached, ChannelName
from messages.letter import Address, Letter
from messages.message import Message, joined, plain
from school.rights import Actor, Verb, actor_of, may, require
from school.roster import importing, telling
from school.roster.comparing import Comparison
from school.roster.faults import Fault, Malformed
from school.roster.files import likely
from school.roster.headings import Header
from school.roster.keeping import digest, header_of, noted, packed
from school.roster.reading import Roster
from store.errors import NotFound
from store.office import Upload, Uploaded
from store.work import Work

SHOWN = 10  # changes and faults in a chat


class Why(StrEnum):
    """Why a file is not taken over; the phrase is `roster.not_…`."""

    GONE = "gone"  # a day has gone by, or it never was
    FOREIGN = "foreign"  # somebody else has brought it
    WAITING = "waiting"  # it is being read
    UNSURE = "unsure"  # nobody has said yet which column is what
    WANTED = "wanted"  # it is being taken over
    TAKEN = "taken"
    DROPPED = "dropped"


class Lost(StrEnum):
    """Why nothing comes of a file that was dropped; the phrase is `roster.…`."""

    NOT_FETCHED = "not_fetched"  # the platform does not hand it out
    FAILED = "failed"  # a fault of ours


def drop(work: Work, actor: Actor, file: Attached, to: Address, at: datetime) -> bool:
    """The file waits to be fetched; False if it does already, or did. Raises NotAllowed, and Malformed for what can be
    no roster by its name and size: that is not even fetched.
    """
    require(work, actor, Verb.IMPORT_ROSTER)
    likely(file.name, file.size)
    return work.uploads.add(person=actor.person or 0, to=to, file=file.id, name=file.name, url=file.url, at=at)


def show(work: Work, upload: Upload, roster: Roster, at: datetime) -> None:
    """Tell its owner what the file would change; nothing else is written, and a second time tells nothing."""
    actor = actor_of(work, upload.person)
    if not may(work, actor, Verb.IMPORT_ROSTER):  # meanwhile
        work.uploads.move(upload.id, Uploaded.WAITING, Uploaded.DROPPED)
        return
    found, say = importing.preview(work, actor, roster, at), _say(work, upload)
    if not found.changes:
        if work.uploads.move(upload.id, Uploaded.WAITING, Uploaded.DROPPED):
            _post(work, upload, plain(say("roster.nothing")), at, _round(roster.header))
        return
    kept = {"roster": packed(roster), "digest": digest(found)}
    if work.uploads.move(upload.id, Uploaded.WAITING, Uploaded.READ, **kept):
        _post(work, upload, preview(upload, roster, found, say), at, _round(roster.header))


def ask(work: Work, upload: Upload, header: Header, at: datetime) -> None:
    """Tell its owner which headings were found: which column is what, only they know."""
    if work.uploads.move(upload.id, Uploaded.WAITING, Uploaded.READ, roster=noted(header)):
        say = _say(work, upload)
        there = telling.headings(header, telling.places(header), say)
        _post(work, upload, columns.ask(there, upload.id, say), at, _round(header))


def refuse(work: Work, upload: Upload, faults: tuple[Fault, ...], at: datetime) -> None:
    """Tell its owner what is wrong with the file; if they have chosen its columns, they may choose once more."""
    if upload.roster:
        if work.uploads.move(upload.id, Uploaded.WAITING, Uploaded.READ, roster=upload.roster):
            say = _say(work, upload)
            again = joined(refused(faults, say), columns.again(upload.id, say))
            _post(work, upload, again, at, _round(header_of(upload.roster)))
    elif work.uploads.move(upload.id, Uploaded.WAITING, Uploaded.DROPPED):
        _post(work, upload, refused(faults, _say(work, upload)), at)


def lose(work: Work, upload: Upload, why: Lost, at: datetime) -> None:
    """Tell its owner that nothing comes of the file, and that nothing was changed."""
    if work.uploads.move(upload.id, upload.state, Uploaded.DROPPED):
        _post(work, upload, plain(_say(work, upload)(f"roster.{why.value}")), at, "lost")


def want(work: Work, actor: Actor, number: int) -> Why | None:
    """Its owner says yes: it is taken over in a moment, beside all that is answered meanwhile. None if so it is; raises
    NotAllowed.
    """
    require(work, actor, Verb.IMPORT_ROSTER)
    upload = found(work, actor, number)
    if isinstance(upload, Why):
        return upload
    if not upload.digest:
        return Why.UNSURE
    work.uploads.move(upload.id, Uploaded.READ, Uploaded.WANTED, roster=upload.roster, digest=upload.digest)
    return None


def take(work: Work, upload: Upload, roster: Roster, at: datetime) -> None:
    """The list is from now on what the file was shown to make of it, and its owner is told; if the list has changed
    since, nothing is taken over, and the file is shown anew. Twice takes once.
    """
    actor, say = actor_of(work, upload.person), _say(work, upload)
    if not may(work, actor, Verb.IMPORT_ROSTER):  # meanwhile
        work.uploads.move(upload.id, Uploaded.WANTED, Uploaded.DROPPED)
        return
    work.imports.lock()
    changes = importing.preview(work, actor, roster, at)
    now = digest(changes)
    if now != upload.digest:
        if work.uploads.move(upload.id, Uploaded.WANTED, Uploaded.READ, roster=upload.roster, digest=now):
            anew = joined(plain(say("roster.changed")), preview(upload, roster, changes, say))
            _post(work, upload, anew, at, now[:16])
        return
    if work.uploads.move(upload.id, Uploaded.WANTED, Uploaded.TAKEN):
        importing.carry_out(work, actor, changes, at)
        _post(work, upload, cards.taken(telling.summed(changes, say), say), at, "taken")


def leave(work: Work, actor: Actor, number: int) -> Why | None:
    """The file is not wanted, and what it said is forgotten; None if so it is. Raises NotAllowed."""
    require(work, actor, Verb.IMPORT_ROSTER)
    upload = found(work, actor, number)
    if isinstance(upload, Why):
        return upload
    work.uploads.move(upload.id, Uploaded.READ, Uploaded.DROPPED)
    return None


def found(work: Work, actor: Actor, number: int) -> Upload | Why:
    """The actor's own upload of this number (0: their last one), if it waits for a yes."""
    try:
        upload = work.uploads.get(number) if number else work.uploads.last(actor.person or 0)
    except NotFound:
        return Why.GONE
    if upload.person != actor.person:
        return Why.FOREIGN
    return upload if upload.state is Uploaded.READ else Why(upload.state.value)


def preview(upload: Upload, roster: Roster, changes: Comparison, say: Phrases) -> Message:
    """What would change, the first of it by name, and the ways on."""
    header = roster.header
    return cards.preview(
        say("roster.preview", kind=roster.kind, people=len(roster.entries)),
        telling.summed(changes, say),
        warnings=(*telling.faults(roster.warnings, say, SHOWN), *telling.sections(changes, say, SHOWN)),
        lines=tuple(telling.changes(changes, say, SHOWN)),
        unread=telling.headings(header, header.unread, say),
        upload=upload.id,
        say=say,
    )


def refused(faults: tuple[Fault, ...], say: Phrases) -> Message:
    """Every fault by its row, and that nothing was changed."""
    return cards.refused(tuple(telling.faults(faults, say, SHOWN)), say)


def wrong(malformed: Malformed, say: Phrases) -> Message:
    """The same for a file that was not even fetched."""
    return refused(malformed.faults, say)


def _say(work: Work, upload: Upload) -> Phrases:
    return phrases(work.people.get(upload.person).language)


def _round(header: Header) -> str:
    """A part of its own for each time the file was read."""
    return f"read{header.asked or ''}"


def _post(work: Work, upload: Upload, message: Message, at: datetime, part: str = "read") -> None:
    there = Address(ChannelName.SLACK, upload.account, upload.room)
    work.outbox.post(Letter(key=f"roster:{upload.id}:{part}", address=there, message=message, due=at), at)
