"""Which column of a dropped roster is what: its owner chooses, and the file is read anew."""

from school.rights import Actor, Verb, require
from school.roster.dropping import Why, found
from school.roster.headings import Header
from school.roster.keeping import header_of, noted
from school.roster.matching import Chosen, Wrong, matched
from store.office import Upload, Uploaded
from store.work import Work


def offered(work: Work, actor: Actor, number: int) -> tuple[Upload, Header] | Why:
    """The actor's own upload (0: their last one) and its headings, or why nothing can be chosen; raises NotAllowed."""
    require(work, actor, Verb.IMPORT_ROSTER)
    upload = found(work, actor, number)
    return upload if isinstance(upload, Why) else (upload, header_of(upload.roster))


def choose(work: Work, upload: Upload, header: Header, chosen: Chosen) -> tuple[Wrong, ...]:
    """The upload that was offered is fetched and read anew under these columns, then shown as ever. Empty if so it is;
    else what is wrong with the choice, and nothing is changed. A second time chooses nothing.
    """
    outcome = matched(header, chosen)
    if isinstance(outcome, tuple):
        return outcome
    work.uploads.move(upload.id, Uploaded.READ, Uploaded.WAITING, roster=noted(outcome))
    return ()
