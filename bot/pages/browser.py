"""How we speak with a browser: headers, languages, and forms of a bearable size."""

from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import HTMLResponse

from lessons.phrases import LANGUAGES, Phrases, phrases

LARGEST: Final = 20_000  # bytes of a form; 400 characters of Japanese are 3,600
MANY: Final = 60  # fields of a form
_TYPE: Final = "application/x-www-form-urlencoded"
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'; form-action "
HEADERS: Final = {
    "Content-Security-Policy": f"{_POLICY}'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}
_WITH_FORM: Final = {**HEADERS, "Content-Security-Policy": f"{_POLICY}'self'"}


class WrongType(Exception):
    """What came is no form."""


class TooLarge(Exception):
    """What came is larger than anything we ask for."""


def shown(page: str, status: int = 200, *, form: bool = False) -> HTMLResponse:
    """The page, kept nowhere and framed nowhere; `form` says that it has one."""
    return HTMLResponse(page, status, headers=_WITH_FORM if form else HEADERS)


def tongue(request: Request) -> Phrases:
    """The language of ours that the browser names first; Japanese where it names none."""
    named = (each.strip()[:2].casefold() for each in request.headers.get("accept-language", "").split(","))
    return phrases(next((each for each in named if each in LANGUAGES), LANGUAGES[0]))


@dataclass(frozen=True, slots=True)
class Bounds:
    """How many bytes and fields a form may have; with `several`, a field sent more than once has a line for each."""

    largest: int = LARGEST
    many: int = MANY
    several: bool = False


ORDINARY: Final = Bounds()


async def fields(request: Request, bounds: Bounds = ORDINARY) -> dict[str, str]:
    """All fields of the form that was sent, of each the first or all; raises WrongType and TooLarge."""
    if request.headers.get("content-type", "").partition(";")[0].strip().casefold() != _TYPE:
        raise WrongType
    body = bytearray()
    async for some in request.stream():
        body += some
        if len(body) > bounds.largest:
            raise TooLarge
    try:
        sent = parse_qs(body.decode("ascii"), keep_blank_values=True, max_num_fields=bounds.many)
    except ValueError as error:
        raise WrongType from error
    return {name: "\n".join(values) if bounds.several else values[0] for name, values in sent.items()}
