"""Opens workbooks in LibreOffice, lets it compute every formula again and compares.

workbook.py PARE FOLDER INVENTORY... hostile=INVENTORY...

For each inventory: all cells with a formula come to the values that pare has stored with them; with
drop-downs set (all accepted; every second one rejected; a part deferred) the totals are those of
`pare plan --decisions FILE --as-decided`, where FILE is the worklist sheet saved as CSV, with commas
in UTF-8 and with semicolons in Windows-1252. In hostile=INVENTORY what cannot be decided, as its id
has characters that a workbook cannot hold, is left open; most can.
"""

import csv
import json
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree as tree
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item
oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">
<value>0</value></prop></item></oor:items>
"""
TOTALS = {  # label on the summary: figure of the plan
    "Accepted: money a year": "theoretical",
    "Accepted: money, low guess": "low",
    "Accepted: money, high guess": "high",
    "Accepted: cash in it": "cash",
}


def sheet_files(archive):
    book = tree.fromstring(archive.read("xl/workbook.xml"))
    names = [sheet.get("name") for sheet in book.iter(MAIN + "sheet")]
    return {name: f"xl/worksheets/sheet{number}.xml" for number, name in enumerate(names, 1)}


def stored_formulas(path):
    """Sheet, cell and stored value of each formula with a number."""
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.endswith(".xml") or name.endswith(".rels"):
                tree.fromstring(archive.read(name))  # well-formed
        for sheet, file in sheet_files(archive).items():
            for cell in tree.fromstring(archive.read(file)).iter(MAIN + "c"):
                if cell.find(MAIN + "f") is not None and cell.get("t") in (None, "n"):
                    yield sheet, cell.get("r"), float(cell.find(MAIN + "v").text)


def set_decisions(path, target, decisions):
    """A copy with these words in the column of decisions, from the first row of the list on."""
    with zipfile.ZipFile(path) as archive, zipfile.ZipFile(target, "w") as copy:
        worklist = sheet_files(archive)["Worklist"]
        for name in archive.namelist():
            data = archive.read(name).decode("utf-8") if name == worklist else archive.read(name)
            for row, word in decisions.items() if name == worklist else ():
                cell = f'<c r="F{row}" t="inlineStr"><is><t>{word}</t></is></c>'
                data, count = re.subn(rf'<c r="F{row}"[^>/]*(?:/>|>.*?</c>)', cell, data)
                assert count == 1, f"no cell F{row} in the worklist"
            copy.writestr(name, data)


def recalculate(path, folder, separator, charset):
    """Saves every sheet as CSV; gives their files by the names of the sheets."""
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(ALWAYS)
    filter = f"csv:Text - txt - csv (StarCalc):{ord(separator)},34,{charset},1,,0,false,false,false,false,false,-1"
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{profile.resolve()}", "--headless",
         "--convert-to", filter, "--outdir", str(folder), str(path)],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300)
    start = path.stem + "-"
    return {file.stem[len(start):]: file for file in folder.glob(f"{start}*.csv")}


def read_sheet(file):
    with open(file, newline="", encoding="utf-8") as stream:
        return list(csv.reader(stream))


def value_at(rows, place):
    letters, number = re.match(r"([A-Z]+)(\d+)", place).groups()
    column = 0
    for letter in letters:
        column = 26 * column + ord(letter) - ord("A") + 1
    return float(rows[int(number) - 1][column - 1])


def check_formulas(path, folder):
    sheets = {name: read_sheet(file) for name, file in recalculate(path, folder, ",", 76).items()}
    count = 0
    for sheet, place, value in stored_formulas(path):
        computed = value_at(sheets[sheet], place)
        assert abs(computed - value) < 0.005, f"{path.name} {sheet}!{place}: {computed}, stored {value}"
        count += 1
    assert count > 0, f"{path.name} has no formula"
    return count


def run_plan(pare, inventory, *options):
    words = [pare, "plan", inventory, "-q", "-f", "json", *options]
    run = subprocess.run(words, capture_output=True, text=True, check=False)
    assert run.returncode in (0, 1), run.stderr
    return json.loads(run.stdout)


def plan_of(pare, inventory, decisions):
    return run_plan(pare, inventory, "--decisions", str(decisions), "--as-decided")["plan"]


def is_western(rows):
    """Whether Windows-1252 has all its characters."""
    try:
        return bool(str(rows).encode("cp1252"))
    except UnicodeEncodeError:
        return False


def find_changes(pare, inventory, rows):
    """Numbers of the rows with a change, and of those whose report has the id that pare knows."""
    head = next(i for i, row in enumerate(rows) if "Decision" in row)
    report = rows[head].index("Report")
    known = {action["report"] for action in run_plan(pare, inventory)["actions"]}
    changes = [i + 1 for i, row in enumerate(rows) if i > head and any(row)]
    return changes, [number for number in changes if rows[number - 1][report] in known]


def check_decisions(pare, inventory, hostile, book, folder, name, word_of):
    rows = read_sheet(folder / f"{book.stem}-Worklist.csv")
    listed, changes = find_changes(pare, inventory, rows)
    assert len(changes) > 0.8 * len(listed) if hostile else changes == listed, \
        f"{book.name}: {len(changes)} of {len(listed)} changes are known"
    decided = folder / f"{book.stem}_{name}.xlsx"
    set_decisions(book, decided, {row: word_of(k) for k, row in enumerate(changes) if word_of(k)})
    sheets = recalculate(decided, folder, ",", 76)
    plan = plan_of(pare, inventory, sheets["Worklist"])
    summary = {row[0]: row for row in read_sheet(sheets["Summary"]) if row and row[0]}
    if is_western(rows):
        sheets = recalculate(decided, folder, ";", 1)
        assert plan == plan_of(pare, inventory, sheets["Worklist"]), \
            f"{decided.name}: another result from semicolons and Windows-1252"
    for label, key in TOTALS.items():
        shown = float(summary[label][2])
        assert abs(shown - plan[key]) < 0.005, f"{decided.name}: {label} {shown}, plan {plan[key]}"


def main():
    pare, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    for argument in sys.argv[3:]:
        inventory = argument.removeprefix("hostile=")
        book = folder / (pathlib.Path(inventory).stem + ".xlsx")
        subprocess.run([pare, "propose", inventory, "-q", "-o", str(book)], check=True)
        formulas = check_formulas(book, folder)
        ways = {
            "accepted": lambda k: "accept",
            "second": lambda k: "reject" if k % 2 else "accept",
            "mixed": lambda k: ("accept", "defer", "reject", "accept", "")[k % 5],
        }
        for name, word_of in ways.items():
            check_decisions(pare, inventory, argument != inventory, book, folder, name, word_of)
        print(f"workbook: {inventory}: {formulas} formulas, {len(ways)} sets of decisions")


main()
