//! Numbers the sources, so that two programs made of them know whether they are of one build.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};

fn main() -> io::Result<()> {
    let mut number = DefaultHasher::new();
    // A crate from a registry has no neighbour; its version says which one it is made with.
    for folder in ["src", "vocabulary", "../outreach/src"].map(Path::new).into_iter().filter(|folder| folder.is_dir()) {
        println!("cargo::rerun-if-changed={}", folder.display());
        add(folder, &mut number)?;
    }
    println!("cargo::rustc-env=OUTREACH_SOURCES={:016x}", number.finish());
    Ok(())
}

/// Adds the names and contents of all files, in the order of their names.
fn add(folder: &Path, number: &mut DefaultHasher) -> io::Result<()> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    paths.sort();
    for path in paths {
        if path.is_dir() {
            add(&path, number)?;
        } else {
            (&path, fs::read(&path)?).hash(number);
        }
    }
    Ok(())
}
