"""Disaster mode, days in reserve and leaves at the command line."""

from tests.bot.kotsu import Kotsu


def test_silence_begins_is_seen_and_ends_by_a_plan(kotsu: Kotsu) -> None:
    kotsu("org", "create", "町役場")
    made = kotsu("cohort", "create", "第1期", "--start", "2090-09-04", "--reserve", "3")
    code = made.said.partition("join code ")[2][:6]
    assert "no section called '総務部'" in kotsu("silence", "begin", "--section", "総務部").sorry()
    assert "Everybody: 0 people rest, 0 letters were stopped." in kotsu("silence", "begin").said
    assert "1  Everybody  silent since" in kotsu("silence", "show").said
    assert "as soon as it goes on" in kotsu("cohort", "show", code).said
    assert "Nobody is learning now." in kotsu("silence", "resume", "--plan").said
    assert "It goes on." in kotsu("silence", "resume", "1", "--compress").said
    assert "of 3 days in reserve used" in kotsu("cohort", "show", code).said
    assert "does not last any more" in kotsu("silence", "resume", "1", "--shift").sorry()

    assert "needs a second person's yes" in kotsu("org", "silence-confirm", "on").said
    assert "0 were asked" in kotsu("silence", "begin").said
    assert "needs somebody else's yes" in kotsu("silence", "confirm").sorry()
    assert "dropped" in kotsu("silence", "drop").said
    assert "nobody called 'はな'" in kotsu("people", "away", "はな", "--until", "2026-12-28").sorry()
    log = kotsu("audit", "export").said
    for told in ("silence,silence:1 over everybody,begun", "resume,silence:1 over everybody,compress", "declined"):
        assert told in log
