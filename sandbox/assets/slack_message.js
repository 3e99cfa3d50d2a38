/** One row of the Slack DM. */

import { el, icon } from "./dom.js";
import { hourMinute } from "./dates.js";
import { blocks } from "./blocks.js";
import { mrkdwn } from "./mrkdwn.js";
import { messagePlace } from "./slack_place.js";
import { actorIn, authorOf } from "./slack_rooms.js";
import { say } from "./words.js";

/** Draws one entry of the timeline of a chat. */
export function slackRow({ message, first }, { chat, bot }) {
  const fromBot = message.from === "bot";
  const classes = ["slack-row", first ? "is-first" : "", message.ephemeral ? "is-ephemeral" : "", message.thread ? "is-reply" : ""].join(" ");
  return el("li", { class: classes }, gutter(message, first, chat),
    el("div", { class: "slack-words" },
      message.ephemeral ? el("p", { class: "slack-only-you" }, icon("eye"), say("only_you")) : null,
      first ? byline(message, fromBot ? bot.name : authorOf(message, chat).name, fromBot) : null,
      contents(message, chat)));
}

function gutter(message, first, chat) {
  if (!first) return el("time", { class: "slack-gutter", datetime: message.at }, hourMinute(message.at));
  return message.from === "bot"
    ? el("img", { class: "slack-avatar", src: "/assets/kotsu.svg", alt: "", width: 36, height: 36 })
    : el("span", { class: "slack-avatar is-person", "aria-hidden": "true" }, [...authorOf(message, chat).name][0]);
}

function byline(message, name, fromBot) {
  return el("p", { class: "slack-byline" }, el("strong", {}, name), fromBot ? el("span", { class: "app-badge" }, say("app")) : null,
    el("time", { datetime: message.at }, hourMinute(message.at)));
}

function contents(message, chat) {
  const edited = message.edited ? el("span", { class: "slack-edited" }, say("edited")) : null;
  if (!message.blocks?.length) return el("div", { class: "block-text" }, mrkdwn(message.text ?? ""), edited);
  const place = messagePlace(actorIn(chat)?.id ?? chat.user.id, chat.channel, message.ts);
  return el("div", { class: "blocks" }, blocks(message.blocks, place), edited);
}
