"""Every phrase stands in every language, with the same facts in it."""

import ast
from string import Formatter

from lessons.phrases import LANGUAGES, phrases, written
from tests.house.files import sources


def test_every_language_has_every_phrase() -> None:
    first, *others = (phrases(language).keys() for language in LANGUAGES)

    assert all(other == first for other in others)


def test_each_file_but_the_easy_one_is_whole() -> None:
    assert written("ja").keys() == written("en").keys()
    assert written("easy").keys() < written("ja").keys()


def test_a_phrase_asks_for_the_same_facts_in_every_language() -> None:
    for key in phrases("ja").keys():  # noqa: SIM118  Phrases is no mapping
        asked = {language: _facts(language, key) for language in LANGUAGES}
        assert len(set(map(frozenset, asked.values()))) == 1, key


def test_every_phrase_that_is_said_is_there() -> None:
    said = {
        str(node.args[0].value)
        for source in sources()
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name | ast.Attribute)
        and (node.func.id if isinstance(node.func, ast.Name) else node.func.attr) == "say"
        and node.args
        and isinstance(node.args[0], ast.Constant)
    }

    assert said
    assert {key for key in said if key not in phrases("ja")} == set()


def test_every_phrase_that_is_there_is_said() -> None:
    written = "".join(ast.unparse(source.tree) for source in sources())
    by_name = (
        "family.",
        "help.",
        "quiz.",
        "verdict.",
        "dots.",
        "settings.",
        "join.platform_",
        "join.invitation_",
        "places.",
        "preview.",
        "changes.",
        "sitting.",
        "office.",
        "roles.not_",
        "roster.",
        "digest.trouble_",
        "completion.not_",
        "completion.several",
        "silence.",
        "questions.not_",
        "questions.state_",
        "announcing.",
        "announce_page.",
        "ledger.",
        "quota.of_",
        "quota.plan_",
        "quota.pulled_",
        *(f"quota.{what}_told" for what in ("most", "foreseen", "short", "spent", "push")),
    )  # the name is put together

    silent = {key for key in phrases("ja").keys() if f"'{key}'" not in written and not key.startswith(by_name)}  # noqa: SIM118
    assert silent == set()


def test_no_phrase_is_longer_than_a_button_where_it_is_one() -> None:
    for language in LANGUAGES:
        say = phrases(language)
        for key in (
            *("join.agree", "join.decline", "quiz.answer", "progress.title", "leave.really", "leave.erase_yes"),
            *("rest.today", "rest.week", "rest.seven", "rest.fourteen", "rest.back", "rest.onward"),
            *("remind.begin", "remind.no", "remind.rest", "remind.go_on"),
            *("roster.take", "roster.leave", "roster.undo", "roster.choose"),
            "sitting.open",
            *("silence.of_everybody", "silence.of_section", "silence.of_person", "silence.yes"),
            *("silence.yes_and_tell", "silence.no", "silence.plan", "resume.shift", "resume.compress"),
        ):
            assert len(say(key)) <= 20, (language, key)


def _facts(language: str, key: str) -> set[str]:
    text = phrases(language).raw(key)
    return {name for _, name, _, _ in Formatter().parse(text) if name}
