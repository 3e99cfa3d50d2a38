"""Forms as Slack's modals."""

import json
from dataclasses import replace

import pytest

from channels.channel import Refused
from channels.slack import forms
from channels.slack.forms import Origin
from messages.form import Entry, Field, Form, Several

TIME = Field("time", "届く時刻", (("08:40", "8:40"), ("12:10", "12:10")), "12:10")
SETTINGS = Form(
    name="settings", title="設定", submit="保存", close="閉じる", fields=(TIME,), intro="*いつ*届けますか。"
)

OWN_WORDS = Entry("text", "あなたの課では", most=400, hint="名前は書かないでください。", long=True)
ORIGIN = Origin(room="D1", on="1757203200.000100", at_home=True)


def test_a_form_shows_each_field_with_what_was_chosen_so_far() -> None:
    view = forms.modal(SETTINGS, ORIGIN)
    intro, field = view["blocks"]
    assert intro["text"] == {"type": "plain_text", "text": "*いつ*届けますか。", "emoji": False}
    assert (field["block_id"], field["label"]["text"]) == ("time", "届く時刻")
    assert [option["value"] for option in field["element"]["options"]] == ["08:40", "12:10"]
    assert field["element"]["initial_option"]["value"] == "12:10"


def test_something_to_write_says_how_much_fits_and_what_to_leave_out() -> None:
    [field] = forms.modal(replace(SETTINGS, fields=(OWN_WORDS,), intro=""), ORIGIN)["blocks"]
    assert (field["type"], field["block_id"], field["hint"]["text"]) == ("input", "text", "名前は書かないでください。")
    assert (field["element"]["multiline"], field["element"]["max_length"]) == (True, 400)
    [short] = forms.modal(replace(SETTINGS, fields=(Entry("n", "何日", most=3),), intro=""), ORIGIN)["blocks"]
    assert (short["element"]["multiline"], "hint" in short) == (False, False)


def test_several_are_boxes_while_they_are_few_and_a_list_after_that() -> None:
    many = tuple((str(n), f"{n}課") for n in range(11))
    few = Several("sections", "所属", many[:2], ("1", "gone"), hint="選ばなければ全員")
    boxes, chosen = forms.modal(replace(SETTINGS, fields=(few, Several("all", "所属", many))), ORIGIN)["blocks"][1:]
    assert (boxes["element"]["type"], chosen["element"]["type"]) == ("checkboxes", "multi_static_select")
    assert [each["value"] for each in boxes["element"]["initial_options"]] == ["1"]
    assert boxes["optional"], "nothing chosen is an answer too"


def test_what_is_wrong_is_said_at_the_fields_that_are_there() -> None:
    wrong = replace(SETTINGS, errors=(("time", "まだです。"), ("time", "二つめ"), ("elsewhere", "?")))
    assert forms.errors(wrong) == {"time": "まだです。"}
    assert not forms.errors(SETTINGS)


def test_a_value_that_is_no_longer_offered_is_not_chosen() -> None:
    view = forms.modal(replace(SETTINGS, fields=(replace(TIME, value="07:00"),)), ORIGIN)
    assert "initial_option" not in view["blocks"][-1]["element"]


def test_a_form_remembers_its_name_and_its_room() -> None:
    view = forms.modal(SETTINGS, ORIGIN)
    assert (forms.name(view["callback_id"]), forms.origin(view["private_metadata"])) == ("settings", ORIGIN)


@pytest.mark.parametrize("private", ["", "{", "[]", "7", '{"room": 7}', "{}"])
def test_what_another_app_remembers_tells_nothing(private: str) -> None:
    assert forms.origin(private) == Origin()


def test_another_apps_modal_is_none_of_our_forms() -> None:
    assert forms.name("settings") == ""


@pytest.mark.parametrize(
    "form",
    [
        replace(SETTINGS, title="長" * 25),
        replace(SETTINGS, submit="😀" * 13),
        replace(SETTINGS, close=" "),
        replace(SETTINGS, name="n" * 255),
        replace(SETTINGS, fields=(TIME, TIME)),
        replace(SETTINGS, about="w" * 3_000),
        replace(SETTINGS, fields=(replace(OWN_WORDS, most=3_001),)),
        replace(SETTINGS, fields=(replace(OWN_WORDS, most=0),)),
        replace(SETTINGS, fields=(replace(OWN_WORDS, label=" "),)),
        replace(SETTINGS, fields=(replace(OWN_WORDS, hint="注" * 2_001),)),
        replace(SETTINGS, fields=(replace(TIME, options=tuple((str(n), str(n)) for n in range(101))),)),
        replace(SETTINGS, fields=(replace(TIME, options=(("v" * 76, "値"),)),)),
        replace(SETTINGS, fields=tuple(replace(TIME, name=str(number)) for number in range(100))),
    ],
    ids=[
        "title",
        "submit",
        "close",
        "name",
        "twice",
        "about",
        "most",
        "least",
        "label",
        "hint",
        "many",
        "value",
        "blocks",
    ],
)
def test_a_form_that_slack_would_refuse_is_refused(form: Form) -> None:
    with pytest.raises(Refused):
        forms.modal(form, ORIGIN)


def test_what_is_remembered_is_json() -> None:
    told = json.loads(forms.modal(replace(SETTINGS, about="w|7|q1"), ORIGIN)["private_metadata"])
    assert told == {"room": "D1", "on": "1757203200.000100", "at_home": True, "about": "w|7|q1"}
