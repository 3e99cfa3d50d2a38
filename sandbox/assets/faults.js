/** Faults on purpose: switches for what should go wrong, and how often. */

import { el } from "./dom.js";
import { plan, readFaults } from "./doors.js";
import { watch } from "./live.js";
import { language, say } from "./words.js";

const COMMON = ["drop_before", "drop_after", "error_500", "rate_429", "slow"];
const EVENTS = ["redeliver", "duplicate", "reorder"];
const SWITCHES = { line: [...COMMON, ...EVENTS, "monthly_limit", "expired_tokens"], slack: [...COMMON, ...EVENTS, "tiers"] };
const FLAGS = new Set(["monthly_limit", "expired_tokens", "tiers"]);

let faults = null;
let chance = 30;
let drawn = "";

/** Shows the switches once the plan is known, and again when the language changes. */
export function startFaults() {
  readFaults().then((given) => { faults = given; show(); }, () => { document.getElementById("faults").hidden = true; });
  watch(show);
}

function show() {
  if (!faults) return;
  const on = Object.keys(SWITCHES).flatMap((platform) => SWITCHES[platform].filter((name) => isOn(platform, name)));
  const badge = document.getElementById("faults-on");
  badge.hidden = on.length === 0;
  badge.textContent = say("faults_on", { n: on.length });
  if (drawn === language()) return;
  drawn = language();
  document.getElementById("faults-form").replaceChildren(slider(), ...Object.keys(SWITCHES).map(group));
}

const isOn = (platform, name) => Boolean(faults[platform]?.[name]);

function group(platform) {
  return el("fieldset", { class: "fault-group" }, el("legend", {}, platform === "line" ? "LINE" : "Slack"),
    SWITCHES[platform].map((name) => toggle(platform, name)));
}

function toggle(platform, name) {
  const box = el("input", { type: "checkbox", role: "switch", checked: isOn(platform, name) });
  box.addEventListener("change", () => void set({ [platform]: { [name]: strength(name, box.checked) } }));
  return el("label", { class: "fault" }, box, el("span", {}, say(name === "redeliver" ? "redeliver_fault" : name)));
}

const strength = (name, on) => (FLAGS.has(name) ? on : on ? chance / 100 : 0);

function slider() {
  const shown = el("output", {}, `${chance}%`);
  const range = el("input", { type: "range", min: 10, max: 100, step: 10, value: chance });
  range.addEventListener("input", () => { chance = Number(range.value); shown.textContent = `${chance}%`; });
  range.addEventListener("change", () => void set(again()));
  return el("label", { class: "fault-chance" }, el("span", {}, say("chance")), range, shown);
}

/** The plan's faults that are on, at the present chance. */
function again() {
  const changes = {};
  for (const [platform, names] of Object.entries(SWITCHES)) {
    const on = names.filter((name) => isOn(platform, name) && !FLAGS.has(name));
    changes[platform] = Object.fromEntries(on.map((name) => [name, chance / 100]));
  }
  return changes;
}

async function set(changes) {
  const next = { ...faults, line: { ...faults.line, ...changes.line }, slack: { ...faults.slack, ...changes.slack } };
  const answer = await plan(next);
  if (answer) faults = next;
  show();
}
