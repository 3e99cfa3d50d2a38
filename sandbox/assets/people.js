/** The tabs that choose whose chat is shown, and the way to add somebody. */

import { el, icon, keep } from "./dom.js";
import { ask } from "./notice.js";
import { act, addPerson } from "./doors.js";
import { redraw } from "./live.js";
import { language, say } from "./words.js";

const chosen = { line: null, slack: null };

/** The chat of the person chosen on a platform: the first one until somebody chooses. */
export function chosenChat(platform, chats) {
  return chats.find((chat) => chat.user.id === chosen[platform]) ?? chats[0] ?? null;
}

/** Shows one tab a person, and a button that adds one. */
export function showPeople(platform, chats) {
  const current = chosenChat(platform, chats)?.user.id;
  const tabs = chats.map(({ user }) => ({ user, current: user.id === current }));
  keep(document.getElementById(`${platform}-people`), [...tabs, {}], {
    key: ({ user }) => user?.id ?? "add",
    sign: (tab) => JSON.stringify([language(), tab]),
    build: (tab) => tab.user ? person(platform, tab) : adder(platform),
  });
}

function person(platform, { user, current }) {
  const choose = () => { chosen[platform] = user.id; redraw(); };
  return el("button", { type: "button", class: "person", "aria-pressed": String(current), on: { click: choose } }, user.name);
}

function adder(platform) {
  return el("button", { type: "button", class: "tool", "aria-label": say("add_person"), title: say("add_person"),
    on: { click: () => void add(platform) } }, icon("plus"));
}

async function add(platform) {
  const field = el("label", { class: "field" }, say("name"), el("input", { name: "name", required: true, maxlength: 40, autocomplete: "off" }));
  const given = await ask({ title: `${platform === "line" ? "LINE" : "Slack"}: ${say("add_person")}`, fields: [field], yes: say("add") });
  if (!given) return;
  const user = await addPerson(platform, { name: given.name });
  if (!user) return;
  chosen[platform] = user.id ?? user.user?.id ?? null;
  if (platform === "line" && chosen.line) await act("line", chosen.line, "follow");
}
