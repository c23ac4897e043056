"""The repository as one file (ZIP): a folder for each consultation, and a page that leads to everything in it.

The same values always give the same bytes, so that whoever keeps it sees whether anything changed.
"""

import csv
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from html import escape
from io import BytesIO, StringIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from documents.writing.lines import one_line
from documents.writing.open_data import report_data
from documents.writing.papers.meetings import relacion_paper
from documents.writing.papers.notice import notice_paper
from documents.writing.papers.report import report_paper
from documents.writing.papers.yearly import annual_paper
from documents.writing.said import cancelled_said, day_said
from documents.writing.tables import BYTE_ORDER_MARK, SEPARATOR, harmless
from documents.writing.word import EPOCH
from participation.messages import Media, MediaKind
from participation.paperwork.publishing import Folder, Repository
from participation.words import quote

LONGEST_NAME: Final = 50
PAGE: Final = "index.html"
LIST: Final = "permbajtja.csv"
COLUMNS: Final = ("Dosja", "Skedari", "Konsultimi", "Gjendja", "Dokumenti", "Data", "SHA-256")
STYLE: Final = (
    "body{font-family:Georgia,serif;max-width:46rem;margin:2rem auto;padding:0 1rem;line-height:1.5}"
    "h2{font-size:1.1rem;margin:1.6rem 0 .2rem}p{margin:.2rem 0}a{color:#0b4f8a}"
)


@dataclass(frozen=True)
class Entry:
    """A file in the repository: where it lies, of which consultation it is, what it is, and of which day.

    Its `state` tells of a consultation that was called off.
    """

    folder: str
    name: str
    title: str
    what: str
    day: str
    content: bytes
    state: str = ""

    @property
    def path(self) -> str:
        """Where it lies."""
        return f"{self.folder}/{self.name}" if self.folder else self.name


def repository_file(repository: Repository, *, name: str = "depoja") -> Media:
    """The file with all folders; nothing in it names a person."""
    entries = [entry for folder, called in _named(repository.folders) for entry in _entries(folder, called)]
    annual = annual_paper(repository.annual).content or b""
    day = repository.letterhead.day.isoformat()
    entries.append(Entry("", f"raporti-vjetor-{repository.year}.docx", "", "Raporti vjetor", day, annual))
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as packed:
        for path, content in (
            (PAGE, _page(repository, entries)),
            (LIST, _list(entries)),
            *((entry.path, entry.content) for entry in entries),
        ):
            packed.writestr(ZipInfo(path, EPOCH), content, ZIP_DEFLATED)
    content = out.getvalue()
    return Media(MediaKind.DOCUMENT, name=f"{name}-{repository.year}.zip", size=len(content), content=content)


def _named(folders: Iterable[Folder]) -> Iterator[tuple[Folder, str]]:
    """Each folder with a name of its own, which begins with its day."""
    taken: dict[str, int] = {}
    for folder in folders:
        name = f"{folder.since.isoformat()}-{plain_name(folder.title)}"
        taken[name] = taken.get(name, 0) + 1
        yield folder, name if taken[name] == 1 else f"{name}-{taken[name]}"


def plain_name(title: str) -> str:
    """A title as any system takes it for the name of a folder."""
    bare = unicodedata.normalize("NFD", title).encode("ascii", "ignore").decode().casefold()
    return re.sub(r"[^a-z0-9]+", "-", quote(bare, LONGEST_NAME)).strip("-") or "konsultimi"


def _entries(folder: Folder, called: str) -> Iterator[Entry]:
    """The newest notice has the plain name; former ones have their number."""
    title, state = one_line(folder.title), cancelled_said(folder.cancelled) if folder.cancelled else ""
    newest = folder.notices[-1].version.number
    for notice in folder.notices:
        version = notice.version
        last = version.number == newest
        name = "njoftimi" if last else f"njoftimi-version-{version.number}"
        what = "Njoftimi" if last else f"Njoftimi, versioni {version.number}"
        content = notice_paper(notice).content or b""
        yield Entry(called, f"{name}.docx", title, what, version.day.isoformat(), content, state)
    for number, meeting in enumerate(folder.meetings, 1):
        day = meeting.meeting.day.isoformat()
        content = relacion_paper(meeting).content or b""
        yield Entry(called, f"takimi-{number}-{day}.docx", title, "Relacioni i takimit", day, content, state)
    if folder.report is not None:
        day = folder.report.letterhead.day.isoformat()
        paper, data = report_paper(folder.report).content or b"", report_data(folder.report).content or b""
        yield Entry(called, "raporti-i-konsultimit.docx", title, "Raporti i konsultimit", day, paper)
        yield Entry(called, "te-dhena.json", title, "Të dhëna të hapura", day, data)


def _list(entries: Iterable[Entry]) -> bytes:
    out = StringIO()
    writer = csv.writer(out, delimiter=SEPARATOR)
    writer.writerow(COLUMNS)
    for each in entries:
        told = (each.folder, each.name, each.title, each.state, each.what, each.day, sha256(each.content).hexdigest())
        writer.writerow([harmless(cell) for cell in told])
    return (BYTE_ORDER_MARK + out.getvalue()).encode()


def _page(repository: Repository, entries: Iterable[Entry]) -> bytes:
    """A page that works from a disk, without anything from elsewhere."""
    institution = escape(one_line(repository.letterhead.institution))
    head = f"Konsultimet publike {repository.year}"
    parts = [f"<h1>{institution}: {head}</h1>", f"<p>Gjendja më {day_said(repository.letterhead.day)}.</p>"]
    before = None
    for each in entries:
        if each.folder != before:
            parts.append(f"<h2>{escape(each.title or 'Viti')}</h2>")
            if each.state:
                parts.append(f"<p>{escape(each.state)}</p>")
            before = each.folder
        parts.append(f'<p><a href="{escape(each.path)}">{escape(each.what)}</a> ({each.day})</p>')
    if before is None:
        parts.append("<p>Nuk ka dokumente.</p>")
    body = "\n".join(parts)
    page = (
        f'<!doctype html>\n<html lang="sq">\n<head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width">'
        f"<title>{institution}: {head}</title><style>{STYLE}</style></head>\n<body>\n{body}\n</body>\n</html>\n"
    )
    return page.encode()
