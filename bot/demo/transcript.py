"""What the run leaves behind as data: an object for each message, and every file that was sent."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from bot.demo.records import Record
from participation.clock import local
from simulator.files import StoredFile
from simulator.transcript import Entry, shown_rows

Files = Mapping[str, Path]
"""Where each file lies, by its id."""


def write_files(records: Sequence[Record], folder: Path) -> Files:
    """Every file that somebody or the bot sent, once each, under the name that phones show."""
    documents = folder / "documents"
    documents.mkdir(exist_ok=True)
    written: dict[str, Path] = {}
    for file in (entry.file for record in records for entry in record.versions if entry.file):
        if file.file_id not in written:
            written[file.file_id] = documents / name_of(file, len(written) + 1)
            written[file.file_id].write_bytes(file.content)
    return written


def name_of(file: StoredFile, number: int) -> str:
    """The name that phones show, after a number that makes it one of its own."""
    return f"{number:02d}-{Path(file.name or file.kind).name}"


def write_transcript(records: Sequence[Record], files: Files, folder: Path) -> Path:
    """One object for each message, in the order in which they were sent."""
    path = folder / "transcript.json"
    told = [shown(record, files, folder) for record in records]
    path.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return path


def shown(record: Record, files: Files, folder: Path) -> dict[str, Any]:
    """The message as it stands at the end; what it said before is under `versions`."""
    sent, final = record.sent, record.final
    told = {
        "at": moment_of(sent),
        "chat_id": sent.chat_id,
        "direction": sent.direction,
        "text": final.text,
        "buttons": shown_rows(final.buttons),
        "media": final.media,
        "message_id": sent.message_id,
    }
    if sent.topic:
        told["topic"] = sent.topic
    if final.file is not None:
        told["file"] = files[final.file.file_id].relative_to(folder).as_posix()
    if len(record.versions) > 1:
        told["edited_at"] = moment_of(final)
        told["versions"] = [
            {"at": moment_of(entry), "text": entry.text, "buttons": shown_rows(entry.buttons)}
            for entry in record.versions[:-1]
        ]
    return told


def moment_of(entry: Entry) -> str:
    """The moment on the world's clock, as Albania's clocks showed it, with their offset."""
    return local(entry.at).isoformat()
