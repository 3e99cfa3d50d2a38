/** The standard Markdown that Slack's `markdown` block accepts, as nodes. */

import { el } from "./dom.js";
import { emoji } from "./emoji.js";
import { anchor } from "./mrkdwn.js";

const INLINE = /(`[^`\n]+`)|\[([^\]\n]+)\]\((https?:[^)\s]+|mailto:[^)\s]+)\)|\*\*(.+?)\*\*|__(.+?)__|~~(.+?)~~|\*([^*\n]+)\*|(?<![\p{L}\p{N}])_([^_\n]+)_(?![\p{L}\p{N}])|:([a-z0-9_+-]+):/u;
const KINDS = [
  [/^#{1,6}\s+(.*)$/, "heading"], [/^\s*[-*+]\s+(.*)$/, "ul"], [/^\s*\d+[.)]\s+(.*)$/, "ol"],
  [/^>\s?(.*)$/, "quote"], [/^\s*(?:-{3,}|\*{3,})\s*$/, "rule"], [/^\s*$/, "gap"],
];
const DRAW = {
  heading: (lines) => lines.map((line) => el("p", {}, el("strong", {}, inline(line)))),
  ul: (lines) => el("ul", {}, lines.map((line) => el("li", {}, inline(line)))),
  ol: (lines) => el("ol", {}, lines.map((line) => el("li", {}, inline(line)))),
  quote: (lines) => el("blockquote", {}, broken(lines)),
  rule: () => el("hr"),
  gap: () => [],
  text: (lines) => el("p", {}, broken(lines)),
};

/** Nodes for a Markdown string: headings, lists, quotes, rules, fences, and inline marks. */
export function markdown(source) {
  return source.split(/^```[^\n]*\n([\s\S]*?)\n?```$/m).flatMap((piece, n) => n % 2 ? el("pre", { class: "code-block" }, piece) : grouped(piece));
}

function grouped(source) {
  const groups = [];
  for (const line of source.split("\n")) {
    const [kind, words] = kindOf(line);
    if (groups.at(-1)?.kind === kind) groups.at(-1).lines.push(words);
    else groups.push({ kind, lines: [words] });
  }
  return groups.flatMap(({ kind, lines }) => DRAW[kind](lines));
}

/** What a line is: a rule, unlike a list, has nothing after its signs. */
function kindOf(line) {
  if (KINDS[4][0].test(line)) return ["rule", ""];
  const known = KINDS.find(([shape]) => shape.test(line));
  return known ? [known[1], line.match(known[0])[1] ?? ""] : ["text", line];
}

const broken = (lines) => lines.flatMap((line, n) => n ? [el("br"), ...inline(line)] : inline(line));

function inline(source) {
  const found = source.match(INLINE);
  if (!found) return source ? [source] : [];
  return [source.slice(0, found.index), token(found), ...inline(source.slice(found.index + found[0].length))];
}

function token([, code, label, href, bold, bold2, strike, italic, italic2, name]) {
  if (code) return el("code", {}, code.slice(1, -1));
  if (href) return anchor(href, inline(label));
  if (bold ?? bold2) return el("strong", {}, inline(bold ?? bold2));
  if (strike) return el("s", {}, inline(strike));
  return name ? emoji(name) : el("em", {}, inline(italic ?? italic2));
}
