"""What somebody in charge may allow, and take back."""

from dataclasses import replace
from datetime import datetime
from typing import Final

from school.rights import Actor, Verb, acts
from store.root import Root
from store.values import Organisation

FREE_TEXT: Final = "line_free_text"


def allow_free_text(
    root: Root, organisation: Organisation, *, allowed: bool, by: str, document: str, at: datetime
) -> None:
    """People may, or may not any more, write about their own work in LINE itself; who says so stays on record."""
    root.work(organisation.id).approvals.add(what=FREE_TEXT, granted=allowed, by=by, document=document, at=at)
    root.organisations.save(replace(organisation, line_free_text=allowed))


def asked_for(root: Root, organisation: Organisation, actor: Actor, *, wanted: bool, at: datetime) -> None:
    """What goes to many needs a second person's yes from now on, or does not; raises NotAllowed."""
    detail = "approval on" if wanted else "approval off"
    acts(root.work(organisation.id), actor, Verb.APPOINT, target="organisation", detail=detail, at=at)
    root.organisations.save(replace(organisation, second_approval=wanted))


def confirm_silence(root: Root, organisation: Organisation, actor: Actor, *, wanted: bool, at: datetime) -> None:
    """Silence needs a second person's yes from now on, or does not; raises NotAllowed."""
    detail = "silence-confirm on" if wanted else "silence-confirm off"
    acts(root.work(organisation.id), actor, Verb.APPOINT, target="organisation", detail=detail, at=at)
    root.organisations.save(replace(organisation, silence_confirm=wanted))


def come_to(root: Root, organisation: Organisation, actor: Actor, *, channel: str, at: datetime) -> None:
    """Questions come to this Slack channel from now on, or to each facilitator if it is empty; raises NotAllowed. Those
    shown before stay where they are.
    """
    detail = f"questions to {channel}" if channel else "questions to each"
    acts(root.work(organisation.id), actor, Verb.APPOINT, target="organisation", detail=detail, at=at)
    root.organisations.save(replace(organisation, questions_channel=channel))
