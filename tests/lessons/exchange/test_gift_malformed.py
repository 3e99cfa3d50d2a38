"""A file with anything wrong in it is not taken: every wrong line is named, and what to write instead."""

import pytest

from lessons.exchange.gift import read
from lessons.exchange.sheaf import Malformed

SOUND = "Fine? {T}\n\n"


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("What? {=a ~b", 3, "the answers never end"),
        ("What? {\n=a\n\n~b}", 3, "the answers never end"),
        ("What? =a ~b}", 3, "a } comes before its {"),
        ("What} is {=a}", 3, "a } comes before its {"),
        ("What {=a} is {=b}?", 3, "more than one pair of braces"),
        ("What {a {=b}}?", 3, "more than one pair of braces"),
        ("::q1:What? {T}", 3, "the title never ends"),
        ("::q1:: {T}", 3, "no question before the answers"),
        ("What? {~a ~b}", 3, "no answer is right"),
        ("What? {\n=a\n=b\n~c}", 4, "2 answers are wholly right beside wrong ones"),
        ("What? {~a}", 3, "only one answer to choose"),
        ("What? {=a ~}", 3, "there is no answer after `~`"),
        ("What? {=a\n= =c}", 4, "there is no answer after `=`"),
        ("What? {~%half%a ~b}", 3, "`half` is no number"),
        ("What? {~%50 a\n~%50%b}", 3, "a weight never ends"),
        ("What? {~%150%a ~b}", 3, "the weight 150 is too much"),
        ("What? {~%50%a ~%25%b ~c}", 3, "the right answers count 75 % together"),
        ("What? {~%100%a ~%100%b}", 3, "the right answers count 200 % together"),
        ("What? {MAYBE}", 3, "`MAYBE` stands before the first answer"),
        ("What? {a\n=b}", 3, "`a` stands before the first answer"),
        ("What? {#about ten}", 3, "`about ten` is no number"),
        ("What? {#1e40}", 3, "no number a question can have"),
        ("What? {#NaN}", 3, "no number a question can have"),
        ("What? {#10:-1}", 3, "the tolerance is -1"),
        ("What? {#10:x}", 3, "`x` is no number"),
        ("What? {#5..1}", 3, "5 is more than 1"),
        ("What? {#}", 3, "there is no answer"),
        ("What? {#\n=1\n=2}", 4, "2 numbers are wholly right"),
        ("What? {#=%50%1}", 3, "no number is wholly right"),
        ("What? {=%50%a}", 3, "no answer is wholly right"),
        ("What? {>\na\nb}", 4, "does not say how many steps"),
        ("What? {>4 ALL\na\nb\nc}", 3, "there are 3 steps, and 4 are shown"),
        ("$CATEGORY:", 3, "the category has no name"),
        ("$CATEGORY: a\nWhat? {T}", 3, "a category is followed by more"),
        ("// kotsu: colour = red\nWhat? {T}", 3, "`colour` is not known here"),
        ("// kotsu: kind = quiz\nWhat? {T}", 3, "the kind `quiz` is not known"),
        ("// kotsu: scenario = maybe\nWhat? {T}", 3, "`scenario` is `maybe`"),
        ("// kotsu: unit\nWhat? {T}", 3, "this kotsu line says nothing"),
        ("What?\n// kotsu: unit = a\n// kotsu: unit = b\n{#1}", 5, "`unit` is said twice"),
        ("// kotsu: kind = poll\nWhat? {=a ~b}", 4, "the answers make a `single`"),
        ("What\x07? {T}", 3, "an invisible character"),
        ("What\ufdd0? {T}", 3, "an invisible character"),
    ],
)
def test_the_line_and_the_reason_are_named(text: str, line: int, what: str) -> None:
    with pytest.raises(Malformed) as raised:
        read((SOUND + text).encode(), "moodle.txt")

    found = raised.value.problems
    assert [each for each in found if each.line == line and what in each.what], found
    assert {each.file for each in found} == {"moodle.txt"}


def test_an_empty_file_and_one_in_another_encoding_are_refused() -> None:
    for raw, what in (
        (b"", "no question in this file"),
        (b"// only words\n", "no question in this file"),
        ("何ですか。{T}".encode("cp932"), "this is not UTF-8"),
    ):
        with pytest.raises(Malformed, match=what):
            read(raw, "moodle.txt")


def test_everything_wrong_is_named_at_once() -> None:
    with pytest.raises(Malformed) as raised:
        read(b"One? {~a ~b}\n\nTwo? {#x}\n\nThree? {", "moodle.txt")

    assert [each.line for each in raised.value.problems] == [1, 3, 5]
