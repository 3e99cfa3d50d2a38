"""What is said to fit without being drawn does fit once it is drawn."""

from hypothesis import given, settings

from channels.line.estimate import fits_easily
from channels.line.limits import check
from channels.line.render import render
from messages.message import Message, Text
from tests.channels.anything import messages
from tests.channels.line.cards import LESSON, QUESTION


@settings(max_examples=200, deadline=None)
@given(messages)
def test_what_is_said_to_fit_is_never_refused(message: Message) -> None:
    if fits_easily(message):
        check(render(message))


def test_a_lesson_fits_easily_and_a_novel_does_not() -> None:
    assert fits_easily(Message("12日目", (*LESSON, *QUESTION)))
    assert not fits_easily(Message("12日目", (*LESSON, Text("長" * 10_000), *QUESTION)))
    assert not fits_easily(Message("長い文", (Text("長" * 5_001),)))
    assert not fits_easily(Message(" ", QUESTION))
