"""Colours and sizes: calm, and readable for tired eyes (every text at least 4.5 to 1 on what it stands on)."""

from typing import Final

PAPER: Final = "#ffffff"
INK: Final = "#1f2a33"
QUIET: Final = "#5b6470"
GOOD: Final = "#11703f"
GENTLE: Final = "#8a5300"
LINK: Final = "#0a58a8"
DANGER: Final = "#b3261e"

ACCENT: Final = "#0b6e5f"
TINT: Final = "#eef5f3"
PICKED: Final = "#dff1ec"
HAIRLINE: Final = "#d5dbe1"
EDGE: Final = "#848f9a"  # of what can be tapped: 3 to 1 on paper
BUTTON: Final = "#e9edf0"

SMALL: Final = "sm"
BODY: Final = "md"
TITLE: Final = "lg"
LEADING: Final = "6px"
