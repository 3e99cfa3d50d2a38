"""What LINE counts and bills: recipients in a calendar month."""

from datetime import datetime


class Quota:
    """The month is the sandbox zone's; `limit` messages are included in it."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.month = ""
        self.spent = 0

    def used(self, local: datetime) -> int:
        return self.spent if self.month == _month(local) else 0

    def has_room(self, recipients: int, local: datetime) -> bool:
        return self.used(local) + recipients <= self.limit

    def spend(self, recipients: int, local: datetime) -> None:
        self.spent, self.month = self.used(local) + recipients, _month(local)


def _month(local: datetime) -> str:
    return f"{local:%Y-%m}"
