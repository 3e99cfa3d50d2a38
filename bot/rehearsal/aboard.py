"""The bot's own process in a rehearsal: it does what it is asked on its standard input, until that is closed."""

import asyncio
import logging
import signal
import sys
from contextlib import suppress

from bot.connections import BadToken
from bot.rehearsal.brief import short_lived
from bot.rehearsal.crew import Crew
from bot.rehearsal.here import here
from bot.rehearsal.rest import Restless
from bot.rehearsal.wire import ANSWER, ASK, POST, Answer, Ask, Deed
from bot.serving import PortTaken
from config import logs
from store.errors import DatabaseUnusable

_LONGEST = 2**26  # bytes of a line: a course is one


async def aboard() -> None:
    """Begin as told in the first line, then obey. What goes wrong is answered, and is the last that is said."""
    lines = asyncio.StreamReader(limit=_LONGEST)
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(lines), sys.stdin)
    first = await lines.readline()
    if not first:
        return
    try:
        async with here(POST.validate_json(first)) as crew:
            short_lived()
            _say(Answer(address=crew.address))
            while line := await lines.readline():
                _say(await _done(crew, ASK.validate_json(line)))
    except (BadToken, DatabaseUnusable, OSError, PortTaken, Restless) as why:
        _say(Answer(trouble=str(why)))


async def _done(crew: Crew, ask: Ask) -> Answer:
    match ask:
        case Ask(Deed.MOVE, at) if at is not None:
            await crew.move_to(at)
        case Ask(Deed.REST):
            return Answer(coming=await crew.rest())
        case Ask(Deed.SWEEP):
            await crew.sweep()
        case Ask(Deed.LETTERS):
            return Answer(letters=await crew.letters())
    return Answer()


def _say(answer: Answer) -> None:
    with suppress(BrokenPipeError):  # nobody listens any more: the next line will not come either
        sys.stdout.buffer.write(ANSWER.dump_json(answer, exclude_defaults=True) + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches us too: whoever started us ends us
    logs.set_up("text", logging.CRITICAL)
    asyncio.run(aboard())
