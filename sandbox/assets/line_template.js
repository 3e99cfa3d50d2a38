/** LINE's template messages: buttons, confirm and their carousels. */

import { el, pressable, restyle } from "./dom.js";
import { picture } from "./picture.js";
import { actionName } from "./line_action.js";
import { say } from "./words.js";

/** Draws a template; `act(action)` performs a tapped action. */
export function template(part, act) {
  switch (part.type) {
    case "buttons": return card(part, act, "buttons");
    case "confirm": return card(part, act, "confirm");
    case "carousel": return row(part.columns.map((column) => card({ ...part, ...column }, act, "buttons")));
    case "image_carousel": return row(part.columns.map((column) => imageCard(column, act)));
    default: return el("div", { class: "unknown-part" }, say("unknown_part", { type: part.type }));
  }
}

function card(part, act, kind) {
  const words = el("div", { class: "template-words" }, part.title ? el("strong", {}, part.title) : null, el("p", {}, part.text));
  if (part.defaultAction) pressable(words, () => act(part.defaultAction));
  return el("div", { class: `template is-${kind}` }, part.thumbnailImageUrl ? thumbnail(part) : null, words,
    el("div", { class: "template-actions" }, part.actions.map((action) => choice(action, act))));
}

function thumbnail(part) {
  const frame = el("div", { class: "template-image" }, picture(part.thumbnailImageUrl, ""));
  restyle(frame, { aspectRatio: part.imageAspectRatio === "square" ? "1" : "1.51", backgroundColor: part.imageBackgroundColor });
  frame.dataset.mode = part.imageSize ?? "cover";
  return frame;
}

const choice = (action, act) => pressable(el("button", { type: "button" }, actionName(action)), () => act(action));

function imageCard({ imageUrl, action }, act) {
  const label = actionName(action);
  return pressable(el("div", { class: "template is-image" }, picture(imageUrl, label), el("span", {}, label)), () => act(action));
}

const row = (cards) => el("ul", { class: "flex-carousel", tabindex: "0" }, cards.map((one) => el("li", {}, one)));
