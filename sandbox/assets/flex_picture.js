/** Flex images, icons and videos. */

import { el, icon, pressable, restyle } from "./dom.js";
import { across, imageWidth, proportion, textSize } from "./flex_size.js";
import { actionName } from "./line_action.js";
import { picture } from "./picture.js";

/** Draws an image in a frame of the given size and proportion. */
export function image(part, { act }) {
  const frame = el("div", { class: "flex-image-frame" }, picture(part.url, actionName(part.action)));
  restyle(frame, { width: imageWidth(part.size), aspectRatio: proportion(part.aspectRatio), backgroundColor: part.backgroundColor });
  frame.dataset.mode = part.aspectMode ?? "fit";
  if (part.action) pressable(frame, () => act(part.action));
  const node = el("div", { class: "flex-image" }, frame);
  restyle(node, { justifyContent: across(part.align) ?? "center" });
  return node;
}

/** An icon is as high as a line of text of its size. */
export function symbol(part) {
  const node = el("span", { class: "flex-icon" }, picture(part.url, ""));
  restyle(node, { height: textSize(part.size), aspectRatio: proportion(part.aspectRatio) });
  return node;
}

/** A video shows its preview and opens in a new tab. */
export function video(part, { act }) {
  const frame = el("div", { class: "flex-image-frame", data: { mode: "cover" } }, picture(part.previewUrl, "video"), icon("play"));
  restyle(frame, { width: "100%", aspectRatio: proportion(part.aspectRatio) });
  pressable(frame, () => act(part.action ?? { type: "uri", uri: part.url }));
  return el("div", { class: "flex-image" }, frame);
}
