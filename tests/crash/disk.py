"""What a power cut leaves on the disk. A kill -9 keeps what was written; a power cut keeps what was synced.

`disk.c`, loaded into the process of the service, writes down each write and each sync of the database's files. From
that record follows for each moment what is on the disk for certain: whatever was written to a file before its last sync
began. Of what was written later chance keeps some: each sector by itself, so also the second of two writes without the
first, and half of one. A file that was never synced may be missing, one that was deleted may still be there. What is
not written over stays whole (SQLite's own assumption, "powersafe overwrite").
"""

import subprocess
from collections.abc import Iterator, Sequence
from ctypes import CDLL, c_char_p
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random
from struct import Struct

NAMES = ("bashke.sqlite3", "bashke.sqlite3-wal", "bashke.sqlite3-journal")
RECORD = "disk"
SECTOR = 512
WRITE, TRUNCATE, SYNC, UNLINK = range(4)
HEAD = Struct("=IIQQ")


def compiled(folder: Path, compiler: str) -> Path:
    """The library to preload."""
    library = folder / "disk.so"
    source = Path(__file__).with_name("disk.c")
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", library, source, "-ldl", "-lpthread"], check=True)
    return library


def watch(folder: Path) -> None:
    """Begin the record of this process, if the library is loaded."""
    begin = getattr(CDLL(None), "disk_watch", None)
    if begin is not None:
        begin.argtypes = [c_char_p]
        assert begin(str(folder / RECORD).encode()) >= 0


@dataclass(frozen=True)
class Deed:
    """What was done to a file; of a sync, `offset` is how long the record was when it began."""

    at: int
    kind: int
    file: int
    offset: int
    data: bytes = b""


@dataclass
class Platter:
    """A file: what is there for certain, and what was done to it since."""

    kept: bytearray | None
    pending: list[Deed] = field(default_factory=list)

    def take(self, deed: Deed) -> None:
        if deed.kind != SYNC:
            self.pending.append(deed)
            return
        self.kept = done([each for each in self.pending if each.at < deed.offset], to=self.kept)
        self.pending = [each for each in self.pending if each.at >= deed.offset]

    def now(self, *, but: Deed | None = None) -> bytearray | None:
        """As it looks to whoever reads it while the power is on, leaving out a deed."""
        return done([each for each in self.pending if each is not but], to=self.kept and self.kept[:])

    def is_like(self, found: bytearray | None, last: Deed | None) -> bool:
        """Whether this is what was found: the last deed may have been broken off by a death."""
        if self.now() == found:
            return True
        if last is None or found is None or last.kind != WRITE:
            return self.now(but=last) == found
        there = bytes(found[last.offset : last.offset + len(last.data)])
        before = self.now(but=last)
        return (done([replace(last, data=there)], to=before) if there else before) == found

    def left(self, chance: Random) -> bytearray | None:
        """As it is found when the power is back: deleted or not, and what it is now or was before with some sectors."""
        share = chance.choice((0.0, 0.1, 0.5, 0.9, 1.0))
        gone = [place for place, deed in enumerate(self.pending, 1) if deed.kind == UNLINK]
        begin = chance.choice([0, *gone])
        end = next((place - 1 for place in gone if place > begin), len(self.pending))
        some = [piece for deed in self.pending[begin:end] for piece in pieces(deed) if chance.random() < share]
        return done(some, to=None if begin else self.kept and self.kept[:])


def pieces(deed: Deed) -> Iterator[Deed]:
    """The sectors of a write: each reaches the disk by itself."""
    if deed.kind != WRITE:
        yield deed
        return
    begin = 0
    while begin < len(deed.data):
        end = min(len(deed.data), begin + SECTOR - (deed.offset + begin) % SECTOR)
        yield Deed(deed.at, WRITE, deed.file, deed.offset + begin, deed.data[begin:end])
        begin = end


def done(deeds: Sequence[Deed], *, to: bytearray | None) -> bytearray | None:
    """A file after these deeds; what was never written in it is zero."""
    image = to
    for deed in deeds:
        if deed.kind == UNLINK:
            image = None
            continue
        image = bytearray() if image is None else image
        end = deed.offset + len(deed.data)
        image.extend(bytes(max(end - len(image), 0)))
        if deed.kind == TRUNCATE:
            del image[deed.offset :]
        else:
            image[deed.offset : end] = deed.data
    return image


@dataclass
class Disk:
    """The files of a house from the birth of a service on; deeds are taken in their order."""

    folder: Path
    taken: int = 0
    last: Deed | None = None

    def __post_init__(self) -> None:
        self.files = [Platter(_read(self.folder / name)) for name in NAMES]
        self.record.unlink(missing_ok=True)

    @property
    def record(self) -> Path:
        return self.folder / RECORD

    @property
    def recorded(self) -> int:
        """How long the record is by now: a moment."""
        return self.record.stat().st_size if self.record.exists() else 0

    def go_on(self, until: int | None = None) -> None:
        """Take what was done up to a moment, or until now; what a death broke off in the middle was not recorded."""
        with self.record.open("rb") as record:
            record.seek(self.taken)
            raw = record.read(-1 if until is None else until - self.taken)
        at = 0
        while at + HEAD.size <= len(raw):
            kind, file, offset, length = HEAD.unpack_from(raw, at)
            data = raw[at + HEAD.size : at + HEAD.size + length]
            if len(data) < length:
                break
            self.last = Deed(self.taken + at, kind, file, offset, data)
            self.files[file].take(self.last)
            at += HEAD.size + length
        self.taken += at

    def check(self) -> None:
        """Everything that was written is known to us."""
        self.go_on()
        for name, file in zip(NAMES, self.files, strict=True):
            assert file.is_like(_read(self.folder / name), self.last), f"{name} was written without our knowing"

    def cut(self, folder: Path, chance: Random) -> Path:
        """Lay out in a folder what a power cut leaves."""
        for name, file in zip(NAMES, self.files, strict=True):
            path, content = folder / name, file.left(chance)
            path.unlink(missing_ok=True)
            if content is not None:
                path.write_bytes(content)
        (folder / f"{NAMES[0]}-shm").unlink(missing_ok=True)
        return folder / NAMES[0]


def _read(path: Path) -> bytearray | None:
    return bytearray(path.read_bytes()) if path.exists() else None
