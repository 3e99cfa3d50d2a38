/** Below the LINE chat: quick replies, the message box, the rich menu, or the word that it is blocked. */

import { el, icon, pressable, whileBusy } from "./dom.js";
import { act } from "./doors.js";
import { picture } from "./picture.js";
import { actionName, actionsOf } from "./line_action.js";
import { onMenu } from "./line_input.js";
import { richMenu } from "./line_menu.js";
import { language, say } from "./words.js";

let drawnFor = null;
let menuOpen = null;

onMenu((open) => openMenu(open));

/** Shows the foot for a chat; what is being typed survives everything but a change of person. */
export function showFoot(foot, chat) {
  const sign = JSON.stringify([language(), chat?.user.id, chat?.blocked, chat?.rich_menu]);
  if (sign !== drawnFor) {
    drawnFor = sign;
    menuOpen ??= chat?.rich_menu?.selected ?? null;
    foot.replaceChildren(el("div", { class: "quick", hidden: true }), ...(chat ? footOf(chat) : []));
  }
  if (chat) showQuick(foot.querySelector(".quick"), chat);
}

function footOf(chat) {
  if (chat.blocked) return [blockedBar(chat.user.id)];
  return chat.rich_menu ? [composer(chat), menuBar(chat)] : [composer(chat)];
}

function blockedBar(user) {
  const button = el("button", { type: "button", class: "button" }, say("unblock"));
  return el("div", { class: "line-blocked" }, el("p", {}, say("blocked")), pressable(button, () => act("line", user, "unblock")));
}

function composer(chat) {
  const field = el("input", { class: "line-input", "aria-label": say("type_line"), placeholder: say("type_line"), maxlength: 5000, autocomplete: "off" });
  const send = el("button", { type: "submit", class: "line-send", "aria-label": say("send") }, icon("send"));
  const form = el("form", { class: "line-composer" }, chat.rich_menu ? toggle(icon("menu"), "chat_menu") : null, field, send);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const text = field.value;
    if (!text.trim()) return;
    field.value = "";
    void whileBusy(send, () => act("line", chat.user.id, "say", { text }));
  });
  return form;
}

function toggle(sign, word) {
  return el("button", { type: "button", class: "tool line-toggle", "aria-label": say(word), "aria-expanded": String(Boolean(menuOpen)),
    on: { click: () => openMenu(!menuOpen) } }, sign);
}

function openMenu(open) {
  const foot = document.getElementById("line-foot");
  const menu = foot.querySelector(".line-menu");
  if (!menu) return;
  menuOpen = open;
  menu.hidden = !menuOpen;
  foot.querySelectorAll(".line-toggle").forEach((button) => button.setAttribute("aria-expanded", String(menuOpen)));
}

function menuBar(chat) {
  const menu = richMenu(chat.rich_menu, actionsOf(chat.user.id));
  menu.hidden = !menuOpen;
  const bar = el("button", { type: "button", class: "line-menu-bar line-toggle", "aria-expanded": String(Boolean(menuOpen)), on: { click: () => openMenu(!menuOpen) } },
    chat.rich_menu.chatBarText ?? say("chat_menu"), icon("chevron"));
  return el("div", {}, menu, bar);
}

function showQuick(quick, chat) {
  const last = chat.messages.at(-1);
  const items = !chat.blocked && last?.from === "bot" ? last.quick_reply?.items ?? [] : [];
  const sign = items.length ? `${last.id}` : "";
  if (quick.dataset.sign === sign) return;
  quick.dataset.sign = sign;
  quick.hidden = !items.length;
  quick.setAttribute("role", "group");
  quick.setAttribute("aria-label", say("quick_replies"));
  quick.replaceChildren(...items.map((item) => pill(item, actionsOf(chat.user.id))));
  quick.scrollLeft = 0;
}

function pill({ action, imageUrl }, perform) {
  const button = el("button", { type: "button", class: "quick-pill" }, imageUrl ? picture(imageUrl, "") : null, actionName(action));
  return pressable(button, () => perform(action));
}
