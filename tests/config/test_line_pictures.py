"""LINE takes pictures at an address of its own, which follows the other one away from LINE."""

import pytest

from config.settings import Settings


@pytest.mark.parametrize(
    ("api", "told", "pictures"),
    [
        ("https://api.line.me", None, "https://api-data.line.me"),
        ("http://127.0.0.1:9100", None, "http://127.0.0.1:9100"),
        ("https://api.line.me", "https://proxy.example/data/", "https://proxy.example/data"),
    ],
)
def test_pictures_go_where_the_rest_goes_unless_told(api: str, told: str | None, pictures: str) -> None:
    assert Settings(line_api_url=api, line_data_api_url=told).line_pictures_url == pictures
