/** Starts the page: words, top bar, the two chats, the record, and the live state. */

import { listen, refresh } from "./live.js";
import { startLine } from "./line_pane.js";
import { startRecord } from "./record.js";
import { startSlack } from "./slack_pane.js";
import { startTopbar } from "./topbar.js";
import { translate } from "./words.js";

const desk = document.getElementById("desk");
const offline = document.getElementById("offline");
const buttons = [...document.querySelectorAll("#switch button")];

function show(platform) {
  desk.dataset.shown = platform;
  buttons.forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.shows === platform)));
}

translate();
startTopbar();
startLine();
startSlack();
startRecord();
buttons.forEach((button) => button.addEventListener("click", () => show(button.dataset.shows)));
listen((reached) => { offline.hidden = reached; });
refresh().catch(() => { offline.hidden = false; });
