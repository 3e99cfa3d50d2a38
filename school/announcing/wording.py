"""What may stand in an announcement, and how it looks to who gets it."""

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Final
from urllib.parse import urlsplit

from lessons import guard
from lessons.cards.announcement import announcement_message, paragraphs
from lessons.notice import Notice
from lessons.phrases import LANGUAGES, phrases
from messages.message import Message
from store.announcement import Announcement
from store.work import Work

TITLE: Final = 60
BODY: Final = 1000
PARAGRAPHS: Final = 20  # each is a block, and a message in Slack has fifty
QUESTION: Final = 140
OPTIONS: Final = range(2, 7)
OPTION: Final = 60
LABEL: Final = 40
_URL: Final = 1000
_MARKUP: Final = re.compile(r"<[!@#/a-z][^>\n]{0,200}>", re.IGNORECASE)
_UNSEEN: Final = re.compile("[\0-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\ufeff]")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one field: the key of a phrase and its facts."""

    field: str
    key: str
    facts: tuple[tuple[str, object], ...] = ()


def tidied(notice: Notice) -> Notice:
    """Without what nobody sees: control and direction marks, spaces around, more than one empty line."""
    texts = {name: _tidy(getattr(notice, name)) for name in ("title", "link_label", "image_alt", "question")}
    body = re.sub(r"\n{3,}", "\n\n", _tidy(notice.body.replace("\r\n", "\n").replace("\r", "\n")))
    options = tuple(option for each in notice.options if (option := _tidy(each)))
    return replace(notice, **texts, body=body, link=notice.link.strip(), image=notice.image.strip(), options=options)


def faults(notice: Notice, today: date) -> tuple[Fault, ...]:
    """Everything that is wrong with it; nothing, if it may be sent."""
    lengths = (("title", TITLE), ("body", BODY), ("question", QUESTION), ("link_label", LABEL), ("image_alt", QUESTION))
    found = [
        Fault(name, "announcement.long", (("most", most), ("now", len(getattr(notice, name)))))
        for name, most in lengths
        if len(getattr(notice, name)) > most
    ]
    if (now := len(paragraphs(notice.body))) > PARAGRAPHS:
        found.append(Fault("body", "announcement.paragraphs", (("most", PARAGRAPHS), ("now", now))))
    found += [Fault(name, "announcement.empty") for name in ("title", "body") if not getattr(notice, name)]
    found += [
        Fault(name, "announcement.no_link")
        for name in ("link", "image")
        if getattr(notice, name) and not _is_address(getattr(notice, name))
    ]
    texts = (notice.title, notice.body, notice.question, notice.link_label, *notice.options)
    if any(_MARKUP.search(text) for text in texts):
        found.append(Fault("body", "announcement.markup"))
    if guard.found("\n".join(texts), today):
        found.append(Fault("body", "announcement.private"))
    return (*found, *_poll_faults(notice), *_picture_faults(notice))


def messages(work: Work, announcement: Announcement) -> dict[str, Message]:
    """The card in each language; the key "" is the organisation's own, for everybody else."""
    notice, sender = announcement.notice, work.organisation.name
    corrects = work.announcements.get(announcement.corrects).notice.title if announcement.corrects else ""
    spoken = {
        language: announcement_message(
            notice, announcement=announcement.id, sender=sender, say=phrases(language), corrects=corrects
        )
        for language in LANGUAGES
    }
    return spoken | {"": spoken[work.organisation.language]}


def _poll_faults(notice: Notice) -> tuple[Fault, ...]:
    if not notice.question and not notice.options:
        return ()
    if not notice.question:
        return (Fault("question", "announcement.empty"),)
    if len(notice.options) not in OPTIONS:
        facts = (("least", OPTIONS.start), ("most", OPTIONS.stop - 1))
        return (Fault("options", "announcement.options", facts),)
    if len(set(notice.options)) < len(notice.options):
        return (Fault("options", "announcement.options_alike"),)
    return tuple(
        Fault("options", "announcement.long", (("most", OPTION), ("now", len(option))))
        for option in notice.options
        if len(option) > OPTION
    )


def _picture_faults(notice: Notice) -> tuple[Fault, ...]:
    return (Fault("image_alt", "announcement.no_alt"),) if notice.image and not notice.image_alt else ()


def _tidy(text: str) -> str:
    return _UNSEEN.sub("", text).strip()


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    plain = url.isascii() and not re.search(r"[\s<>|\"]", url)
    return parts.scheme == "https" and bool(parts.hostname) and not parts.username and plain and len(url) <= _URL
