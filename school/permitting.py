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
    chosen = replace(organisation, second_approval=wanted)
    _choose(root, chosen, actor, f"approval {_word(wanted)}", at)


def confirm_silence(root: Root, organisation: Organisation, actor: Actor, *, wanted: bool, at: datetime) -> None:
    """Silence needs a second person's yes from now on, or does not; raises NotAllowed."""
    chosen = replace(organisation, silence_confirm=wanted)
    _choose(root, chosen, actor, f"silence-confirm {_word(wanted)}", at)


def remind_on_line(root: Root, organisation: Organisation, actor: Actor, *, wanted: bool, at: datetime) -> None:
    """Reminders in LINE may cost a push from now on, or may not; raises NotAllowed."""
    chosen = replace(organisation, line_reminders=wanted)
    _choose(root, chosen, actor, f"reminders {_word(wanted)}", at)


def come_to(root: Root, organisation: Organisation, actor: Actor, *, channel: str, at: datetime) -> None:
    """Questions come to this Slack channel from now on, or to each facilitator if it is empty; raises NotAllowed. Those
    shown before stay where they are.
    """
    chosen = replace(organisation, questions_channel=channel)
    _choose(root, chosen, actor, f"questions to {channel}" if channel else "questions to each", at)


def _choose(root: Root, chosen: Organisation, actor: Actor, detail: str, at: datetime) -> None:
    """The organisation is so from now on, and who wanted it stays on record."""
    acts(root.work(chosen.id), actor, Verb.APPOINT, target="organisation", detail=detail, at=at)
    root.organisations.save(chosen)


def _word(wanted: bool) -> str:  # noqa: FBT001  a word for each
    return "on" if wanted else "off"
