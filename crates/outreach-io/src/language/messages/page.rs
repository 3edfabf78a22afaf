//! What a page says around an answer.

messages! {
    origin_title() { en: "Where this comes from", fr: "D'où cela vient" }
    again_with() { en: "The command that makes it again:", fr: "La commande qui le refait :" }
}
