"""The ways into a cohort: the code, a link that opens LINE with the words typed, a page that explains both."""

from dataclasses import dataclass
from urllib.parse import quote

from messages.incoming import ChannelName
from store.values import Account, Cohort


@dataclass(frozen=True, slots=True)
class Invitation:
    """What an organiser hands out. A link is empty where there is no such account."""

    code: str
    page: str
    line: str
    slack: str


def invitation(cohort: Cohort, accounts: tuple[Account, ...], public_url: str) -> Invitation:
    """The invitation to a cohort for the organisation's active accounts."""
    active = {account.channel: account for account in accounts if account.active}
    line, slack = active.get(ChannelName.LINE), active.get(ChannelName.SLACK)
    return Invitation(
        code=cohort.code,
        page=f"{public_url}/join/{cohort.code}",
        line=talk(line, f"参加 {cohort.code}") if line else "",
        slack=f"/kotsu join {cohort.code}" if slack else "",
    )


def talk(line: Account, words: str = "") -> str:
    """A link that opens the talk with our LINE account, with these words typed and not yet sent."""
    return f"https://line.me/R/oaMessage/{quote(line.handle, safe='')}/?{quote(words)}"
