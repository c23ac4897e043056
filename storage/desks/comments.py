"""Comments: the words, the name and the author are sealed each by themselves."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from sqlalchemy import bindparam, func, select

from participation.clock import REACHES_BACK, local_day
from participation.comments.model import (
    UNFILED,
    Answer,
    Balance,
    Comment,
    CommentChannel,
    Earlier,
    Filing,
    NewComment,
    Signature,
    Unanswered,
    Words,
)
from participation.consultations.model import Stage
from participation.ids import CommentId, ConsultationId, InstitutionId, MeetingId, PersonId
from storage.codec import from_json, to_json
from storage.desks.desk import Desk
from storage.desks.owning import author_of, comments_of, owned, ownership, ownership_of_nobody
from storage.prepared import Prepared, Row
from storage.tables import comments, consultations
from storage.vault import Vault

_LATER = ("id", "verdict", "answer", "answered_by", "lead", "seen_on", "withdrawn_on", "warned", "unasked")
"""Columns that a new comment does not have yet."""
_added = {column.name: bindparam(column.name, type_=column.type) for column in comments.c if column.name not in _LATER}
ADD: Final = Prepared(comments.insert().values(_added).returning(comments.c.id))
ONE: Final = Prepared(select(comments).where(comments.c.id == bindparam("number")))
WAITS: Final = (comments.c.verdict.is_(None), comments.c.withdrawn_on.is_(None))
"""It has none, and was not taken back."""
OWED: Final = (*WAITS, consultations.c.stage != Stage.CANCELLED.value)
"""It is owed an answer; of a consultation that was cancelled none is."""


@dataclass(frozen=True)
class Said:
    """What is sealed of a comment: the words, the name under them, the moment, when we read it, and what it said.

    And from the record of which meeting it was taken, if it was.
    """

    words: Words
    signature: Signature
    left_at: datetime
    read_at: datetime
    earlier: tuple[Earlier, ...] = ()
    meeting: MeetingId | None = None


@dataclass(frozen=True)
class Given:
    """What is sealed of an answer: itself, and whether it has reached the author."""

    answer: Answer
    heard: bool = False


class Comments(Desk):
    """Fulfils `participation.ports.Comments`."""

    async def add(self, comment: NewComment) -> CommentId:
        """Keep a new one; its receipt binds what is sealed."""
        receipt = comment.receipt
        moments = (comment.left_at, comment.read_at)
        said = Said(comment.words, comment.signature, *moments, meeting=comment.meeting)
        values: dict[str, object] = {
            "receipt": receipt,
            "consultation": comment.consultation,
            "sealed": self._vault.seal("comment", to_json(said), receipt),
            "left_on": local_day(comment.left_at),
            "late": comment.late,
            "told": False,
            "channel": comment.channel.value,
            "filed": self._filed(comment),
            **await self._ownership(comment.author, receipt),
        }
        return CommentId(await self._number(ADD, **values))

    def _filed(self, comment: NewComment) -> bytes | None:
        if comment.filing == UNFILED:
            return None
        return self._vault.seal("filing", to_json(comment.filing), comment.receipt)

    async def _ownership(self, author: PersonId | None, receipt: str) -> dict[str, object]:
        if author is None:
            return ownership_of_nobody(receipt, self._vault)
        return await ownership(author, receipt, connection=self._connection, vault=self._vault)

    async def get(self, comment: CommentId) -> Comment:
        """The comment of this number."""
        return comment_in(await self._get(ONE, number=comment), self._vault)

    async def find(self, receipt: str) -> CommentId | None:
        """The one with this number on its receipt, if there is one."""
        row = await self._find(select(comments.c.id).where(comments.c.receipt == receipt))
        return None if row is None else CommentId(row["id"])

    async def author(self, comment: CommentId) -> PersonId | None:
        """Who is to hear the answer; None once they have asked to be erased."""
        row = await self._get(select(comments.c.author, comments.c.receipt).where(comments.c.id == comment))
        return author_of(row, self._vault)

    async def of_person(self, person: PersonId) -> Sequence[Comment]:
        """Somebody's own, newest first."""
        own = await comments_of(person, connection=self._connection, vault=self._vault)
        return [comment_in(row, self._vault) for row in own]

    async def has_commented(self, person: PersonId, on: ConsultationId) -> bool:
        """Whether somebody has had their say on a consultation."""
        own = await owned(person, comments, "consultation", connection=self._connection, vault=self._vault)
        return any(row["consultation"] == on for row in own)

    async def owed(self, institutions: Sequence[InstitutionId]) -> Sequence[Unanswered]:
        """Those without an answer, oldest first."""
        wanted = select(comments.c.id, comments.c.consultation, comments.c.left_on).join(consultations)
        waiting = wanted.where(consultations.c.institution.in_(institutions), *OWED)
        rows = await self._all(waiting.order_by(comments.c.left_on, comments.c.id))
        return [unanswered_in(row) for row in rows]

    async def answered(self, institutions: Sequence[InstitutionId]) -> Sequence[CommentId]:
        """Those that have their answer, newest first; none of them is opened for it."""
        wanted = select(comments.c.id).join(consultations).where(consultations.c.institution.in_(institutions))
        rows = await self._all(wanted.where(comments.c.verdict.is_not(None)).order_by(comments.c.id.desc()))
        return [CommentId(row["id"]) for row in rows]

    async def balance(self, consultation: ConsultationId) -> Balance:
        """How many were decided in each way; none of them is opened for it."""
        counted = select(comments.c.verdict, comments.c.late, func.count().label("count"))
        theirs = counted.where(comments.c.consultation == consultation, comments.c.withdrawn_on.is_(None))
        rows = await self._all(theirs.group_by(comments.c.verdict, comments.c.late))
        decided = Counter[str]()
        for row in rows:
            decided[row["verdict"] or "undecided"] += row["count"]
        return Balance(**decided, late=sum(row["count"] for row in rows if row["late"]))

    async def answer(self, comment: CommentId, answer: Answer, by: PersonId) -> bool:
        """Keep the answer, its reason and moment sealed, and who gave it; False if it waits for none any more.

        Of two who decide at once the second one finds the verdict of the first, on PostgreSQL too.
        """
        row = await self._get(select(comments.c.receipt).where(comments.c.id == comment))
        receipt = row["receipt"]
        values: dict[str, object] = {
            "verdict": answer.verdict.value,
            "answer": self._vault.seal("answer", to_json(Given(answer)), receipt),
            "answered_by": self._vault.seal_text("officer", str(by), receipt),
            "seen_on": func.coalesce(comments.c.seen_on, local_day(answer.at)),
        }
        return bool(await self._run(comments.update().where(comments.c.id == comment, *WAITS).values(values)))

    async def untold(self) -> Sequence[CommentId]:
        """Those whose answer their author has not been told of."""
        wanted = select(comments.c.id).where(~comments.c.told, comments.c.verdict.is_not(None))
        return [CommentId(row["id"]) for row in await self._all(wanted.order_by(comments.c.id))]

    async def mark_told(self, comment: CommentId, *, told: bool = True) -> None:
        """Its author has been told, or there is nobody to tell; or they are asleep and must be told yet."""
        await self._touch(comments.update().where(comments.c.id == comment).values(told=told))

    async def mark_heard(self, comment: CommentId) -> None:
        """Its answer has reached its author; without the key nobody sees that."""
        row = await self._get(select(comments).where(comments.c.id == comment))
        given = given_in(row, self._vault)
        if given is not None:
            sealed = self._vault.seal("answer", to_json(replace(given, heard=True)), row["receipt"])
            await self._run(comments.update().where(comments.c.id == comment).values(answer=sealed))

    async def unheard(self, person: PersonId) -> Sequence[CommentId]:
        """Somebody's own whose answer has not reached them."""
        own = await comments_of(person, connection=self._connection, vault=self._vault)
        return [CommentId(row["id"]) for row in own if (given := given_in(row, self._vault)) and not given.heard]

    async def count_since(self, institution: InstitutionId, since: datetime) -> int:
        """How many we read after a moment; only those from shortly before it have to be opened for it."""
        day, own = comments.c.left_on, consultations.c.institution == institution
        first, last = local_day(since - REACHES_BACK), local_day(since)
        later = select(func.count()).select_from(comments).join(consultations).where(own, day > last)
        about = select(comments).join(consultations).where(own, day.between(first, last))
        return await self._number(later) + sum(
            said_in(row, self._vault).read_at > since for row in await self._all(about)
        )


