/** Slack's mrkdwn, and its plain_text, as nodes. */

import { el } from "./dom.js";
import { shortDay } from "./dates.js";
import { emoji } from "./emoji.js";

const WORD = "[\\p{L}\\p{N}]";
const marked = (sign) => `(?<!${WORD})${sign}(?=\\S)[^\\n]*?\\S${sign}(?!${WORD})|(?<!${WORD})${sign}[^\\s${sign}]${sign}(?!${WORD})`;
const INLINE = new RegExp(["`[^`\\n]+`", "<[^<>\\n]+>", ":[a-z0-9_+-]+:", marked("\\*"), marked("_"), marked("~")].join("|"), "u");
const WRAP = { "*": "strong", _: "em", "~": "s" };

/** Nodes for a mrkdwn string. In Slack, bold, italic and strike only work between spaces or punctuation; so here. */
export function mrkdwn(source) {
  return source.split(/```\n?([\s\S]*?)\n?```/).flatMap((piece, n) => n % 2 ? el("pre", { class: "code-block" }, plain(piece)) : prose(piece));
}

/** Nodes for a text object, whichever of its two types it has. */
export function textObject(text) {
  if (!text) return [];
  return text.type === "mrkdwn" ? mrkdwn(text.text) : [withEmoji(text.text, text.emoji !== false)];
}

/** The plain string in a text object, for labels. */
export const plainly = (text) => withEmoji(text?.text ?? "", true);

function withEmoji(source, on) {
  return on ? source.replace(/:([a-z0-9_+-]+):/g, (_, name) => emoji(name)) : source;
}

function prose(source) {
  const nodes = [];
  let quoted = [];
  const lines = source.split("\n");
  const flush = () => {
    if (quoted.length) nodes.push(el("blockquote", {}, joined(quoted)));
    quoted = [];
  };
  lines.forEach((line, n) => {
    const quote = line.match(/^(?:&gt;|>)\s?(.*)$/);
    if (quote) return void quoted.push(quote[1]);
    const afterQuote = quoted.length > 0;
    flush();
    if (n > 0 && !afterQuote) nodes.push(el("br"));
    nodes.push(...inline(line));
  });
  flush();
  return nodes;
}

const joined = (lines) => lines.flatMap((line, n) => n ? [el("br"), ...inline(line)] : inline(line));

/** Nodes for one line. */
function inline(source) {
  const found = source.match(INLINE);
  if (!found) return source ? [plain(source)] : [];
  const rest = source.slice(found.index + found[0].length);
  return [plain(source.slice(0, found.index)), token(found[0]), ...inline(rest)].filter((node) => node !== "");
}

function token(piece) {
  const sign = piece[0];
  if (sign === "`") return el("code", {}, plain(piece.slice(1, -1)));
  if (sign === "<") return angle(piece.slice(1, -1));
  if (sign === ":") return emoji(piece.slice(1, -1));
  return el(WRAP[sign], {}, inline(piece.slice(1, -1)));
}

function angle(piece) {
  const [target, label] = split(piece);
  if (/^(https?|mailto|tel):/.test(target)) return anchor(plain(target), label ? plain(label) : plain(target));
  if (target.startsWith("!date^")) return when(target, label);
  const shown = label ?? target.slice(1).replace(/^subteam\^/, "");
  return el("span", { class: "mention" }, `${target.startsWith("#") ? "#" : "@"}${plain(shown)}`);
}

function when(target, label) {
  const seconds = Number(target.split("^")[1]);
  return el("span", {}, Number.isFinite(seconds) ? shortDay(seconds * 1000) : plain(label ?? ""));
}

function split(piece) {
  const at = piece.indexOf("|");
  return at < 0 ? [piece, null] : [piece.slice(0, at), piece.slice(at + 1)];
}

/** A link that opens in a new tab. */
export const anchor = (href, ...label) => el("a", { href, target: "_blank", rel: "noopener noreferrer" }, label);

const plain = (source) => source.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
