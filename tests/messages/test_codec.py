"""Letters outlive deploys: what was written is read again, also by the next version."""

from messages.actions import Choose, Finish, Toggle, Write
from messages.codec import decode, encode
from messages.message import Button, Buttons, Choice, Message, Page, Ranking, Scale, Weight

THINGS = tuple(Choice(label, f"{label}の文", Toggle(7, "q", label)) for label in "ABC")
STEPS = tuple(Choice(label, "", Choose(7, "q", label)) for label in "12345")
RELEASED = (
    '{"v":1,"summary":"設定","blocks":[{"is":"buttons","buttons":[{"label":"今日","action":"today","weight":"main"}]}]}'
)


def test_every_way_of_asking_is_read_as_it_was_written() -> None:
    message = Message(
        "問3",
        (
            Ranking(THINGS, Button("答える", Finish(7, "q")), picked=("C", "A"), places=("1番目", "2番目", "3番目")),
            Scale(STEPS, low="そう思わない", high="そう思う"),
            Buttons((Button("書く", Write(7, "q"), Weight.MAIN, typing=True),)),
            Page("ページで書く", "https://kotsu.example/p/1"),
        ),
    )
    assert decode(encode(message)) == message


def test_a_button_of_the_last_release_opens_no_keyboard() -> None:
    [buttons] = decode(RELEASED).blocks
    assert isinstance(buttons, Buttons)
    assert (buttons.buttons[0].label, buttons.buttons[0].typing) == ("今日", False)
