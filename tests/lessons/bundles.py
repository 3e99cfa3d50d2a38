"""A sound bundle, to be written into a folder with one thing or another changed."""

from pathlib import Path
from typing import Final

SOUND: Final = Path(__file__).with_name("sound")
MANIFEST: Final = (SOUND / "course.yaml").read_text(encoding="utf-8")
FACTS: Final = (SOUND / "facts.yaml").read_text(encoding="utf-8")
LESSON: Final = (SOUND / "lessons" / "01.md").read_text(encoding="utf-8")
SECOND: Final = (SOUND / "lessons" / "02.md").read_text(encoding="utf-8")


def write(
    folder: Path, *, manifest: str = MANIFEST, facts: str = FACTS, first: str = LESSON, second: str = SECOND
) -> Path:
    """Write a bundle of two lessons into a folder that is not there yet."""
    (folder / "lessons").mkdir(parents=True)
    (folder / "course.yaml").write_text(manifest, encoding="utf-8")
    (folder / "facts.yaml").write_text(facts, encoding="utf-8")
    (folder / "lessons" / "01.md").write_text(first, encoding="utf-8")
    (folder / "lessons" / "02.md").write_text(second, encoding="utf-8")
    return folder
