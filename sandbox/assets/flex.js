/** LINE's Flex Messages: a bubble, or a carousel of bubbles. */

import { el, pressable, restyle } from "./dom.js";
import { actionName } from "./line_action.js";
import { component } from "./flex_box.js";
import { bubbleWidth } from "./flex_size.js";

const BLOCKS = ["header", "hero", "body", "footer"];

/** Draws a Flex container; `act(action)` performs a tapped action. */
export function flex(contents, act) {
  return contents.type === "carousel" ? carousel(contents, act) : bubble(contents, act);
}

function carousel({ contents }, act) {
  const bubbles = contents.map((one) => el("li", {}, bubble(one, act)));
  return el("ul", { class: "flex-carousel", tabindex: "0" }, bubbles);
}

function bubble(part, act) {
  const blocks = BLOCKS.filter((name) => part[name]).map((name, n) => block(name, part, act, n === 0));
  const node = el("div", { class: "flex-bubble", data: { size: part.size ?? "mega" }, dir: part.direction ?? "ltr" }, blocks);
  restyle(node, { width: bubbleWidth(part.size) });
  if (!part.action) return node;
  if (!node.textContent.trim()) node.setAttribute("aria-label", actionName(part.action));
  return pressable(node, () => act(part.action));
}

function block(name, bubblePart, act, first) {
  const style = bubblePart.styles?.[name] ?? {};
  const drawn = component(bubblePart[name], { act, layout: "vertical" });
  const node = el("div", { class: `flex-block is-${name}` }, drawn);
  restyle(node, { backgroundColor: style.backgroundColor });
  if (style.separator && !first) restyle(node, { borderTop: `1px solid ${style.separatorColor ?? "#d4d6da"}` });
  return node;
}
