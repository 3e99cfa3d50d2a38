/** Builds nodes, and keeps lists of nodes in step with state. Content is never parsed as markup. */

const SVG = "http://www.w3.org/2000/svg";
const signs = new WeakMap();

/** A new element; traits are attributes, besides `class`, `style` (object), `data` (object) and `on` (listeners). */
export function el(tag, traits = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(traits)) dress(node, name, value);
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

function dress(node, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name === "class") node.className = value;
  else if (name === "style") restyle(node, value);
  else if (name === "data") Object.assign(node.dataset, value);
  else if (name === "on") Object.entries(value).forEach(([event, deed]) => node.addEventListener(event, deed));
  else node.setAttribute(name, value === true ? "" : value);
}

/** Sets the given style properties, leaving out those without a value. */
export function restyle(node, properties) {
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined) continue;
    if (name.startsWith("--")) node.style.setProperty(name, value);
    else node.style[name] = value;
  }
}

/** One of the drawings in icons.svg: decoration, so hidden from screen readers. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `/assets/icons.svg#${name}`);
  svg.append(use);
  return svg;
}

/**
 * Makes `parent` show `items` in order. Nodes whose key and sign are unchanged stay as they are,
 * so focus, typed text and opened details survive. Returns how many nodes were built.
 */
export function keep(parent, items, { key, sign, build }) {
  const known = new Map([...parent.children].map((node) => [node.dataset.key, node]));
  let place = parent.firstElementChild;
  let built = 0;
  for (const item of items) {
    const name = String(key(item));
    const old = known.get(name);
    known.delete(name);
    const node = old && signs.get(old) === sign(item) ? old : fresh(item, name, sign(item), build);
    if (node !== old) built += 1;
    if (old && node !== old) {
      if (place === old) place = node;
      swap(old, node);
    }
    if (node === place) place = place.nextElementSibling;
    else parent.insertBefore(node, place);
  }
  known.forEach((node) => node.remove());
  return built;
}

function fresh(item, name, sign, build) {
  const node = build(item);
  node.dataset.key = name;
  signs.set(node, sign);
  return node;
}

function swap(old, node) {
  const hadFocus = old.contains(document.activeElement);
  old.replaceWith(node);
  if (hadFocus) focusInside(node);
}

function focusInside(node) {
  const target = node.querySelector("button, a[href], input, select, textarea, [tabindex='0']") ?? node;
  if (target === node) node.tabIndex = -1;
  target.focus({ preventScroll: true });
}

/** Makes a node act like a button (Enter and Space included); while the deed runs it is shown as busy. */
export function pressable(node, deed) {
  if (node.tagName !== "BUTTON" && node.tagName !== "A") {
    node.setAttribute("role", "button");
    node.tabIndex = 0;
    node.addEventListener("keydown", (event) => {
      if (event.target !== node || (event.key !== "Enter" && event.key !== " ")) return;
      event.preventDefault();
      node.click();
    });
  }
  node.addEventListener("click", (event) => {
    event.stopPropagation();
    void whileBusy(node, deed);
  });
  return node;
}

const running = new WeakSet();

/** Runs a deed, shown by `aria-busy` for at least a glance; a second press before it is done does nothing. */
export async function whileBusy(node, deed) {
  if (running.has(node)) return;
  running.add(node);
  node.setAttribute("aria-busy", "true");
  const glance = new Promise((done) => setTimeout(done, 250));
  try {
    await deed();
  } finally {
    running.delete(node);
    await glance;
    if (!running.has(node)) node.removeAttribute("aria-busy");
  }
}
