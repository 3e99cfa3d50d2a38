"""The words that stand for a button, and for yes and no, as `words.folded` leaves them."""

from typing import Final

from messages.actions import (
    Action,
    Ask,
    AskOn,
    ComeBack,
    Erase,
    Leave,
    ReadAnswers,
    Report,
    Rest,
    Resume,
    ShowDigest,
    ShowHelp,
    ShowPlaces,
    ShowProgress,
    ShowRecord,
    ShowSettings,
    ShowTools,
    Sit,
    Today,
)

_ACTIONS: Final[tuple[tuple[Action, tuple[str, ...]], ...]] = (
    (Today(), ("今日", "きょう", "今日の3分", "今日のレッスン", "本日", "today", "start", "begin")),
    (Resume(), ("続き", "つづき", "続きから", "続ける", "continue", "next", "go on")),
    (
        Rest(),
        (
            *(
                "休む",
                "やすむ",
                "休みたい",
                "休みます",
                "休み",
                "お休み",
                "おやすみ",
                "お休みする",
                "お休みしたい",
                "しばらく休みます",
            ),
            *("rest", "pause", "take a rest", "take a break"),
        ),
    ),
    (
        ComeBack(),
        (
            *(
                "再開",
                "さいかい",
                "再開する",
                "再開します",
                "戻りました",
                "もどりました",
                "戻った",
                "復帰",
                "復帰しました",
            ),
            *("come back", "back", "i'm back", "i am back", "resume"),
        ),
    ),
    (ShowProgress(), ("進捗", "しんちょく", "進み具合", "進捗を見る", "progress")),
    (
        ShowDigest(),
        ("まとめ", "まとめを見る", "1週間のまとめ", "今週のまとめ", "週のまとめ", "digest", "summary", "my week"),
    ),
    (ShowSettings(), ("設定", "せってい", "設定変更", "時間を変えたい", "時刻を変えたい", "settings", "setting")),
    (
        ShowPlaces(),
        (
            *("連携", "れんけい", "連携する", "つなぐ", "届け先", "とどけさき", "届け先変更", "届け先を変える"),
            *("届け先を変えたい", "link", "connect", "places"),
        ),
    ),
    (ShowHelp(), ("ヘルプ", "へるぷ", "使い方", "help", "?", "メニュー", "menu")),
    (Ask(), ("質問", "しつもん", "質問する", "質問したい", "質問があります", "質問を書く", "question", "ask")),
    (AskOn(0), ("質問の続き", "質問のつづき", "続けて質問", "続けて質問する", "follow up")),
    (ReadAnswers(), ("回答", "回答を読む", "回答を見る", "質問の回答", "answers", "read answers")),
    (
        Sit(0),
        (
            *("アンケート", "あんけーと", "アンケートに答える", "アンケートに答えます", "テスト", "てすと"),
            *("survey", "questionnaire", "test"),
        ),
    ),
    (ShowTools(), ("ツール", "つーる", "ツール一覧", "道具", "うちのツール", "使えるツール", "tools", "tool")),
    (
        Report(),
        (
            *("古い", "ふるい", "誤り", "あやまり", "まちがい", "間違い", "この内容は古い/誤り", "この内容は古い"),
            *("この内容は誤り", "この内容はまちがい", "wrong", "outdated", "mistake", "out of date"),
        ),
    ),
    (ShowRecord(), ("記録", "きろく", "記録を見る", "保存しているもの", "record", "my data", "my record")),
    (Erase(0), ("消去", "しょうきょ", "消去する", "記録を消す", "記録を消したい", "erase", "erase my record")),
    (
        Leave(0),
        ("退会", "たいかい", "退会する", "退会します", "退会したい", "やめたい", "leave", "quit", "unsubscribe"),
    ),
)
WORDS: Final = {word: action for action, words in _ACTIONS for word in words}
WRITE: Final = frozenset({"書く", "かく", "ことばで書く", "書きたい", "もう一度書く", "write", "write again"})
SKIP: Final = frozenset({"とばす", "飛ばす", "スキップ", "スキップする", "パス", "skip", "pass"})
YES: Final = frozenset(
    {
        *(
            "はい",
            "うん",
            "ええ",
            "ok",
            "okです",
            "オーケー",
            "yes",
            "y",
            "同意",
            "同意する",
            "同意します",
            "同意して参加する",
        ),
        *(
            "参加する",
            "参加します",
            "お願いします",
            "はい、お願いします",
            "はい、退会します",
            "はい、消します",
            "解除する",
            "yes, unlink",
        ),
    }
)
NO: Final = frozenset(
    {"いいえ", "いや", "no", "n", "参加しない", "参加しません", "やめておく", "やめておきます", "やめる"}
)
