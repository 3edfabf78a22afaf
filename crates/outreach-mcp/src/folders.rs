//! The files that questions may name: those in the folders that were allowed, and nothing that a link leads to elsewhere.

use std::fs::{self, File, Metadata};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use outreach_io::question::Files;
use outreach_io::{Error, Fault, Language, Result, Setting, Source, settings_of_file};

/// The most bytes of a file.
const LONGEST: u64 = 256 << 20;
/// The most bytes of a packed one, which may hold a thousand times as much.
const LONGEST_PACKED: u64 = 16 << 20;

/// Folders whose files may be read, for a call that may be given up.
#[derive(Debug, Clone)]
pub(crate) struct Folders {
    folders: Vec<Folder>,
    unwanted: Arc<AtomicBool>,
    /// What acts on nothing of the files that were read.
    notes: Arc<Mutex<Vec<String>>>,
}

#[derive(Debug, Clone)]
struct Folder {
    /// As it was allowed, from the root.
    named: PathBuf,
    /// Without links.
    real: PathBuf,
}

impl Folder {
    /// What a name leads to within the folder; `None` where a part of it leads out, whether or not anything is there.
    fn find(&self, name: &Path) -> Option<io::Result<PathBuf>> {
        let within = match [&self.real, &self.named].into_iter().find_map(|folder| name.strip_prefix(folder).ok()) {
            None if name.has_root() => return None,
            within => within.unwrap_or(name),
        };
        let climbs = within.components().any(|part| part == Component::ParentDir);
        let mut at = self.real.clone();
        for part in within {
            let next = at.join(part);
            at = match next.canonicalize() {
                Ok(found) if found.starts_with(&self.real) => found,
                // A link to nothing may lead out as well as any other.
                Err(error) if !climbs && next.symlink_metadata().is_err() => {
                    let said = match error.kind() {
                        io::ErrorKind::NotFound => "there is no such file: check its name and folder".to_owned(),
                        kind => kind.to_string(),
                    };
                    return Some(Err(io::Error::new(error.kind(), said)));
                }
                _ => return None,
            };
        }
        Some(Ok(at))
    }
}

impl Folders {
    /// These folders.
    pub(crate) fn of(allowed: &[PathBuf]) -> Result<Self, String> {
        let resolved = |folder: &PathBuf| {
            let failed = |why: String| format!("--allow {}: {why}", folder.display());
            let real = folder.canonicalize().map_err(|error| failed(error.to_string()))?;
            let named = std::path::absolute(folder).map_err(|error| failed(error.to_string()))?;
            if real.is_dir() { Ok(Folder { named, real }) } else { Err(failed("it is no folder".to_owned())) }
        };
        Ok(Self {
            folders: allowed.iter().map(resolved).collect::<Result<_, _>>()?,
            unwanted: Arc::default(),
            notes: Arc::default(),
        })
    }

    /// The same for a call that is given up when the flag is set.
    pub(crate) fn for_call(&self, unwanted: Arc<AtomicBool>) -> Self {
        Self { folders: self.folders.clone(), unwanted, notes: Arc::default() }
    }

    /// What acts on nothing of the files that were read.
    pub(crate) fn notes(&self) -> Vec<String> {
        self.notes.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The file of a name, whose links are followed, if it is in one of the folders.
    fn resolved(&self, name: &str) -> io::Result<PathBuf> {
        let found: Vec<_> = self.folders.iter().filter_map(|folder| folder.find(Path::new(name))).collect();
        let best = found.into_iter().reduce(io::Result::or);
        best.unwrap_or_else(|| Err(self.refused()))
    }

    fn refused(&self) -> io::Error {
        let folders: Vec<_> = self.folders.iter().map(|folder| folder.real.display().to_string()).collect();
        let allowed = if folders.is_empty() {
            "no folder was allowed; start the server with --allow DIR, or give the table itself as `text`".to_owned()
        } else {
            format!("files are read in {} alone", folders.join(", "))
        };
        io::Error::new(io::ErrorKind::PermissionDenied, allowed)
    }

    /// Opens a plain file of a bearable size.
    fn open(&self, name: &str) -> io::Result<Watched> {
        let path = self.resolved(name)?;
        // A pipe would be waited for.
        if !fs::symlink_metadata(&path)?.is_file() {
            return Err(io::Error::other("it is no plain file"));
        }
        let mut file = File::open(&path)?;
        let (opened, named) = (file.metadata()?, fs::symlink_metadata(&path)?);
        // The path may have become a link between the two looks.
        if identity(&opened) != identity(&named) || path.canonicalize()? != path {
            return Err(self.refused());
        }
        let mut first = [0; 2];
        let is_packed = file.read(&mut first)? == 2 && matches!(&first, b"\x1f\x8b" | b"PK");
        file.rewind()?;
        let longest = if is_packed { LONGEST_PACKED } else { LONGEST };
        if opened.len() > longest {
            return Err(io::Error::other(format!("it has {} bytes; {longest} are read here", opened.len())));
        }
        Ok(Watched { file, unwanted: self.unwanted.clone() })
    }
}

/// What tells a file from all others.
#[cfg(unix)]
fn identity(file: &Metadata) -> impl PartialEq + use<> {
    use std::os::unix::fs::MetadataExt;

    (file.dev(), file.ino())
}

/// Elsewhere files have no numbers: what tells it from most.
#[cfg(not(unix))]
fn identity(file: &Metadata) -> impl PartialEq + use<> {
    (file.created().ok(), file.modified().ok(), file.len())
}

impl Files for Folders {
    fn scenario(&self, name: &str) -> Result<Vec<Setting>> {
        let read = || {
            let mut bytes = Vec::new();
            self.open(name)?.read_to_end(&mut bytes)?;
            Ok(bytes)
        };
        let bytes = read().map_err(|source| Error::Unreadable { name: name.to_owned(), source })?;
        settings_of_file(name, &bytes)
    }

