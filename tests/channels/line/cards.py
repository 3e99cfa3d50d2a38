"""Messages to draw: one with every block there is, and small ones; and ways to look into what was drawn."""

from collections.abc import Iterator
from typing import Any, Final

from messages.actions import Choose, Finish, Leave, SetTime, ShowProgress, Toggle
from messages.message import (
    Block,
    Box,
    Break,
    Button,
    Buttons,
    Choice,
    Choices,
    Divider,
    Facts,
    Heading,
    Image,
    Link,
    Message,
    Progress,
    Ranking,
    Scale,
    Text,
    Tone,
    Weight,
)

Json = dict[str, Any]

LESSON: Final[tuple[Block, ...]] = (
    Heading("ペルソナ――「住民」という人はいない", eyebrow="第3週 利用者の目で見る", aside="12日目/40"),
    Progress(12, 40, "12日目/40"),
    Text("窓口に来た人の手には、もう3枚の紙がありました。\n" + "だれのための紙でしょう。" * 12),
    Box("あなたの課では(窓口)", "最初のひと言を、書類の名前ではなく「何をしに来ましたか」に。"),
    Link("出典 サービスデザイン実践ガイドブック", "https://www.example.go.jp/guide?a=1", note="(β版) 2018年3月時点"),
)
QUESTION: Final[tuple[Block, ...]] = (
    Text("問1/2  場面で考える", Tone.QUIET),
    Text("「高齢者向けの案内」を作ることになりました。最初にすることは?", strong=True),
    Choices(
        (
            Choice("A", "先進自治体の案内をそのまま使う" * 3, Choose(7, "d12q1", "A")),
            Choice("B", "窓口で3人の話を聞く", Choose(7, "d12q1", "B")),
            Choice("C", "文字を大きくする", Choose(7, "d12q1", "C")),
        )
    ),
    Text("ボタンを押すか、A・B・C と送ってください。", Tone.QUIET),
)
OTHERS: Final[tuple[Block, ...]] = (
    Text("✔ 正解です。", Tone.GOOD, strong=True),
    Text("▲ おしい。正解は A です。", Tone.GENTLE),
    Divider(),
    Facts((("今週", "●●●○○"), ("つづけて", "8 営業日"), ("", ""))),
    Image("https://www.example.go.jp/map.png", alt="手続の地図", ratio="3:2"),
    Progress(0, 0, "まだこれから"),
    Buttons(
        (
            Button("進捗を見る", ShowProgress()),
            Button("はじめる", Leave(0), Weight.MAIN),
            Button("やめる", Leave(1), Weight.DANGER),
        )
    ),
)
RICH: Final = Message("12日目 ペルソナ(3分)", (*LESSON, Break(), *QUESTION, Break(), *OTHERS))


def several(*picked: str, labels: str = "ABCD") -> Message:
    """A question with more than one right answer."""
    options = tuple(Choice(label, f"{label}の文", Toggle(7, "q", label)) for label in labels)
    return Message("問2", (Choices(options, Button("答える", Finish(7, "q"), Weight.MAIN), picked),))


def in_order(*picked: str, labels: str = "ABC") -> Message:
    """Things to put in order, those picked in their places."""
    options = tuple(Choice(label, f"{label}の文", Toggle(7, "q", label)) for label in labels)
    return Message("問3", (Ranking(options, Button("答える", Finish(7, "q"), Weight.MAIN), picked),))


def steps(low: str = "そう思わない", high: str = "そう思う", most: int = 5) -> Message:
    options = tuple(Choice(str(number), "", Choose(7, "q", str(number))) for number in range(1, most + 1))
    return Message("問4", (Scale(options, low=low, high=high),))


def times(*labels: str) -> Message:
    return Message(
        "いつ届けますか", (Text("時刻", Tone.QUIET), Buttons(tuple(Button(at, SetTime(at)) for at in labels)))
    )


def inside(part: Any) -> Iterator[Json]:
    """Every JSON object in what was drawn, outermost first."""
    if isinstance(part, dict):
        yield part
    for each in part.values() if isinstance(part, dict) else part if isinstance(part, list | tuple) else ():
        yield from inside(each)


def of_kind(part: Any, kind: str) -> list[Json]:
    return [each for each in inside(part) if each.get("type") == kind]


def texts(part: Any) -> list[str]:
    """What a reader reads, in order."""
    return [each["text"] for each in inside(part) if each.get("type") in ("text", "span") and "text" in each]
