"""Whom an announcement did not reach, and what can be done about it."""

from lessons.phrases import Phrases
from messages.actions.announcing import Correct, Retry, ShowAnnouncement, ShowLedger
from messages.message import Button, Buttons, Heading, Message, Text, Tone, Weight


def lost(
    number: int,
    title: str,
    lines: tuple[tuple[str, str, str], ...],
    say: Phrases,
    *,
    page: int,
    pages: int,
    total: int,
    note: str = "",
) -> Message:
    """(who, platform, why) a line, some on each page."""
    heading = say("ledger.title")
    said = (say("ledger.line", name=name or say("ledger.erased"), platform=at, why=why) for name, at, why in lines)
    told = "\n".join(said)
    here = say("ledger.page", page=page, pages=pages, total=total) if pages > 1 else say("ledger.total", total=total)
    again = (Button(say("announcing.retry"), Retry(number), Weight.MAIN),) if total else ()
    turned = (
        *((Button(say("ledger.before"), ShowLedger(number, page - 1)),) if page > 1 else ()),
        *((Button(say("ledger.after"), ShowLedger(number, page + 1)),) if page < pages else ()),
    )
    others = Button(say("announcing.correct"), Correct(number)), Button(say("ledger.back"), ShowAnnouncement(number))
    return Message(
        summary=f"{heading}: {title}"[:200],
        blocks=(
            *((Text(note, Tone.GENTLE, strong=True),) if note else ()),
            Heading(title, eyebrow=heading),
            Text(told or say("ledger.nobody")),
            *((Text(here, Tone.QUIET),) if total else ()),
            Buttons((*again, *turned, *others)),
        ),
    )
