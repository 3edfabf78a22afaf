//! The modules of a crate, and which of them name what others define.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{Attribute, Item, UseTree, Visibility};

/// One module: what it defines, and the names that it imports.
#[derive(Debug, Default)]
struct Module {
    defined: BTreeSet<String>,
    /// Name by which something is known here, and its path; globs have the name `*`.
    imported: Vec<(String, Vec<String>)>,
    /// All that is named: paths in code, and imports that are not only passed on.
    named: Vec<Vec<String>>,
}

/// The modules of a crate by their path: `low::coin`, and nothing for the root.
#[derive(Debug)]
pub(crate) struct Crate {
    modules: BTreeMap<String, Module>,
}

impl Crate {
    /// All files below a crate's `src`.
    pub(crate) fn read(sources: &Path) -> Self {
        let mut texts = Vec::new();
        collect(sources, "", &mut texts);
        Self::new(texts)
    }

    /// Modules by path and text.
    pub(crate) fn new(texts: impl IntoIterator<Item = (String, String)>) -> Self {
        let module = |(name, text): (String, String)| {
            let mut module = Module::default();
            let file = syn::parse_file(&text).expect("a file that compiles");
            file.items.iter().for_each(|item| module.visit_item(item));
            (name, module)
        };
        Self { modules: texts.into_iter().map(module).collect() }
    }

    /// Each group of modules that depend on each other.
    pub(crate) fn rings(&self) -> Vec<Vec<String>> {
        let reached: BTreeMap<_, _> = self.modules.keys().map(|module| (module, self.reached_from(module))).collect();
        let ring_of = |module: &String| -> Vec<String> {
            reached[module].iter().filter(|other| reached[other].contains(module)).cloned().collect()
        };
        self.modules.keys().map(ring_of).filter(|ring| !ring.is_empty()).collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// Every import from a floor above one's own, or from what stands on no floor.
    pub(crate) fn against(&self, floors: &[&[&str]]) -> Vec<String> {
        let floor = |module: &str| {
            let name = module.split("::").next().unwrap_or_default();
            floors.iter().position(|floor| floor.contains(&name))
        };
        // What stands beside each other on a floor does not import from its neighbour, but for the lowest.
        let may = |from: &str, to: &str| {
            let (Some(of), Some(other)) = (floor(from), floor(to)) else { return from.is_empty() };
            other < of || from.split("::").next() == to.split("::").next() || (of, other) == (0, 0)
        };
        let imports = self.modules.keys().flat_map(|from| self.imports(from).into_iter().map(move |to| (from, to)));
        imports.filter(|(from, to)| !may(from, to)).map(|(from, to)| format!("{from} imports {to}")).collect()
    }

    fn reached_from(&self, module: &str) -> BTreeSet<String> {
        let (mut reached, mut ahead) = (BTreeSet::new(), vec![module.to_owned()]);
        while let Some(module) = ahead.pop() {
            ahead.extend(self.imports(&module).into_iter().filter(|next| reached.insert(next.clone())));
        }
        reached
    }

    /// The modules that define what this one names: others than itself and those that it is a part of.
    fn imports(&self, module: &str) -> BTreeSet<String> {
        let named = self.modules[module].named.iter();
        let is_own =
            |home: &str| module.strip_prefix(home).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"));
        named.filter_map(|path| self.home(module, path, 0)).filter(|home| !is_own(home)).collect()
    }

    /// The module that defines what a path means there; `None` for what is of no module of the crate.
    fn home(&self, module: &str, path: &[String], depth: usize) -> Option<String> {
        // Deeper than any real chain of imports: a name that is imported as itself.
        if depth > 20 {
            return None;
        }
        let (first, rest) = path.split_first()?;
        let (mut at, mut rest) = match first.as_str() {
            "crate" => (String::new(), rest),
            "self" => (module.to_owned(), rest),
            "super" => (parent(module).to_owned(), rest),
            _ => (module.to_owned(), path),
        };
        while let Some((name, behind)) = rest.split_first() {
            let inner = if at.is_empty() { name.clone() } else { format!("{at}::{name}") };
            if name == "super" {
                at = parent(&at).to_owned();
            } else if self.modules.contains_key(&inner) {
                at = inner;
            } else {
                return self.home_of_name(&at, name, behind, depth);
            }
            rest = behind;
        }
        // A module itself, as in `use super::fourier`: what is named of it is looked up where it is.
        None
    }

    fn home_of_name(&self, module: &str, name: &String, behind: &[String], depth: usize) -> Option<String> {
        let own = self.modules.get(module)?;
        if own.defined.contains(name) {
            return Some(module.to_owned());
        }
        let by_name = own.imported.iter().filter(|(known, path)| known == name && path.as_slice() != [name.clone()]);
        let by_name = by_name.map(|(_, path)| path.iter().chain(behind).cloned().collect::<Vec<_>>());
        let globs = own.imported.iter().filter(|(known, _)| known == "*");
        let globs = globs.map(|(_, path)| path.iter().chain([name]).chain(behind).cloned().collect());
        by_name.chain(globs).find_map(|path: Vec<_>| self.home(module, &path, depth + 1))
    }
}

fn parent(module: &str) -> &str {
    module.rsplit_once("::").map_or("", |(parent, _)| parent)
}

fn collect(folder: &Path, module: &str, texts: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry").path();
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let inner = if module.is_empty() { name.clone() } else { format!("{module}::{name}") };
        if path.is_dir() {
            collect(&path, &inner, texts);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let own = matches!(name.as_str(), "lib" | "mod");
            texts.push((if own { module.to_owned() } else { inner }, fs::read_to_string(&path).expect("a text")));
        }
    }
}

