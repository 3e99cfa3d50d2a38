"""What an owner may say about somebody's role."""

import pytest

from handlers.grants import Granting
from handlers.orders import Appointing
from handlers.words import heard
from messages.actions.roles import ShowAudit
from store.office import Role


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("役割", Appointing("")),
        ("/kotsu roles", Appointing("")),
        ("役割 ABC-234", Appointing("ABC234")),
        ("役割 0012 研修担当", Granting("0012", Role.OFFICER, "", given=True)),
        ("役割　００１２　研修担当　やめる", Granting("0012", Role.OFFICER, "", given=False)),
        ("役割 はな 進行役をやめる", Granting("はな", Role.FACILITATOR, "", given=False)),
        ("役割 0012 所属長 総務部/総務課", Granting("0012", Role.MANAGER, "総務部/総務課", given=True)),
        ("役割 0012 所属長 総務部/総務課 外す", Granting("0012", Role.MANAGER, "総務部/総務課", given=False)),
        ("role 0012 head of section 総務課", Granting("0012", Role.MANAGER, "総務課", given=True)),
        ("Role 0012 Officer remove", Granting("0012", Role.OFFICER, "", given=False)),
        ("役割 0012 王様", Granting("0012", None, "", given=True)),
        ("役割 はな", Granting("はな", None, "", given=True)),
        ("role models matter", None),
        ("役割は何ですか", None),
        ("監査", ShowAudit()),
        ("audit log", ShowAudit()),
    ],
)
def test_what_is_said_about_roles(text: str, meaning: object) -> None:
    assert heard(text) == meaning
