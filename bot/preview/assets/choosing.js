/** The lists of what can be looked at, and what the checker found. */

import { el, keep } from "/assets/dom.js";

const byId = (id) => document.getElementById(id);
const LISTS = ["lessons", "languages", "families", "whens"];

/** Writes what the page says in its own language. */
export function showLabels({ labels, title, pages }) {
  document.title = title;
  byId("title").textContent = title;
  document.querySelectorAll("[data-label]").forEach((node) => { node.textContent = labels[node.dataset.label]; });
  document.querySelectorAll("[data-label-name]").forEach((node) => node.setAttribute("aria-label", labels[node.dataset.labelName]));
  keep(byId("pages"), pages, {
    key: ({ label }) => label,
    sign: JSON.stringify,
    build: ({ label, address, chosen }) => el("a", { class: "button is-quiet", href: address, lang: label === "English" ? "en" : "ja", "aria-current": chosen ? "true" : null }, label),
  });
}

/** Shows the lists, and marks in each what is chosen. */
export function showChoices(desk) {
  LISTS.forEach((name) => list(byId(name), desk[name]));
  keep(byId("steps"), desk.steps, { key: ({ address }) => address.replace(/lesson=\d+/, ""), sign: JSON.stringify, build: step });
  byId("steps").querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  way(byId("previous"), desk.previous);
  way(byId("next"), desk.next);
}

/** Shows the findings of this lesson, and how many there are in no lesson. */
export function showFindings(desk) {
  const { labels, broken, findings = [], others = [], checked } = desk;
  found(byId("problems"), broken);
  found(byId("here"), findings);
  found(byId("others"), others);
  byId("elsewhere").hidden = !others.length;
  const words = checked ? (findings.length ? "" : labels.nothing) : labels.checking;
  if (byId("verdict").textContent !== words) byId("verdict").textContent = words;
}

function list(node, choices) {
  keep(node, choices, {
    key: (_) => choices.indexOf(_),
    sign: JSON.stringify,
    build: ({ label, address }) => el("option", { value: address }, label),
  });
  node.value = (choices.find(({ chosen }) => chosen) ?? choices[0]).address;
}

function step({ label, address, chosen }) {
  return el("li", {}, el("a", { href: address, data: { step: "" }, "aria-current": chosen ? "step" : null }, label));
}

function way(node, address) {
  node.dataset.step = "";
  if (address) node.setAttribute("href", address);
  else node.removeAttribute("href");
  node.setAttribute("aria-disabled", String(!address));
}

function found(node, problems) {
  keep(node, problems, {
    key: ({ place, what }) => `${place} ${what}`,
    sign: JSON.stringify,
    build: ({ place, grade, named, what, why, fix }) => el("li", { class: `is-${grade}` },
      el("p", { class: "where" }, el("strong", {}, named), " ", el("code", {}, place)),
      el("p", { class: "what" }, what), el("p", { class: "why" }, why), el("p", { class: "fix" }, `→ ${fix}`)),
  });
}