fn is_test(attributes: &[Attribute]) -> bool {
    let tests = |attribute: &&Attribute| match &attribute.meta {
        syn::Meta::List(list) => list.path.is_ident("cfg") && list.tokens.to_string() == "test",
        _ => false,
    };
    attributes.iter().any(|attribute| tests(&attribute))
}

/// The name that an item defines, and its attributes.
fn definition(item: &Item) -> (Option<String>, &[Attribute]) {
    match item {
        Item::Const(item) => (Some(item.ident.to_string()), &item.attrs),
        Item::Enum(item) => (Some(item.ident.to_string()), &item.attrs),
        Item::Fn(item) => (Some(item.sig.ident.to_string()), &item.attrs),
        Item::Static(item) => (Some(item.ident.to_string()), &item.attrs),
        Item::Struct(item) => (Some(item.ident.to_string()), &item.attrs),
        Item::Trait(item) => (Some(item.ident.to_string()), &item.attrs),
        Item::Type(item) => (Some(item.ident.to_string()), &item.attrs),
        Item::Impl(item) => (None, &item.attrs),
        Item::Mod(item) => (None, &item.attrs),
        Item::Use(item) => (None, &item.attrs),
        _ => (None, &[]),
    }
}

/// Every path of a tree of imports, with the name it gets.
fn imports(tree: &UseTree, before: &[String], found: &mut Vec<(String, Vec<String>)>) {
    let with = |name: String| before.iter().cloned().chain([name]).collect::<Vec<_>>();
    match tree {
        UseTree::Path(path) => imports(&path.tree, &with(path.ident.to_string()), found),
        UseTree::Group(group) => group.items.iter().for_each(|tree| imports(tree, before, found)),
        UseTree::Glob(_) => found.push(("*".to_owned(), before.to_vec())),
        UseTree::Rename(rename) => found.push((rename.rename.to_string(), with(rename.ident.to_string()))),
        UseTree::Name(name) if name.ident == "self" => {
            found.push((before.last().cloned().unwrap_or_default(), before.to_vec()));
        }
        UseTree::Name(name) => found.push((name.ident.to_string(), with(name.ident.to_string()))),
    }
}

impl Module {
    /// The paths in what a macro is given.
    fn name_tokens(&mut self, tokens: TokenStream) {
        let mut path: Vec<String> = Vec::new();
        let mut colons = 0;
        for token in tokens {
            match token {
                TokenTree::Punct(punct) if punct.as_char() == ':' => colons += 1,
                TokenTree::Ident(ident) => {
                    if colons != 2 {
                        self.named.push(std::mem::take(&mut path));
                    }
                    path.push(ident.to_string());
                    colons = 0;
                }
                TokenTree::Group(group) => self.name_tokens(group.stream()),
                _ => {
                    self.named.push(std::mem::take(&mut path));
                    colons = 0;
                }
            }
        }
        self.named.push(path);
    }
}

impl<'ast> Visit<'ast> for Module {
    fn visit_item(&mut self, item: &'ast Item) {
        let (name, attributes) = definition(item);
        if is_test(attributes) {
            return;
        }
        self.defined.extend(name);
        visit::visit_item(self, item);
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        let mut found = Vec::new();
        imports(&item.tree, &[], &mut found);
        if matches!(item.vis, Visibility::Inherited) {
            self.named.extend(found.iter().map(|(_, path)| path.clone()));
        }
        self.imported.extend(found);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.named.push(path.segments.iter().map(|segment| segment.ident.to_string()).collect());
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, invoked: &'ast syn::Macro) {
        self.name_tokens(invoked.tokens.clone());
        visit::visit_macro(self, invoked);
    }
}
