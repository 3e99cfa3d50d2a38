/** A chat's log: stays at its newest message unless the reader scrolled up, and then offers the way back. */

import { el, icon, keep } from "./dom.js";
import { dayKey, shortDay, timeline } from "./dates.js";
import { language, say } from "./words.js";

const NEAR = 60;

export class Log {
  #pinned = true;
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
    new ResizeObserver(() => this.#pinned && this.#jump()).observe(this.#list);
    new ResizeObserver(() => this.#pinned && this.#jump()).observe(scroller);
  }

  /** Shows one chat's messages; `draw(entry)` builds one row, `nameOf(message)` is its lasting key. */
  show(chat, messages, { nameOf, draw, empty }) {
    const changedChat = chat !== this.#shown;
    if (changedChat) this.#list.replaceChildren();
    this.#shown = chat;
    const entries = messages.length ? timeline(messages) : [{ empty }];
    const built = keep(this.#list, entries, {
      key: (entry) => entry.message ? nameOf(entry.message) : entry.day ? `day-${dayKey(entry.day)}` : "empty",
      sign: (entry) => JSON.stringify([language(), entry]),
      build: (entry) => entry.message ? draw(entry) : separator(entry),
    });
    if (changedChat || this.#pinned) this.toEnd();
    else if (built) this.#offer();
  }

  toEnd() {
    this.#pinned = true;
    this.#newer.hidden = true;
    this.#jump();
  }

  #jump() {
    this.#scroller.scrollTop = this.#scroller.scrollHeight;
  }

  #noticePlace() {
    const { scrollHeight, scrollTop, clientHeight } = this.#scroller;
    this.#pinned = scrollHeight - scrollTop - clientHeight < NEAR;
    if (this.#pinned) this.#newer.hidden = true;
  }

  #offer() {
    this.#newer.replaceChildren(icon("down"), say("newer"));
    this.#newer.hidden = false;
  }
}

function separator({ day, empty }) {
  return day
    ? el("li", { class: "day" }, el("time", { datetime: day }, shortDay(day)))
    : el("li", { class: "empty" }, empty);
}
