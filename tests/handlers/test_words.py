"""What typed words mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config import line_menu
from handlers.lookups import Explaining, Wondering
from handlers.orders import Matching, Surveying
from handlers.words import Joining, Linking, Parting, Placing, Setting, Thanking, agreed, folded, heard
from messages.actions import (
    ChooseColumns,
    ComeBack,
    Leave,
    Rest,
    Resume,
    SetDigests,
    SetReminders,
    ShowDigest,
    ShowHelp,
    ShowPlaces,
    ShowProgress,
    ShowSettings,
    Today,
    unpack,
)


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("今日", Today()),
        ("　今日　", Today()),
        ("「今日」", Today()),
        ("“TODAY”", Today()),
        ("ｔｏｄａｙ！", Today()),
        ("続き。", Resume()),
        ("go  on", Resume()),
        ("進捗", ShowProgress()),
        ("設定", ShowSettings()),
        ("？", ShowHelp()),
        ("/kotsu help", ShowHelp()),
        ("退会", Leave(0)),
        ("退会したいです", Leave(0)),
        ("時間を変えたい", ShowSettings()),
        ("参加", Joining("")),
        ("参加ABC234", Joining("ABC234")),
        ("参加コード：abc234", Joining("ABC234")),
        ("ＪＯＩＮ　ａｂｃ２３４", Joining("ABC234")),
        ("「参加 ABC234」", Joining("ABC234")),
        ("設定　９：００", Setting("9:00")),
        ("settings English", Setting("english")),
        ("連携", ShowPlaces()),
        ("届け先を変えたいです", ShowPlaces()),
        ("連携 ABCD2345", Linking("ABCD2345")),
        ("連携コード：ａｂｃｄ－２３４５", Linking("ABCD2345")),
        ("「Link abcd2345」", Linking("ABCD2345")),
        ("linkedin", None),
        ("用語", Explaining("")),
        ("用語集を見る", Explaining("")),
        ("Glossary", Explaining("")),
        ("用語　ＬＧＷＡＮ", Explaining("lgwan")),
        ("用語「三層の対策」", Explaining("三層の対策")),
        ("用語：三層の対策", Explaining("三層の対策")),
        ("term LGWAN", Explaining("lgwan")),
        ("terminal", None),
        ("LGWANとは", Wondering("lgwan")),
        ("「LGWAN」って何ですか？", Wondering("lgwan")),
        ("What's LGWAN?", Wondering("lgwan")),
        ("what does the LGWAN mean", Wondering("lgwan")),
        ("ほかとはちがう話", None),
        ("connected", None),
        ("届け先 Slack", Placing("slack")),
        ("届け先をLINEにする", Placing("line")),
        ("設定　届け先　ＬＩＮＥ", Placing("line")),
        ("deliver to Slack", Placing("slack")),
        ("settings deliver it to line", Placing("line")),
        ("連携解除", Parting("")),
        ("連携を解除する", Parting("")),
        ("連携解除　LINE", Parting("line")),
        ("unlink slack", Parting("slack")),
        ("どうもありがとうございました", Thanking()),
        ("お疲れ様です。", Thanking()),
        ("今日は休みます", Rest("今日")),
        ("休む", Rest()),
        ("お休みしたいです", Rest()),
        ("Take a rest", Rest()),
        ("休む 9/30", Rest("9/30")),
        (
            "休む 通院がつづいていて、医師から言われたので来月末まで",
            Rest("通院がつづいていて、医師から言われたので来月末まで"),
        ),
        ("休む９月３０日", Rest("9月30日")),
        ("休む　来週まで", Rest("来週まで")),
        ("9/30まで休みます", Rest("9/30まで")),
        ("rest until 9/30", Rest("until 9/30")),
        ("rest 3 days", Rest("3 days")),
        ("/kotsu rest today", Rest("today")),
        ("休むときはどうしますか", None),
        ("rest of the lesson", None),
        ("再開", ComeBack()),
        ("再開する", ComeBack()),
        ("戻りました!", ComeBack()),
        ("I'm back.", ComeBack()),
        ("続ける", Resume()),
        ("リマインダー　オフ", SetReminders("off")),
        ("ﾘﾏｲﾝﾀﾞｰ ｵﾝ", SetReminders("on")),
        ("設定 リマインダー オフ", SetReminders("off")),
        ("Reminders ON", SetReminders("on")),
        ("settings reminders off", SetReminders("off")),
        ("まとめ", ShowDigest()),
        ("今週のまとめ", ShowDigest()),
        ("/kotsu digest", ShowDigest()),
        ("まとめ オフ", SetDigests("off")),
        ("設定 まとめ オン", SetDigests("on")),
        ("Digest off", SetDigests("off")),
        ("settings digest on", SetDigests("on")),
        ("進み具合", ShowProgress()),
        ("進み具合　税務課", Surveying("税務課")),
        ("所属の進み具合", Surveying("")),
        ("/kotsu Completion 市民部/税務課", Surveying("市民部/税務課")),
        ("進み具合 来週は 二つ進めます", None),
        ("名簿の列", ChooseColumns()),
        ("Choose columns", ChooseColumns()),
        ("名簿 列 職員番号=番号A　氏名＝なまえ", Matching("職員番号=番号A　氏名＝なまえ")),
        ("名簿の列：氏名=なまえ", Matching("氏名=なまえ")),
        ("/kotsu Roster columns name=なまえ", Matching("name=なまえ")),
        ("名簿の列が足りない", None),
        ("参加できますか", None),
        ("A", None),
        ("", None),
    ],
)
def test_a_word_means_the_same_however_it_is_written(text: str, meaning: object) -> None:
    assert heard(text) == meaning


@pytest.mark.parametrize("text", ["はい", "はい。", "ＯＫ", "Yes!", "同意します", "はい、お願いします"])
def test_a_yes(text: str) -> None:
    assert agreed(text) is True


@pytest.mark.parametrize("text", ["いいえ", "No", "参加しない", "やめておきます"])
def test_a_no(text: str) -> None:
    assert agreed(text) is False


@pytest.mark.parametrize("text", ["", "はいはい?", "たぶん", "A"])
def test_neither(text: str) -> None:
    assert agreed(text) is None


@given(st.text(max_size=100))
def test_any_text_is_borne(text: str) -> None:
    assert agreed(text) is None or heard(text) is None, "nothing is an answer and a wish at once"
    assert folded(text) == folded(f" {text} ")


def test_no_word_of_the_menu_in_line_means_anything_else_when_it_is_typed() -> None:
    """LINE for PC shows no menu."""
    areas = [area for tab in line_menu.read().tabs for area in tab.areas]
    assert {area.word for area in areas if heard(area.word) not in (None, unpack(area.does))} == set()
    assert {heard(area.word) for area in areas} >= {Today(), Resume(), ShowProgress(), ShowSettings(), ShowHelp()}
