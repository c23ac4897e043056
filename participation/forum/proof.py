"""The proof of notice (prova e njoftimit): who was told what, when, by which way, and whether it was seen; in a chain.

Each row bears a mark: SHA-256 of its cells and of the mark before, as a JSON list of texts. Whoever has the exported
table can reckon it anew, without a key of ours. A name is not marked itself: in its stead stands the mark of the name
and of a random word, so that the name can be deleted and the chain still holds.
"""

import hashlib
import json
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Final

from participation.forum.model import ProofTopic, Wording
from participation.ids import ConsultationId, ForumMemberId, MeetingId
from participation.paperwork.letterhead import Letterhead
from participation.words import one_line

BEGINNING: Final = ""
"""What stands before the first row."""


class ProofStep(StrEnum):
    """What happened, in the words that are marked and exported."""

    TOLD = "u nis"
    BY_HAND = "u dërgua me e-mail"
    DELIVERED = "mbërriti"
    OPENED = "u pa"
    FAILED = "nuk mbërriti"
    COUNTED = "u numërua"


class ProofWay(StrEnum):
    """By which way, in the same words."""

    TELEGRAM = "Telegram"
    EMAIL = "e-mail"


@dataclass(frozen=True)
class Whose:
    """The name behind a row and the random word beside it; the words that were told, where they may be exported."""

    name: str
    salt: str
    words: str = ""

    def mark(self) -> str:
        """What stands in the row in its stead."""
        return sha(json.dumps([self.salt, self.name], ensure_ascii=False))


@dataclass(frozen=True)
class NewProof:
    """A row that is about to be written.

    What follows another one (it arrived, it was seen) names the place of that as its `first`.
    """

    step: ProofStep
    topic: ProofTopic
    way: ProofWay
    subject: str
    consultation: ConsultationId | None = None
    meeting: MeetingId | None = None
    first: int = 0
    text: str = ""
    detail: str = ""
    whose: Whose | None = None
    member: ForumMemberId | None = None
    key: str = ""


@dataclass(frozen=True)
class ProofRow:
    """A row of the proof; who it was is None once they were erased, and the `mark` in its stead stays."""

    place: int
    at: datetime
    step: ProofStep
    topic: ProofTopic
    way: ProofWay
    subject: str
    consultation: ConsultationId | None
    first: int
    text: str
    detail: str
    who: str
    link: str
    whose: Whose | None = None
    member: ForumMemberId | None = None
    key: str = ""
    meeting: MeetingId | None = None

    @property
    def cells(self) -> tuple[str, ...]:
        """What is marked, as it stands in the exported table."""
        return (
            str(self.place),
            told_at(self.at),
            self.step.value,
            self.topic.value,
            self.way.value,
            self.subject,
            "" if self.consultation is None else str(self.consultation),
            str(self.first) if self.first else "",
            self.text,
            self.detail,
            self.who,
        )


@dataclass(frozen=True)
class ProofTable:
    """The proof of an institution as it is exported, or what of it is about one `title`; its last row bears a mark."""

    letterhead: Letterhead
    rows: tuple[ProofRow, ...]
    last: str
    title: str = ""


@dataclass(frozen=True)
class Flaw:
    """The first place at which a chain is broken; None as the place where it was cut off."""

    place: int | None
    why: str


def sha(words: str) -> str:
    """SHA-256 of words in UTF-8, as hexadecimal digits."""
    return hashlib.sha256(words.encode(errors="replace")).hexdigest()


def mark_of(cells: Sequence[str], before: str) -> str:
    """The mark of a row behind the one that bears the mark `before`."""
    return sha(json.dumps([*cells, before], ensure_ascii=False))


def text_mark(wording: Wording) -> str:
    """The mark of what somebody was told, which is the same for the same words only."""
    return sha(words_of(wording))


def words_of(wording: Wording) -> str:
    """The words as they are marked: the title, an empty line, the rest."""
    return f"{wording.title}\n\n{wording.body}"


def named(name: str, wording: Wording | None = None) -> Whose:
    """A name with a random word of its own: the same name is another mark in each row."""
    return Whose(one_line(name), secrets.token_hex(16), words_of(wording) if wording else "")


def told_at(moment: datetime) -> str:
    """A moment as it is marked: in UTC, to the second."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def row_of(new: NewProof, *, place: int, at: datetime, before: str) -> ProofRow:
    """The row that follows."""
    bare = ProofRow(
        place,
        at.astimezone(UTC).replace(microsecond=0),
        new.step,
        new.topic,
        new.way,
        one_line(new.subject),
        new.consultation,
        new.first,
        new.text,
        new.detail,
        new.whose.mark() if new.whose else "",
        "",
        new.whose,
        new.member,
        new.key,
        new.meeting,
    )
    return linked(bare, before)


def linked(row: ProofRow, before: str) -> ProofRow:
    """The row with its mark."""
    return ProofRow(**{**vars(row), "link": mark_of(row.cells, before)})


def examine(rows: Sequence[tuple[Sequence[str], str]], *, last: str | None = None) -> Flaw | None:
    """The first place where the chain is broken, if it is.

    A row is its cells, of which the first is its place, and its mark. With `last`, that has to be the mark of the last.
    """
    before = BEGINNING
    for number, (cells, link) in enumerate(rows, 1):
        if not cells or cells[0] != str(number):
            return Flaw(number, "order")
        if link != mark_of(cells, before):
            return Flaw(number, "changed")
        before = link
    return Flaw(None, "cut off") if last is not None and last != before else None
