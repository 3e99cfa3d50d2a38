"""Mistakes in a lesson, its questions and its readings that keep a course from being taught."""

from typing import Final

from tests.lessons.mistakes.making import (
    FIRST,
    FOURTH,
    SECOND,
    SOUND,
    THIRD,
    Mistake,
    both,
    more,
    swap,
    without,
)

_RIGHT: Final = "        right: true\n        why: 読む人の場面から"
_WRONG: Final = "        why: 先が見えると安心"
_LAST_OPTION: Final = SOUND[FIRST][
    SOUND[FIRST].index("      - text: この講座は、全部で") : SOUND[FIRST].index("  # 正しいか")
]
_BODY: Final = "朝の窓口に、もう3人ならんでいます。"

IN_A_LESSON: Final = (
    Mistake("先頭の情報がない", "no-front-matter", FIRST, "", swap(FIRST, "---\n# この", "# この")),
    Mistake("先頭の情報が終わらない", "endless-front-matter", FIRST, "", swap(FIRST, f"---\n{_BODY}", _BODY)),
    Mistake(
        "題が長すぎる",
        "too-long",
        FIRST,
        "title: 長長",
        swap(FIRST, "title: 書き出しは、その人の朝から", f"title: {'長' * 41}"),
    ),
    Mistake(
        "目標が空",
        "empty",
        FIRST,
        "objective:",
        swap(FIRST, "objective: 受講者の朝の場面から、レッスンを書き出せる。   #", "objective: #"),
    ),
    Mistake("知らないD", "not-known", FIRST, "ds: [desing]", swap(FIRST, "ds: [base]", "ds: [desing]")),
    Mistake("同じ力が2回", "word-twice", FIRST, "skills: [H2, H2]", swap(FIRST, "skills: [H2]", "skills: [H2, H2]")),
    Mistake("みんなの文がない", "missing-key", SECOND, "  tax: 先週", swap(SECOND, "  default: 先週", "  tax: 先週")),
    Mistake("知らない課の種類", "unknown-key", FIRST, "  couter:", swap(FIRST, "  counter:", "  couter:")),
    Mistake(
        "課の文が長すぎる", "too-long", SECOND, "default: 長長", swap(SECOND, "default: ", f"default: {'長' * 121}")
    ),
    Mistake(
        "本文がない",
        "no-lesson-text",
        FOURTH,
        "",
        lambda files: {**files, FOURTH: files[FOURTH][: files[FOURTH].rindex("---") + 4]},
        last=True,
    ),
    Mistake("段落が長すぎる", "paragraph-too-long", FIRST, "長長長", swap(FIRST, _BODY, f"{_BODY}{'長' * 200}")),
    Mistake(
        "段落が4つ",
        "paragraphs",
        FIRST,
        "四つ目。",
        lambda files: {**files, FIRST: files[FIRST] + "\n三つ目。\n\n四つ目。\n"},
    ),
    Mistake(
        "Markdown の記号",
        "markdown",
        FIRST,
        "**その人",
        swap(FIRST, "最初の1文は、その人の朝", "最初の1文は、**その人の朝**"),
    ),
    Mistake(
        "問いが4問",
        "questions",
        FOURTH,
        "questions:",
        swap(FOURTH, "  # ふりかえり", "  - {id: l04-q4, kind: reflection, text: もう1つ。}\n  # ふりかえり"),
    ),
    Mistake(
        "知らない事実",
        "unknown-fact",
        FIRST,
        "fact: why-for-wrnog",
        swap(FIRST, "fact: why-for-wrong", "fact: why-for-wrnog"),
    ),
    Mistake(
        "文の中に知らない事実",
        "unknown-fact",
        FIRST,
        "{paragraph-mots}",
        swap(FIRST, "1つの段落は、{paragraph-most}", "1つの段落は、{paragraph-mots}"),
    ),
    Mistake(
        "値のない事実を文にはめる",
        "fact-without-value",
        SECOND,
        "場面は{why-for-wrong}",
        swap(SECOND, "場面が先です。", "場面は{why-for-wrong}です。"),
    ),
    Mistake("残った波かっこ", "stray-brace", SECOND, "場面が}", swap(SECOND, "場面が先", "場面が}先")),
    Mistake("事実が1つもない", "no-fact-stated", FOURTH, "id: l04-ikkai", without(FOURTH, "facts: [why-for-wrong]")),
    Mistake("id が重なる", "id-taken", SECOND, "id: l01-q1", swap(SECOND, "id: l02-q1", "id: l01-q1")),
    Mistake(
        "見えない文字",
        "hidden-character",
        FIRST,
        "本文を\u2028書きます",
        swap(FIRST, "本文を書きます", "本文を\u2028書きます"),
    ),
    Mistake("UTF-8 でない", "not-utf-8", "lessons/05.md", "", more("lessons/05.md", "\udc8e")),
)
IN_A_QUESTION: Final = (
    Mistake("知らない種類", "not-known", FIRST, "kind: singel", swap(FIRST, "kind: single", "kind: singel")),
    Mistake(
        "採点する問いに事実がない", "missing-key", FIRST, "id: l01-q2", without(FIRST, "    fact: paragraph-most\n")
    ),
    Mistake(
        "正解がない", "no-right", FIRST, "options:", swap(FIRST, _RIGHT, _RIGHT.removeprefix("        right: true\n"))
    ),
    Mistake("正解が2つ", "several-right", FIRST, "options:", swap(FIRST, _WRONG, f"        right: true\n{_WRONG}")),
    Mistake("選択肢が足りない", "option-count", FIRST, "options:", without(FIRST, _LAST_OPTION)),
    Mistake(
        "同じ選択肢",
        "thing-twice",
        FIRST,
        "text: 番号札を配る手が、けさ",
        swap(FIRST, "この講座は、全部で4日あります。", "番号札を配る手が、けさも足りませんでした"),
    ),
    Mistake("解説がない", "missing-key", FIRST, "text: この講座は", without(FIRST, _LAST_OPTION.split("\n", 1)[1])),
    Mistake(
        "選択肢が長すぎる", "too-long", FIRST, "text: 長長", swap(FIRST, "この講座は、全部で4日あります。", "長" * 61)
    ),
    Mistake("解説が長すぎる", "too-long", FIRST, "why: 長長", swap(FIRST, "why: 先が見えると", f"why: {'長' * 160}")),
    Mistake("問いが長すぎる", "too-long", FIRST, "text: 長長", swap(FIRST, "text: 昼休みに", f"text: {'長' * 140}")),
    Mistake(
        "「正しい」があとに来る",
        "false-first",
        FIRST,
        "options:",
        both(
            swap(FIRST, "text: 正しい\n", "text: いちど\n"),
            swap(FIRST, "text: 正しくない", "text: 正しい"),
            swap(FIRST, "いちど", "正しくない"),
        ),
        last=True,
    ),
    Mistake(
        "場面のしるしが引用符の中",
        "no-flag",
        FIRST,
        'scenario: "true"',
        swap(FIRST, "scenario: true ", 'scenario: "true" '),
    ),
    Mistake(
        "並べる問いに正解のしるし",
        "nothing-in-an-option",
        SECOND,
        "right: yes",
        swap(
            SECOND, "      - text: それぞれに解説を書く\n", "      - text: それぞれに解説を書く\n        right: yes\n"
        ),
    ),
    Mistake("数に単位を付ける", "no-number", THIRD, "value: 240字", swap(THIRD, "value: 240,", "value: 240字,")),
    Mistake(
        "マイナスの許す差",
        "negative-tolerance",
        THIRD,
        "tolerance: -1",
        swap(THIRD, "value: 240,", "value: 240, tolerance: -1,"),
    ),
    Mistake("単位に数字", "digit-in-unit", THIRD, "unit: 10字", swap(THIRD, "unit: 字", "unit: 10字")),
    Mistake(
        "打てない答え",
        "nothing-to-type",
        THIRD,
        "accepted: [出典, ……]",
        swap(THIRD, "[出典, しゅってん]", "[出典, ……]"),
    ),
    Mistake(
        "同じ答えが2つ",
        "accepted-twice",
        THIRD,
        "シュッテン",
        swap(THIRD, "[出典, しゅってん]", "[出典, しゅってん, シュッテン]"),
    ),
    Mistake(
        "ボットのことばが答え",
        "cannot-be-typed",
        THIRD,
        "id: l03-q2",
        swap(THIRD, "[出典, しゅってん]", "[出典, 設定]"),
    ),
    Mistake(
        "別の種類のキー", "key-of-another-kind", FOURTH, "low: まだ", swap(FOURTH, "kind: scale", "kind: reflection")
    ),
    Mistake("両はしが同じ", "same-ends", FOURTH, "high: まだ", swap(FOURTH, "high: 書けそう", "high: まだ、これから")),
)
