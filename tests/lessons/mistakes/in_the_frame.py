"""Mistakes in the manifest, the facts and the glossary."""

from typing import Final

from tests.lessons.mistakes.making import (
    COURSE,
    FACTS,
    FIRST,
    FOURTH,
    GLOSSARY,
    SOUND,
    Mistake,
    both,
    gone,
    swap,
    without,
)

_FACT: Final = SOUND[FACTS][SOUND[FACTS].index("  - id: option-most") : SOUND[FACTS].index("  - id: why-for-wrong")]
_SOURCE: Final = SOUND[FACTS][SOUND[FACTS].index("  - id: course-format") : SOUND[FACTS].index("\n# 事実")]
_TERM: Final = SOUND[GLOSSARY][SOUND[GLOSSARY].index("  - term: 選択肢") :]

IN_THE_MANIFEST: Final = (
    Mistake("表紙がない", "unreadable", COURSE, "", gone(COURSE)),
    Mistake("id に大文字", "no-id", COURSE, "id: My-Course", swap(COURSE, "id: sound", "id: My-Course")),
    Mistake("版を引用符で囲まない", "taken-for", COURSE, "edition: 2026.12", swap(COURSE, '"2026.12"', "2026.12")),
    Mistake("キーのつづり", "unknown-key", COURSE, "license", swap(COURSE, "licence", "license")),
    Mistake("要るキーがない", "missing-key", COURSE, "id: sound", without(COURSE, "licence: CC-BY-4.0\n")),
    Mistake(
        "言語の記号でない", "no-language", COURSE, "language: にほん", swap(COURSE, "language: ja", "language: にほん")
    ),
    Mistake(
        "キーが2つ", "key-twice", COURSE, "title: 2つ目", swap(COURSE, "language: ja", "title: 2つ目\nlanguage: ja")
    ),
    Mistake("字下げにタブ", "hidden-character", COURSE, "\t", swap(COURSE, "      - l02-toi", "\t- l02-toi")),
    Mistake("コロンを引用符で囲まない", "not-yaml", COURSE, "題: 副題", swap(COURSE, "講座の書き方", "題: 副題")),
    Mistake(
        "レッスンのファイルがない",
        "no-file",
        COURSE,
        "- l05-nai",
        swap(COURSE, "- l04-ikkai", "- l04-ikkai\n      - l05-nai"),
    ),
    Mistake(
        "同じレッスンが2つの週にある",
        "listed-twice",
        COURSE,
        "lessons: [l01",
        swap(COURSE, "\n# ほかのことば", "  - title: 次の週\n    lessons: [l01-kakidashi]\n# ほかのことば"),
    ),
    Mistake("レッスンがどの週にもない", "in-no-week", FOURTH, "id: l04-ikkai", without(COURSE, "      - l04-ikkai\n")),
    Mistake(
        "読みかえの週が足りない",
        "other-weeks",
        COURSE,
        "[A sample",
        swap(COURSE, "[A sample week]", "[A sample week, Two]"),
    ),
    Mistake("読みかえが講座のことばと同じ", "own-language", COURSE, "  ja:", swap(COURSE, "  en:", "  ja:")),
    Mistake(
        "週にレッスンがない",
        "no-list",
        COURSE,
        "lessons: []",
        swap(COURSE, "weeks:", "weeks:\n  - title: 空\n    lessons: []"),
    ),
)
IN_THE_FACTS: Final = (
    Mistake("事実のファイルがない", "unreadable", FACTS, "", gone(FACTS)),
    Mistake("暦にない日", "no-such-day", FACTS, "2026-02-30", swap(FACTS, "as_of: 2026-11-26", "as_of: 2026-02-30")),
    Mistake("日付のことば", "no-date", FACTS, "令和8年", swap(FACTS, "as_of: 2026-11-26", "as_of: 令和8年11月")),
    Mistake(
        "見直しが時点より前",
        "review-before",
        FACTS,
        "2026-01-02",
        swap(FACTS, "review_by: 2027-11-26", "review_by: 2026-01-02"),
    ),
    Mistake(
        "知らない出典", "unknown-source", FACTS, "source: law", swap(FACTS, "source: course-format", "source: law")
    ),
    Mistake(
        "同じ出典が2つ", "source-twice", FACTS, "id: course-format", swap(FACTS, _SOURCE, _SOURCE + _SOURCE), last=True
    ),
    Mistake(
        "使わない出典",
        "unused-source",
        FACTS,
        "id: law",
        swap(FACTS, _SOURCE, _SOURCE + _SOURCE.replace("course-format", "law")),
    ),
    Mistake(
        "使わない事実",
        "unused-fact",
        FACTS,
        "id: lonely",
        swap(FACTS, _FACT, _FACT + _FACT.replace("option-most", "lonely")),
    ),
    Mistake(
        "URLでないURL",
        "no-address",
        FACTS,
        "url: www",
        swap(FACTS, "licence: Apache", "url: www.example.com\n    licence: Apache"),
    ),
    Mistake("値のない事実の読みかえ", "reading-of-nothing", FACTS, "readings:", without(FACTS, "    value: 200字\n")),
    Mistake("値が長すぎる", "too-long", FACTS, "value: 長長", swap(FACTS, "value: 200字", f"value: {'長' * 61}")),
    Mistake(
        "採点しない事実で採点する",
        "not-to-be-scored",
        FIRST,
        "fact: why",
        swap(FACTS, "    says: まちがえた", "    scored: false\n    says: まちがえた"),
    ),
    Mistake(
        "見直しの日を過ぎた",
        "stale-fact",
        FACTS,
        "id: paragraph-most",
        both(
            swap(FACTS, "as_of: 2026-11-26", "as_of: 2025-11-26"),
            swap(FACTS, "review_by: 2027-11-26", "review_by: 2026-11-25"),
        ),
    ),
    Mistake(
        "見直しの日が近い",
        "soon-stale",
        FACTS,
        "id: paragraph-most",
        swap(FACTS, "review_by: 2027-11-26", "review_by: 2026-12-20"),
    ),
    Mistake(
        "まだ来ていない時点",
        "fact-of-tomorrow",
        FACTS,
        "id: paragraph-most",
        swap(FACTS, "as_of: 2026-11-26", "as_of: 2026-11-27"),
    ),
)
IN_THE_GLOSSARY: Final = (
    Mistake("よみが漢字", "not-kana", GLOSSARY, "yomi: 出典", swap(GLOSSARY, "yomi: しゅってん", "yomi: 出典")),
    Mistake(
        "説明が長すぎる",
        "too-long",
        GLOSSARY,
        "says: 長長",
        swap(GLOSSARY, "says: 答えとして選べるものの1つ。", f"says: {'長' * 61}"),
    ),
    Mistake(
        "説明が2行",
        "several-lines",
        GLOSSARY,
        "says:",
        swap(GLOSSARY, "says: 書いてあることが、どこから来たか。", "says: |\n      一行目\n      二行目"),
    ),
    Mistake(
        "同じことばが2つ",
        "thing-twice",
        GLOSSARY,
        "term: 選択肢",
        lambda files: {**files, GLOSSARY: files[GLOSSARY] + _TERM},
        last=True,
    ),
    Mistake(
        "そのレッスンにないことば",
        "term-nowhere",
        GLOSSARY,
        "lesson: l04",
        swap(GLOSSARY, "lesson: l02-toi", "lesson: l04-ikkai"),
    ),
    Mistake(
        "もっと前に出ていることば",
        "term-earlier",
        GLOSSARY,
        "lesson: l03",
        swap(GLOSSARY, "lesson: l01-kakidashi", "lesson: l03-kazu"),
    ),
    Mistake(
        "知らないレッスンのことば",
        "no-such-lesson",
        GLOSSARY,
        "lesson: l09",
        swap(GLOSSARY, "lesson: l02-toi", "lesson: l09"),
    ),
    Mistake("並びのない用語集", "missing-key", GLOSSARY, "", lambda files: {**files, GLOSSARY: "words: []\n"}),
)
