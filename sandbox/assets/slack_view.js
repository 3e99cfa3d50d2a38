/** Slack's views: the modal over the DM, and the app's home. */

import { el, icon, whileBusy } from "./dom.js";
import { act } from "./doors.js";
import { blocks } from "./blocks.js";
import { plainly } from "./mrkdwn.js";
import { viewPlace } from "./slack_place.js";
import { language, say } from "./words.js";

let drawnModal = "";
let drawnHome = "";
let openView = null;
let cameFrom = null;

/** Opens, changes or closes the modal so that it shows `chat.view`; `still` leaves the focus where it is. */
export function showModal({ overlay, behind, still = false }, chat) {
  const view = chat?.view ?? null;
  const sign = view ? JSON.stringify([language(), chat.user.id, view]) : "";
  if (sign === drawnModal) return;
  drawnModal = sign;
  if (!view) return close(overlay, behind);
  const sameView = view.id === openView && document.activeElement?.id;
  if (openView === null && !still) cameFrom = document.activeElement;
  openView = view.id;
  behind.forEach((node) => { node.inert = true; });
  overlay.replaceChildren(modal(view, chat.user.id));
  overlay.hidden = false;
  if (still) return;
  const target = (sameView && document.getElementById(sameView)) || overlay.querySelector(".modal-body :is(input, select, textarea, button)") || overlay.querySelector("button");
  target.focus();
}

function close(overlay, behind) {
  openView = null;
  behind.forEach((node) => { node.inert = false; });
  overlay.hidden = true;
  overlay.replaceChildren();
  if (cameFrom?.isConnected) cameFrom.focus();
  cameFrom = null;
}

function modal(view, user) {
  const place = viewPlace(user, view);
  const shut = () => { place.forget(); void act("slack", user, "close", { view_id: view.id }); };
  const submit = view.submit ? el("button", { type: "submit", class: "slack-button is-primary" }, plainly(view.submit)) : null;
  const form = el("form", { class: "modal", role: "dialog", "aria-labelledby": "modal-title", novalidate: true },
    el("header", {}, el("h3", { id: "modal-title" }, plainly(view.title)),
      el("button", { type: "button", class: "tool", "aria-label": say("close"), on: { click: shut } }, icon("close"))),
    el("div", { class: "modal-body" }, blocks(view.blocks, place)),
    el("footer", {}, el("button", { type: "button", class: "slack-button", on: { click: shut } }, plainly(view.close) || say("close")), submit));
  form.addEventListener("keydown", (event) => { if (event.key === "Escape") shut(); });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void whileBusy(submit, () => hand(form, view, user, place));
  });
  return form;
}

async function hand(form, view, user, place) {
  const values = place.values();
  const missing = Object.fromEntries(view.blocks.filter((block) => block.type === "input" && !block.optional && isEmpty(values, block))
    .map((block) => [block.block_id, say("required")]));
  showErrors(form, missing);
  if (Object.keys(missing).length) return;
  const answer = await act("slack", user, "submit", { view_id: view.id, values });
  const body = bodyOf(answer);
  if (body?.response_action === "errors") showErrors(form, body.errors);
  else if (answer) place.forget();
}

function isEmpty(values, { block_id, element }) {
  const value = values[block_id]?.[element.action_id];
  return value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
}

/** What the bot answered to a submission, whether it came as JSON or as text. */
function bodyOf(answer) {
  const body = answer?.delivered?.[0]?.body;
  if (typeof body !== "string") return body;
  try { return JSON.parse(body); } catch { return null; }
}

function showErrors(form, errors) {
  for (const input of form.querySelectorAll(".block-input")) {
    const error = input.querySelector(".block-error");
    const words = errors[input.dataset.block] ?? "";
    error.textContent = words;
    error.hidden = !words;
    input.classList.toggle("is-wrong", Boolean(words));
  }
  form.querySelector(".is-wrong :is(input, select, textarea)")?.focus();
}

/** Shows the app's home, or that there is none. */
export function showHome(panel, chat) {
  const home = chat?.home ?? null;
  const sign = JSON.stringify([language(), chat?.user.id, home]);
  if (sign === drawnHome) return;
  drawnHome = sign;
  panel.replaceChildren(...(home ? blocks(home.blocks, viewPlace(chat.user.id, home)) : [el("p", { class: "empty-words" }, say("no_home"))]));
}
