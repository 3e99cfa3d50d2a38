/** Where Block Kit elements live: a message or a view. Keeps what is filled in, and tells the bot of presses. */

import { act } from "./doors.js";

const drafts = new Map();

/** The place for a message of one person. */
export const messagePlace = (user, channel, ts) => place(`${user}/${ts}`, (press) => act("slack", user, "press", { channel, ts, ...press }));

/** The place for a modal or home view. */
export const viewPlace = (user, view) => place(`${user}/${view.id}`, (press) => act("slack", user, "press", { view_id: view.id, ...press }));

function place(name, send) {
  if (!drafts.has(name)) drafts.set(name, new Map());
  const draft = drafts.get(name);
  const slot = (block, part) => `${block.block_id ?? ""} ${part.action_id ?? ""}`;
  return {
    read: (block, part) => draft.get(slot(block, part))?.value,
    write: (block, part, value) => draft.set(slot(block, part), { block: block.block_id, action: part.action_id, value }),
    dispatch: (block, part, choice) => send({ block_id: block.block_id, action_id: part.action_id, ...choice, state: filledIn(draft) }),
    values: () => filledIn(draft),
    forget: () => drafts.delete(name),
  };
}

/** `{block_id: {action_id: value or [values]}}`, as the sandbox's doors take it. */
function filledIn(draft) {
  const values = {};
  for (const { block, action, value } of draft.values()) (values[block] ??= {})[action] = value;
  return values;
}
