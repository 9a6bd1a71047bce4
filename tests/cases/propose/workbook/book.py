"""Tells the sheets of a workbook, how many formulas and drop-downs they have, and of the first one
what the decisions come to, as pare has stored it."""

import sys
import xml.etree.ElementTree as tree
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"

with zipfile.ZipFile(sys.argv[1]) as book:
    texts = ["".join(part.text or "" for part in entry.iter(MAIN + "t"))
             for entry in tree.fromstring(book.read("xl/sharedStrings.xml")).iter(MAIN + "si")]
    sheets = tree.fromstring(book.read("xl/workbook.xml")).iter(MAIN + "sheet")
    for number, sheet in enumerate(sheets, 1):
        root = tree.fromstring(book.read(f"xl/worksheets/sheet{number}.xml"))
        formulas = [cell for cell in root.iter(MAIN + "c") if cell.find(MAIN + "f") is not None]
        lists = sum(1 for _ in root.iter(MAIN + "dataValidation"))
        print(f"{sheet.get('name')}: {len(formulas)} formulas, {lists} lists")
        for row in root.iter(MAIN + "row") if number == 1 else ():
            line = [texts[int(value)] if cell.get("t") == "s" else value
                    for cell in row.iter(MAIN + "c")
                    for value in [cell.findtext(MAIN + "v")] if value is not None]
            if line[:1] and line[0].startswith(("Accepted", "Changes")):
                print("  " + " | ".join(line))
