/** The phone: one person's LINE chat with the bot. */

import { el } from "./dom.js";
import { hourMinute } from "./dates.js";
import { refresh, watch } from "./live.js";
import { actionsOf } from "./line_action.js";
import { showFoot } from "./line_foot.js";
import { dots, openDeeds } from "./line_menu.js";
import { lineRow } from "./line_message.js";
import { Log } from "./log.js";
import { chosenChat, showPeople } from "./people.js";
import { say } from "./words.js";

const LOOK_AGAIN = 5000;
const byId = (id) => document.getElementById(id);

/** Wires the phone to the live state. */
export function startLine() {
  const log = new Log(byId("line-log"));
  let chat = null;
  byId("line-menu").addEventListener("click", (event) => openDeeds(event.currentTarget, chat));
  watch((state) => {
    chat = chosenChat("line", state.line.chats);
    showHead(state);
    showPeople("line", state.line.chats);
    showFoot(byId("line-foot"), chat);
    showChat(log, state, chat);
    showLoading(log, chat);
  });
}

function showHead({ line, now }) {
  byId("line-bot-name").textContent = line.bot.displayName;
  byId("phone-time").textContent = hourMinute(now);
  const { used, limit } = line.quota ?? {};
  byId("line-quota").textContent = line.quota ? say("quota", { used, limit: limit ?? "∞" }) : "";
}

function showChat(log, { line }, chat) {
  const perform = chat ? actionsOf(chat.user.id) : null;
  log.show(chat?.user.id ?? null, chat?.messages ?? [], {
    nameOf: (message) => message.id,
    draw: (entry) => lineRow(entry, { bot: line.bot, act: perform }),
    empty: chat ? say("no_line") : say("nobody"),
  });
}

/** The animation ends by time alone, of which no event tells: so look again. */
function showLoading(log, chat) {
  const old = byId("line-loading");
  if (!chat?.loading) return void old?.remove();
  setTimeout(() => void refresh(), LOOK_AGAIN);
  if (old) return;
  byId("line-log").append(el("div", { class: "line-row is-loading", id: "line-loading" },
    el("img", { class: "line-avatar", src: "/assets/kotsu.svg", alt: "", width: 36, height: 36 }), dots()));
  log.toEnd();
}
