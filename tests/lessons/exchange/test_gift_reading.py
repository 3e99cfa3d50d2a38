"""Files as Moodle writes them and as teachers do: what is taken, and what is said of the rest."""

from decimal import Decimal

from lessons.exchange.gift import read
from lessons.exchange.sheaf import Sheaf
from lessons.model import Kind, Number


def test_one_right_answer_with_what_each_hears() -> None:
    (quiz,) = _taken("""
        // 窓口の問い
        ::counter-1:: 待ち時間を短くするには、まず何をしますか。 {
            ~ 窓口を増やす     # 増やす前に、見てみましょう。
            = 待つ人を見る     # 見ると、分かることがあります。
            ~ 番号札を配る
            #### まず見ることからです。
        }""").drafts

    assert (quiz.id, quiz.kind, quiz.text) == ("counter-1", Kind.SINGLE, "待ち時間を短くするには、まず何をしますか。")
    assert [(each.label, each.text, each.right) for each in quiz.options] == [
        ("A", "窓口を増やす", False),
        ("B", "待つ人を見る", True),
        ("C", "番号札を配る", False),
    ]
    assert [each.why for each in quiz.options] == [
        "増やす前に、見てみましょう。",
        "見ると、分かることがあります。",
        "まず見ることからです。",
    ], "who has no word of their own hears the general one"


def test_several_right_answers_have_weights() -> None:
    (quiz,) = _taken("""Which are open data? {
        ~%50%a # yes
        ~%-100%b # no
        ~%50%c # yes
        ~d # no
        }""").drafts

    assert quiz.kind is Kind.MULTIPLE
    assert [each.label for each in quiz.right] == ["A", "C"]
    assert _taken("What? {~%100%a#x ~%-50%b#y}").drafts[0].kind is Kind.MULTIPLE
    assert len(_taken("What? {~%33.33333%a#x ~%33.33333%b#y ~%33.33333%c#z ~d#w}").drafts[0].right) == 3


def test_true_and_false_hear_what_is_meant_for_them() -> None:
    said = _taken("""
        DXは道具の名前です。{F#道具ではありません。#そのとおりです。}

        ::t2::見ることから始めます。{TRUE#なぜでしょう。}

        三つめ。{T####どちらでも。}
        """).drafts

    first, second, third = said
    assert [(each.label, each.text, each.right) for each in first.options] == [
        ("○", "正しい", False),
        ("×", "正しくない", True),
    ]
    assert [each.why for each in first.options] == ["道具ではありません。", "そのとおりです。"]
    assert [(each.right, each.why) for each in second.options] == [(True, ""), (False, "なぜでしょう。")]
    assert {each.why for each in third.options} == {"どちらでも。"}
    assert [each.text for each in read(b"Yes? {T}", "f", language="en").drafts[0].options] == ["True", "False"]


def test_short_answers_numbers_and_gaps() -> None:
    short, gap, exact, near, span, graded = _taken("""
        何と呼びますか。{=オープンデータ#そのとおり =%100%open data}

        Two plus {=two =2} equals four.

        いつですか。{#1822}

        割合は。{#12.5:0.5}

        円周率は。{#3.141..3.142#よくできました。}

        いつ生まれましたか。{#
            =1822:0  #ぴったりです。
            =%50%1822:2 #おしい。
            ~#ちがいます。
        }""").drafts

    assert (short.kind, short.accepted, short.why) == (Kind.SHORT, ("オープンデータ", "open data"), "そのとおり")
    assert gap.text == "Two plus _____ equals four."
    assert exact.number == Number(Decimal(1822))
    assert near.number == Number(Decimal("12.5"), Decimal("0.5"))
    assert span.number == Number(Decimal("3.1415"), Decimal("0.0005"))
    assert span.why == "よくできました。"
    assert (graded.number, graded.why) == (Number(Decimal(1822), Decimal(0)), "ぴったりです。")


