"""A sandbox with a bot that listens, and the sandbox's page in a real browser, started once.

A machine without Chromium cannot look at pages: the stories that need one are left out there, and pytest's header
says so.
"""

from collections.abc import AsyncIterator

import pytest_asyncio
from playwright.async_api import Browser, Page, async_playwright

from tests.sandbox.neighbours import Bot, Town, bot_listening, town_open
from tests.sandbox_page.browser import chromium

_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]

collect_ignore_glob = [] if chromium() else ["test_page_*.py"]


def pytest_report_header() -> str:
    return f"sandbox page: {chromium() or 'no Chromium on this machine, its stories are left out'}"


@pytest_asyncio.fixture(loop_scope="session")
async def town() -> AsyncIterator[Town]:
    async with town_open() as town:
        yield town


@pytest_asyncio.fixture(loop_scope="session")
async def bot(town: Town) -> AsyncIterator[Bot]:
    """Both platforms deliver to it."""
    async with bot_listening() as bot:
        await town.door("webhooks", {"line": f"{bot.address}/line", "slack": f"{bot.address}/slack"})
        yield bot


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium(), args=_ARGUMENTS)
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="session")
async def page(browser: Browser, town: Town) -> AsyncIterator[Page]:
    """An empty page of 1440 × 900 that fails its test when the page's own code fails; closed before its town."""
    faults: list[str] = []
    page = await browser.new_page(viewport={"width": 1440, "height": 900}, locale="ja-JP")
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    await page.close()
    assert faults == []