def said_in(row: Row, vault: Vault) -> Said:
    """What is sealed of a comment."""
    return from_json(Said, vault.open("comment", row["sealed"], row["receipt"]))


def given_in(row: Row, vault: Vault) -> Given | None:
    """What is sealed of its answer, if it has one."""
    if row["verdict"] is None:
        return None
    return from_json(Given, vault.open("answer", row["answer"], row["receipt"]))


def filing_in(row: Row, vault: Vault) -> Filing:
    """How it is filed."""
    if row["filed"] is None:
        return UNFILED
    return from_json(Filing, vault.open("filing", row["filed"], row["receipt"]))


def comment_in(row: Row, vault: Vault) -> Comment:
    """The whole comment."""
    said, given = said_in(row, vault), given_in(row, vault)
    return Comment(
        id=CommentId(row["id"]),
        receipt=row["receipt"],
        consultation=ConsultationId(row["consultation"]),
        words=said.words,
        signature=said.signature,
        left_at=said.left_at,
        late=row["late"],
        answer=None if given is None else given.answer,
        channel=CommentChannel(row["channel"]),
        filing=filing_in(row, vault),
        lead=None if row["lead"] is None else CommentId(row["lead"]),
        seen_on=row["seen_on"],
        earlier=said.earlier,
        withdrawn_on=row["withdrawn_on"],
        meeting=said.meeting,
    )


def unanswered_in(row: Row) -> Unanswered:
    """As far as it can be told without opening it."""
    return Unanswered(CommentId(row["id"]), ConsultationId(row["consultation"]), row["left_on"])
