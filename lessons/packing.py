"""A course in one file: a zip archive that holds what the format reads, and nothing else."""

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from io import BytesIO
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from lessons.library import BrokenCourse, Bundle, Problem, read

PARTS: Final = ("course.yaml", "facts.yaml", "glossary.yaml", "lessons/*.md", "assessment/*.yaml")
"""What a course's folder may hold, as patterns; a name that begins with a dot is never read."""

WHOLE: Final = "pack"
"""What problems call a pack as a whole, instead of a file in it."""

SUFFIX: Final = ".kotsu.zip"
_FILES: Final = 1_000
_ONE: Final = 256 * 1024  # bytes of one file
_ALL: Final = 16 * 1024 * 1024  # bytes of all files together
_LONG_AGO: Final = (1980, 1, 1, 0, 0, 0)  # a zip knows no "never"
_DAMAGES: Final = (BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, OverflowError, ValueError)
_TAKE_ANEW: Final = "make the pack anew with `kotsu course pack`"


class NoPack(ValueError):
    """Each argument is one problem: why these bytes are no course's pack."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(*self.problems)


def pack(folder: Path) -> bytes:
    """The course in this folder as one archive: the same bytes for the same content, wherever and whenever it is made.

    Raises BrokenCourse, which names every problem: what is in a pack can be taught.
    """
    bundle = read(folder)
    if bundle.course is None:
        raise BrokenCourse(bundle.problems)
    return archive(folder)


def archive(folder: Path, parts: Sequence[str] = PARTS) -> bytes:
    """The same for a course (or whatever consists of these parts) that was read just now and is known to be sound."""
    return _archive(written_in(folder, parts))


def read_pack(raw: bytes, own: Mapping[str, str] = MappingProxyType({})) -> Bundle:
    """What a pack holds, as `lessons.library.read` says of a folder, with these words of an organisation's own. Never
    raises for what somebody handed in; nothing stays on the disk.
    """
    try:
        files = contents(raw)
    except NoPack as why:
        return Bundle(None, why.problems, {})
    with TemporaryDirectory(prefix="kotsu-pack-") as folder:
        unfold(files, Path(folder))
        return read(Path(folder), own)


def digest(raw: bytes, parts: Sequence[str] = PARTS) -> str:
    """64 hexadecimal digits that stand for what a pack holds: names and contents, not dates or how it is compressed.

    Raises NoPack.
    """
    whole = sha256()
    for name, content in sorted(contents(raw, parts).items()):
        whole.update(f"{name}\0{len(content)}\0".encode())
        whole.update(content)
    return whole.hexdigest()


def contents(raw: bytes, parts: Sequence[str] = PARTS) -> Mapping[str, bytes]:
    """The files of a pack by their names. Raises NoPack for whatever is no plain file of a course, or too large.

    Sizes are looked at before anything is unpacked, and no more is unpacked than was announced.
    """
    try:
        with ZipFile(BytesIO(raw)) as archive:
            entries = archive.infolist()
            problems = [*_together(entries), *(each for entry in entries for each in _alone(entry, parts))]
            files = {} if problems else {entry.filename: archive.read(entry) for entry in entries}
    except _DAMAGES as error:
        raise NoPack([Problem(WHOLE, 1, f"this is no whole zip archive ({error})", _TAKE_ANEW)]) from error
    if problems:
        raise NoPack(problems)
    return files


def unfold(files: Mapping[str, bytes], folder: Path) -> None:
    """Write what `contents` gave into a folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def written_in(folder: Path, parts: Sequence[str] = PARTS) -> Mapping[str, bytes]:
    """The files of the course in a folder by their names, as `contents` gives those of a pack."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in _parts(folder, parts)}


def _parts(folder: Path, parts: Sequence[str]) -> Iterator[Path]:
    found = {path for pattern in parts for path in folder.glob(pattern)}
    return (path for path in sorted(found) if path.is_file() and not path.name.startswith("."))


def _archive(files: Mapping[str, bytes]) -> bytes:
    """Stored as they are: what a compressor makes of the same bytes differs from one to the next."""
    whole = BytesIO()
    with ZipFile(whole, "w", ZIP_STORED) as archive:
        for name, content in sorted(files.items()):
            entry = ZipInfo(name, _LONG_AGO)
            entry.create_system, entry.external_attr = 3, 0o100644 << 16
            archive.writestr(entry, content)
    return whole.getvalue()


def _together(entries: list[ZipInfo]) -> Iterator[Problem]:
    if len(entries) > _FILES:
        yield Problem(WHOLE, 1, f"there are {len(entries)} files in it", f"a course has at most {_FILES}")
    if (size := sum(entry.file_size for entry in entries)) > _ALL:
        yield Problem(WHOLE, 1, f"it would unpack to {size:,} bytes", f"a course has at most {_ALL:,}")
    names = [entry.filename for entry in entries]
    for name in sorted({name for name in names if names.count(name) > 1})[:1]:
        yield Problem(_shown(name), 1, "this file is there twice", _TAKE_ANEW)


def _alone(entry: ZipInfo, parts: Sequence[str]) -> Iterator[Problem]:
    """What is wrong with one entry, by what the archive says of it."""
    name = _shown(entry.filename)
    if not _is_part(entry.filename, parts):
        yield Problem(name, 1, "this is no file of a course", f"it may hold {', '.join(parts)}")
    elif entry.flag_bits & 0x1 or entry.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
        yield Problem(name, 1, "this file is locked or packed in an unknown way", _TAKE_ANEW)
    elif (entry.external_attr >> 16) & 0o170000 not in {0, 0o100000}:
        yield Problem(name, 1, "this is a link or a device, and no file", _TAKE_ANEW)
    elif entry.file_size > _ONE:
        yield Problem(name, 1, f"this file would be {entry.file_size:,} bytes", f"at most {_ONE:,} are read")


def _is_part(name: str, parts: Sequence[str]) -> bool:
    """Whether the format reads a file of this name; no way up or out is among those."""
    path = PurePosixPath(name)
    plain = path.as_posix() == name and "\\" not in name and not path.name.startswith(".")
    return plain and any(len(path.parts) == pattern.count("/") + 1 and path.match(pattern) for pattern in parts)


def _shown(name: str) -> str:
    return name[:80].encode("unicode_escape").decode()
