/** Channels, shown among the chats: each message with its thread under it, and somebody who speaks there. */

import { el } from "./dom.js";
import { redraw } from "./live.js";
import { say } from "./words.js";

let speaker = null;

/** Every room of the workspace: a chat a person, then the channels. */
export const rooms = ({ chats, channels }) => [...chats, ...channels.map((channel) => asRoom(channel, chats))];

/** The person who acts in a room: its owner, or whoever was chosen to speak in a channel. */
export const actorIn = (room) => room.people ? room.people.find(({ id }) => id === speaker) ?? room.people[0] : room.user;

/** Whose words a message is. */
export const authorOf = (message, room) => room.people?.find(({ id }) => id === message.author) ?? room.user;

/** The message under which the next words stand: the last one of a channel; none in a chat. */
export const topOf = (room) => room.people ? room.messages.findLast((message) => !message.thread)?.ts : undefined;

/** Chooses who speaks in a channel. */
export function speakers(room) {
  const chosen = actorIn(room)?.id;
  const choose = (event) => { speaker = event.target.value; redraw(); };
  return el("select", { class: "slack-speaker", "aria-label": say("person"), on: { change: choose } },
    room.people.map(({ id, name }) => el("option", { value: id, selected: id === chosen }, name)));
}

function asRoom({ id, name, messages }, chats) {
  const under = (top) => [top, ...messages.filter((message) => message.thread === top.ts)];
  const threads = messages.filter((message) => !message.thread).flatMap(under);
  return { user: { id, name: `#${name}` }, channel: id, people: chats.map(({ user }) => user), view: null, home: null, messages: threads };
}
