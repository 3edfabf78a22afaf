#![expect(clippy::unwrap_used, reason = "a failed test is the message")]

use std::io::Write;

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;
use crate::read::table::{Layout, Table};

fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(part).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn ods(rows: &str) -> Vec<u8> {
    let content = format!(
        r#"<office:document-content><table:table table:name="Calls">{rows}</table:table></office:document-content>"#
    );
    archive(&[("content.xml", content.as_bytes())])
}

fn xlsx(rows: &str) -> Vec<u8> {
    xlsx_of("", "", rows)
}

/// With what the workbook says of itself, and its styles.
fn xlsx_of(properties: &str, styles: &str, rows: &str) -> Vec<u8> {
    let workbook = format!(
        r#"<workbook xmlns:r="r">{properties}<sheets><sheet name="Calls" sheetId="1" r:id="rId1"/>
        <sheet name="Chart" sheetId="2" r:id="rId3"/></sheets></workbook>"#
    );
    let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let root = format!(
        r#"<Relationships><Relationship Id="rId1" Type="{types}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
    );
    let relations = format!(
        r#"<Relationships><Relationship Id="rId1" Type="{types}/worksheet" Target="worksheets/sheet1.xml"/>
        <Relationship Id="rId2" Type="{types}/styles" Target="styles.xml"/>
        <Relationship Id="rId3" Type="{types}/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>"#
    );
    // Nothing rests on a damaged dimension.
    let sheet = format!(r#"<worksheet><dimension ref="C21:A1"/><sheetData>{rows}</sheetData></worksheet>"#);
    archive(&[
        ("_rels/.rels", root.as_bytes()),
        ("xl/workbook.xml", workbook.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
        ("xl/styles.xml", format!("<styleSheet>{styles}</styleSheet>").as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

/// A file of old with one stream.
fn of_old(stream: &str, bytes: &[u8]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    file.create_stream(stream).unwrap().write_all(bytes).unwrap();
    file.into_inner().into_inner()
}

fn record(kind: u16, content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len()).unwrap();
    [&kind.to_le_bytes()[..], &length.to_le_bytes(), content].concat()
}

/// A workbook with one sheet of texts, by row and column.
fn xls(cells: &[(u16, u16, &str)]) -> Vec<u8> {
    let begin = |what: u16| record(0x0809, &[&0x0600_u16.to_le_bytes()[..], &what.to_le_bytes(), &[0; 12]].concat());
    let end = record(0x000a, &[]);
    let bound = |at: u32| record(0x0085, &[&at.to_le_bytes()[..], &[0, 0, 5, 0], b"Calls"].concat());
    let global = [begin(5), bound(0), end.clone()].concat().len() as u32;
    let label = |&(row, column, text): &(u16, u16, &str)| {
        let head = [row, column, 0, text.len() as u16].map(u16::to_le_bytes).concat();
        record(0x0204, &[&head[..], &[0], text.as_bytes()].concat())
    };
    let sheet = [begin(0x10), cells.iter().flat_map(label).collect(), end.clone()].concat();
    of_old("/Workbook", &[begin(5), bound(global), end, sheet].concat())
}

fn read(bytes: &[u8]) -> Result<String> {
    sheet("book", bytes, None).map(|text| String::from_utf8(text).unwrap())
}

fn refused(bytes: &[u8], why: &str) {
    let error = read(bytes).unwrap_err().to_string();
    assert!(error.starts_with("book") && error.contains(why), "{error}");
}

#[test]
fn sheets_of_all_kinds_are_the_same_text() {
    let expected = "date,outcome\n\n2026-03-02 09:00:00,no answer\n";
    let blank = r#"<table:table-row table:number-rows-repeated="1"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>"#;
    let of_ods = ods(&format!(
        r#"<table:table-row><table:table-cell><text:p>date</text:p></table:table-cell><table:table-cell><text:p>outcome</text:p>
        <office:annotation><text:p>a remark</text:p></office:annotation></table:table-cell></table:table-row>{blank}<table:table-row>
        <table:table-cell office:date-value="2026-03-02T09:00:00"><text:p>02/03/26</text:p></table:table-cell><table:table-cell>
        <text:p>no<text:s/>answer</text:p></table:table-cell></table:table-row>{}"#,
        blank.replace("\"1\"", "\"1048573\"")
    ));
    assert_eq!(read(&of_ods).unwrap(), expected);
    let text = |cell: &str, text: &str| format!(r#"<c r="{cell}" t="inlineStr"><is><t>{text}</t></is></c>"#);
    let rows = [
        format!("<row r=\"1\">{}{}</row>", text("A1", "date"), text("B1", "outcome")),
        format!("<row r=\"3\">{}{}</row>", text("A3", "2026-03-02 09:00:00"), text("B3", "no answer")),
    ];
    assert_eq!(read(&xlsx(&rows.concat())).unwrap(), expected);
    let of_old = xls(&[(0, 0, "date"), (0, 1, "outcome"), (2, 0, "2026-03-02 09:00:00"), (2, 1, "no answer")]);
    assert_eq!(read(&of_old).unwrap(), expected);
}

#[test]
fn repeated_rows_and_times_of_ods_are_read() {
    let rows = r#"<table:table-row table:number-rows-repeated="3"><table:table-cell office:time-value="PT00H01M35S"/><table:table-cell
        table:number-columns-repeated="2" office:value="0.5"/><table:table-cell office:value-type="string"><text:p>a &amp; b</text:p>
        <text:p>c</text:p></table:table-cell></table:table-row>"#;
    assert_eq!(read(&ods(rows)).unwrap(), "0:01:35,0.5,0.5,a & b c\n".repeat(3));
}

#[test]
fn numbers_that_are_shown_as_per_cent_are_per_cent() {
    let styles = r#"<numFmts count="1"><numFmt numFmtId="164" formatCode="0.0 %"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>
        <cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="164"/></cellXfs>"#;
    let rows = r#"<row r="1"><c r="A1"><v>0.07</v></c><c r="B1" s="1"><v>0.07</v></c><c r="D1" s="2"><v>0.285</v></c></row>
        <row r="2"><c r="B2" s="1"><v>1</v></c><c r="C2" s="1" t="inlineStr"><is><t>none</t></is></c></row>"#;
    assert_eq!(read(&xlsx_of("", styles, rows)).unwrap(), "0.07,7%,,28.5%\n,100%,none\n");
    let rows = r#"<table:table-row><table:table-cell office:value-type="percentage" office:value="0.07"/><table:table-cell
        office:value-type="string" office:string-value="Total"/></table:table-row>"#;
    assert_eq!(read(&ods(rows)).unwrap(), "7%,Total\n");
}

#[test]
fn days_of_a_workbook_count_from_1904_where_it_says_so() {
    let styles = r#"<cellXfs><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs>"#;
    let rows = r#"<row r="1"><c r="A1" s="1"><v>46146.375</v></c></row>"#;
    assert_eq!(read(&xlsx_of("", styles, rows)).unwrap(), "2026-05-04 09:00:00\n");
    let of_1904 = r#"<workbookPr date1904="1"/>"#;
    assert_eq!(read(&xlsx_of(of_1904, styles, rows)).unwrap(), "2030-05-05 09:00:00\n");
}

#[test]
fn what_comes_to_too_much_is_refused_before_it_is_held() {
    let cell = |text: &str| {
        format!("<table:table-row><table:table-cell><text:p>{text}</text:p></table:table-cell></table:table-row>")
    };
    let wide = r#"<table:table-row><table:table-cell table:number-columns-repeated="16384" office:value="1"/></table:table-row>"#;
    refused(&ods(wide), "line 1, column 4097");
    let long = cell(&"x".repeat(1 << 10)).replacen("table-row", r#"table-row table:number-rows-repeated="1000000""#, 1);
    refused(&ods(&long), "256 MB of text");
    let deep = cell("x").replacen("table-row", r#"table-row table:number-rows-repeated="4000000000""#, 1);
    refused(&ods(&deep), "rows are read");
    refused(&ods(&cell(&"x".repeat(2 << 20))), "a cell of more than 1 MB");
    refused(
        &archive(&[("xl/workbook.xml", b"<a/>"), ("xl/sharedStrings.xml", &b"<si/>".repeat(30 << 20))]),
        "256 MB is not read",
    );
    refused(&xls(&[(0, 0, "date"), (65_535, 255, "far")]), "line 65536 and as far as column 256");
}

#[test]
fn what_is_no_workbook_is_told() {
    refused(&of_old("/EncryptedPackage", b"secret"), "encrypted");
    refused(&of_old("/Workbook", &record(0x002f, &[0; 6])), "encrypted");
    let manifest =
        "<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    refused(&archive(&[("content.xml", b"secret"), ("META-INF/manifest.xml", manifest.as_bytes())]), "encrypted");
    refused(&of_old("/WordDocument", b"text"), "not a workbook");
    refused(&archive(&[("word/document.xml", b"<a/>")]), "not a workbook");
    refused(b"PK\x03\x04 and nothing more", "cannot be read");
    refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and nothing more", "cannot be read as a workbook");
}

#[test]
fn formulas_without_values_are_refused_and_no_blanks() {
    let row = |outcome: &str| {
        let text = |place: &str, text: &str| format!(r#"<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>"#);
        let header = format!(r#"<row r="1">{}{}</row>"#, text("A1", "Contact"), text("B1", "Outcome"));
        format!(r#"{header}<row r="2">{}{outcome}</row>"#, text("A2", "Ana"))
    };
    for formula in [
        r#"<c r="B2"><f>"No answer"</f><v /></c>"#,
        r#"<c r="B2"><f>"No answer"</f><v></v></c>"#,
        r#"<c r="B2"><f>"No answer"</f></c>"#,
    ] {
        let error = read(&xlsx(&row(formula))).unwrap_err().to_string();
        assert!(error.contains("row 2, column 2"), "{error}");
    }
    for (cell, text) in [
        (r#"<c r="B2" t="str"><f>"No answer"</f><v>No answer</v></c>"#, "Ana,No answer\n"),
        (r#"<c r="B2" t="str"><f>""</f><v></v></c>"#, "Ana\n"),
        (r#"<c r="B2" s="0"/>"#, "Ana\n"),
    ] {
        assert_eq!(read(&xlsx(&row(cell))).unwrap(), format!("Contact,Outcome\n{text}"));
    }
}

#[test]
fn damaged_places_of_cells_are_refused_and_not_wrapped_around() {
    let cell = |place: &str| format!(r#"<row r="1"><c r="{place}" t="inlineStr"><is><t>date</t></is></c></row>"#);
    for place in ["ZZZZZZZZ2", "A99999999999", "A4294967297", "ABCD1"] {
        refused(&xlsx(&cell(place)), "damaged");
    }
    refused(&xlsx(r#"<row r="4294967296"/>"#), "damaged");
    assert_eq!(read(&xlsx(&cell("A1").replace("date", "ABCD99999999"))).unwrap(), "ABCD99999999\n");
}

#[test]
fn a_legend_beside_the_table_of_a_sheet_is_no_part_of_its_rows() {
    let text = |place: &str, text: &str| format!(r#"<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>"#);
    let row = |at: u32, cells: &[&str]| {
        let cells = cells.iter().zip(["A", "B", "C", "D"]).map(|(cell, column)| text(&format!("{column}{at}"), cell));
        format!(r#"<row r="{at}">{}</row>"#, cells.collect::<String>())
    };
    let rows = [
        row(1, &["Contact", "Outcome"]),
        row(2, &["Ana", "no answer", "", "NA = no answer"]),
        row(3, &["Bo", "meeting set"]),
        row(4, &["", "", "", "M = meeting set"]),
    ];
    let bytes = xlsx(&rows.concat());
    let mut table = Table::read("book", Cursor::new(bytes), Layout::default()).unwrap();
    let mut lengths = Vec::new();
    while let Some(row) = table.next().unwrap() {
        lengths.push((row.line, row.len(), row.is_blank()));
    }
    assert_eq!(lengths, [(2, 2, false), (3, 2, false), (4, 2, true)]);
}
