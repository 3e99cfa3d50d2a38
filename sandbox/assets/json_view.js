/** JSON as people read it: indented, with keys, strings and numbers told apart. */

import { el } from "./dom.js";

const TOKEN = /("(?:\\.|[^"\\])*")(\s*:)?|\b(?:true|false|null)\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** A scrollable block with the value's JSON; text that is not JSON is shown as it is. */
export function jsonView(value) {
  const source = typeof value === "string" ? value : JSON.stringify(value ?? null, null, 2);
  return el("pre", { class: "json", tabindex: "0" }, typeof value === "string" ? source : painted(source));
}

function painted(source) {
  const nodes = [];
  let from = 0;
  for (const found of source.matchAll(TOKEN)) {
    const [whole, string, colon] = found;
    nodes.push(source.slice(from, found.index), el("span", { class: colon ? "json-key" : string ? "json-string" : "json-other" }, string ?? whole), colon ?? "");
    from = found.index + whole.length;
  }
  return [...nodes, source.slice(from)];
}
