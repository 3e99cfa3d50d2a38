/** Block Kit's interactive elements. In an input block they only keep their value; elsewhere a change is told at once. */

import { el, icon, pressable, whileBusy } from "./dom.js";
import { changed } from "./block_change.js";
import { checkboxes, radioButtons } from "./block_choices.js";
import { ask } from "./notice.js";
import { picture } from "./picture.js";
import { plainly, textObject } from "./mrkdwn.js";
import { say } from "./words.js";

const FIELDS = {
  plain_text_input: "text", number_input: "number", email_text_input: "email", url_text_input: "url",
  datepicker: "date", timepicker: "time", datetimepicker: "datetime-local",
};
const INITIAL = { datepicker: "initial_date", timepicker: "initial_time" };

const DRAW = {
  button, overflow, checkboxes, radio_buttons: radioButtons,
  static_select: select, external_select: select, multi_static_select: multiSelect,
  image: (block, part) => picture(part.image_url, part.alt_text),
  ...Object.fromEntries(Object.keys(FIELDS).map((type) => [type, field])),
};

/** Draws one element of a block. */
export function element(block, part, place) {
  const draw = Object.hasOwn(DRAW, part.type) ? DRAW[part.type] : unknown;
  return draw(block, part, place);
}

function button(block, part, place) {
  const style = part.style ? ` is-${part.style}` : "";
  const node = el("button", { type: "button", class: `slack-button${style}`, "aria-label": part.accessibility_label }, textObject(part.text));
  return pressable(node, async () => {
    if (part.confirm && !(await confirmed(part.confirm))) return;
    if (part.url) open(part.url, "_blank", "noopener,noreferrer");
    await place.dispatch(block, part, { value: part.value });
  });
}

async function confirmed({ title, text, confirm, deny, style }) {
  const given = await ask({ title: plainly(title), text: plainly(text), yes: plainly(confirm), no: plainly(deny), danger: style === "danger" });
  return given !== null;
}

const optionsOf = (part) => part.options ?? (part.option_groups ?? []).flatMap((group) => group.options);

function select(block, part, place) {
  const kept = place.read(block, part)?.[0] ?? part.initial_option?.value ?? "";
  const groups = part.option_groups
    ? part.option_groups.map((group) => el("optgroup", { label: plainly(group.label) }, group.options.map((one) => option(one, kept))))
    : optionsOf(part).map((one) => option(one, kept));
  const node = el("select", { class: "slack-select", id: part.dom_id, "aria-label": part.dom_id ? null : plainly(block.text) || plainly(part.placeholder) || say("choose") },
    el("option", { value: "", disabled: true, selected: kept === "" }, plainly(part.placeholder) || say("choose")), groups);
  if (kept) place.write(block, part, [kept]);
  node.addEventListener("change", () => changed(block, part, place, [node.value], node));
  return node;
}

const option = (one, kept) => el("option", { value: one.value, selected: one.value === kept }, plainly(one.text));

function multiSelect(block, part, place) {
  const initial = (part.initial_options ?? []).map((one) => one.value);
  return checkboxes(block, { ...part, options: optionsOf(part), initial_options: optionsOf(part).filter((one) => initial.includes(one.value)) }, place);
}

function overflow(block, part, place) {
  const node = el("select", { class: "slack-overflow", "aria-label": say("more_options") },
    el("option", { value: "", selected: true }, "⋯"), part.options.map((one) => option(one, "")));
  node.addEventListener("change", () => {
    const chosen = part.options.find((one) => one.value === node.value);
    node.value = "";
    if (chosen?.url) open(chosen.url, "_blank", "noopener,noreferrer");
    void whileBusy(node, () => place.dispatch(block, part, { selected: [chosen.value] }));
  });
  return el("span", { class: "slack-overflow-frame" }, icon("dots"), node);
}

function field(block, part, place) {
  const kept = place.read(block, part) ?? part[INITIAL[part.type] ?? "initial_value"] ?? "";
  const node = el(part.multiline ? "textarea" : "input", {
    class: "slack-field", id: part.dom_id, type: part.multiline ? null : FIELDS[part.type], rows: part.multiline ? 4 : null,
    placeholder: plainly(part.placeholder), maxlength: part.max_length, minlength: part.min_length, step: part.is_decimal_allowed ? "any" : null,
    "aria-label": part.dom_id ? null : plainly(part.placeholder) || part.action_id, autocomplete: "off",
  });
  node.value = kept;
  if (kept !== "") place.write(block, part, kept);
  node.addEventListener("input", () => place.write(block, part, node.value));
  node.addEventListener("change", () => changed(block, part, place, node.value, node));
  return node;
}

function unknown(block, part) {
  return el("span", { class: "unknown-part" }, say("unknown_part", { type: String(part.type) }));
}
