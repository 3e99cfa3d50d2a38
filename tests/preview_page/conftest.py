"""The author's page in a real browser, over a copy of a frozen course. Without Chromium these stories are left out."""

import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, async_playwright

from bot.preview.app import application
from bot.preview.shelf import Shelf
from sandbox.server import serving
from tests.sandbox_page.browser import chromium
from tests.shelf import COURSES

_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]

collect_ignore_glob = [] if chromium() else ["test_*.py"]


@dataclass(frozen=True, slots=True)
class Desk:
    """The preview of a folder, at an address."""

    folder: Path
    address: str

    def save(self, file: str, before: str, after: str) -> None:
        """As an author does who replaces some words."""
        path = self.folder / file
        path.write_text(path.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")


@pytest_asyncio.fixture(loop_scope="session")
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    folder = Path(shutil.copytree(COURSES / "kinds", tmp_path / "kinds"))
    async with serving(application(Shelf(folder, today=lambda: date(2026, 9, 7)))) as address:
        yield Desk(folder, address)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium(), args=_ARGUMENTS)
        yield browser
        await browser.close()


@pytest.fixture
def fetched() -> list[str]:
    """The addresses the browser asked for."""
    return []


@pytest_asyncio.fixture(loop_scope="session")
async def page(browser: Browser, desk: Desk, fetched: list[str]) -> AsyncIterator[Page]:
    """An empty page that fails its test when the page's own code fails; closed before its desk."""
    faults: list[str] = []
    page = await browser.new_page(viewport={"width": 1440, "height": 900}, locale="ja-JP")
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda request: fetched.append(request.url))
    yield page
    await page.close()
    assert faults == []
