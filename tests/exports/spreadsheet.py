#!/usr/bin/env python3
"""The CSV export, opened by LibreOffice as a spreadsheet: every cell holds what the export wrote, and none is a formula.

    spreadsheet.py PROGRAM

LibreOffice makes an OpenDocument sheet of the export, which is read here by the standard library alone. The ledger is made of
the story in examples/ and of texts that begin like formulas or hold what CSV must quote."""
import csv
import io
import pathlib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree
import zipfile

root = pathlib.Path(__file__).resolve().parent.parent.parent
program = str(pathlib.Path(sys.argv[1]).resolve())
AWKWARD = [
    "“=1+1,” Ada Lund said on Monday. “@home,” she added. “+47 22 12 34,” said Per Holm. “-2,” he said.",
    "Søren Ærø, “the \"ferry\", man; 5,5 %”, said that 5 > 3 & 2 < 4. “💧 water\tis ‘wet’,” he said.",
    "“It is\nso,” Ada Lund said. “00123,” she said. “1/2,” she said. “TRUE,” said Per Holm. “1e5,” he said.",
]
OFFICE, TABLE, TEXT = ("{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}" % name for name in ("office", "table", "text"))


def text_of(element):
    """The words of a paragraph of an OpenDocument text."""
    parts = [element.text or ""]
    for child in element:
        if child.tag == TEXT + "s":
            parts.append(" " * int(child.get(TEXT + "c", "1")))
        elif child.tag == TEXT + "tab":
            parts.append("\t")
        elif child.tag == TEXT + "line-break":
            parts.append("\n")
        else:
            parts.append(text_of(child))
        parts.append(child.tail or "")
    return "".join(parts)


def cells_of(sheet):
    """The cells of the first table of an OpenDocument sheet: (kind, value, formula) a cell, without empty ones at a row's end."""
    tree = xml.etree.ElementTree.fromstring(zipfile.ZipFile(sheet).read("content.xml"))
    for row in tree.find(f".//{TABLE}table").iter(TABLE + "table-row"):
        cells = []
        for cell in row.findall(TABLE + "table-cell"):
            kind = cell.get(OFFICE + "value-type", "empty")
            shown = "\n".join(text_of(line) for line in cell.findall(TEXT + "p"))
            value = {"date": cell.get(OFFICE + "date-value"), "float": cell.get(OFFICE + "value"),
                     "percentage": cell.get(OFFICE + "value")}.get(kind, shown)
            repeated = min(int(cell.get(TABLE + "number-columns-repeated", "1")), 200)
            cells += [(kind, value, cell.get(TABLE + "formula"))] * repeated
        while cells and cells[-1][0] == "empty":
            cells.pop()
        if cells:
            yield cells


def same(written, kind, value):
    """Numbers are compared as numbers, but for zeros in front, which tell that it is none; all else to the letter."""
    if kind in ("float", "percentage"):
        return float(value) == float(written) and not (written.startswith("0") and written[1:2].isdigit())
    return value == written.replace("\r\n", "\n")


def main():
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        for i, text in enumerate(AWKWARD):
            (folder / f"{i}.txt").write_text(text)
        ledger = folder / "made.ledger"
        subprocess.run([program, "add", "--ledger", ledger, root / "examples/ferries", *(folder / f"{i}.txt" for i in range(len(AWKWARD)))],
                       check=True, capture_output=True)
        export = subprocess.run([program, "export", "--ledger", ledger, "--format", "csv"], check=True, capture_output=True).stdout
        (folder / "export.csv").write_bytes(export)
        # commas, double quotes, UTF-8, from the first line; all else as LibreOffice takes it when the file is opened
        done = subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "ods",
                               "--infilter=CSV:44,34,76,1", "--outdir", folder, folder / "export.csv"], capture_output=True, text=True,
                              timeout=600)
        if not (folder / "export.ods").is_file():
            sys.exit(f"exports: LibreOffice gives no sheet: {done.stdout}{done.stderr}")
        written = list(csv.reader(io.StringIO(export.decode("utf-8-sig"), newline="")))
        found = list(cells_of(folder / "export.ods"))
        if len(written) != len(found):
            sys.exit(f"exports: {len(written)} rows were written, LibreOffice has {len(found)}")
        compared = 0
        for line, (row, cells) in enumerate(zip(written, found), 1):
            cells += [("empty", "", None)] * (len(row) - len(cells))
            for wanted, (kind, value, formula) in zip(row, cells, strict=True):
                if formula is not None:
                    sys.exit(f"exports: row {line}: LibreOffice takes {wanted!r} for a formula: {formula}")
                if not same(wanted, kind, value):
                    sys.exit(f"exports: row {line}: {wanted!r} was written, LibreOffice has {kind} {value!r}")
                compared += 1
        if not any("=1+1" in cell for row in written for cell in row):
            sys.exit("exports: no cell is awkward")
        print(f"CSV: {len(written) - 1} rows, {compared} cells by LibreOffice, no formula")


if __name__ == "__main__":
    main()
