"""Which Chromium the page is looked at with."""

import shutil

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def chromium() -> str | None:
    """The path of the system's Chromium, or None where it has none."""
    return next((path for path in map(shutil.which, _NAMES) if path), None)
