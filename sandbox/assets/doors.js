/** The sandbox's control doors: everything the page asks of the server goes through here. */

import { tell } from "./notice.js";
import { say } from "./words.js";

const ANSWERED = "door-answered";

/** Calls back with what every door answers. */
export const onAnswer = (deed) => document.addEventListener(ANSWERED, ({ detail }) => deed(detail));

async function call(method, path, body) {
  const answer = await fetch(path, {
    method,
    headers: body === undefined ? {} : { "Content-Type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const content = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(content.error ?? content.message ?? `${answer.status}`);
  return content;
}

/** Opens a door and says so when it, or the bot behind it, refused. Resolves to the answer, or null. */
async function open(method, path, body) {
  try {
    const answer = await call(method, path, body);
    complain(answer.delivered ?? []);
    document.dispatchEvent(new CustomEvent(ANSWERED, { detail: answer }));
    return answer;
  } catch (refusal) {
    tell(say("door_refused", { why: refusal.message }));
    return null;
  }
}

function complain(delivered) {
  const failed = delivered.find(({ status }) => status === null || status >= 400);
  if (!failed) return;
  tell(failed.status ? say("bot_answered", { status: failed.status }) : say("bot_quiet"));
}

export const readState = () => call("GET", "/sandbox/state");
export const readRecord = (after) => call("GET", `/sandbox/record?after=${after}&limit=200`);
export const readFaults = () => call("GET", "/sandbox/faults");
export const clearRecord = () => open("DELETE", "/sandbox/record");
export const plan = (faults) => open("POST", "/sandbox/faults", faults);
export const moveClock = (how) => open("POST", "/sandbox/clock", how);
export const play = (days) => open("POST", "/sandbox/play", { days });
export const stopPlaying = () => open("DELETE", "/sandbox/play");
export const addPerson = (platform, person) => open("POST", `/sandbox/${platform}/users`, person);

/** One deed of one person: `deed` is the door's last word ("say", "press", "follow" …). */
export const act = (platform, user, deed, body = {}) =>
  open("POST", `/sandbox/${platform}/users/${encodeURIComponent(user)}/${deed}`, body);
