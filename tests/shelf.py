"""The courses that stories are told in: they stay as they are while the built-in one grows."""

from pathlib import Path
from typing import Final

from lessons.library import Library, load

COURSES: Final = Path(__file__).with_name("courses")
FIRST_WEEK: Final = Library((load(COURSES / "first-week"),))
EVERY_KIND: Final = Library((load(COURSES / "kinds"),))
ASSESSED: Final = Library((load(COURSES / "assessed"),))
