/** Slack's rich_text block: sections, lists, quotes and preformatted text. */

import { el, restyle } from "./dom.js";
import { shortDay } from "./dates.js";
import { emoji } from "./emoji.js";
import { anchor } from "./mrkdwn.js";

const STYLES = { code: "code", bold: "strong", italic: "em", strike: "s", underline: "u" };

const PARTS = {
  rich_text_section: (part) => el("p", {}, part.elements.map(piece)),
  rich_text_quote: (part) => el("blockquote", {}, part.elements.map(piece)),
  rich_text_preformatted: (part) => el("pre", { class: "code-block" }, part.elements.map(piece)),
  rich_text_list: list,
};

/** Nodes for the elements of a rich_text block. */
export function richText(elements) {
  return elements.map((part) => (Object.hasOwn(PARTS, part.type) ? PARTS[part.type](part) : piece(part)));
}

function list({ style, indent = 0, offset = 0, elements }) {
  const items = elements.map((item) => el("li", {}, item.elements.map(piece)));
  const node = el(style === "ordered" ? "ol" : "ul", { start: style === "ordered" && offset ? offset + 1 : null }, items);
  restyle(node, { marginInlineStart: indent ? `${indent * 1.5}em` : null });
  return node;
}

function piece(part) {
  const styled = Object.keys(STYLES).filter((name) => part.style?.[name]);
  return styled.reduce((node, name) => el(STYLES[name], {}, node), bare(part));
}

function bare(part) {
  switch (part.type) {
    case "text": return part.text;
    case "link": return anchor(part.url, part.text ?? part.url);
    case "emoji": return emoji(part.name);
    case "date": return part.fallback ?? shortDay(part.timestamp * 1000);
    case "user": return mention(`@${part.user_id}`);
    case "usergroup": return mention(`@${part.usergroup_id}`);
    case "channel": return mention(`#${part.channel_id}`);
    case "broadcast": return mention(`@${part.range}`);
    default: return part.text ?? part.value ?? "";
  }
}

const mention = (name) => el("span", { class: "mention" }, name);
