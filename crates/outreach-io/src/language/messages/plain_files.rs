//! What is wrong with packed files where nothing is unpacked.

messages! {
    only_plain_files(name) {
        en: "{name}: workbooks and packed files are not read here; save it as CSV",
        fr: "{name} : les classeurs et les fichiers compressés ne sont pas lus ici ; enregistrez-le en CSV"
    }
}
