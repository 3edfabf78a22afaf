"""What reading tables costs: CPU seconds and memory of whole processes of the command, beside Python's csv module in the same run.

    cargo build --release -p outreach-cli
    python3 benches/tables.py [target/release/outreach]

The peer counts the outcomes of the same rows (or adds up their probabilities), and no more. A row counts its best of ROUNDS.
"""

import csv
import datetime
import multiprocessing
import os
import random
import sys
import tempfile
import time
import zipfile

ROWS = 1_000_000
SHEET = 100_000
ROUNDS = 2
WORDS = ["no answer"] * 11 + ["voicemail"] * 2 + ["refused"] * 6 + ["callback", "meeting set"]


def measured(words):
    """CPU seconds and peak memory in MB of a process."""
    pid = os.spawnvp(
        os.P_NOWAIT, "sh", ["sh", "-c", 'exec "$@" >/dev/null 2>&1', "sh", *words]
    )
    _, status, usage = os.wait4(pid, 0)
    assert status == 0, words
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def peer(path, column):
    """CPU seconds of the plainest program that reads the same rows."""
    started = time.process_time()
    with open(path, newline="") as file:
        counts = {}
        for row in csv.DictReader(file):
            counts[row[column]] = counts.get(row[column], 0) + 1
    return time.process_time() - started


def calls(count, contacts):
    drawn, moment = random.Random(7), datetime.datetime(2020, 1, 1, 8)
    for _ in range(count):
        moment += datetime.timedelta(seconds=drawn.randrange(10, 240))
        kind = "warm" if drawn.random() < 0.2 else "cold"
        row = [moment.isoformat(sep=" "), kind, drawn.choice(WORDS)]
        if contacts:
            row += [f"P{drawn.randrange(count // 3)}", f"Caller {drawn.randrange(12)}"]
        yield row


def written(path, header, rows):
    with open(path, "w", newline="") as file:
        csv.writer(file).writerows([header, *rows])


def workbook(path, header, rows):
    def cells(row):
        return "".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in row)

    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Target="xl/workbook.xml" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>',
        "xl/workbook.xml": '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        '<sheets><sheet name="Calls" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Target="worksheets/sheet1.xml" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/></Relationships>',
        "xl/worksheets/sheet1.xml": '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        + "".join(f"<row>{cells(row)}</row>" for row in [header, *rows])
        + "</sheetData></worksheet>",
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            file.writestr(name, text)


def tables(folder):
    """In a process of its own: what it holds would count as the memory of those that are started from here."""
    os.chdir(folder)
    header = ["date", "kind", "outcome", "contact", "caller"]
    drawn = random.Random(11)
    rows = list(calls(ROWS, contacts=True))
    written("short.csv", header[:3], calls(ROWS, contacts=False))
    written("log.csv", header, rows)
    written("newest.csv", header, reversed(rows))
    written("sheet.csv", header, rows[:SHEET])
    workbook("sheet.xlsx", header, rows[:SHEET])
    drawn.shuffle(rows)
    written("mixed.csv", header, rows)
    people = ([f"P{number}", f"{drawn.betavariate(1, 9):.4f}"] for number in range(ROWS))
    written("list.csv", ["name", "probability"], people)


def main():
    command = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else "target/release/outreach")
    tried = [
        ("calibrate: date, kind, outcome", "calibrate", "short.csv", "short.csv", "outcome"),
        ("calibrate: contact and caller too", "calibrate", "log.csv", "log.csv", "outcome"),
        ("calibrate: the same, newest first", "calibrate", "newest.csv", "newest.csv", "outcome"),
        ("calibrate: the same, in no order", "calibrate", "mixed.csv", "mixed.csv", "outcome"),
        ("forecast: a probability each", "forecast", "list.csv", "list.csv", "probability"),
        (f"calibrate: .xlsx of {SHEET:,} rows", "calibrate", "sheet.xlsx", "sheet.csv", "outcome"),
    ]
    with tempfile.TemporaryDirectory() as folder:
        maker = multiprocessing.Process(target=tables, args=(folder,))
        maker.start()
        maker.join()
        os.chdir(folder)
        print("| table | peer [s] | library [s] | ratio | MB |\n|---|---|---|---|---|")
        for name, verb, path, plain, column in tried:
            runs = [
                (peer(plain, column), *measured([command, verb, path, "--format", "json"]))
                for _ in range(ROUNDS)
            ]
            other, own, memory = (min(run[part] for run in runs) for part in range(3))
            print(f"| {name} | {other:.2f} | {own:.2f} | {other / own:.1f} × | {memory:.0f} |", flush=True)


main()