    fn table(&self, name: &str) -> Result<Box<dyn Source>> {
        match self.open(name) {
            Ok(file) => Ok(Box::new(file)),
            Err(source) => Err(Error::Unreadable { name: name.to_owned(), source }),
        }
    }

    fn exists(&self, name: &str) -> bool {
        self.resolved(name).is_ok()
    }

    fn note(&self, idle: &Fault) {
        self.notes.lock().unwrap_or_else(PoisonError::into_inner).push(idle.message(Language::English));
    }
}

/// A file that ends with an error when nobody waits for it any more.
#[derive(Debug)]
struct Watched {
    file: File,
    unwanted: Arc<AtomicBool>,
}

impl Read for Watched {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.unwanted.load(Ordering::Relaxed) {
            return Err(io::Error::other("the call was given up"));
        }
        self.file.read(buffer)
    }
}

impl Seek for Watched {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.file.seek(to)
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn no_path_leads_out_of_the_folders() {
        let all = tempfile::tempdir().expect("a folder");
        let at = |name: &str| all.path().join(name);
        fs::create_dir_all(at("inside/deeper")).expect("made");
        for file in ["inside/log.csv", "inside/deeper/log.csv", "secret.csv", "inside-not.csv"] {
            fs::write(at(file), "kind,outcome\n").expect("written");
        }
        symlink(at("secret.csv"), at("inside/link.csv")).expect("linked");
        symlink(all.path(), at("inside/up")).expect("linked");
        symlink(at("gone.csv"), at("inside/gone.csv")).expect("linked");
        symlink(at("inside/log.csv"), at("inside/good.csv")).expect("linked");
        let folders = Folders::of(&[at("inside")]).expect("a folder");
        let inside = at("inside/log.csv").display().to_string();
        for name in ["log.csv", "deeper/log.csv", "deeper/../log.csv", "./log.csv", "good.csv", inside.as_str()] {
            assert!(folders.table(name).is_ok(), "{name}");
        }
        let outside = at("secret.csv").display().to_string();
        let beside = at("inside-not.csv").display().to_string();
        let climbing = at("inside/../secret.csv").display().to_string();
        let out = [
            "../secret.csv",
            "deeper/../../secret.csv",
            "link.csv",
            "up/secret.csv",
            "/etc/passwd",
            "/etc/no-such-file",
            "../no-such-file",
            outside.as_str(),
            beside.as_str(),
            climbing.as_str(),
            "",
            ".",
            "deeper",
            "/dev/zero",
            "log.csv\0",
        ];
        for name in out {
            let refused = folders.table(name).err().expect(name).to_string();
            let told = ["alone", "plain file"].iter().any(|told| refused.contains(told));
            assert!(told || name.contains('\0'), "{name}: {refused}");
            assert!(folders.scenario(name).is_err(), "{name}");
        }
        for [there, missing] in
            [["up/secret.csv", "up/missing.csv"], ["link.csv", "gone.csv"], ["up/inside/log.csv", "up/x/y"]]
        {
            let [there, missing] = [there, missing].map(|name| {
                let refused = folders.table(name).err().expect(name).to_string();
                refused.replace(name, "")
            });
            assert_eq!(there, missing);
        }
        let missing = folders.table("missing.csv").err().expect("missing").to_string();
        assert!(missing.contains("there is no such file: check its name and folder"), "{missing}");
        let none = Folders::of(&[]).expect("no folder").table("log.csv").err().expect("refused").to_string();
        assert!(none.contains("--allow DIR"), "{none}");
        assert!(Folders::of(&[at("secret.csv")]).is_err() && Folders::of(&[at("missing")]).is_err());
    }

    #[test]
    fn a_file_that_nobody_waits_for_is_read_no_further() {
        let all = tempfile::tempdir().expect("a folder");
        fs::write(all.path().join("log.csv"), "kind,outcome\n").expect("written");
        let unwanted = Arc::new(AtomicBool::new(true));
        let folders = Folders::of(&[all.path().to_path_buf()]).expect("a folder").for_call(unwanted);
        assert!(folders.scenario("log.csv").is_err());
    }
}
