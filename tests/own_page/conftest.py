"""A bot whose course asks people to look back, and a phone's browser. Without Chromium these stories are left out."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, ViewportSize, async_playwright

from tests.acceptance.bot import TestBot, town
from tests.acceptance.looking_back import shelf
from tests.sandbox_page.browser import chromium

_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]
_PHONE = ViewportSize(width=390, height=844)

collect_ignore_glob = [] if chromium() else ["test_*.py"]


@pytest_asyncio.fixture(loop_scope="session")
async def bot(migrated_sqlite: Path, tmp_path: Path) -> AsyncIterator[TestBot]:
    path = shutil.copy(migrated_sqlite, tmp_path / "kotsu.db")
    async with town(f"sqlite:///{path}", shelf=shelf()) as running:
        yield running


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
async def phone(browser: Browser, bot: TestBot, fetched: list[str]) -> AsyncIterator[Page]:
    """An empty page as wide as a phone, on which no script may run."""
    context = await browser.new_context(viewport=_PHONE, locale="ja-JP", java_script_enabled=False)
    page = await context.new_page()
    page.on("request", lambda request: fetched.append(request.url))
    yield page
    assert await context.cookies() == []
    await context.close()
