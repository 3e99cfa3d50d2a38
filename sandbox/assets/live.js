/** Keeps the page in step with the sandbox: hears that something changed, then reads what. */

import { readState } from "./doors.js";

const listeners = [];
let latest = null;
let reading = false;
let stale = false;

/** Calls `listener(state)` now, if the state is known, and after every change. */
export function watch(listener) {
  listeners.push(listener);
  if (latest) listener(latest);
}

/** Draws everything again from what is known, without asking the server. */
export function redraw() {
  if (latest) listeners.forEach((listener) => listener(latest));
}

/** Reads the state; calls that come while it is being read are answered by one more reading. */
export async function refresh() {
  stale = true;
  if (reading) return;
  reading = true;
  try {
    while (stale) {
      stale = false;
      latest = await readState();
      redraw();
    }
  } finally {
    reading = false;
  }
}

/** Starts listening for changes; `onReach(bool)` hears whether the sandbox can be reached. */
export function listen(onReach) {
  const events = new EventSource("/sandbox/events");
  const read = () => refresh().then(() => onReach(true), () => onReach(false));
  events.addEventListener("open", read);
  events.addEventListener("change", read);
  events.addEventListener("error", () => onReach(false));
}
