"""What must not be kept is seen, in any width, and ordinary answers are left alone."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.guard import Private, found

TODAY = date(2026, 9, 7)
_WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)} | {0x20: 0x3000}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("123456789018", Private.MY_NUMBER),
        ("1234-5678-9018", Private.MY_NUMBER),
        ("1234 5678 9018", Private.MY_NUMBER),
        ("番号は1234ー5678ー9018です", Private.MY_NUMBER),
        ("3件目 123456789018", Private.MY_NUMBER),
        ("1 2 3 4 5 6 7 8 9 0 1 8", Private.MY_NUMBER),
        ("090-1234-5678", Private.PHONE),
        ("09012345678に電話", Private.PHONE),
        ("080 1234 5678", Private.PHONE),
        ("050(1234)5678", Private.PHONE),
        ("0994-32-1111", Private.PHONE),
        ("0994(32)1111", Private.PHONE),
        ("(03)1234-5678", Private.PHONE),
        ("03-1234-5678 5人", Private.PHONE),
        ("0312345678", Private.PHONE),
        ("0120-123-456", Private.PHONE),
        ("0120-12-3456", Private.PHONE),
        ("0800-123-4567", Private.PHONE),
        ("+81 90 1234 5678", Private.PHONE),
        ("+81-3-1234-5678", Private.PHONE),
        ("+81(0)90-1234-5678", Private.PHONE),
        ("hana@example.jp", Private.EMAIL),
        ("連絡はhana.sato+dx@city.example.lg.jpまで", Private.EMAIL),
        ("hana @ example.jp", Private.EMAIL),
        ("〒891-2123", Private.ADDRESS),
        ("郵便番号 8912123", Private.ADDRESS),
        ("鹿児島県垂水市上町114番地", Private.ADDRESS),
        ("東京都千代田区霞が関2-1-2", Private.ADDRESS),
        ("北海道札幌市中央区北一条西二丁目", Private.ADDRESS),
        ("中央区銀座4丁目5番6号", Private.ADDRESS),
        ("垂水市上町1-2-3に住む方", Private.ADDRESS),
        ("1985年4月1日生", Private.BIRTH_DATE),
        ("生年月日:1985/4/1", Private.BIRTH_DATE),
        ("生年月日 19850401", Private.BIRTH_DATE),
        ("誕生日は1985-04-01です", Private.BIRTH_DATE),
        ("昭和60年4月1日生まれの方", Private.BIRTH_DATE),
        ("昭和60年4月1日", Private.BIRTH_DATE),
        ("平成元年1月8日", Private.BIRTH_DATE),
        ("S60.4.1生", Private.BIRTH_DATE),
        ("令和3年5月5日生まれ", Private.BIRTH_DATE),
        ("born on 1985-04-01", Private.BIRTH_DATE),
    ],
)
def test_personal_data_is_seen_in_half_and_full_width(text: str, kind: Private) -> None:
    assert found(text, TODAY) == (kind,)
    assert found(text.translate(_WIDE), TODAY) == (kind,)


@pytest.mark.parametrize(
    "text",
    [
        *("A", "1", "はい", "○", "AとC", "12", "1,788", "3.14", "8:40", "8時40分", "第3週", "2040年", "12日目/40"),
        *("参加 ABC234", "設定 9:00", "2026年9月7日", "2026-09-07", "2026/9/7 8:40", "令和8年9月7日から始めます"),
        *("123456789012", "1234567890123", "4111 1111 1111 1111", "12345", "0.05", "0120", "100-0001"),
        "窓口に来た方が、申請書を3枚書いていました。1枚にできないか、係で話してみます。",
        "人口は1,788団体のうち1,321団体、74%。2040年には職員が2割減るかもしれない。",
        "鹿児島県垂水市の窓口では、3番目に待ち時間が長い。",
        "東京都千代田区の1-3月の件数は120件でした。",
        "市の予算は2026-09-07に説明があります",
        "昭和22年10月27日公布の法律",
        "平成25年5月31日(法律第27号)",
        "令和8年10月1日に生まれ変わる庁舎",
        "生徒が1985年4月1日を調べた",
        "@全員 よろしく",
        "町村合併のあと、2番の窓口が混む",
        "9999年99月99日生まれ",
    ],
)
def test_ordinary_answers_are_left_alone(text: str) -> None:
    assert found(text, TODAY) == ()
    assert found(text.translate(_WIDE), TODAY) == ()


def test_each_kind_is_told_once_and_never_what_was_written() -> None:
    assert found("hana@example.jp, ken@example.jp, 090-1234-5678", TODAY) == (Private.PHONE, Private.EMAIL)


def test_one_wrong_digit_is_no_my_number() -> None:
    right = [each for each in range(10) if found(f"12345678901{each}", TODAY)]
    assert right == [8]


def test_a_day_to_come_is_nobodys_birthday() -> None:
    assert found("2026年9月8日生まれ", TODAY) == ()
    assert found("2026年9月8日生まれ", date(2026, 9, 9)) == (Private.BIRTH_DATE,)


@given(st.text())
def test_any_text_is_borne(text: str) -> None:
    assert set(found(text, TODAY)) <= set(Private)


@given(st.text(alphabet="0123456789-/. ()@年月日生昭和平成東京都市区町番地丁目〒+81ab元\n\u200b", max_size=80))
def test_full_width_is_seen_as_half_width_is(text: str) -> None:
    assert found(text.translate(_WIDE), TODAY) == found(text, TODAY)


@given(st.lists(st.integers(0, 9), min_size=11, max_size=11), st.sampled_from(["", " ", "-", " - ", "・"]))
def test_every_my_number_is_seen(digits: list[int], gap: str) -> None:
    first = "".join(map(str, digits))
    check = next(each for each in range(10) if _fits(digits, each))
    whole = f"{first}{check}"
    assert Private.MY_NUMBER in found(gap.join((whole[:4], whole[4:8], whole[8:])), TODAY)


@pytest.mark.parametrize("text", ["1" * 5000, "a" * 5000, "市" * 5000, "0-" * 2500, "昭和" * 2500, "東京都" * 1700])
def test_a_long_text_takes_no_long_time(text: str) -> None:
    assert found(text, TODAY) == ()


def _fits(digits: list[int], check: int) -> bool:
    """The rule once more, as the ministry's table has it: the weights from the first digit on."""
    rest = sum(digit * weight for digit, weight in zip(digits, (6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2), strict=True)) % 11
    return check == (11 - rest) % 11 % 10 if rest > 1 else check == 0
