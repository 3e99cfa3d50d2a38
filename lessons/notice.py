"""What an announcement says."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Notice:
    """`body` is plain text with line breaks; a question with options is a poll."""

    title: str
    body: str
    link: str = ""
    link_label: str = ""
    image: str = ""
    image_alt: str = ""
    question: str = ""
    options: tuple[str, ...] = ()
