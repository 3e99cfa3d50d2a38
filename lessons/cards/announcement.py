"""An announcement as everybody reads it."""

import re
from typing import Final

from lessons.notice import Notice
from lessons.phrases import Phrases
from messages.actions import Vote
from messages.message import Block, Choice, Choices, Heading, Image, Link, Message, Text, Tone

_LABELS: Final = "ABCDEFGHIJ"
_HEADLINE: Final = re.compile(r"^(?:■|# ).+$", re.MULTILINE)
_ITEM: Final = re.compile(r"^[-*] +(?=\S)", re.MULTILINE)


def announcement_message(told: Notice, *, announcement: int, sender: str, say: Phrases, corrects: str = "") -> Message:
    """Who says it, what, where to read on, and the question with its answers. The same for everybody who reads one
    language, so that it can go to many at once. `corrects` is the title of the one it puts right.
    """
    kind = say("announcement.correction" if corrects else "announcement.kind")
    return Message(
        summary=say("announcement.summary", kind=kind, title=told.title)[:200],
        blocks=(
            Heading(told.title, eyebrow=say("announcement.from", kind=kind, sender=sender)),
            *((Text(say("announcement.corrects", title=corrects), Tone.GENTLE),) if corrects else ()),
            *(_paragraph(each) for each in paragraphs(told.body)),
            *((Image(told.image, told.image_alt),) if told.image else ()),
            *((Link(told.link_label or told.link, told.link),) if told.link else ()),
            *(_poll(told, announcement, say) if told.question else ()),
        ),
    )


def as_text(card: Message) -> str:
    """The card in plain lines, with nothing that only a platform shows."""
    lines = (_line(block) for block in card.blocks)
    return "\n".join(line for line in lines if line)


def paragraphs(body: str) -> tuple[str, ...]:
    """What stands between empty lines, each with its own line breaks; a headline stands alone."""
    apart = _HEADLINE.sub(r"\n\n\g<0>\n\n", body)
    return tuple(part.strip() for part in apart.split("\n\n") if part.strip())


def labels(options: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Each option with the letter it is chosen by."""
    return tuple(zip(_LABELS, options, strict=False))


def _paragraph(text: str) -> Text:
    """A headline is strong, a list has the dots that people know."""
    if _HEADLINE.fullmatch(text):
        return Text(text.removeprefix("# "), strong=True)
    return Text(_ITEM.sub("・", text))


def _line(block: Block) -> str:
    match block:
        case Heading(text=text, eyebrow=eyebrow):
            return f"{eyebrow}\n{text}"
        case Text(body=body):
            return body
        case Image(alt=alt):
            return f"[{alt}]"
        case Link(label=label, url=url):
            return label if label == url else f"{label} {url}"
        case Choices(options=options):
            return "\n".join(f"{each.label}  {each.text}" for each in options)
        case _:
            return ""


def _poll(told: Notice, announcement: int, say: Phrases) -> tuple[Block, ...]:
    choices = (Choice(label, text, Vote(announcement, label)) for label, text in labels(told.options))
    return (
        Text(told.question, strong=True),
        Choices(tuple(choices)),
        Text(say("announcement.vote_hint"), Tone.QUIET),
    )
