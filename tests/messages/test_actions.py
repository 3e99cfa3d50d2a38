"""Buttons that lie in chats keep their meaning."""

import pkgutil
from importlib import import_module

from messages import actions
from messages.actions.office import TAGS as OFFICE


def test_no_family_takes_a_tag_away_from_another() -> None:
    families = [
        import_module(f"messages.actions.{found.name}").TAGS for found in pkgutil.iter_modules(actions.__path__)
    ]
    meant = {(tag, kind) for family in families for tag, kind in family.items()}
    assert len({tag for tag, _ in meant}) == len(meant)
    assert set(OFFICE.items()) <= meant
