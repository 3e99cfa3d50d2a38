"""Which column of a dropped roster is what: chosen in a form, or written in one line."""

from typing import Final

from handlers.turn import Reply, Turn, acting
from lessons.cards import roster_columns as cards
from lessons.cards.roster_columns import NONE, Wanted
from messages.actions import ChooseColumns
from messages.form import Form
from messages.incoming import ChannelName, Submitted
from messages.message import InPlace, plain
from school.rights import Verb
from school.roster import choosing, telling
from school.roster.dropping import Why
from school.roster.headings import Field, Header
from school.roster.matching import NEEDED, Wrong, told
from store.office import Upload

_MOST: Final = 40  # columns in each list, beside those that are known: Slack takes no form above 250 KB
_LONG: Final = 24  # characters of a heading there
_ORDER: Final = (*NEEDED, *(field for field in Field if field not in NEEDED))


def asked(turn: Turn, action: ChooseColumns) -> Reply:
    """The form as far as the columns are known, or how it is written; raises NotAllowed."""
    found = _offered(turn, action.upload)
    if not isinstance(found, tuple):
        return found
    upload, header = found
    return _form(turn, upload, header) if turn.incoming.opens_forms else _hint(turn, upload, header, ())


def said(turn: Turn, text: str) -> Reply:
    """The columns of what this person has dropped last, as they wrote them; raises NotAllowed."""
    found = _offered(turn, 0)
    if not isinstance(found, tuple):
        return found
    upload, header = found
    chosen = told(header, text)
    wrong = chosen if isinstance(chosen, tuple) else choosing.choose(turn.work, upload, header, chosen)
    return _hint(turn, upload, header, wrong) if wrong else _reading(turn)


def submitted(turn: Turn, form: Submitted, about: ChooseColumns) -> Reply:
    """The form came back: the file is read anew, or the form once more with what is wrong at its fields. Raises
    NotAllowed.
    """
    found = _offered(turn, about.upload)
    if not isinstance(found, tuple):
        return found
    upload, header = found
    given = {field: form.value(_name(field)) for field in _ORDER}
    chosen = {field: int(value) if _is_place(value) else None for field, value in given.items()}
    wrong = choosing.choose(turn.work, upload, header, chosen)
    return _form(turn, upload, header, wrong) if wrong else _reading(turn)


def _offered(turn: Turn, number: int) -> tuple[Upload, Header] | Reply:
    actor = acting(turn, Verb.IMPORT_ROSTER)
    if turn.incoming.channel is ChannelName.LINE:
        return plain(turn.say("roster.columns_elsewhere"))
    found = choosing.offered(turn.work, actor, number)
    return plain(turn.say(f"roster.not_{found.value}")) if isinstance(found, Why) else found


def _form(turn: Turn, upload: Upload, header: Header, wrong: tuple[Wrong, ...] = ()) -> Form:
    there = sorted({*telling.places(header)[:_MOST], *header.columns.values()})
    options = tuple((str(place), telling.heading(header, place, turn.say, _LONG)) for place in there)
    chosen = {field: str(place) for field, place in header.columns.items()}
    wanted = [Wanted(_name(field), field in NEEDED, chosen.get(field, "")) for field in _ORDER]
    errors = tuple((_name(each.field), _wrong(turn, each)) for each in wrong if each.field)
    return cards.form(wanted, options, upload.id, turn.say, errors=errors)


def _hint(turn: Turn, upload: Upload, header: Header, wrong: tuple[Wrong, ...]) -> Reply:
    lines = tuple(_wrong(turn, each) for each in wrong[:10])
    there = telling.headings(header, telling.places(header), turn.say)
    return cards.hint(lines, there, upload.id, turn.say)


def _wrong(turn: Turn, wrong: Wrong) -> str:
    field = turn.say(f"roster.field_{_name(wrong.field)}") if wrong.field else ""
    return turn.say(f"roster.columns_{wrong.slip.value}", field=field, seen=wrong.seen[:40])


def _reading(turn: Turn) -> InPlace:
    return InPlace((), plain(turn.say("roster.reading")))


def _name(field: Field) -> str:
    return field.name.lower()


def _is_place(value: str) -> bool:
    return value != NONE and value.isdecimal() and len(value) < 6
