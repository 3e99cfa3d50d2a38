"""Texts are cut between characters as people see them, and nothing of them is lost."""

import regex
from hypothesis import given
from hypothesis import strategies as st

from channels.slack.marks import escaped
from channels.slack.measure import pieces, shortened, size

TEXTS = st.text(alphabet=st.sampled_from("aあ&<>。\n 👩🏽‍🚒é🇯🇵"), max_size=400)


def seen(text: str) -> list[str]:
    return [str(each) for each in regex.findall(r"\X", text)]


@given(TEXTS, st.integers(20, 80))
def test_every_piece_fits_once_it_is_escaped(text: str, limit: int) -> None:
    assert all(size(escaped(piece)) <= limit for piece in pieces(text, limit))


@given(TEXTS, st.integers(20, 80))
def test_the_pieces_are_the_whole_text_but_for_line_breaks_at_the_cuts(text: str, limit: int) -> None:
    assert "".join(pieces(text, limit)).replace("\n", "") == text.replace("\n", "")


@given(TEXTS, st.integers(20, 80))
def test_a_shortened_text_fits_and_ends_between_two_characters(text: str, limit: int) -> None:
    short = shortened(text, limit)
    assert size(short) <= limit
    assert short == text or seen(text)[: len(seen(short[:-1]))] == seen(short[:-1])


def test_a_cut_prefers_the_end_of_a_line_then_of_a_sentence() -> None:
    assert list(pieces("一行目\n二行目の文", 7)) == ["一行目", "二行目の文"]
    assert list(pieces("一文目。二文目です", 7)) == ["一文目。", "二文目です"]


def test_an_emoji_family_is_kept_or_left_whole() -> None:
    fighter = "👩🏽‍🚒"
    assert shortened(fighter * 3, 2 * size(fighter) + 1) == fighter * 2 + "…"
    assert shortened(fighter * 3, 2 * size(fighter)) == fighter + "…"
