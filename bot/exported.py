"""Answers that leave as a file: where they go, and that somebody took them."""

import csv
import getpass
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from bot import opening
from school.rights import Verb, acts, operator

Write = Callable[[Iterable[object]], object]


@contextmanager
def leaving(file: Path | None, org: str | None, *, target: str, what: str) -> Iterator[Write]:
    """What writes one row of a CSV after the other: into a file marked as UTF-8, so that Excel reads it, or to standard
    output. What was taken, and of what, stands on record before the first row; ends where the file cannot be written.
    """
    with ExitStack() as stack:
        try:
            stream = stack.enter_context(file.open("w", encoding="utf-8-sig", newline="")) if file else sys.stdout
        except OSError as why:
            opening.sorry(f"{file} cannot be written: {why.strerror}")
        with opening.working(org) as work:
            me = operator(getpass.getuser())
            acts(work, me, Verb.EXPORT_ANSWERS, target=target, detail=what, at=opening.now())
        yield csv.writer(stream).writerow
