"""The three Ds."""

from enum import StrEnum


class Dimension(StrEnum):
    """The three Ds, and the ground they share."""

    DESIGN = "design"
    DATA = "data"
    DIGITAL = "digital"
    BASE = "base"
