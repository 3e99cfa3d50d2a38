"""Flex and Block Kit as the page draws them, measured in a real browser."""

from typing import Any

import pytest
from playwright.async_api import Page

from tests.sandbox.neighbours import Town

pytestmark = pytest.mark.asyncio(loop_scope="session")

_MRKDWN = [
    ("*太字* です", "<strong>太字</strong> です"),
    ("2*3*4 と snake_case_name", "2*3*4 と snake_case_name"),
    ("_斜体_ ~取消~ `*code*`", "<em>斜体</em> <s>取消</s> <code>*code*</code>"),
    ("> 引用\n続き", "<blockquote>引用</blockquote>続き"),
    ("一行目\n二行目", "一行目<br>二行目"),
    ("&lt;b&gt; &amp;amp;", "&lt;b&gt; &amp;amp;"),
    (":tada: :知らない:", "🎉 :知らない:"),
    ("<@U123> <#C1|総務>", '<span class="mention">@U123</span> <span class="mention">#総務</span>'),
    ("<javascript:alert(1)|押す>", '<span class="mention">@押す</span>'),
    ("*囲み _入れ子_*", "<strong>囲み <em>入れ子</em></strong>"),
]
_LINK = '<a href="https://town.example/?a=1&amp;b=2" target="_blank" rel="noopener noreferrer">広報</a>'


async def _drawn(page: Page, module: str, call: str, argument: object) -> str:
    script = f"""async (given) => {{
        const made = await import('/assets/{module}');
        const frame = document.createElement('div');
        frame.append(...[{call}].flat());
        return frame.innerHTML;
    }}"""
    return str(await page.evaluate(script, argument))


async def test_mrkdwn_is_read_as_slack_reads_it(page: Page, town: Town) -> None:
    await page.goto(town.address)
    for source, expected in [*_MRKDWN, ("<https://town.example/?a=1&amp;b=2|広報>", _LINK)]:
        assert await _drawn(page, "mrkdwn.js", "made.mrkdwn(given)", source) == expected


async def test_markdown_blocks_know_lists_headings_and_fences(page: Page, town: Town) -> None:
    await page.goto(town.address)
    drawn = await _drawn(page, "markdown.js", "made.markdown(given)", "# 題\n- **一**\n- 二\n\n```\nx < 1\n```")
    assert drawn == (
        "<p><strong>題</strong></p><ul><li><strong>一</strong></li><li>二</li></ul>"
        '<pre class="code-block">x &lt; 1</pre>'
    )


async def _flex(page: Page, town: Town, *contents: object, **box: object) -> None:
    hana = await town.on_line("はな")
    body = {"type": "box", "layout": "vertical", "contents": list(contents), **box}
    message = {"type": "flex", "altText": "カード", "contents": {"type": "bubble", "body": body}}
    assert (await town.raw_push({"to": hana, "messages": [message]}))[0] == 200
    await page.goto(town.address)
    await page.locator(".flex-bubble").wait_for()


async def _style(page: Page, place: str, *names: str) -> list[Any]:
    script = "(node, names) => names.map((name) => getComputedStyle(node)[name])"
    return list(await page.locator(place).evaluate(script, list(names)))


async def test_flex_keywords_have_lines_measures(page: Page, town: Town) -> None:
    first = {"type": "text", "text": "題", "size": "xl", "weight": "bold", "color": "#1F6B57"}
    second = {"type": "text", "text": "本文", "margin": "xxl"}
    await _flex(page, town, first, second, paddingAll="lg", cornerRadius="md", backgroundColor="#EEF5F1")
    assert await _style(page, ".flex-bubble", "width") == ["300px"]
    looks = await _style(page, ".flex-text >> nth=0", "fontSize", "fontWeight", "color")
    assert looks == ["22px", "700", "rgb(31, 107, 87)"]
    assert await _style(page, ".flex-text >> nth=1", "fontSize", "marginTop") == ["16px", "20px"]
    surface = await _style(page, ".is-body > .flex-box", "paddingLeft", "borderTopLeftRadius", "backgroundColor")
    assert surface == ["12px", "8px", "rgb(238, 245, 241)"]


async def test_shares_of_a_row_follow_flex(page: Page, town: Town) -> None:
    cells: list[dict[str, object]] = [
        {"type": "box", "layout": "vertical", "contents": [], "height": "10px", "flex": n} for n in (1, 3)
    ]
    await _flex(page, town, {"type": "box", "layout": "horizontal", "contents": cells}, paddingAll="none")
    widths = await page.locator(".is-horizontal > .flex-box").evaluate_all("all => all.map(one => one.offsetWidth)")
    assert widths == [75, 225]


async def test_text_is_cut_on_one_line_unless_it_may_wrap(page: Page, town: Town) -> None:
    words = "とても長い文です。" * 20
    wrapped = {"type": "text", "text": words, "wrap": True, "maxLines": 2}
    await _flex(page, town, {"type": "text", "text": words}, wrapped)
    heights = await page.locator(".flex-text").evaluate_all(
        "all => all.map(one => Math.round(one.offsetHeight / 22.4))"
    )
    assert heights == [1, 2]


async def test_a_tappable_box_can_be_pressed_from_the_keyboard(page: Page, town: Town) -> None:
    action = {"type": "message", "label": "A", "text": "A を選ぶ"}
    box = {"type": "box", "layout": "vertical", "contents": [{"type": "text", "text": "A"}], "action": action}
    await _flex(page, town, box)
    await page.get_by_role("button", name="A", exact=True).press("Enter")
    await page.locator(".is-from-user", has_text="A を選ぶ").wait_for()
