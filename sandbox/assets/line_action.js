/** What a LINE action does when it is tapped. */

import { el } from "./dom.js";
import { ask, tell } from "./notice.js";
import { act } from "./doors.js";
import { obey } from "./line_input.js";
import { say } from "./words.js";

/** The words an action is known by, for labels. */
export const actionName = (action) => action?.label ?? action?.displayText ?? action?.text ?? action?.uri ?? action?.data ?? "";

/** A function that performs a LINE action as the given person. */
export function actionsOf(user) {
  return (action) => perform(user, action);
}

async function perform(user, action) {
  switch (action.type) {
    case "postback": return postback(user, action);
    case "message": return act("line", user, "say", { text: action.text });
    case "uri": return void open(action.uri, "_blank", "noopener,noreferrer");
    case "datetimepicker": return pickMoment(user, action);
    case "richmenuswitch": return act("line", user, "switch", { alias: action.richMenuAliasId, data: action.data });
    case "clipboard": return navigator.clipboard.writeText(action.clipboardText);
    default: return tell(say("unknown_part", { type: action.type }));
  }
}

async function postback(user, action) {
  obey(action);
  return act("line", user, "press", { data: action.data, display_text: action.displayText ?? action.text });
}

async function pickMoment(user, action) {
  const type = action.mode === "datetime" ? "datetime-local" : action.mode;
  const field = el("input", { name: "moment", type, required: true, value: action.initial, min: action.min, max: action.max, "aria-label": say("choose_time") });
  const given = await ask({ title: action.label ?? say("choose_time"), fields: [field] });
  if (given) await act("line", user, "press", { data: action.data, params: { [action.mode]: given.moment } });
}
