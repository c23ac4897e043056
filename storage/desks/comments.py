"""Comments: the words, the name and the author are sealed each by themselves."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from sqlalchemy import bindparam, func, select

from participation.clock import REACHES_BACK, local_day
from participation.comments.model import Answer, Balance, Comment, NewComment, Signature, Unanswered, Words
from participation.ids import CommentId, ConsultationId, InstitutionId, PersonId
from storage.codec import from_json, to_json
from storage.desks.desk import Desk
from storage.desks.owning import author_of, comments_of, owned, ownership
from storage.prepared import Prepared, Row
from storage.tables import comments, consultations

_LATER = ("id", "verdict", "answer", "answered_by")
"""Columns that a new comment does not have yet."""
_added = {column.name: bindparam(column.name, type_=column.type) for column in comments.c if column.name not in _LATER}
ADD: Final = Prepared(comments.insert().values(_added).returning(comments.c.id))
ONE: Final = Prepared(select(comments).where(comments.c.id == bindparam("number")))


@dataclass(frozen=True)
class Said:
    """What is sealed of a comment: the words, the name under them, the moment, and when we read it."""

    words: Words
    signature: Signature
    left_at: datetime
    read_at: datetime


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
        said = Said(comment.words, comment.signature, comment.left_at, comment.read_at)
        values: dict[str, object] = {
            "receipt": receipt,
            "consultation": comment.consultation,
            "sealed": self._vault.seal("comment", to_json(said), receipt),
            "left_on": local_day(comment.left_at),
            "late": comment.late,
            "told": False,
            **await ownership(comment.author, receipt, connection=self._connection, vault=self._vault),
        }
        return CommentId(await self._number(ADD, **values))

    async def get(self, comment: CommentId) -> Comment:
        """The comment of this number."""
        return self._comment(await self._get(ONE, number=comment))

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
        return [self._comment(row) for row in own]

    async def has_commented(self, person: PersonId, on: ConsultationId) -> bool:
        """Whether somebody has had their say on a consultation."""
        own = await owned(person, comments, "consultation", connection=self._connection, vault=self._vault)
        return any(row["consultation"] == on for row in own)

    async def owed(self, institutions: Sequence[InstitutionId]) -> Sequence[Unanswered]:
        """Those without an answer, oldest first."""
        wanted = select(comments.c.id, comments.c.consultation, comments.c.left_on).join(consultations)
        waiting = wanted.where(consultations.c.institution.in_(institutions), comments.c.verdict.is_(None))
        rows = await self._all(waiting.order_by(comments.c.left_on, comments.c.id))
        return [Unanswered(CommentId(row["id"]), ConsultationId(row["consultation"]), row["left_on"]) for row in rows]

    async def answered(self, institutions: Sequence[InstitutionId]) -> Sequence[CommentId]:
        """Those that have their answer, newest first; none of them is opened for it."""
        wanted = select(comments.c.id).join(consultations).where(consultations.c.institution.in_(institutions))
        rows = await self._all(wanted.where(comments.c.verdict.is_not(None)).order_by(comments.c.id.desc()))
        return [CommentId(row["id"]) for row in rows]

    async def balance(self, consultation: ConsultationId) -> Balance:
        """How many were decided in each way; none of them is opened for it."""
        counted = select(comments.c.verdict, comments.c.late, func.count().label("count"))
        theirs = counted.where(comments.c.consultation == consultation)
        rows = await self._all(theirs.group_by(comments.c.verdict, comments.c.late))
        decided = Counter[str]()
        for row in rows:
            decided[row["verdict"] or "undecided"] += row["count"]
        return Balance(**decided, late=sum(row["count"] for row in rows if row["late"]))

    async def answer(self, comment: CommentId, answer: Answer, by: PersonId) -> None:
        """Keep the answer, its reason and moment sealed, and who gave it."""
        row = await self._get(select(comments.c.receipt).where(comments.c.id == comment))
        receipt = row["receipt"]
        values = {
            "verdict": answer.verdict.value,
            "answer": self._vault.seal("answer", to_json(Given(answer)), receipt),
            "answered_by": self._vault.seal_text("officer", str(by), receipt),
        }
        await self._run(comments.update().where(comments.c.id == comment).values(values))

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
        given = self._given(row)
        if given is not None:
            sealed = self._vault.seal("answer", to_json(replace(given, heard=True)), row["receipt"])
            await self._run(comments.update().where(comments.c.id == comment).values(answer=sealed))

    async def unheard(self, person: PersonId) -> Sequence[CommentId]:
        """Somebody's own whose answer has not reached them."""
        own = await comments_of(person, connection=self._connection, vault=self._vault)
        return [CommentId(row["id"]) for row in own if (given := self._given(row)) and not given.heard]

    async def count_since(self, institution: InstitutionId, since: datetime) -> int:
        """How many we read after a moment; only those from shortly before it have to be opened for it."""
        day, own = comments.c.left_on, consultations.c.institution == institution
        first, last = local_day(since - REACHES_BACK), local_day(since)
        later = select(func.count()).select_from(comments).join(consultations).where(own, day > last)
        about = select(comments).join(consultations).where(own, day.between(first, last))
        return await self._number(later) + sum(self._said(row).read_at > since for row in await self._all(about))

    def _said(self, row: Row) -> Said:
        return from_json(Said, self._vault.open("comment", row["sealed"], row["receipt"]))

    def _comment(self, row: Row) -> Comment:
        said = self._said(row)
        return Comment(
            id=CommentId(row["id"]),
            receipt=row["receipt"],
            consultation=ConsultationId(row["consultation"]),
            words=said.words,
            signature=said.signature,
            left_at=said.left_at,
            late=row["late"],
            answer=self._answer(row),
        )

    def _answer(self, row: Row) -> Answer | None:
        given = self._given(row)
        return None if given is None else given.answer

    def _given(self, row: Row) -> Given | None:
        if row["verdict"] is None:
            return None
        return from_json(Given, self._vault.open("answer", row["answer"], row["receipt"]))
