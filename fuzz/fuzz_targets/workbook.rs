//! Workbooks: the bytes are one as they are, or a part of one, or packed.
#![no_main]

use std::io::{Cursor, Write};

use cfb::CompoundFile;
use libfuzzer_sys::fuzz_target;
use outreach_fuzz::{answered, is_json};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const WORKBOOK: &str =
    r#"<workbook xmlns:r="r"><sheets><sheet name="Calls" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const ROOT: &str = r#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const RELATIONS: &str = r#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;

fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in parts {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        archive.start_file(*name, options).expect("a part begins");
        archive.write_all(part).expect("it is written");
    }
    archive.finish().expect("it ends").into_inner()
}

fn of_old(stream: &[u8]) -> Vec<u8> {
    let mut file = CompoundFile::create(Cursor::new(Vec::new())).expect("a file begins");
    file.create_stream("/Workbook").and_then(|mut part| part.write_all(stream)).expect("it is written");
    file.into_inner().into_inner()
}

fuzz_target!(|input: &[u8]| {
    let Some((kind, rest)) = input.split_first() else { return };
    let half = rest.len() / 2;
    let root = ("_rels/.rels", ROOT.as_bytes());
    let relations = ("xl/_rels/workbook.xml.rels", RELATIONS.as_bytes());
    let workbook = ("xl/workbook.xml", WORKBOOK.as_bytes());
    let made = match kind % 6 {
        0 => rest.to_vec(),
        1 => archive(&[("content.xml", rest)]),
        2 => archive(&[root, workbook, relations, ("xl/worksheets/sheet1.xml", rest)]),
        3 => archive(&[
            root,
            workbook,
            relations,
            ("xl/sharedStrings.xml", &rest[..half]),
            ("xl/worksheets/sheet1.xml", &rest[half..]),
        ]),
        4 => archive(&[root, ("xl/workbook.xml", &rest[..half]), ("xl/_rels/workbook.xml.rels", &rest[half..])]),
        _ => of_old(rest),
    };
    if let Some(answer) = answered(&made, "calibrate input --allow-rejected --format json") {
        assert!(is_json(&answer));
    }
});
