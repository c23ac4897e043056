"""The files that people and bots sent."""

from base64 import b64decode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

UPLOAD_LIMIT = 50 << 20
"""Bytes a bot may send."""
DOWNLOAD_LIMIT = 20 << 20
"""Bytes of a file a bot may fetch."""

GREY = b64decode(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAFA3PEY8MlBGQUZaVVBfeMiCeG5uePWvuZHI////////////////////////////////////////////"
    "////////wAALCAAIAAgBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAAP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AP//Z"
)
"""The photo of somebody who sends none in particular: eight grey pixels, eight times."""

FOLDERS = {
    "photo": ("photos", ".jpg"),
    "voice": ("voice", ".oga"),
    "audio": ("music", ".mp3"),
    "video": ("videos", ".mp4"),
    "video_note": ("video_notes", ".mp4"),
    "sticker": ("stickers", ".webp"),
    "animation": ("animations", ".mp4"),
    "document": ("documents", ""),
}


@dataclass(frozen=True)
class StoredFile:
    """A file as one bot knows it: another bot's id for the same bytes is another."""

    file_id: str
    unique_id: str
    bot_id: int
    kind: str
    name: str
    mime: str
    content: bytes
    path: str
    """The end of its address for download."""


@dataclass(frozen=True)
class Upload:
    """A file in the body of a call."""

    name: str
    content: bytes
    mime: str = "application/octet-stream"


class Files(Mapping[str, StoredFile]):
    """All files of the world by their file_id."""

    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[tuple[int, str], StoredFile] = {}

    def __getitem__(self, file_id: str) -> StoredFile:
        return self._by_id[file_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_id)

    def __len__(self) -> int:
        return len(self._by_id)

    def add(self, upload: Upload, *, bot_id: int, kind: str) -> StoredFile:
        """Keep these bytes and give them an id."""
        number = len(self) + 1
        folder, ending = FOLDERS[kind]
        file = StoredFile(
            file_id=f"sim-{kind}-{bot_id}-{number}",
            unique_id=f"u{number}",
            bot_id=bot_id,
            kind=kind,
            name=upload.name,
            mime=upload.mime,
            content=upload.content,
            path=f"{folder}/file_{number}{ending or _ending(upload.name)}",
        )
        self._by_id[file.file_id] = file
        self._by_path[bot_id, file.path] = file
        return file

    def of_bot(self, bot_id: int, file_id: str) -> StoredFile | None:
        """The file, if this id was given to this bot."""
        file = self._by_id.get(file_id)
        return file if file and file.bot_id == bot_id else None

    def at_path(self, bot_id: int, path: str) -> StoredFile | None:
        """The file at this download address of the bot."""
        return self._by_path.get((bot_id, path))


def _ending(name: str) -> str:
    _, dot, ending = name.rpartition(".")
    return f".{ending}" if dot and ending.isascii() and ending.isalnum() else ""
