"""Commands that are loaded when they are called: the platforms' SDKs take seconds, and most commands need none."""

import gc
from collections.abc import Mapping
from importlib import import_module
from types import ModuleType
from typing import Any, ClassVar

import typer
from typer.core import TyperGroup
from typer.main import get_group


class Lazy(TyperGroup):
    """A group of commands; `where` tells for each name the module and what to take from it, as "bot.x:run".

    Typer keeps the types of its contexts and commands to itself.
    """

    where: ClassVar[Mapping[str, str]] = {}

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002  Typer's own signature
        return [*self.where]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        where = self.where.get(cmd_name)
        if where is None:
            return None
        module, _, name = where.partition(":")
        found, holder = getattr(_loaded(module), name), typer.Typer()
        if isinstance(found, typer.Typer):
            holder.add_typer(found, name=cmd_name)
        else:
            holder.command(cmd_name)(found)
        return get_group(holder).get_command(ctx, cmd_name)


def _loaded(module: str) -> ModuleType:
    """What is loaded is no garbage: looking for it all the while takes a fifth of the time."""
    gc.disable()
    try:
        return import_module(module)
    finally:
        gc.enable()
