"""How easily a text is read: long sentences, much kanji, chains of の, a no of a no.

Bounds are ours, for a phone and three minutes; the advice behind them is that of the Council for Cultural Affairs
(「公用文作成の考え方」, 2022): one thing a sentence, few の in a row, no double negatives.
"""

from collections.abc import Iterator
from typing import Final

import regex

from lessons.hygiene.found import Found, Said, found

SENTENCE: Final = {"ja": 90, "easy": 60}  # characters, without what stands in brackets
WORDS: Final = 40  # of an English sentence
KANJI: Final = 50  # per cent of a paragraph
_LEAST: Final = 50  # characters of a text whose share of kanji says anything
_END: Final = regex.compile(r"(?<=[。!?！？])(?![」』）)])|\n+")
_STOP: Final = regex.compile(r"(?<=[.!?])\s+")
_ASIDE: Final = regex.compile(r"[(（][^)）]*[)）]")
_KANJI: Final = regex.compile(r"\p{Han}")
_NO: Final = "の"
_NOT_OF: Final = regex.compile(
    r"[こそあど]の(?!\p{Han}?の)|もの|のに|ので|のは|のが|のを|のも|のか|のだ|のです|のような|のように|の方"
)
_CHAIN: Final = regex.compile(r"(?:[\p{Han}\p{Katakana}ーA-Za-z0-9]{1,12}の){3,}")
_NOT_NOT: Final = regex.compile(
    r"ないわけ(?:では|じゃ|に)|なくはな|ないことはな|ないとは(?:言え|いえ|限ら|かぎら)な|ないでもな|なくもな|ざるを[得え]な"
    r"|なければ[^。、]{0,8}ないとは"
)


def hard(said: Said, language: str) -> Iterator[Found]:
    """What makes this text hard to read in that language."""
    if language == "en":
        yield from _many_words(said)
    elif language in SENTENCE:
        yield from _many_characters(said, SENTENCE[language])
        yield from _hard_words(said)


def _many_words(said: Said) -> Iterator[Found]:
    for sentence in _STOP.split(said.text):
        if (many := len(sentence.split())) > WORDS:
            yield found("many-words", said.of, sentence, words=many, most=WORDS)


def _many_characters(said: Said, most: int) -> Iterator[Found]:
    for sentence in sentences(said.text):
        if (length := len(_ASIDE.sub("", sentence))) > most:
            yield found("long-sentence", said.of, sentence, length=length, most=most)


def _hard_words(said: Said) -> Iterator[Found]:
    for sentence in sentences(said.text):
        if chain := _CHAIN.search(_NOT_OF.sub("、", sentence)):
            yield found("no-chain", said.of, sentence, words=chain.group())
        if twice := _NOT_NOT.search(sentence):
            yield found("double-negative", said.of, sentence, words=twice.group())
    share = kanji(said.text)
    if len(said.text) >= _LEAST and share > KANJI:
        yield found("much-kanji", said.of, said.text, share=share, most=KANJI)


def sentences(text: str) -> list[str]:
    """The sentences of a Japanese text."""
    return [each.strip() for each in _END.split(text) if each.strip()]


def kanji(text: str) -> int:
    """How many per cent of the characters are kanji."""
    return round(100 * len(_KANJI.findall(text)) / len(text)) if text else 0
