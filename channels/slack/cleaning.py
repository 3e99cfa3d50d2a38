"""What Slack never shows is taken out of a text before it is measured or sent."""

import re
from typing import Final

_CONTROLS: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def clean(text: str) -> str:
    """Without control characters other than line breaks and tabs."""
    return _CONTROLS.sub("", text)
