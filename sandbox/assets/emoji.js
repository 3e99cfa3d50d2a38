/** Slack's names for the emoji a learning bot is likely to use. */

const EMOJI = {
  white_check_mark: "✅", heavy_check_mark: "✔️", ballot_box_with_check: "☑️", x: "❌", o: "⭕", warning: "⚠️", bulb: "💡",
  books: "📚", book: "📖", open_book: "📖", pencil: "📝", pencil2: "✏️", memo: "📝", calendar: "📆", date: "📅", clock9: "🕘",
  alarm_clock: "⏰", hourglass_flowing_sand: "⏳", bell: "🔔", no_bell: "🔕", mega: "📣", loudspeaker: "📢", tada: "🎉",
  clap: "👏", wave: "👋", pray: "🙏", "+1": "👍", thumbsup: "👍", "-1": "👎", muscle: "💪", smile: "😄", slightly_smiling_face: "🙂",
  blush: "😊", thinking_face: "🤔", sweat_smile: "😅", seedling: "🌱", herb: "🌿", cherry_blossom: "🌸", sunny: "☀️", umbrella: "☔",
  star: "⭐", sparkles: "✨", fire: "🔥", rocket: "🚀", chart_with_upwards_trend: "📈", bar_chart: "📊", clipboard: "📋",
  pushpin: "📌", link: "🔗", mag: "🔍", gear: "⚙️", lock: "🔒", key: "🔑", house: "🏠", office: "🏢", school: "🏫", mortar_board: "🎓",
  question: "❓", grey_question: "❔", exclamation: "❗", information_source: "ℹ️", arrow_right: "➡️", arrow_left: "⬅️", repeat: "🔁",
  large_green_circle: "🟢", large_yellow_circle: "🟡", red_circle: "🔴", large_blue_circle: "🔵", white_circle: "⚪", black_circle: "⚫",
  large_green_square: "🟩", white_large_square: "⬜", black_large_square: "⬛", small_blue_diamond: "🔹", small_orange_diamond: "🔸",
  one: "1️⃣", two: "2️⃣", three: "3️⃣", four: "4️⃣", five: "5️⃣", a: "🅰️", b: "🅱️", heart: "❤️", green_heart: "💚", eyes: "👀",
  hammer_and_wrench: "🛠️", speech_balloon: "💬", envelope: "✉️", coffee: "☕", tea: "🍵", turtle: "🐢", mountain: "⛰️", rock: "🪨",
};

/** The character for a name, or `:name:` as it was written. */
export const emoji = (name) => (Object.hasOwn(EMOJI, name) ? EMOJI[name] : `:${name}:`);
