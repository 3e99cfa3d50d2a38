/** The Slack window: one person's DM with the bot, its home and its modals; or a channel. */

import { el, icon, whileBusy } from "./dom.js";
import { act } from "./doors.js";
import { watch } from "./live.js";
import { Log } from "./log.js";
import { chosenChat, showPeople } from "./people.js";
import { actorIn, rooms, speakers, topOf } from "./slack_rooms.js";
import { slackRow } from "./slack_message.js";
import { showHome, showModal } from "./slack_view.js";
import { language, say } from "./words.js";

const byId = (id) => document.getElementById(id);
let drawnFoot = null;

/** Wires the window to the live state. */
export function startSlack() {
  const log = new Log(byId("slack-log"));
  let chat = null;
  startTabs(() => chat);
  watch((state) => {
    const all = rooms(state.slack);
    chat = chosenChat("slack", all);
    byId("slack-team").textContent = state.slack.team.name;
    byId("slack-bot-name").textContent = state.slack.bot.name;
    showPeople("slack", all);
    showFoot(chat, state.slack.bot);
    showChat(log, state, chat);
    showHome(byId("slack-home"), chat);
    showModal({ overlay: byId("slack-overlay"), behind: [...document.querySelectorAll(".slack-body, .slack-tabs")] }, actingChat(state.slack, chat));
  });
}

/** In a channel, the modals are those of whoever speaks there. */
const actingChat = ({ chats }, chat) => chat?.people ? chats.find(({ user }) => user.id === actorIn(chat)?.id) ?? null : chat;

function showChat(log, { slack }, chat) {
  log.show(chat?.user.id ?? null, chat?.messages ?? [], {
    nameOf: (message) => message.ts,
    draw: (entry) => slackRow(entry, { chat, bot: slack.bot }),
    empty: chat ? say("no_slack") : say("nobody"),
  });
}

function startTabs(chatNow) {
  const tabs = [byId("tab-messages"), byId("tab-home")];
  const select = (tab) => {
    tabs.forEach((one) => {
      const on = one === tab;
      one.setAttribute("aria-selected", String(on));
      one.tabIndex = on ? 0 : -1;
      byId(one.getAttribute("aria-controls")).hidden = !on;
    });
    const chat = chatNow();
    if (tab.id === "tab-home" && chat) void act("slack", chat.user.id, "home");
  };
  tabs.forEach((tab, n) => {
    tab.addEventListener("click", () => select(tab));
    tab.addEventListener("keydown", (event) => {
      if (event.key !== "ArrowRight" && event.key !== "ArrowLeft") return;
      tabs[1 - n].focus();
      select(tabs[1 - n]);
    });
  });
}

function showFoot(chat, bot) {
  const sign = JSON.stringify([language(), chat?.user.id ?? null, bot.name, chat?.people ? [chat.people, actorIn(chat), topOf(chat)] : null]);
  if (sign === drawnFoot) return;
  drawnFoot = sign;
  byId("slack-foot").replaceChildren(...(chat ? [composer(chat, bot)] : []));
}

function composer(chat, bot) {
  const words = say("type_slack", { name: bot.name });
  const field = el("textarea", { class: "slack-input", rows: 1, "aria-label": words, placeholder: words });
  const send = el("button", { type: "submit", class: "slack-send", "aria-label": say("send") }, icon("send"));
  const form = el("form", { class: "slack-composer" }, chat.people ? speakers(chat) : null, field, send);
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const words = field.value.trim();
    if (!words) return;
    field.value = "";
    void whileBusy(send, () => speak(chat, words));
  });
  return form;
}

/** Words that begin with "/" are a slash command, as in Slack. */
function speak(chat, words) {
  const user = actorIn(chat).id;
  const command = words.match(/^(\/\S+)\s*([\s\S]*)$/);
  return command
    ? act("slack", user, "command", { command: command[1], text: command[2] })
    : act("slack", user, "say", { text: words, ...(chat.people ? { channel: chat.channel, thread_ts: topOf(chat) } : {}) });
}
