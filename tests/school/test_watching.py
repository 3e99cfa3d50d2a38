"""What the office sees while an announcement goes out, and what only waits for it."""

from datetime import timedelta

from lessons.notice import Notice
from lessons.phrases import phrases
from messages.incoming import ChannelName
from messages.letter import Letter
from messages.message import Buttons, Message
from school.announcing import drafting, going, progress, sending, showing
from school.announcing.drafting import Draft
from school.rights import actor_of
from store.announcement import Announcement, Audience, Stage
from store.office import Role
from store.values import Contact
from store.work import Work
from tests.school.test_announcing import AFTERNOON, ROOT
from tests.store.world import MINUTE, NOW, Town

SAY = phrases("ja")
SECOND = timedelta(seconds=1)
GOES = AFTERNOON + MINUTE


def _somebody(work: Work, here: Town, role: Role, *, slack: bool = True) -> Contact:
    person = work.people.create(nickname="係", language="ja", section_family="default", at=NOW)
    work.roles.grant(person.id, role, None, NOW)
    known = [each for each in work.accounts.all() if each.channel is ChannelName.SLACK]
    account = known[0] if slack and known else here.account
    return work.contacts.create(person=person.id, account=account.id, external=f"U{person.id}")


def _slack(here: Town) -> None:
    with here.database.root() as root:
        root.accounts.attach(here.number, ChannelName.SLACK, "T1", "@kotsu")


def _drafted(work: Work, *, urgent: bool = False) -> Announcement:
    made = drafting.draft(work, ROOT, Draft(Notice("避難訓練", "あすの朝です。"), Audience(), urgent), NOW)
    assert isinstance(made, Announcement)
    return made


def _told(here: Town) -> list[Letter]:
    """What the courier would carry to those who watch; it arrives at once."""
    with here.database.root() as root:
        claimed = root.outbox.claim(GOES + MINUTE, 10)
    here.sent(*claimed)
    return [each.parcel.letter for each in claimed]


def _labels(message: Message) -> list[str]:
    return [button.label for block in message.blocks if isinstance(block, Buttons) for button in block.buttons]


def test_progress_is_told_in_one_place_not_too_often_and_to_the_end(here: Town) -> None:
    _slack(here)
    for who in ("hana", "ken"):
        here.learner(who)
    with here.database.begin(here.number) as work:
        made, contact = _drafted(work), _somebody(work, here, Role.OFFICER)
        sending.send(work, ROOT, made, AFTERNOON)
        progress.watch(work, made, contact, "1.0", AFTERNOON)
        assert progress.tell(work, AFTERNOON) == 0, "nothing has left"
        going.start_due(work, GOES)
        assert [progress.tell(work, at) for at in (GOES, GOES, GOES + 9 * SECOND)] == [1, 0, 0], "nothing has changed"
    (first,) = _told(here)
    assert (first.replaces, _labels(first.message)) == ("1.0", ["中止"])
    with here.database.root() as root:
        (load,) = root.freight.claim(GOES, slack=0)
        root.freight.halved(load, GOES)
        (half,) = root.freight.claim(GOES, slack=0)
        root.freight.sent(half, message="", via="push", counted=1, at=GOES)
    with here.database.begin(here.number) as work:
        assert progress.tell(work, GOES + 2 * SECOND) == 0, "too soon"
        assert progress.tell(work, GOES + 3 * SECOND) == 1
        sending.abort(work, ROOT, work.announcements.get(made.id), GOES + 3 * SECOND)
        assert progress.tell(work, GOES + 3 * SECOND) == 1, "how it ended is told at once"
        assert progress.tell(work, GOES + MINUTE) == 0
    (last,) = _told(here)
    assert last.replaces == "m1", "where it stands by now; what was older never leaves"
    assert "届かなかった人" in _labels(last.message)


def test_who_watched_can_be_erased(here: Town) -> None:
    _slack(here)
    here.learner("hana")
    with here.database.begin(here.number) as work:
        made, contact = _drafted(work), _somebody(work, here, Role.OFFICER)
        sending.send(work, ROOT, made, AFTERNOON)
        progress.watch(work, made, contact, "1.0", AFTERNOON)
        assert work.people.erase(contact.person)
        going.start_due(work, GOES)
        assert progress.tell(work, GOES) == 0


def test_what_is_not_sent_yet_never_goes_over_line(here: Town) -> None:
    _slack(here)
    here.learner("hana")
    with here.database.begin(here.number) as work:
        here_too = _somebody(work, here, Role.OFFICER, slack=False)
        _somebody(work, here, Role.OFFICER)
        _somebody(work, here, Role.FACILITATOR)
        sending.send(work, ROOT, _drafted(work, urgent=True), AFTERNOON)
        sending.send(work, ROOT, _drafted(work, urgent=True), AFTERNOON)
    letters = [letter for letter in _told(here) if letter.key.startswith("approval:")]
    assert len(letters) >= 2
    for letter in letters:
        shown = "避難訓練" in str(letter.message)
        assert shown is (letter.address.to != here_too.external)


def test_who_may_write_but_not_send_is_told_whom_to_ask(here: Town) -> None:
    here.learner("hana")
    with here.database.begin(here.number) as work:
        author = actor_of(work, _somebody(work, here, Role.FACILITATOR).person)
        made = drafting.draft(work, author, Draft(Notice("研修", "来週です。"), Audience()), NOW)
        assert isinstance(made, Announcement)
        shown = showing.standing(work, author, made, NOW, SAY)
        assert _labels(shown) == ["直す", "人数を数え直す", "やめる"]
        assert f"お知らせ {made.id}" in str(shown)
        assert made.stage is Stage.DRAFT
