/**
 * A chat's log. It opens where the newest messages begin, follows new ones as they come (a message taller than
 * the log is shown from its top), and stays put when the reader scrolled away, offering the way back.
 */

import { el, icon, keep } from "./dom.js";
import { dayKey, shortDay, timeline } from "./dates.js";
import { language, say } from "./words.js";

const NEAR = 60;
const MARGIN = 6;
const TOGETHER = 3000;

export class Log {
  #pinned = true;
  #mark = null;
  #shown = null;
  #scroller;
  #list;
  #newer;

  constructor(scroller) {
    this.#scroller = scroller;
    this.#list = scroller.querySelector("ol");
    this.#newer = el("button", { type: "button", class: "newer", hidden: true, on: { click: () => this.toEnd() } });
    scroller.after(this.#newer);
    scroller.addEventListener("scroll", () => this.#noticePlace(), { passive: true });
    const watcher = new ResizeObserver(() => this.#pinned && this.#jump());
    watcher.observe(this.#list);
    watcher.observe(scroller);
  }

  /** Shows one chat's messages; `draw(entry)` builds one row, `nameOf(message)` is its lasting key. */
  show(chat, messages, { nameOf, draw, empty }) {
    const opened = chat !== this.#shown;
    if (opened) this.#list.replaceChildren();
    this.#shown = chat;
    const known = new Set([...this.#list.children].map((node) => node.dataset.key));
    const entries = messages.length ? timeline(messages) : [{ empty }];
    keep(this.#list, entries, {
      key: (entry) => entry.message ? nameOf(entry.message) : entry.day ? `day-${dayKey(entry.day)}` : "empty",
      sign: (entry) => JSON.stringify([language(), entry]),
      build: (entry) => inItsTongue(entry.message ? draw(entry) : separator(entry)),
    });
    if (opened) this.#pinTo(this.#list.children[newestBatch(entries)]);
    else this.#follow(messages.filter((message) => !known.has(String(nameOf(message)))));
  }

  #follow(fresh) {
    if (fresh.length === 0) return;
    if (this.#pinned || fresh.some((message) => message.from === "user")) this.#pinTo(this.#list.lastElementChild);
    else this.#offer();
  }

  toEnd() {
    this.#pinTo(null);
  }

  /** Keeps the top of a row in sight, and otherwise as much of what follows as there is room for. */
  #pinTo(row) {
    this.#mark = row ?? null;
    this.#pinned = true;
    this.#newer.hidden = true;
    this.#jump();
  }

  #jump() {
    this.#scroller.scrollTop = this.#goal();
  }

  #goal() {
    const end = this.#scroller.scrollHeight - this.#scroller.clientHeight;
    return this.#mark?.isConnected ? Math.min(end, this.#mark.offsetTop - MARGIN) : end;
  }

  #noticePlace() {
    const { scrollHeight, scrollTop, clientHeight } = this.#scroller;
    const atEnd = scrollHeight - scrollTop - clientHeight < NEAR;
    this.#pinned = atEnd || Math.abs(scrollTop - this.#goal()) < NEAR;
    if (atEnd) this.#newer.hidden = true;
    if (atEnd && this.#mark !== this.#list.lastElementChild) this.#mark = null;
  }

  #offer() {
    this.#newer.replaceChildren(icon("down"), say("newer"));
    this.#newer.hidden = false;
  }
}

/** Where the messages that came with the last one begin, their day's separator included. */
function newestBatch(entries) {
  const last = entries.at(-1).message;
  const isOlder = ({ message }) => message && (message.from !== last.from || Date.parse(last.at) - Date.parse(message.at) > TOGETHER);
  const from = last ? entries.findLastIndex(isOlder) + 1 : 0;
  return entries[from - 1]?.day ? from - 1 : from;
}

/** Names the language of a row, so that it is read aloud, and its characters drawn, as such. */
function inItsTongue(node) {
  node.lang = /[\u3040-\u30ff\u4e00-\u9fff]/.test(node.textContent) ? "ja" : "en";
  return node;
}

function separator({ day, empty }) {
  return day
    ? el("li", { class: "day" }, el("time", { datetime: day }, shortDay(day)))
    : el("li", { class: "empty" }, empty);
}
