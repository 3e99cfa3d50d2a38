/** The record of requests, newest first, beside the chats. */

import { el, icon, keep, whileBusy } from "./dom.js";
import { hourMinuteSecond } from "./dates.js";
import { clearRecord, readRecord } from "./doors.js";
import { startFaults } from "./faults.js";
import { jsonView } from "./json_view.js";
import { watch } from "./live.js";
import { language, say } from "./words.js";

const KEPT = 300;
const byId = (id) => document.getElementById(id);
let requests = [];
let platform = "all";
let reading = Promise.resolve();

/** Wires the record to the live state. */
export function startRecord() {
  startFaults();
  startFolding();
  byId("record-clear").addEventListener("click", (event) => void whileBusy(event.currentTarget, async () => {
    await clearRecord();
    requests = [];
    show();
  }));
  watch(() => {
    show();
    reading = reading.then(readOn, readOn);
  });
}

async function readOn() {
  const { requests: fresh } = await readRecord(requests[0]?.seq ?? 0).catch(() => ({ requests: [] }));
  if (!fresh.length) return;
  requests = [...fresh.reverse(), ...requests].slice(0, KEPT);
  show();
}

function show() {
  showFilter();
  const list = byId("record-list");
  const shown = requests.filter((one) => platform === "all" || one.platform === platform);
  keep(list, shown.length ? shown : [{ seq: "none" }], {
    key: (one) => one.seq,
    sign: (one) => `${language()} ${one.seq}`,
    build: (one) => one.seq === "none" ? el("li", { class: "record-none" }, say("no_record")) : row(one),
  });
}

function showFilter() {
  const choices = [["all", say("all")], ["line", "LINE"], ["slack", "Slack"]];
  keep(byId("record-filter"), choices, {
    key: ([name]) => name,
    sign: ([name, words]) => `${words} ${name === platform}`,
    build: ([name, words]) => el("button", { type: "button", "aria-pressed": String(name === platform),
      on: { click: () => { platform = name; show(); } } }, words),
  });
}

function row(one) {
  const details = el("details", { class: "record-row", data: { direction: one.direction } },
    el("summary", {}, arrow(one), el("span", { class: "record-what" }, el("b", {}, one.method), " ", path(one.path)), status(one), small(one)));
  details.addEventListener("toggle", () => { if (details.open && details.children.length === 1) details.append(inside(one)); });
  return el("li", {}, details);
}

function arrow({ direction, platform: where }) {
  const name = where === "line" ? "LINE" : "Slack";
  const words = `${name} ${say(direction === "in" ? "to_platform" : "to_bot")}`;
  return el("span", { class: "record-arrow", role: "img", "aria-label": words, title: words }, icon(direction));
}

/** A path that may break after each slash. */
const path = (text) => text.split(/(?<=\/)/).flatMap((piece) => [piece, el("wbr")]);

function status({ status: code, fault }) {
  const kind = code === null ? "bad" : code >= 500 ? "bad" : code >= 400 ? "odd" : "good";
  return el("span", { class: `record-status is-${kind}` }, code === null ? say("dropped") : String(code), fault ? el("span", { class: "badge is-fault" }, fault) : null);
}

function small(one) {
  return el("span", { class: "record-small" },
    el("span", { class: `record-platform is-${one.platform}` }, one.platform === "line" ? "LINE" : "Slack"),
    el("time", { datetime: one.at }, hourMinuteSecond(one.at)),
    one.wall_ms === undefined ? null : el("span", {}, `${Math.round(one.wall_ms)} ms`),
    one.counted ? el("span", { class: "badge is-counted" }, say("counted", { n: one.counted })) : null);
}

function inside(one) {
  return el("div", { class: "record-inside" },
    one.retry_key ? el("p", {}, say("retry_key"), " ", el("code", {}, one.retry_key)) : null,
    el("h3", {}, say("request")), jsonView(one.request), el("h3", {}, say("response")), jsonView(one.response));
}

function startFolding() {
  const toggle = byId("record-toggle");
  const fold = (open) => {
    byId("record").dataset.open = String(open);
    byId("record-body").hidden = !open;
    toggle.setAttribute("aria-expanded", String(open));
    name();
  };
  const name = () => {
    const words = say(toggle.getAttribute("aria-expanded") === "true" ? "hide_record" : "show_record");
    toggle.setAttribute("aria-label", words);
    toggle.title = words;
  };
  toggle.addEventListener("click", () => {
    fold(toggle.getAttribute("aria-expanded") !== "true");
    byId("record").scrollIntoView({ block: "nearest" });
  });
  watch(name);
  fold(matchMedia("(min-width: 1280px)").matches);
}
