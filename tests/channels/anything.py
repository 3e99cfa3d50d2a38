"""Messages of the blocks that lessons are made of, with texts of every length and kind, for hypothesis."""

from typing import Final

from hypothesis import strategies as st

from messages.actions import Choose
from messages.message import (
    Block,
    Box,
    Break,
    Button,
    Buttons,
    Choice,
    Choices,
    Divider,
    Heading,
    Link,
    Message,
    Progress,
    Ranking,
    Scale,
    Text,
    Tone,
)

_BITS: Final = ("", " ", "\n", "あ", "A", "&", "<", "*", "_x_", '"', "\\", "𠮷", "👨‍👩‍👧", ":a:", "。", "\x01")
_times: Final = st.sampled_from([1, 3, 20, 20, 100, 700])
texts: Final = st.builds(
    lambda bits, times: "".join(bits) * times, st.lists(st.sampled_from(_BITS), max_size=4), _times
)
_labels: Final = st.sampled_from(["A", "B", "○", "答える", "送る", "", " ", "長い" * 15, "長い" * 60])
_actions: Final = st.builds(Choose, st.just(2**31), st.sampled_from(["d01-q1", "x" * 64, "x" * 300]), st.just("A"))
_choices: Final = st.lists(st.builds(Choice, _labels, texts, _actions), max_size=14).map(tuple)
_buttons: Final = st.builds(Button, _labels, _actions)
_urls: Final = st.sampled_from(["https://a.example/", "ftp://a", "", "https://a.example/?a=1&b=" + "é" * 900])
blocks: Final[st.SearchStrategy[Block]] = st.one_of(
    st.builds(Heading, texts, texts, texts),
    st.builds(Text, texts, st.sampled_from(Tone), st.booleans()),
    st.builds(Box, texts, texts),
    st.builds(Progress, st.integers(0, 3), st.integers(0, 3), texts),
    st.builds(Link, texts, _urls, texts),
    st.builds(Choices, _choices, st.none() | _buttons, st.just(("A",))),
    st.builds(Ranking, _choices, _buttons, st.just(("A",)), st.lists(texts, max_size=3).map(tuple)),
    st.builds(Scale, _choices, texts, texts),
    st.builds(Buttons, st.lists(_buttons, max_size=27).map(tuple)),
    st.just(Divider()),
    st.just(Break()),
)
messages: Final = st.builds(Message, texts, st.lists(blocks, max_size=12).map(tuple))
