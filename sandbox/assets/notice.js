/** Short notices at the bottom of the page, and small dialogs that ask for one thing. */

import { el } from "./dom.js";
import { say } from "./words.js";

/** Shows a sentence for a few seconds; screen readers hear it. */
export function tell(sentence) {
  const note = el("p", { class: "notice" }, sentence);
  document.getElementById("notices").append(note);
  setTimeout(() => note.remove(), 6000);
}

/**
 * Opens a dialog with the given fields and two buttons.
 * Resolves to the form's values by name, or null when it was cancelled.
 */
export function ask({ title, text, fields = [], yes = say("ok"), no = say("cancel"), danger = false }) {
  const heading = el("h2", { id: "ask-title" }, title);
  const form = el("form", { method: "dialog" }, heading, text ? el("p", {}, text) : null, fields,
    el("div", { class: "ask-buttons" },
      el("button", { type: "button", class: "button", on: { click: () => dialog.close() } }, no),
      el("button", { type: "submit", class: `button ${danger ? "is-danger" : "is-main"}`, value: "yes" }, yes)));
  const dialog = el("dialog", { class: "ask", "aria-labelledby": "ask-title" }, form);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((answer) => dialog.addEventListener("close", () => {
    answer(dialog.returnValue === "yes" ? Object.fromEntries(new FormData(form)) : null);
    dialog.remove();
  }));
}
