/** A Flex box and everything that may lie in it. */

import { el, pressable, restyle } from "./dom.js";
import { actionName } from "./line_action.js";
import { image, symbol, video } from "./flex_picture.js";
import { place } from "./flex_place.js";
import { border, corner, spacing } from "./flex_size.js";
import { button, text } from "./flex_text.js";
import { say } from "./words.js";

const DRAW = { box, text, button, image, icon: symbol, video, separator, filler };

/** Draws any component; one that is not known is named rather than left out. */
export function component(part, context) {
  const draw = Object.hasOwn(DRAW, part.type) ? DRAW[part.type] : unknown;
  return draw(part, context);
}

/** Draws a box with its contents; `context.act(action)` performs what is tapped. */
export function box(part, context) {
  const layout = part.layout ?? "vertical";
  const contents = (part.contents ?? []).map((child, n) =>
    place(component(child, { ...context, layout }), child, { layout, gap: part.spacing, first: n === 0 }));
  const node = el("div", { class: `flex-box is-${layout}` }, contents);
  restyle(node, { ...surface(part), ...room(part), justifyContent: part.justifyContent, alignItems: part.alignItems });
  if (!part.action) return node;
  const label = actionName(part.action);
  if (label && !node.textContent.trim()) node.setAttribute("aria-label", label);
  return pressable(node, () => context.act(part.action));
}

function surface(part) {
  const width = border(part.borderWidth);
  return {
    backgroundColor: part.backgroundColor,
    backgroundImage: part.background?.type === "linearGradient" ? gradient(part.background) : null,
    border: width ? `${width} solid ${part.borderColor ?? "#000000"}` : null,
    borderRadius: corner(part.cornerRadius),
  };
}

function gradient({ angle, startColor, endColor, centerColor, centerPosition }) {
  const middle = centerColor ? `${centerColor} ${centerPosition ?? "50%"}, ` : "";
  return `linear-gradient(${angle}, ${startColor}, ${middle}${endColor})`;
}

function room(part) {
  return {
    width: part.width, maxWidth: part.maxWidth, height: part.height, maxHeight: part.maxHeight,
    ...padding(part),
  };
}

/** The paddings a box asks for, the single sides over the general one. */
export function padding(part) {
  return {
    padding: spacing(part.paddingAll),
    paddingTop: spacing(part.paddingTop),
    paddingBottom: spacing(part.paddingBottom),
    paddingInlineStart: spacing(part.paddingStart),
    paddingInlineEnd: spacing(part.paddingEnd),
  };
}

function separator(part, { layout }) {
  const node = el("div", { class: `flex-separator is-in-${layout === "vertical" ? "column" : "row"}` });
  restyle(node, { backgroundColor: part.color });
  return node;
}

function filler() {
  return el("div", { class: "flex-filler" });
}

function unknown(part) {
  return el("div", { class: "unknown-part" }, say("unknown_part", { type: String(part.type) }));
}