def test_orders_polls_scales_and_looks_back() -> None:
    order, poll, scale, essay = _taken("""
        // kotsu: why = 見てから選びます。
        ::o1::順に並べてください。{>3 ALL VERTICAL ALL_OR_NOTHING
        見る
        数える
        選ぶ: 道具
        }

        どれがよいですか。{=会議 ~%100%書類 ~%100%電話####どれもよい始まりです。}

        // kotsu: kind = scale
        // kotsu: low = まだ
        // kotsu: high = とても
        どのくらいですか。{=1 ~%100%2 ~%100%3 ~%100%4 ~%100%5}

        // kotsu: scenario = yes
        何が心に残りましたか。{}
        """).drafts

    assert (order.kind, order.why) == (Kind.ORDERING, "見てから選びます。")
    assert [each.text for each in order.options] == ["見る", "数える", "選ぶ: 道具"]
    assert (poll.kind, poll.right, poll.why) == (Kind.POLL, (), "どれもよい始まりです。")
    assert [each.text for each in scale.options] == ["まだ", "", "", "", "とても"]
    assert (essay.kind, essay.scenario) == (Kind.REFLECTION, True)


def test_escapes_formats_and_line_ends() -> None:
    marks, wrapped, html, plain, arrow = _taken(
        "\ufeffWhich is \\{ not \\} a mark\\: here?\\nLook. {\r\n ~ \\~ #\\~ is\r\n = \\\\ # \\\\ is not\r\n}\r\n\r\n"
        "窓口の\r\n朝に one\r\ntwo {T}\r\n\r\n"
        '[html]<p dir\\="ltr">A &amp; B<br>C&nbsp;D</p> {T}\r\n\r\n'
        "[plain]a <b>  c {T}\r\n\r\n"
        "// kotsu: kind = short\r\nArrow? {=a->b}\r\n"
    ).drafts

    assert marks.text == "Which is { not } a mark: here?\nLook."
    assert [(each.text, each.why) for each in marks.options] == [("~", "~ is"), ("\\", "\\ is not")]
    assert wrapped.text == "窓口の朝に one two"
    assert html.text == "A & B\nC D"
    assert plain.text == "a <b>  c"
    assert arrow.accepted == ("a->b",)


def test_what_cannot_be_kept_is_said_with_its_line() -> None:
    sheaf = _taken("""$CATEGORY: tom/dick

        Just some words about what follows.

        Match. {=Canada -> Ottawa =Italy -> Rome}

        Half. {~wrong#a ~%50%half#b =right#c ####after}

        [html]<b>Bold</b> and <img src\\="x.png"> {T#no#yes####more}

        [markdown]**Bold** {=a*}

        Number. {#=5#five =%50%6#near}

        Order. {>2 RANDOM VERTICAL RELATIVE_NEXT_EXCLUDE_LAST
        a
        b
        c
        }

        Poll. {=a#one ~%100%b}

        Short. {=%100%a#one =b#two =%50%c#half}
        """)

    said = [(each.line, each.what) for each in sheaf.left]
    assert len(sheaf.drafts) == 7
    for line, words in (
        (1, "category `tom/dick`"),
        (3, "description `Just some words abou"),
        (5, "pairs of `Match.`"),
        (7, "`half` counts 50 %"),
        (7, "after any answer"),
        (9, "bold, links"),
        (9, "what <img> shows"),
        (9, "after any answer"),
        (11, "Markdown"),
        (11, "that * in `a*`"),
        (13, "`6`, which counts 50 %"),
        (15, "only 2 of 3 steps"),
        (15, "grading RELATIVE_NEXT_EXCLUDE_LAST"),
        (21, "said to `a`"),
        (23, "said to `b`"),
        (23, "`c`, which counts 50 %"),
    ):
        assert [what for place, what in said if place == line and words in what], (line, words, said)
    assert len(said) == 16


def _taken(text: str) -> Sheaf:
    return read(text.encode(), "moodle.txt")
