"""A name for those who do not want to think of any."""

from zlib import crc32

from lessons.phrases import Phrases


def suggested(who: str, say: Phrases) -> str:
    """Always the same for the same platform id, which it does not tell."""
    names = say("nicknames.list").split()
    return names[crc32(who.encode()) % len(names)]
