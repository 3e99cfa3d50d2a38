/** One row of the LINE chat: who spoke, what, and when. */

import { el } from "./dom.js";
import { hourMinute } from "./dates.js";
import { flex } from "./flex.js";
import { picture } from "./picture.js";
import { template } from "./line_template.js";
import { say } from "./words.js";

const DRAW = {
  text: (body) => el("div", { class: "line-bubble" }, linked(body.text ?? "")),
  textV2: (body) => el("div", { class: "line-bubble" }, linked(body.text ?? "")),
  flex: (body, act) => el("div", { class: "line-flex", role: "group", "aria-label": body.altText }, flex(body.contents, act)),
  template: (body, act) => el("div", { class: "line-flex", role: "group", "aria-label": body.altText }, template(body.template, act)),
  image: (body) => el("a", { class: "line-image", href: body.originalContentUrl, target: "_blank", rel: "noopener noreferrer" },
    picture(body.previewImageUrl ?? body.originalContentUrl, say("image_gone"))),
  sticker: (body) => el("div", { class: "line-sticker" }, el("img", { src: "/assets/sticker.svg", width: 112, height: 112, alt: stickerName(body) }),
    el("small", { "aria-hidden": "true" }, `${body.packageId ?? ""} / ${body.stickerId ?? ""}`)),
};

const stickerName = (body) => (body.keywords ?? []).join(", ") || `sticker ${body.packageId}/${body.stickerId}`;

/** Draws one entry of the timeline; `bot` names the account, `act` performs actions. */
export function lineRow({ message, first }, { bot, act }) {
  if (message.from === "system") return systemRow(systemWords(message));
  if (message.unsent) return systemRow(say("unsent"));
  const fromBot = message.from === "bot";
  const line = el("div", { class: "line-line" }, drawn(message, act), el("time", { class: "line-time", datetime: message.at }, hourMinute(message.at)));
  return el("li", { class: `line-row is-from-${message.from}${first ? " is-first" : ""}` },
    fromBot ? avatar(first, message) : null,
    el("div", { class: "line-stack" }, fromBot && first ? el("span", { class: "line-name" }, message.body?.sender?.name ?? bot.displayName) : null, line));
}

function drawn({ type, body }, act) {
  const draw = Object.hasOwn(DRAW, type) ? DRAW[type] : null;
  return draw ? draw(body, act) : el("div", { class: "line-bubble is-unknown" }, say("unknown_part", { type }));
}

function avatar(first, { body }) {
  if (!first) return el("span", { class: "line-avatar" });
  return el("img", { class: "line-avatar", src: body?.sender?.iconUrl ?? "/assets/kotsu.svg", alt: "", width: 36, height: 36 });
}

const systemRow = (words) => el("li", { class: "line-system" }, el("span", {}, words));
const systemWords = ({ body, type }) => body?.text ?? type;

/** Text with its web addresses made into links. */
function linked(text) {
  return text.split(/(https?:\/\/[^\s<>「」、。)]+)/).map((piece, n) => n % 2
    ? el("a", { href: piece, target: "_blank", rel: "noopener noreferrer" }, piece)
    : piece);
}
