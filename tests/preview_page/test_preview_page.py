"""What an author sees who keeps the preview open beside the editor."""

import pytest
from playwright.async_api import Page, expect

from tests.preview_page.conftest import Desk
from tests.sandbox_page.sight import is_wide, pale

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_both_chats_show_the_lesson_and_keys_step_on(page: Page, desk: Desk, fetched: list[str]) -> None:
    await page.goto(f"{desk.address}/?lesson=3")
    line, slack = page.locator("#line-log"), page.locator("#slack-log")
    await expect(line).to_contain_text("今週をふりかえってみましょう。")
    await expect(slack).to_contain_text("今週をふりかえってみましょう。")
    await page.keyboard.press("ArrowRight")
    await expect(line).to_contain_text("正解です")
    await page.keyboard.press("ArrowRight")
    await expect(line).to_contain_text("気になりますよね。でも、まず自分のことからにしましょう。")
    await expect(slack).to_contain_text("気になりますよね。でも、まず自分のことからにしましょう。")
    assert page.url.endswith("?lesson=3&state=wrong-b")
    await page.go_back()
    await expect(line).not_to_contain_text("気になりますよね")
    assert [url for url in fetched if not url.startswith(desk.address)] == [], "nothing comes from elsewhere"


async def test_a_tapped_answer_brings_its_verdict(page: Page, desk: Desk) -> None:
    await page.goto(f"{desk.address}/?lesson=3")
    await page.locator("#line-log").get_by_role("button", name="来年の計画").click()
    await expect(page.locator("#slack-log")).to_contain_text("大きな話は、そのあとで大丈夫です。")
    await page.locator("#slack-log").get_by_role("button", name="書く").click()
    await page.get_by_role("dialog").get_by_role("button", name="閉じる").first.click()
    await expect(page.get_by_role("dialog")).to_have_count(0)


async def test_a_save_is_shown_and_a_broken_course_heals(page: Page, desk: Desk) -> None:
    await page.goto(f"{desk.address}/?lesson=3&state=wrong-b")
    await expect(page.locator("#line-log")).to_contain_text("気になりますよね")
    desk.save("lessons/k03.md", "気になりますよね。", "ちょっと気になります。")
    await expect(page.locator("#line-log")).to_contain_text("ちょっと気になります。")
    await expect(page.locator("#slack-log")).to_contain_text("ちょっと気になります。")
    desk.save("lessons/k03.md", "kind: single", "kind: singel")
    await expect(page.locator("#broken")).to_contain_text("lessons/k03.md:")
    await expect(page.locator("#broken")).to_contain_text("singel")
    await expect(page.locator("#line-log")).to_be_hidden()
    desk.save("lessons/k03.md", "kind: singel", "kind: single")
    await expect(page.locator("#line-log")).to_contain_text("ちょっと気になります。")
    await expect(page.locator("#broken")).to_be_hidden()


@pytest.mark.parametrize(("width", "ui"), [(1440, "ja"), (390, "en")])
async def test_the_page_is_for_everybody(page: Page, desk: Desk, width: int, ui: str) -> None:
    await page.set_viewport_size({"width": width, "height": 844})
    await page.goto(f"{desk.address}/?lesson=1&question=2&state=write&ui={ui}")
    await expect(page.locator("#line-log")).to_contain_text("割合は何%ですか")
    await expect(page.locator("html")).to_have_attribute("lang", ui)
    await expect(page.locator("#verdict")).to_have_text(
        "直すところは見つかりませんでした。" if ui == "ja" else "Nothing to mend was found.",
        timeout=20_000,  # another process begins to check, and yields to everything else
    )
    assert await pale(page, "header *, main *") == []
    assert not await is_wide(page)
    for each in await page.locator("header a, main a, main button, main select").all():
        if await each.is_visible():
            box = await each.bounding_box()
            assert box
            assert min(box["width"], box["height"]) >= 24, await each.text_content()
    await page.keyboard.press("Tab")
    await expect(page.locator(".skip")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(page.locator("#chats")).to_be_focused()
