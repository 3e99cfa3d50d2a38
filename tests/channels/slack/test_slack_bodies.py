"""Forms are read as the standard library reads them, only faster."""

import json
from urllib.parse import parse_qsl, quote, urlencode

from hypothesis import given
from hypothesis import strategies as st

from channels.slack.bodies import fields, read

_FORM = "application/x-www-form-urlencoded"
_TEXT = st.text(st.characters(codec="utf-8"))


@given(st.dictionaries(_TEXT, _TEXT, min_size=1))
def test_a_form_is_what_was_put_into_it(told: dict[str, str]) -> None:
    for how in (urlencode(told), urlencode(told, quote_via=quote)):
        assert fields(how) == told


def test_of_two_fields_with_one_name_the_last_counts_and_an_empty_one_stays() -> None:
    for form in ("a=1&a=2&b=", "a", "a=b=c&&d=%E3%81%82%0A+x", "a=%ff", ""):
        assert fields(form) == dict(parse_qsl(form, keep_blank_values=True)), form


def test_a_payload_is_json_inside_a_form() -> None:
    press = {"type": "block_actions", "message": {"text": "今日の100% & 明日 = a+b"}}
    assert read(urlencode({"payload": json.dumps(press)}), _FORM) == press
    assert read("command=%2Fkotsu&text=payload", _FORM) == {"command": "/kotsu", "text": "payload"}
