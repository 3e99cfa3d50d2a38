"""GIFT, the text format of Moodle's questions: docs.moodle.org, "GIFT format"; an order as its question type has it."""

from lessons.exchange.gift.losses import losses
from lessons.exchange.gift.reading import read
from lessons.exchange.gift.writing import write

__all__ = ["losses", "read", "write"]
