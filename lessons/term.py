"""A word that a course explains."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """A word and one plain line about it.

    `beside` is how it is read in kana, or, in another reading of the course, the word in the course's own language.
    `lesson` is the id of the lesson that uses it first; `also` are other spellings, whatever the language.
    """

    term: str
    beside: str
    says: str
    lesson: str
    also: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Everything it may be asked for by."""
        return tuple(name for name in (self.term, self.beside, *self.also) if name)
