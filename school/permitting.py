"""What somebody in charge may allow, and take back."""

from dataclasses import replace
from datetime import datetime
from typing import Final

from store.root import Root
from store.values import Organisation

FREE_TEXT: Final = "line_free_text"


def allow_free_text(
    root: Root, organisation: Organisation, *, allowed: bool, by: str, document: str, at: datetime
) -> None:
    """People may, or may not any more, write about their own work in LINE itself; who says so stays on record."""
    root.work(organisation.id).approvals.add(what=FREE_TEXT, granted=allowed, by=by, document=document, at=at)
    root.organisations.save(replace(organisation, line_free_text=allowed))
