"""Digests at the command line: switched, and looked at before anybody reads them."""

from tests.bot.kotsu import Kotsu


def test_digests_come_unless_they_are_switched_off_and_can_be_looked_at(kotsu: Kotsu) -> None:
    kotsu("org", "create", "町役場")
    assert "costs nothing" in kotsu("org", "digests", "free").said, "on for every new organisation"
    assert "There are no weekly digests." in kotsu("org", "digests", "off").said
    assert "Say on, off, paid or free" in kotsu("org", "digests", "monthly").sorry()
    kotsu("org", "reminders", "on")
    log = kotsu("audit", "export").said
    assert all(words in log for words in ("digests free", "digests off", "reminders on"))
    assert "monthly" not in log, "what was refused is no deed"

    shown = kotsu("digest", "show", "--kind", "officer").said
    assert "研修の1週間" in shown
    assert "この週に学んだ人はいません。" in shown
    assert "no section '総務部'" in kotsu("digest", "show", "--kind", "manager", "--section", "総務部").sorry()
