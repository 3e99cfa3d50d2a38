/** Flex text, its spans, and buttons. */

import { el, pressable, restyle } from "./dom.js";
import { textSize } from "./flex_size.js";
import { actionName } from "./line_action.js";

/** Draws a text component; with spans, each span may have its own colour, size and weight. */
export function text(part, { act }) {
  const words = part.contents?.length ? part.contents.map(span) : part.text ?? "";
  const node = el("div", { class: part.wrap ? "flex-text is-wrapped" : "flex-text" }, words);
  restyle(node, { ...letters(part), fontSize: textSize(part.size), textAlign: part.align });
  if (part.lineSpacing) restyle(node, { lineHeight: `calc(1.4em + ${part.lineSpacing})` });
  if (part.maxLines) {
    node.classList.add("is-clamped");
    restyle(node, { "--lines": String(part.maxLines) });
  }
  if (part.adjustMode === "shrink-to-fit") shrinkToFit(node);
  return part.action ? pressable(node, () => act(part.action)) : node;
}

function span(part) {
  const node = el("span", {}, part.text);
  restyle(node, { ...letters(part), fontSize: part.size ? textSize(part.size) : null });
  return node;
}

function letters({ color, weight, style, decoration }) {
  return {
    color,
    fontWeight: weight === "bold" ? "700" : weight === "regular" ? "400" : null,
    fontStyle: style,
    textDecoration: decoration,
  };
}

/** Draws a button: primary and secondary are filled with `color`, a link is written in it. */
export function button(part, { act }) {
  const style = part.style ?? "link";
  const node = el("button", { type: "button", class: `flex-button is-${style}`, data: { height: part.height ?? "md" } },
    el("span", {}, actionName(part.action)));
  if (part.color) restyle(node, style === "link" ? { color: part.color } : { backgroundColor: part.color });
  if (part.adjustMode === "shrink-to-fit") shrinkToFit(node.firstElementChild);
  return pressable(node, () => act(part.action));
}

function shrinkToFit(node) {
  requestAnimationFrame(() => {
    const ratio = node.clientWidth / node.scrollWidth;
    if (ratio > 0 && ratio < 1) node.style.fontSize = `${Math.floor(parseFloat(getComputedStyle(node).fontSize) * ratio)}px`;
  });
}
