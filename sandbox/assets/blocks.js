/** Slack's Block Kit: one function a block. */

import { el } from "./dom.js";
import { element } from "./block_elements.js";
import { picture } from "./picture.js";
import { markdown } from "./markdown.js";
import { mrkdwn, textObject } from "./mrkdwn.js";
import { richText } from "./rich_text.js";
import { say } from "./words.js";

const DRAW = {
  section, actions, context, image, input,
  header: (block) => el("h4", { class: "block-header" }, textObject(block.text)),
  divider: () => el("hr", { class: "block-divider" }),
  rich_text: (block) => el("div", { class: "block-text" }, richText(block.elements)),
  markdown: (block) => el("div", { class: "block-text" }, markdown(block.text)),
  video: (block) => el("div", { class: "block-image" }, el("p", {}, textObject(block.title)), picture(block.thumbnail_url, block.alt_text)),
};

/**
 * Draws blocks. `place` connects their elements: `read(block, element)`, `write(block, element, value)` keep what is
 * filled in, `dispatch(block, element, choice)` tells the bot.
 */
export function blocks(list, place) {
  return list.map((block) => {
    const draw = Object.hasOwn(DRAW, block.type) ? DRAW[block.type] : unknown;
    const node = draw(block, place);
    node.classList.add("block");
    return node;
  });
}

function section(block, place) {
  const words = el("div", { class: "block-words" },
    block.text ? el("div", { class: "block-text" }, textObject(block.text)) : null,
    block.fields ? el("div", { class: "block-fields" }, block.fields.map((field) => el("div", { class: "block-text" }, textObject(field)))) : null);
  return el("div", { class: "block-section" }, words,
    block.accessory ? el("div", { class: "block-accessory" }, element(block, block.accessory, place)) : null);
}

function actions(block, place) {
  return el("div", { class: "block-actions" }, block.elements.map((part) => element(block, part, place)));
}

function context(block) {
  const parts = block.elements.map((part) => part.type === "image"
    ? picture(part.image_url, part.alt_text)
    : el("span", {}, part.type === "mrkdwn" ? mrkdwn(part.text) : textObject(part)));
  return el("div", { class: "block-context" }, parts);
}

function image(block) {
  return el("figure", { class: "block-image" }, block.title ? el("figcaption", {}, textObject(block.title)) : null, picture(block.image_url ?? `/slack/files/${block.slack_file.id}`, block.alt_text));
}

function input(block, place) {
  const id = `input-${block.block_id}`;
  const many = ["checkboxes", "radio_buttons"].includes(block.element.type);
  const label = [...textObject(block.label), block.optional ? el("span", { class: "optional" }, ` ${say("optional")}`) : null];
  return el("div", { class: "block-input", data: { block: block.block_id ?? "" }, role: many ? "group" : null, "aria-labelledby": many ? `${id}-label` : null },
    el(many ? "div" : "label", { class: "block-label", id: `${id}-label`, for: many ? null : id }, label),
    element(block, { ...block.element, dom_id: id }, place),
    block.hint ? el("p", { class: "block-hint" }, textObject(block.hint)) : null,
    el("p", { class: "block-error", role: "alert", hidden: true }));
}

function unknown(block) {
  return el("div", { class: "unknown-part" }, say("unknown_part", { type: String(block.type) }));
}
