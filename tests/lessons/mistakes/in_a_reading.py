"""Mistakes in a lesson in another language."""

from typing import Final

from tests.lessons.mistakes.making import (
    COURSE,
    ENGLISH,
    SECOND,
    SOUND,
    Mistake,
    swap,
    without,
)

_ENGLISH_TRUE: Final = (
    '      - text: "True"\n        why: That is what fits on the card, and what is read in three minutes.\n'
)
_ENGLISH_SECOND: Final = SOUND[ENGLISH][SOUND[ENGLISH].index("  - id: l01-q2") : SOUND[ENGLISH].rindex("---")]

IN_A_READING: Final = (
    Mistake(
        "もとのレッスンがない",
        "no-base",
        "lessons/09.en.md",
        "",
        lambda files: {**files, "lessons/09.en.md": files[ENGLISH]},
    ),
    Mistake("別のレッスンの id", "other-id", ENGLISH, "id: l02-toi", swap(ENGLISH, "id: l01-kakidashi", "id: l02-toi")),
    Mistake("問いが足りない", "question-missing", ENGLISH, "questions:", without(ENGLISH, _ENGLISH_SECOND)),
    Mistake("知らない問い", "no-such-question", ENGLISH, "id: l01-q9", swap(ENGLISH, "id: l01-q2", "id: l01-q9")),
    Mistake(
        "選択肢の数がちがう",
        "reading-option-count",
        ENGLISH,
        "options:",
        without(
            ENGLISH,
            "      - text: This course has four days in all.\n"
            "        why: It is good to see how far it goes. But the cover says so already.\n",
        ),
    ),
    Mistake(
        "正解をもう一度言う",
        "unknown-key",
        ENGLISH,
        "right: true",
        swap(ENGLISH, _ENGLISH_TRUE, _ENGLISH_TRUE + "        right: true\n"),
    ),
    Mistake(
        "もとにない課の文",
        "no-such-sentence",
        ENGLISH,
        "  tax:",
        swap(ENGLISH, "  counter:", "  tax: Tax.\n  counter:"),
    ),
    Mistake(
        "ことばが講座と同じ",
        "own-language",
        "lessons/02-toi.ja.md",
        "",
        lambda files: {**files, "lessons/02-toi.ja.md": files[SECOND]},
    ),
    Mistake(
        "題だけのことばがない",
        "missing-key",
        COURSE,
        "title: How to write",
        without(COURSE, "    description: Four sample days for people who write courses.\n"),
    ),
)
