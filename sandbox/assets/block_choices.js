/** Block Kit's checkboxes and radio buttons. */

import { el } from "./dom.js";
import { changed } from "./block_change.js";
import { textObject } from "./mrkdwn.js";

let groups = 0;

export function checkboxes(block, part, place) {
  return choices(block, part, place, { type: "checkbox", initial: (part.initial_options ?? []).map((one) => one.value) });
}

export function radioButtons(block, part, place) {
  return choices(block, part, place, { type: "radio", initial: part.initial_option ? [part.initial_option.value] : [] });
}

function choices(block, part, place, { type, initial }) {
  const kept = place.read(block, part) ?? initial;
  const name = `choices-${++groups}`;
  const rows = part.options.map((option) => row(option, { type, name, on: kept.includes(option.value) }));
  const node = el("div", { class: "slack-choices", id: part.dom_id, role: block.type === "input" ? null : "group" }, rows);
  if (kept.length) place.write(block, part, kept);
  node.addEventListener("change", () => {
    const chosen = [...node.querySelectorAll("input:checked")].map((input) => input.value);
    changed(block, part, place, chosen, node);
  });
  return node;
}

function row(option, { type, name, on }) {
  const words = el("span", {}, textObject(option.text), option.description ? el("small", {}, textObject(option.description)) : null);
  return el("label", { class: "slack-choice" }, el("input", { type, name, value: option.value, checked: on }), words);
}
