/** The page's own words in Japanese and English, and the switch between them. */

const WORDS = {
  title: ["コツコツ sandbox", "Kotsukotsu sandbox"],
  skip: ["チャットへ移動", "Skip to the chats"],
  clock: ["サンドボックスの時計", "Sandbox clock"],
  plus_hour: ["+1時間", "+1 hour"],
  next_morning: ["次の勤務日の朝", "Next working morning"],
  play_week: ["1週間すすめる", "Play a week"],
  playing: ["{day}/{days}日目", "Day {day}/{days}"],
  stop: ["とめる", "Stop"],
  language: ["English", "日本語"],
  bot_connected: ["接続中", "connected"],
  bot_silent: ["待機中", "waiting"],
  bot_none: ["ボット未接続", "no bot connected"],
  offline: ["サンドボックスにつながりません。つながるまで待っています…", "The sandbox does not answer. Waiting for it…"],
  show: ["表示する画面", "Shown"],
  person: ["利用者", "Person"],
  add_person: ["利用者を追加", "Add a person"],
  name: ["名前", "Name"],
  add: ["追加", "Add"],
  cancel: ["キャンセル", "Cancel"],
  ok: ["OK", "OK"],
  menu: ["その他の操作", "More"],
  block: ["ブロックする", "Block the bot"],
  unblock: ["ブロックを解除", "Unblock"],
  sticker: ["スタンプを送る", "Send a sticker"],
  redeliver: ["直前のイベントを再送", "Redeliver the last event"],
  unsend_last: ["最後の発言を取り消す", "Unsend the last message"],
  blocked: ["このアカウントをブロックしています", "You have blocked this account"],
  unsent: ["メッセージの送信を取り消しました", "A message was unsent"],
  type_line: ["メッセージを入力", "Aa"],
  type_slack: ["{name} へのメッセージ( / でコマンド)", "Message {name} (/ for commands)"],
  send: ["送信", "Send"],
  chat_menu: ["メニュー", "Menu"],
  to_keyboard: ["キーボードに切り替え", "Switch to the keyboard"],
  newer: ["新しいメッセージ", "New messages"],
  no_line: ["まだメッセージはありません。", "No messages yet."],
  no_slack: ["まだメッセージはありません。", "No messages yet."],
  nobody: ["利用者がまだいません。「+」で追加できます。", "Nobody here yet. Add a person with “+”."],
  today_line: ["今日", "Today"],
  quick_replies: ["クイックリプライ", "Quick replies"],
  writing: ["返信を準備しています", "The bot is preparing an answer"],
  messages: ["メッセージ", "Messages"],
  home: ["ホーム", "Home"],
  no_home: ["ホームはまだありません。", "There is no home view yet."],
  app: ["アプリ", "APP"],
  edited: ["(編集済み)", "(edited)"],
  only_you: ["あなただけに表示されています", "Only visible to you"],
  close: ["閉じる", "Close"],
  submit: ["送信", "Submit"],
  choose: ["選択してください", "Choose"],
  optional: ["(任意)", "(optional)"],
  more_options: ["その他の選択肢", "More options"],
  required: ["入力してください。", "Please fill this in."],
  choose_time: ["日時を選ぶ", "Choose a date and time"],
  unknown_part: ["この画面では描けない部品: {type}", "A part this page cannot draw: {type}"],
  image_gone: ["画像", "Image"],
  record: ["リクエストの記録", "Record of requests"],
  hide_record: ["記録をたたむ", "Hide the record"],
  show_record: ["記録をひらく", "Show the record"],
  clear: ["消す", "Clear"],
  filter: ["絞り込み", "Filter"],
  all: ["すべて", "All"],
  no_record: ["まだリクエストはありません。", "No requests yet."],
  to_platform: ["ボットから", "from the bot"],
  to_bot: ["ボットへ", "to the bot"],
  dropped: ["切断", "dropped"],
  counted: ["{n}通", "{n} counted"],
  request: ["リクエスト", "Request"],
  response: ["レスポンス", "Response"],
  retry_key: ["再送キー", "Retry key"],
  quota: ["今月 {used}/{limit}通", "{used}/{limit} sent"],
  faults: ["わざと起こす不具合", "Faults on purpose"],
  faults_on: ["{n}件オン", "{n} on"],
  chance: ["起こる割合", "How often"],
  drop_before: ["受け取る前に切断", "Drop before effect"],
  drop_after: ["受け取った後に切断", "Drop after effect"],
  error_500: ["500 を返す", "Answer 500"],
  rate_429: ["429 を返す", "Answer 429"],
  slow: ["おそい応答", "Answer slowly"],
  redeliver_fault: ["イベントを再送", "Redeliver events"],
  duplicate: ["イベントを重複", "Duplicate events"],
  reorder: ["順序を入れ替え", "Reorder events"],
  monthly_limit: ["今月の上限に到達", "Monthly limit hit"],
  expired_tokens: ["返信トークン切れ", "Expired reply tokens"],
  tiers: ["メソッドごとの回数制限", "Method rate limits"],
  bot_answered: ["ボットが {status} を返しました。", "The bot answered {status}."],
  bot_quiet: ["ボットの応答がありませんでした。", "The bot did not answer."],
  door_refused: ["サンドボックスが受け付けませんでした: {why}", "The sandbox refused: {why}"],
};

let spoken = chosenAtFirst();

function chosenAtFirst() {
  const asked = new URLSearchParams(location.search).get("lang") ?? document.documentElement.dataset.speaks ?? localStorage.getItem("kotsu.lang") ?? navigator.language;
  return asked.startsWith("en") ? "en" : "ja";
}

/** The page's language now: "ja" or "en". */
export const language = () => spoken;

/** The phrase for a key, with `{name}` places filled. */
export function say(key, places = {}) {
  const phrase = (WORDS[key] ?? [key, key])[spoken === "ja" ? 0 : 1];
  return phrase.replace(/\{(\w+)\}/g, (whole, name) => String(places[name] ?? whole));
}

/** Changes the language and remembers it; a language named in the address no longer counts. */
export function speak(lang) {
  spoken = lang;
  history.replaceState(null, "", location.pathname);
  localStorage.setItem("kotsu.lang", lang);
}

/** Writes every phrase that the page's markup names by `data-word…`. */
export function translate(root = document) {
  document.documentElement.lang = spoken;
  document.title = say("title");
  const places = { word: (node, phrase) => { node.textContent = phrase; },
    wordLabel: (node, phrase) => node.setAttribute("aria-label", phrase),
    wordHint: (node, phrase) => node.setAttribute("placeholder", phrase),
    wordTitle: (node, phrase) => { node.title = phrase; node.setAttribute("aria-label", phrase); } };
  for (const [name, write] of Object.entries(places)) {
    const attribute = `data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    root.querySelectorAll(`[${attribute}]`).forEach((node) => write(node, say(node.dataset[name])));
  }
}
