"""The page where somebody writes in their own words, and what it says afterwards."""

from dataclasses import dataclass
from typing import Final

from console.templating import drawn
from lessons.phrases import Phrases

FIELD = "words"
WHERE = "where"
_KEPT: Final = {
    "report": "page.reflection_intro",
    "writing": "page.reflection_intro",
    "question": "page.question_intro",
}
"""Where what is written stays, by whose words it is."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is asked, of whom, and until when (a local time in words). `question` is empty where anything may be
    asked; `about` names the lesson in which something is wrong, and `places` are its parts, as (value, label).
    """

    organisation: str
    course: str
    question: str
    until: str
    most: int
    about: str = ""
    places: tuple[tuple[str, str], ...] = ()

    @property
    def kind(self) -> str:
        """Whose words: those of a report, of a reflection, or of a question."""
        return "report" if self.about else "writing" if self.question else "question"


@dataclass(frozen=True, slots=True)
class Back:
    """The ways back: a link that opens LINE with a word typed, or empty; whether Slack is one; whether more waits."""

    line: str
    slack: bool
    more: bool


def writing_page(sheet: Sheet, say: Phrases, *, body: str = "", where: str = "", error: str = "") -> str:
    """One question, one field. `error` stands beside the field and `body` in it, as the person sent it; so does `where`
    among the places.
    """
    return drawn(
        "write.html",
        language=say.language,
        field=FIELD,
        sheet=sheet,
        title=say(f"{sheet.kind}.title"),
        intro=say(_KEPT[sheet.kind], organisation=sheet.organisation),
        label=say(f"{sheet.kind}.label"),
        where=WHERE,
        where_label=say("report.where"),
        there=where,
        hint=say("writing.hint", most=sheet.most),
        send=say("writing.send"),
        expiry=say("page.expiry", time=sheet.until),
        body=body,
        error=error,
    )


def thanks_page(back: Back, say: Phrases, *, stored: str = "", last: str = "") -> str:
    """Thanks, and the way back; `stored` says what becomes of it where no question of a lesson was answered, `last` is
    that question's last word.
    """
    told = [each for each in (stored, last) if each]
    return notice(say, say("page.thanks_title"), [*told, say("page.thanks")], back=back, onward=not stored)


def already_page(back: Back, say: Phrases) -> str:
    """For whoever had answered before."""
    return notice(say, say("page.already_title"), [say("page.already")], back=back, onward=True)


def gone_page(say: Phrases) -> str:
    """Used, or too late."""
    return notice(say, say("page.gone_title"), [say("page.gone")])


def unknown_page(say: Phrases) -> str:
    """For a link nobody gave out, or one that a newer one has replaced."""
    return notice(say, say("page.unknown_title"), [say("page.unknown")])


def odd_page(say: Phrases) -> str:
    """For what no browser sends from our page."""
    return notice(say, say("page.trouble_title"), [say("page.trouble_type")])


def long_page(most: int, say: Phrases) -> str:
    """For what is far too long to be read at all."""
    return notice(say, say("page.trouble_title"), [say("page.trouble_long", most=most)])


def away_page(say: Phrases) -> str:
    """While the database is out of reach."""
    return notice(say, say("page.away_title"), [say("page.away")])


def notice(say: Phrases, title: str, told: list[str], *, back: Back | None = None, onward: bool = False) -> str:
    """A few sentences, and a way back to LINE if there is one; `onward` says in words where to go on."""
    ways = _ways(back, say) if back and onward else []
    line = back.line if back else ""
    return drawn(
        "notice.html",
        language=say.language,
        title=title,
        told=[*told, *ways],
        line=line,
        line_label=say("page.back_line_open"),
    )


def _ways(back: Back, say: Phrases) -> list[str]:
    line = [say("page.back_line") if back.more else say("page.back_line_done")] if back.line else []
    return [*line, *([say("page.back_slack")] if back.slack and back.more else [])]
