/** The rich menu under the LINE chat, and the small menu of deeds a person can do beside talking. */

import { el, pressable, restyle } from "./dom.js";
import { act } from "./doors.js";
import { actionName } from "./line_action.js";
import { say } from "./words.js";

/** Draws a rich menu: its picture, with a button over each area that carries the action's name. */
export function richMenu(menu, perform) {
  const { width, height } = menu.size;
  const areas = menu.areas.map((area) => areaButton(area, { width, height }, perform));
  const node = el("div", { class: "line-menu", role: "group", "aria-label": menu.chatBarText }, areas);
  restyle(node, { aspectRatio: `${width} / ${height}`, backgroundImage: menu.image ? `url("${encodeURI(menu.image)}")` : null });
  return node;
}

function areaButton({ bounds, action }, { width, height }, perform) {
  const button = el("button", { type: "button", "aria-label": actionName(action) });
  restyle(button, {
    left: `${(bounds.x / width) * 100}%`, top: `${(bounds.y / height) * 100}%`,
    width: `${(bounds.width / width) * 100}%`, height: `${(bounds.height / height) * 100}%`,
  });
  return pressable(button, () => perform(action));
}

/** Opens the menu of deeds under its button: sticker, unsend, redeliver, block. It closes when focus leaves it. */
export function openDeeds(button, chat) {
  document.getElementById("deeds")?.remove();
  if (!chat) return;
  const close = () => { button.setAttribute("aria-expanded", "false"); menu.remove(); };
  const items = deedsOf(chat).map(([word, deed]) => item(word, () => { button.focus(); return deed(); }));
  const menu = el("div", { class: "deeds", id: "deeds", role: "menu", "aria-label": say("menu") }, items);
  menu.addEventListener("keydown", (event) => walk(event, items, () => button.focus()));
  menu.addEventListener("focusout", (event) => { if (!menu.contains(event.relatedTarget)) close(); });
  button.after(menu);
  button.setAttribute("aria-expanded", "true");
  items[0].focus();
}

function deedsOf(chat) {
  const user = chat.user.id;
  const said = chat.messages.findLast((message) => message.from === "user" && !message.unsent);
  return [
    ["sticker", () => act("line", user, "sticker")],
    said ? ["unsend_last", () => act("line", user, "unsend", { message_id: said.id })] : null,
    ["redeliver", () => act("line", user, "redeliver")],
    chat.blocked ? ["unblock", () => act("line", user, "unblock")] : ["block", () => act("line", user, "block")],
  ].filter(Boolean);
}

const item = (word, deed) => pressable(el("button", { type: "button", role: "menuitem", tabindex: "-1" }, say(word)), async () => deed());

function walk(event, items, close) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === "Escape") close();
  if (!step) return;
  event.preventDefault();
  const at = items.indexOf(document.activeElement);
  items[(at + step + items.length) % items.length].focus();
}

/** The three dots that mean "an answer is being prepared". */
export const dots = () => el("span", { class: "line-dots", role: "img", "aria-label": say("writing") }, el("i"), el("i"), el("i"));
