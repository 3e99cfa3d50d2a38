"""Announcements at the command line: looked at before they leave, and nothing is half done by bad input."""

from tests.bot.kotsu import Kotsu


def test_both_platforms_looks_are_seen_before_anybody_gets_it(kotsu: Kotsu) -> None:
    kotsu("org", "create", "町役場")
    (kotsu.folder / "body.txt").write_text(
        "# 日時\n月曜日は<午後>から始めます。\n\n会場は変わりません。\n- 名札", encoding="utf-8"
    )
    words = ("announce", "draft", "研修について", "--body", "body.txt", "--link", "https://example.com/map")
    assert "image_alt: A picture needs" in kotsu(*words, "--image", "https://example.com/map.png").sorry()
    assert "だれか" in kotsu(*words, "--without", "だれか").sorry()
    assert "no section" in kotsu(*words, "--section", "どこか").sorry()
    assert not kotsu("announce", "list").said, "what is wrong leaves nothing behind"
    options = ("--label", "会場の地図", "--question", "出ますか", "--option", "はい", "--option", "いいえ")
    assert "announce preview 1" in kotsu(*words, *options).said
    told = kotsu("announce", "preview", "1").said
    line, slack = told.split("  in Slack\n")
    for shown in (line, slack):
        assert "月曜日は<午後>から始めます。" in shown
        assert "| 日時\n" in shown
        assert "会場は変わりません。" in shown
        assert "・名札" in shown
        assert "[会場の地図] https://example.com/map" in shown
    assert "[A] はい" in line
    assert "[A] [B]" in slack
    assert "costs   0 LINE messages" in told
    right = ("announce", "draft", "訂正", "--body", "body.txt")
    assert "which version you have read" in kotsu("announce", "send", "1").sorry()
    assert "rewritten meanwhile" in kotsu("announce", "send", "1-2").sorry()
    assert "Nobody would get it" in kotsu("announce", "send", "1-1").sorry()
    assert "Only what has been sent" in kotsu(*right, "--corrects", "1").sorry()
    assert "leave out to whom" in kotsu(*right, "--corrects", "1", "--role", "officer").sorry()
    assert "0 in all, page 1 of 1" in kotsu("announce", "ledger", "1").said
    assert "1 is thrown away" in kotsu("announce", "discard", "1").said
    assert "no draft" in kotsu("announce", "discard", "1").sorry()
