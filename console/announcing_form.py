"""The form in which an announcement is written: all its fields, what was typed in them, and what is wrong with it."""

from collections.abc import Mapping
from typing import Final

from console.templating import drawn
from lessons.phrases import Phrases
from school.announcing.filling import YES
from school.announcing.offering import Offer
from school.announcing.wording import LABEL, Fault
from store.announcement import Progress
from store.office import Role

EMPTY: Final = {"roles": Role.LEARNER.value}
"""What stands in a new form."""
_ORDER: Final = (
    *("title", "body", "link", "link_label", "image", "image_alt", "question", "options"),
    *("roles", "cohorts", "sections", "channels", "progress", "without", "when", "urgent"),
)
_ROLES: Final = (Role.LEARNER, Role.FACILITATOR, Role.MANAGER, Role.OFFICER, Role.OWNER)


def form_page(
    given: Mapping[str, str],
    offer: Offer,
    say: Phrases,
    *,
    back: str,
    title: str,
    corrects: str = "",
    faults: tuple[Fault, ...] = (),
) -> str:
    """Every field with what was `given` for it; what is wrong is listed at the top, and stands at its field. A
    correction (`corrects` is the title of what it puts right) goes to who got that one: it asks neither whom nor when.
    """
    errors = {fault.field: say(fault.key, **dict(fault.facts)) for fault in reversed(faults)}
    return drawn(
        "announcement_form.html",
        language=say.language,
        say=say,
        back=back,
        title=title,
        corrects=corrects,
        given=given,
        ticked={
            name: given.get(name, "").splitlines() for name in ("roles", "cohorts", "sections", "channels", "urgent")
        },
        offer=offer,
        roles=tuple((role.value, say(f"office.{role.value}")) for role in _ROLES),
        channels=(("line", "LINE"), ("slack", "Slack")),
        progress=tuple((each.value, say(f"announcing.progress_{each.value}")) for each in Progress),
        urgent=((YES, say("announcing.urgent_yes")),),
        label=LABEL,
        errors={name: errors[name] for name in _ORDER if name in errors},
    )
