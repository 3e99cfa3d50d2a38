"""What does not keep a course from being taught, and still wants a second look."""

from typing import Final

from tests.lessons.mistakes.making import (
    COURSE,
    ENGLISH,
    FIRST,
    SECOND,
    SOUND,
    THIRD,
    Files,
    Mistake,
    both,
    swap,
)

_LONG: Final = "番号札を配る手が、けさも足りませんでした。"
_BODY: Final = "朝の窓口に、もう3人ならんでいます。"


_ONE_MORE: Final = """\
---
id: {name}
title: {name}の日
objective: 言える。
ds: [base]
skills: [H2]
your_section:
  default: {name}の文です。
questions:
  - id: {name}-q1
    kind: single
    scenario: {scenario}
    fact: why-for-wrong
    text: {name}では、どこから書きますか。
    options:
{options}---
{name}の本文です。
"""
_OPTION: Final = "      - text: {text}\n{right}        why: {text}について、ここに2つの文で説明します。\n"


def crowded(files: Files, *, scenario: bool = True, order: tuple[int, ...] = (0,), longest: bool = False) -> Files:
    """Twelve more lessons with one question each, whose right option stands in these places in turn."""
    made, names = dict(files), [f"x{number:02}" for number in range(1, 13)]
    for number, name in enumerate(names):
        options = [_OPTION.format(text=f"{name}の朝の{kind}から", right="") for kind in ("書類", "電話")]
        text = f"{name}の朝のいちばん長い列から" if longest else f"{name}の列から"
        options.insert(order[number % len(order)], _OPTION.format(text=text, right="        right: true\n"))
        one = _ONE_MORE.format(name=name, scenario=str(scenario).lower(), options="".join(options))
        made[f"lessons/{name}.md"] = one
    listed = "".join(f"      - {name}\n" for name in names)
    made[COURSE] = made[COURSE].replace("      - l04-ikkai\n", f"      - l04-ikkai\n{listed}")
    return made


