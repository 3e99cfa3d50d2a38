/** The two chats, drawn by the sandbox's own scripts. */

import { actionsOf } from "/assets/line_action.js";
import { showFoot } from "/assets/line_foot.js";
import { lineRow } from "/assets/line_message.js";
import { Log } from "/assets/log.js";
import { slackRow } from "/assets/slack_message.js";
import { showModal } from "/assets/slack_view.js";

const byId = (id) => document.getElementById(id);
const lineLog = new Log(byId("line-log"));
const slackLog = new Log(byId("slack-log"));

/** Shows both chats as they stand. A press in one of them is told to the server by its doors. */
export function showChats({ line, slack, labels }) {
  byId("line-bot-name").textContent = line.bot.displayName;
  byId("slack-bot-name").textContent = slack.bot.name;
  lineLog.show(line.user.id, line.messages, {
    nameOf: (message) => message.id,
    draw: (entry) => lineRow(entry, { bot: line.bot, act: actionsOf(line.user.id) }),
    empty: labels.empty,
  });
  showFoot(byId("line-foot"), line);
  slackLog.show(slack.user.id, slack.messages, {
    nameOf: (message) => message.ts,
    draw: (entry) => slackRow(entry, { chat: slack, bot: slack.bot }),
    empty: labels.empty,
  });
  showModal({ overlay: byId("slack-overlay"), behind: [byId("slack-body")], still: true }, slack);
}
