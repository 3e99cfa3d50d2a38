/** What a changed Block Kit element does. */

import { whileBusy } from "./dom.js";

/** Keeps a new value, and tells the bot where Slack would. */
export function changed(block, part, place, value, node) {
  place.write(block, part, value);
  if (block.type === "input" && !block.dispatch_action) return;
  void whileBusy(node, () => place.dispatch(block, part, Array.isArray(value) ? { selected: value } : { value }));
}