EASY_TO_GUESS: Final = (
    Mistake(
        "正解だけが長い",
        "right-is-longest",
        FIRST,
        _LONG[:20],
        swap(FIRST, _LONG, "番号札を配る手が、けさも足りませんでした。列の後ろの人は、もう時計を見ています。"),
    ),
    Mistake(
        "問いのことばが正解だけにある",
        "right-repeats",
        FIRST,
        "レッスンの番号札",
        swap(FIRST, _LONG, "レッスンの番号札が、けさも足りません。"),
    ),
    Mistake(
        "言い切るのはまちがいだけ",
        "wrong-is-absolute",
        FIRST,
        "text: 必ず、改善",
        swap(FIRST, "本日は、業務改善の意義について説明します。", "必ず、改善の意義から説明します。"),
    ),
    Mistake(
        "「すべて正しい」",
        "all-of-the-above",
        FIRST,
        "上のすべて",
        swap(FIRST, "この講座は、全部で4日あります。", "上のすべて"),
    ),
    Mistake(
        "ぜんぶ正解",
        "all-are-right",
        SECOND,
        "text: 選択肢を3つ",
        swap(SECOND, "        why: 見つけやすい", "        right: true\n        why: 見つけやすい"),
    ),
    Mistake(
        "順番のことばがある",
        "order-is-told",
        SECOND,
        "まず、迷う",
        swap(SECOND, "text: 迷う場面を", "text: まず、迷う場面を"),
    ),
    Mistake(
        "問いに答えが出ている",
        "answer-is-told",
        THIRD,
        "text: 受講者に「出典は",
        swap(THIRD, "「その数字は、どこから?」", "「出典はどこ?」"),
    ),
    Mistake(
        "どの数でも当たる",
        "any-number",
        THIRD,
        "text: 選択肢は1つ",
        swap(THIRD, "value: 240,", "value: 240, tolerance: 240,"),
    ),
    Mistake(
        "選択肢に記号",
        "label-in-option",
        FIRST,
        "text: A. この講座",
        swap(FIRST, "text: この講座は", "text: A. この講座は"),
    ),
    Mistake(
        "正解がいつも長い", "often-longest", COURSE, "", lambda files: crowded(files, order=(0, 1, 2), longest=True)
    ),
    Mistake("正解の位置がかたよる", "right-places", COURSE, "", lambda files: crowded(files, order=(0,))),
)
MISLEADING: Final = (
    Mistake(
        "否定の問い",
        "negative-question",
        FIRST,
        "text: よくないもの",
        swap(
            FIRST,
            "昼休みに3分だけ読む人へ、レッスンを書きます。最初の1文は、どれがよいですか。",
            "よくないものはどれですか。",
        ),
    ),
    Mistake(
        "ほとんど同じ選択肢",
        "options-alike",
        FIRST,
        "text: この講座は、全部で4日あります。",
        swap(FIRST, "本日は、業務改善の意義について説明します。", "この講座は、全部で4日ありますよ。"),
    ),
    Mistake(
        "解説が同じ",
        "reason-twice",
        FIRST,
        "why: 先が見える",
        swap(
            FIRST,
            "why: ていねいで、会議ならよい始め方です。でも、読む人の仕事がまだ出てきません。",
            "why: 先が見えると安心ですよね。ただ、それは表紙に書いてあります。",
        ),
    ),
    Mistake(
        "ひとことの解説",
        "thin-reason",
        FIRST,
        "why: ちがいます。",
        swap(FIRST, "why: 先が見えると安心ですよね。ただ、それは表紙に書いてあります。", "why: ちがいます。"),
    ),
    Mistake(
        "正誤と逆の解説",
        "reason-turned",
        FIRST,
        "why: 正解です",
        swap(FIRST, "why: 先が見えると安心ですよね。", "why: 正解です。"),
    ),
    Mistake(
        "中身のないほめことば",
        "idle-praise",
        FIRST,
        "why: すばらしい",
        swap(FIRST, "why: 読む人の場面から", "why: すばらしい!読む人の場面から"),
    ),
    Mistake(
        "同じ問いが2つ",
        "question-twice",
        THIRD,
        "text: 1つの段落は",
        lambda files: {
            **files,
            THIRD: files[THIRD].replace(
                "---\n電卓",
                SOUND[FIRST][SOUND[FIRST].index("  - id: l01-q2") : SOUND[FIRST].rindex("---")].replace(
                    "l01-q2", "l03-q3"
                )
                + "---\n電卓",
            ),
        },
    ),
    Mistake(
        "解説を写した",
        "reason-elsewhere",
        SECOND,
        "why: 先が見えると",
        swap(
            SECOND,
            "why: 見つけやすいのは親切です。でも、位置で当てられる問いになってしまいます。",
            "why: 先が見えると安心ですよね。ただ、それは表紙に書いてあります。",
        ),
    ),
    Mistake(
        "場面の問いが少ない", "few-scenarios", COURSE, "", lambda files: crowded(files, scenario=False, order=(0, 1, 2))
    ),
)
HARD_TO_READ: Final = (
    Mistake(
        "1文が長い",
        "long-sentence",
        FIRST,
        _BODY[:12],
        swap(
            FIRST,
            _BODY,
            "朝の窓口に、もう3人ならんでいて、電話も鳴りはじめ、となりの席の人はまだ来ておらず、番号札は足りなくなり、"
            "そのうえ昨日から続いている機械の調子も直らないまま、あなたは1人で受付を始めることになります。",
        ),
    ),
    Mistake(
        "英語の1文が長い",
        "many-words",
        ENGLISH,
        "Three people",
        swap(
            ENGLISH,
            "Three people are waiting at the counter already.",
            "Three people are waiting at the counter already " + "and waiting " * 18 + ".",
        ),
    ),
    Mistake(
        "「の」が続く",
        "no-chain",
        FIRST,
        "課の窓口の番号札の",
        swap(FIRST, "あなたの課で、朝いちばん", "課の窓口の番号札の色で、朝いちばん"),
    ),
    Mistake(
        "二重の否定",
        "double-negative",
        FIRST,
        "書けないわけではありません",
        swap(FIRST, _BODY, "書けないわけではありません。"),
    ),
    Mistake(
        "漢字が多い",
        "much-kanji",
        FIRST,
        "default: 当該業務",
        swap(
            FIRST,
            "あなたの課で、朝いちばんにすることを1つ思い出してください。それが書き出しになります。",
            "当該業務開始直後実施事項一件想起後、書出部分作成作業着手可能状態到達確認依頼事項通知、関係部署職員各位周知徹底希望。",
        ),
    ),
    Mistake(
        "全角の英数字", "wide-letters", FIRST, "１文は", swap(FIRST, "だから、最初の1文は", "だから、最初の１文は")
    ),
    Mistake(
        "訳していない問い",
        "not-translated",
        ENGLISH,
        "昼休みに3分だけ読む人へ",
        swap(
            ENGLISH,
            "You write for somebody who reads for three minutes at noon. Which first sentence is best?",
            "昼休みに3分だけ読む人へ、レッスンを書きます。最初の1文は、どれがよいですか。",
        ),
    ),
    Mistake("半角のカナ", "narrow-kana", FIRST, "ｽﾏﾎ", swap(FIRST, "スマホを開きます", "ｽﾏﾎを開きます")),
    Mistake(
        "文の中のURL",
        "address-in-text",
        FIRST,
        "https://example.com",
        swap(FIRST, "スマホを開きます。", "https://example.com を開きます。"),
    ),
    Mistake(
        "かっこの幅がまざる",
        "mixed-widths",
        SECOND,
        "答えに迷った（",
        both(
            swap(SECOND, "答えに迷ったことを", "答えに迷った（こまった）ことを"),
            swap(FIRST, _BODY, "朝(8時半)の窓口(1階)に、もう3人(みんな)ならんでいます。"),
        ),
    ),
    Mistake(
        "出典のない自治体の名前", "unknown-town", FIRST, "架空市の窓口", swap(FIRST, "朝の窓口に、", "架空市の窓口に、")
    ),
    Mistake(
        "用語集にないことば",
        "unexplained-word",
        FIRST,
        "EBPM",
        both(swap(FIRST, _BODY, "朝の窓口で、EBPMの話が出ました。"), swap(SECOND, "同僚に聞かれて", "EBPMを聞かれて")),
    ),
)
