/** The top bar: the clock and the buttons that move it. */

import { el, whileBusy } from "./dom.js";
import { hourMinute, longDay, useZone, weekday } from "./dates.js";
import { moveClock, play, stopPlaying } from "./doors.js";
import { redraw, watch } from "./live.js";
import { language, say, speak, translate } from "./words.js";

const byId = (id) => document.getElementById(id);
const anchor = { at: 0, heard: 0 };

/** Wires the top bar to the live state. */
export function startTopbar() {
  on("plus-hour", () => moveClock({ advance: 3600 }));
  on("next-morning", () => moveClock({ to: "next_working_morning" }));
  on("play-week", () => play(5));
  on("stop-playing", stopPlaying);
  byId("language").addEventListener("click", () => {
    speak(language() === "ja" ? "en" : "ja");
    translate();
    redraw();
  });
  watch((state) => {
    useZone(state.timezone);
    Object.assign(anchor, { at: Date.parse(state.now), heard: performance.now() });
    showClock();
    showPlaying(state.playing);
    showBot("line", state.bot?.line);
    showBot("slack", state.bot?.slack);
  });
  setInterval(showClock, 1000);
}

function on(id, deed) {
  const button = byId(id);
  button.addEventListener("click", () => void whileBusy(button, deed));
}

/** Between two readings of the state the sandbox's clock runs on with ours. */
function showClock() {
  if (!anchor.at) return;
  const now = anchor.at + performance.now() - anchor.heard;
  write("clock-time", hourMinute(now));
  write("phone-time", hourMinute(now));
  write("clock-day", longDay(now));
  write("clock-weekday", weekday(now));
  byId("clock-weekday").dataset.day = weekday(now);
  byId("clock-time").dateTime = new Date(now).toISOString();
}

function write(id, words) {
  const node = byId(id);
  if (node.textContent !== words) node.textContent = words;
}

function showPlaying(playing) {
  byId("playing").hidden = !playing;
  byId("play-week").hidden = Boolean(playing);
  byId("plus-hour").disabled = byId("next-morning").disabled = Boolean(playing);
  if (!playing) return;
  const { day, days } = playing;
  write("playing-day", say("playing", { day, days }));
  byId("playing-dots").replaceChildren(...Array.from({ length: days }, (_, n) => el("i", { class: n < day ? "is-done" : null })));
}

function showBot(platform, how = "none") {
  const node = byId(`${platform}-state`);
  node.dataset.how = how;
  write(node.id, say(`bot_${how}`));
}
