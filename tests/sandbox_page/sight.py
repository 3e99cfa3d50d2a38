"""What everybody must be able to read: words that stand out from what is behind them, on pages that fit."""

from playwright.async_api import Page

_PALE = """(within) => {
    const shade = (color) => {
        const [r, g, b] = color.match(/[\\d.]+/g).map(Number).map((each) => each / 255)
            .map((each) => each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const behind = (node) => {
        for (let at = node; at; at = at.parentElement) {
            const color = getComputedStyle(at).backgroundColor;
            if (!/, 0\\)$/.test(color)) return color;
        }
        return "rgb(255, 255, 255)";
    };
    const own = (node) => [...node.childNodes].some((each) => each.nodeType === 3 && each.textContent.trim());
    return [...document.querySelectorAll(within)].filter(own).filter((node) => {
        const [one, other] = [shade(getComputedStyle(node).color), shade(behind(node))].sort((a, b) => b - a);
        return (one + 0.05) / (other + 0.05) < 4.5;
    }).map((node) => node.textContent.trim());
}"""
_WIDE = "() => document.documentElement.scrollWidth > innerWidth"


async def pale(page: Page, within: str = "main *") -> list[str]:
    """The texts whose contrast is below 4.5 to 1 (WCAG 2.2, 1.4.3)."""
    return list(await page.evaluate(_PALE, within))


async def is_wide(page: Page) -> bool:
    """Whether it must be scrolled sideways."""
    return bool(await page.evaluate(_WIDE))
