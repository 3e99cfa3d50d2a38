"""What is said to fit without being drawn does fit once it is drawn."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from channels.channel import Refused
from channels.slack.estimate import fits_easily
from channels.slack.forms import Origin, modal
from channels.slack.limits import check
from channels.slack.render import render
from messages.form import Entry, Field, Form, Pick
from messages.message import Message, Text
from tests.channels.anything import messages, texts
from tests.channels.line.cards import LESSON, QUESTION

entries = st.builds(Entry, st.sampled_from(["a", "b"]), texts, st.integers(-1, 4_000), texts)
options = st.lists(st.tuples(st.sampled_from(["1", "2", "", "x" * 80]), texts), max_size=12).map(tuple)
lists = st.builds(Field, st.sampled_from(["a", "b"]), texts, options, st.sampled_from(["", "1"]))
picks = st.builds(Pick, st.sampled_from(["a", "b"]), texts, options)
titles = texts | st.just("答えを書く")
forms = st.builds(
    Form,
    st.just("answer"),
    titles,
    titles,
    titles,
    st.lists(entries | lists | picks, max_size=2).map(tuple),
    texts,
    texts,
)


@settings(max_examples=200, deadline=None)
@given(messages | forms)
def test_what_is_said_to_fit_is_never_refused(shown: Message | Form) -> None:
    if not fits_easily(shown):
        return
    if isinstance(shown, Message):
        check(render(shown))
    else:
        modal(shown, Origin())


def test_a_label_of_which_nothing_is_left_once_it_is_drawn_does_not_fit() -> None:
    form = Form("answer", "答え", "送る", "閉じる", (Entry("answer", "\x01", 100),))
    assert not fits_easily(form)
    with pytest.raises(Refused, match="input label is empty"):
        modal(form, Origin())


def test_a_lesson_fits_easily_and_a_novel_does_not() -> None:
    assert fits_easily(Message("12日目", (*LESSON, *QUESTION)))
    assert not fits_easily(Message("12日目", (*LESSON, Text("長" * 10_000), *QUESTION)))
    assert not fits_easily(Message("長い文", (Text("文。" * 500),) * 20))
    assert not fits_easily(Message(" ", QUESTION))
    assert not fits_easily(Message("\x01", QUESTION))
    assert not fits_easily(Message("12日目", (Text("\x01"),)))
    assert not fits_easily(Form("answer", "長い題" * 10, "送る", "閉じる", (Entry("answer", "答え", 100),)))
