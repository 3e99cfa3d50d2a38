"""Editions of courses: what a cohort keeps of the one it began with, and the memory of those that were read."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from typing import Final

from lessons.model import Course

MOST: Final = 64  # editions a process remembers; the built-in course takes about 1 MB


@dataclass(frozen=True, slots=True)
class Packed:
    """An edition as it is kept: the course's pack, what an organisation laid over it (or nothing), and the digest that
    stands for both.
    """

    digest: str
    pack: bytes
    overlay: bytes = b""


class Editions:
    """The editions this process has read, the latest used ones, each once: a digest always means the same course.

    Several threads may ask at once.
    """

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._known: OrderedDict[str, Course] = OrderedDict()
        self._lock = Lock()

    def course(self, digest: str, read: Callable[[], Course]) -> Course:
        """The course of this digest; `read` is called where nobody knows it yet, and what it raises flies on."""
        with self._lock:
            course = self._known.get(digest) or read()
            self._remember(digest, course)
            return course

    def know(self, digest: str, course: Course) -> None:
        """This digest means this course."""
        with self._lock:
            self._remember(digest, course)

    def _remember(self, digest: str, course: Course) -> None:
        self._known[digest] = course
        self._known.move_to_end(digest)
        while len(self._known) > self._most:
            self._known.popitem(last=False)
