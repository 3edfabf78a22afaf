//! Holds the order of the modules: no ring of imports, and none from a floor to one above it.
//!
//! Two modules depend on each other where one names what the other defines, whatever it is imported through. What a module
//! passes on (`pub use`) is no dependency of its own; nor is what tests and documentation name, nor what a part of a module knows
//! of the whole.

mod imports;

use std::path::Path;

use imports::Crate;

/// From the bottom up: a module may import from its own floor and from those below.
const LIBRARY: [&[&str]; 5] =
    [&["error", "interruption", "parallel", "numerics"], &["model"], &["exact"], &["simulate"], &["decide", "learn"]];

/// The same of what goes in and out.
const IO: [&[&str]; 6] = [
    &["error", "language", "near_miss", "need", "sampling"],
    &["answer"],
    &["read"],
    &["show"],
    &["ask"],
    &["question"],
];

fn crate_of(name: &str) -> Crate {
    Crate::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates").join(name).join("src"))
}

#[test]
fn no_modules_import_each_other_in_a_ring() {
    for name in ["outreach", "outreach-io"] {
        assert_eq!(crate_of(name).rings(), [] as [Vec<String>; 0], "{name}");
    }
}

#[test]
fn no_module_imports_from_a_floor_above() {
    assert_eq!(crate_of("outreach").against(&LIBRARY), [] as [String; 0]);
    assert_eq!(crate_of("outreach-io").against(&IO), [] as [String; 0]);
}

/// A small tree in which nothing is wrong: types are imported through the root, through a floor, and by their module.
const TREE: [(&str, &str); 6] = [
    ("", "mod low; mod high; pub use low::{Coin, Die}; pub use high::Game; #[doc(hidden)] pub struct Root;"),
    ("low", "mod coin; mod die; pub use self::coin::Coin; pub use self::die::Die;"),
    ("low::coin", "pub struct Coin; #[cfg(test)] mod tests { use crate::Game; }"),
    ("low::die", "use super::coin::Coin; pub struct Die(Coin);"),
    ("high", "mod game; pub use self::game::Game;"),
    ("high::game", "use crate::{Coin, low::Die}; /// See [`crate::Game`].\n pub struct Game(Coin, Die);"),
];
const FLOORS: [&[&str]; 2] = [&["low"], &["high"]];

/// The tree with one module's text followed by more.
fn tree_with(module: &str, more: &str) -> Crate {
    Crate::new(TREE.map(|(name, text)| (name.to_owned(), format!("{text}{}", if name == module { more } else { "" }))))
}

#[test]
fn a_tree_in_order_is_found_in_order() {
    let tree = tree_with("", "");
    assert_eq!((tree.rings(), tree.against(&FLOORS)), (Vec::new(), Vec::new()));
}

#[test]
fn a_ring_is_seen_whatever_it_is_imported_through() {
    let ring = [vec!["low::coin".to_owned(), "low::die".to_owned()]];
    for more in [
        " use crate::Die;",
        " use crate::{Game as _, low::{self, Die as Cube}};",
        " use super::*; fn roll(die: Die) {}",
        " fn roll(die: &[super::die::Die]) {}",
        " fn roll() { let _ = crate::Die(Coin); }",
        " fn roll() { assert!(matches!(coin, crate::low::Die(_))); }",
    ] {
        let rings = tree_with("low::coin", more).rings();
        assert!(rings.iter().any(|found| ring[0].iter().all(|module| found.contains(module))), "{more}: {rings:?}");
    }
}

#[test]
fn an_import_against_the_floors_is_seen() {
    let tree = tree_with("low::die", " fn play(game: crate::Game) {}");
    assert_eq!(tree.against(&FLOORS), ["low::die imports high::game"]);
}
