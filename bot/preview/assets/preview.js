/** The preview: shows what the address names, again whenever the course is saved, and steps on by keys and links. */

import { onAnswer } from "/assets/doors.js";
import { showChats } from "./chats.js";
import { showChoices, showFindings, showLabels } from "./choosing.js";

const byId = (id) => document.getElementById(id);
let desk = null;
let reading = 0;

/** Shows another view without losing the page; an empty address leads nowhere. */
export function go(address) {
  if (!address || address === location.search) return;
  history.pushState(null, "", address);
  void show();
}

async function show() {
  const turn = ++reading;
  try {
    const answer = await fetch(`/preview/desk${location.search}`);
    const told = await answer.json();
    if (turn !== reading) return; // somebody stepped on meanwhile
    desk = told;
    byId("offline").hidden = true;
    draw();
  } catch {
    byId("offline").hidden = false;
  }
}

function draw() {
  const broken = desk.broken.length > 0;
  byId("broken").hidden = !broken;
  for (const id of ["choosing", "looking", "findings"]) byId(id).hidden = broken;
  showLabels(desk);
  showFindings(desk);
  if (broken) return;
  showChoices(desk);
  showChats(desk);
}

function stepOn(event) {
  const busy = event.target.closest("input, textarea, select, .modal");
  if (busy || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || !desk) return;
  const address = { ArrowLeft: desk.previous, ArrowRight: desk.next }[event.key];
  if (!address) return;
  event.preventDefault();
  go(address);
}

function follow(event) {
  const link = event.target.closest("a[data-step]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  go(link.getAttribute("href"));
}

function shown(event) {
  const button = event.target.closest("button");
  if (!button) return;
  byId("looking").dataset.shown = button.dataset.shows;
  byId("switch").querySelectorAll("button").forEach((one) => one.setAttribute("aria-pressed", String(one === button)));
}

document.addEventListener("keydown", stepOn);
document.addEventListener("click", follow);
document.addEventListener("change", ({ target }) => { if (target.closest(".choosing select")) go(target.value); });
byId("switch").addEventListener("click", shown);
addEventListener("popstate", () => void show());
onAnswer(({ address }) => go(address));

const events = new EventSource("/preview/events");
events.addEventListener("change", () => void show());
events.addEventListener("error", () => { byId("offline").hidden = false; });
void show();
