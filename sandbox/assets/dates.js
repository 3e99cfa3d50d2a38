/** Moments as people read them, in the sandbox's zone. */

import { language } from "./words.js";

let zone = "Asia/Tokyo";

/** Sets the zone (an IANA name) in which every moment is shown. */
export function useZone(name) {
  zone = name;
}

const shaped = (at, locale, options) => new Intl.DateTimeFormat(locale, { timeZone: zone, ...options }).format(new Date(at));

/** "8:40", on the 24-hour clock. */
export const hourMinute = (at) => shaped(at, "ja-JP", { hour: "numeric", minute: "2-digit", hourCycle: "h23" });

/** "8:40:05", for the record. */
export const hourMinuteSecond = (at) =>
  shaped(at, "ja-JP", { hour: "numeric", minute: "2-digit", second: "2-digit", hourCycle: "h23" });

/** "月": the weekday is Japanese in both languages, as on the calendars in a town hall. */
export const weekday = (at) => shaped(at, "ja-JP", { weekday: "short" });

/** "2026年9月7日" or "7 Sept 2026". */
export const longDay = (at) => language() === "ja"
  ? shaped(at, "ja-JP", { year: "numeric", month: "long", day: "numeric" })
  : shaped(at, "en-GB", { year: "numeric", month: "short", day: "numeric" });

/** "9月7日(月)" or "Mon, 7 Sep". */
export const shortDay = (at) => language() === "ja"
  ? shaped(at, "ja-JP", { month: "long", day: "numeric", weekday: "short" })
  : shaped(at, "en-GB", { weekday: "short", day: "numeric", month: "short" });

/** "2026-09-07": the same for two moments on the same day. */
export const dayKey = (at) => shaped(at, "sv-SE", { year: "numeric", month: "2-digit", day: "2-digit" });

/**
 * Messages with a separator before each new day: `{day}` or `{message, first, last}`, where first and last
 * say whether the message opens or closes a run by the same sender within five minutes.
 */
export function timeline(messages) {
  return messages.flatMap((message, n) => {
    const first = !together(messages[n - 1], message);
    const last = !together(message, messages[n + 1]);
    const opensDay = n === 0 || dayKey(messages[n - 1].at) !== dayKey(message.at);
    return opensDay ? [{ day: message.at }, { message, first: true, last }] : [{ message, first, last }];
  });
}

function together(one, other) {
  if (!one || !other || one.from !== other.from || Boolean(one.ephemeral) !== Boolean(other.ephemeral)) return false;
  if (one.author !== other.author || one.thread !== other.thread) return false;
  return dayKey(one.at) === dayKey(other.at) && Math.abs(Date.parse(other.at) - Date.parse(one.at)) < 300_000;
}
