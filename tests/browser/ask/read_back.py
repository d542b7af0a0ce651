"""Reads files of a sheet with programs that are not ours, and prints what they found in them as JSON.

LibreOffice reads Word and CSV, cmark-gfm Markdown, poppler and pypdf PDF, Python JSON. Lines of a cell or
paragraph are parted by a line break.
"""

import json
import pathlib
import subprocess
import sys
from html.parser import HTMLParser

BLOCKS = {"p", "li", "h1", "h2", "h3"}


class Reading(HTMLParser):
    """The paragraphs and the tables of an HTML page."""

    def __init__(self):
        super().__init__()
        self.paragraphs, self.tables, self.words, self.silent = [], [], [], False

    def handle_starttag(self, tag, attributes):
        if tag in ("title", "style"):
            self.silent = True
        elif tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th") or (tag in BLOCKS and not self.in_cell()):
            self.words = []
        elif tag == "br" or tag == "p":
            self.words.append("\n")
        elif tag == "input":
            self.words.append("☑" if ("checked", "") in attributes else "☐")
        if tag in ("td", "th"):
            self.cell = True

    cell = False

    def in_cell(self):
        return self.cell

    def handle_endtag(self, tag):
        if tag in ("title", "style"):
            self.silent = False
        elif tag in ("td", "th"):
            self.tables[-1][-1].append(self.said())
            self.cell = False
        elif tag in BLOCKS and not self.in_cell():
            self.paragraphs.append(self.said())

    def said(self):
        lines = [" ".join(line.split()) for line in "".join(self.words).split("\n")]
        self.words = []
        return "\n".join(line for line in lines if line)

    def handle_data(self, data):
        if not self.silent:
            self.words.append(data.replace("\n", " "))


def read_html(text):
    reading = Reading()
    reading.feed(text)
    paragraphs = [words for words in reading.paragraphs if words]
    return {"paragraphs": paragraphs, "tables": reading.tables}


def office(folder, ending, *options):
    """What LibreOffice makes of all files of one kind, as HTML."""
    files = sorted(str(path) for path in folder.glob(f"*.{ending}"))
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", *options, "--convert-to", "html", "--outdir", f"{folder}/{ending}"]
    subprocess.run([*command, *files], check=True, capture_output=True, timeout=180)
    read = lambda name: (folder / ending / f"{pathlib.Path(name).stem}.html").read_text("utf-8", "replace")
    return {pathlib.Path(name).name: read_html(read(name)) for name in files}


def markdown(path):
    command = ["cmark-gfm", "--extension", "table", "--extension", "tasklist", "--unsafe", str(path)]
    return read_html(subprocess.run(command, check=True, capture_output=True).stdout.decode())


def whole_name(field):
    """A field's name with those of what holds it."""
    above = whole_name(field["/Parent"].get_object()) if "/Parent" in field else ""
    return ".".join(part for part in (above, field.get("/T", "")) if part)


def pdf(path):
    import pypdf

    fields = pypdf.PdfReader(path).get_fields() or {}
    kinds = {name: field.get("/FT") for name, field in fields.items() if field.get("/FT")}
    # What is written into the fields is found in them again.
    writer = pypdf.PdfWriter()
    writer.clone_document_from_reader(pypdf.PdfReader(path))
    texts = {name: f"in {name}" for name, kind in kinds.items() if kind == "/Tx"}
    for page in writer.pages if texts else []:
        for widget in page["/Annots"]:
            widget = widget.get_object()
            if whole_name(widget) in texts:
                value = pypdf.generic.TextStringObject(texts[whole_name(widget)])
                widget[pypdf.generic.NameObject("/V")] = value
    filled = path.with_suffix(".filled")
    with open(filled, "wb") as file:
        writer.write(file)
    again = pypdf.PdfReader(filled).get_fields() or {}
    lost = [name for name, text in texts.items() if again[name].get("/V") != text]
    text = subprocess.run(["pdftotext", "-layout", str(path), "-"], check=True, capture_output=True).stdout.decode()
    return {"fields": kinds, "lost": lost, "text": text}


def main(folder):
    found = {"json": {}, "md": {}, "pdf": {}}
    for path in sorted(folder.iterdir()):
        if path.suffix == ".json":
            found["json"][path.name] = json.loads(path.read_text("utf-8"))
        elif path.suffix == ".md":
            found["md"][path.name] = markdown(path)
        elif path.suffix == ".pdf":
            found["pdf"][path.name] = pdf(path)
    found["docx"] = office(folder, "docx")
    found["csv"] = office(folder, "csv", "--infilter=CSV:44,34,76,1")
    json.dump(found, sys.stdout)


main(pathlib.Path(sys.argv[1]).resolve())
