/** Pictures from outside, which may not load. */

import { el, icon } from "./dom.js";

/** An image that shows a quiet placeholder when it cannot be loaded. */
export function picture(url, alt) {
  const img = el("img", { src: url, alt, loading: "lazy", referrerpolicy: "no-referrer" });
  img.addEventListener("error", () => img.replaceWith(el("span", { class: "picture-gone", role: "img", "aria-label": alt || url }, icon("picture"))), { once: true });
  return img;
}
