"""Stories that the second database would only repeat."""

from typing import Final

import pytest

ON_SQLITE: Final = pytest.mark.parametrize("kind", ["sqlite"], indirect=True)
"""For stories about words, cards, buttons and pages. What hangs on transactions, locks and rows is told on both
databases; every query is asked of both in `tests/store/test_isolation.py`, and every verb in `tests/school/`.
"""
