/** How a Flex component sits in its parent box: share, margin, offsets. */

import { restyle } from "./dom.js";
import { spacing, upright } from "./flex_size.js";

const STIFF = new Set(["separator", "icon", "span"]);

/** Places a drawn component in a box of the given layout; `gap` is the box's spacing, unless it comes first. */
export function place(node, part, { layout, gap, first }) {
  const before = spacing(part.margin ?? (first ? null : gap));
  const row = layout !== "vertical";
  restyle(node, {
    flex: row ? shareInRow(part) : shareInColumn(part),
    [row ? "marginInlineStart" : "marginTop"]: before,
    alignSelf: row && layout !== "baseline" ? upright(part.gravity) : null,
    alignContent: !row && part.flex ? part.gravity : null,
    minWidth: row ? "0" : null,
    ...offsets(part),
  });
  return node;
}

function shareInRow(part) {
  if (STIFF.has(part.type)) return "none";
  const share = part.flex ?? (part.width ? 0 : 1);
  return share > 0 ? `${share} 1 0` : "0 0 auto";
}

function shareInColumn(part) {
  const share = part.flex ?? (part.type === "filler" ? 1 : 0);
  return share > 0 && !STIFF.has(part.type) ? `${share} 0 auto` : "none";
}

function offsets(part) {
  const given = part.position || part.offsetTop || part.offsetBottom || part.offsetStart || part.offsetEnd;
  if (!given) return {};
  return {
    position: part.position ?? "relative",
    top: spacing(part.offsetTop),
    bottom: spacing(part.offsetBottom),
    insetInlineStart: spacing(part.offsetStart),
    insetInlineEnd: spacing(part.offsetEnd),
  };
}
