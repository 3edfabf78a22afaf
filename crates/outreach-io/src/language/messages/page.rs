//! What a page says around an answer.

messages! {
    origin_title() { en: "Where this comes from", fr: "D'où cela vient" }
    again_with() { en: "Run it again:", fr: "Pour le refaire :" }
}
