"""/p/…: the pictures we drew, for LINE, and for Slack by hand."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from channels.slack.pictures import Pictures
from config.clock import Clock
from store.database import Database
from store.errors import DatabaseUnusable

_HEADERS = {
    "Cache-Control": "private, max-age=3600",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
}


def pictures_of(database: Database, clock: Clock) -> Pictures:
    """How a channel gets the picture behind a secret."""

    def look(secret: str) -> bytes | None:
        with database.root() as root:
            return root.pictures.png(secret, clock.now())

    async def found(secret: str) -> bytes | None:
        return await database.run(look, secret)

    return found


def picture_door(database: Database, clock: Clock) -> Route:
    """Whoever has the address sees the picture until its time is over; then it is as if it had never been."""
    found = pictures_of(database, clock)

    async def shown(request: Request) -> Response:
        try:
            png = await found(request.path_params["secret"])
        except DatabaseUnusable:
            return Response(status_code=503)
        return Response(png, media_type="image/png", headers=_HEADERS) if png else Response(status_code=404)

    return Route("/p/{secret}", shown, methods=["GET"])
