"""Who gets a certificate: who has done most lessons, and shown at the end what they take along."""

from dataclasses import dataclass
from fractions import Fraction
from math import ceil
from typing import Final

SHARE: Final = Fraction(4, 5)  # of the lessons


@dataclass(frozen=True, slots=True)
class Certificate:
    """What is still missing: so many lessons, and whether a last word (a proposal, or the last questionnaire) is."""

    lessons: int
    last_word: bool

    @property
    def earned(self) -> bool:
        return not (self.lessons or self.last_word)


def certificate(*, finished: int, of: int, proposal: bool, final_form: bool) -> Certificate:
    """At least four lessons of five, and a proposal or the final form. How many answers were right plays no part."""
    return Certificate(lessons=max(0, ceil(of * SHARE) - finished), last_word=not (proposal or final_form))
