/** What a changed Block Kit element does. */

const sending = new WeakMap();

/** Keeps a new value, and tells the bot where Slack would: every change, one after the other. */
export function changed(block, part, place, value, node) {
  place.write(block, part, value);
  if (block.type === "input" && !block.dispatch_action) return;
  const told = () => place.dispatch(block, part, Array.isArray(value) ? { selected: value } : { value });
  sending.set(node, (sending.get(node) ?? Promise.resolve()).then(told));
}
