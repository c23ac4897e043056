"""The proof of notice as it is kept: a chain for each institution; the name behind a row is sealed beside it."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import bindparam, exists, select

from participation.forum.model import ProofTopic
from participation.forum.proof import BEGINNING, NewProof, ProofRow, ProofStep, ProofWay, Whose, row_of
from participation.ids import ConsultationId, ForumMemberId, InstitutionId, MeetingId
from storage.codec import from_json, to_json
from storage.desks.desk import Desk
from storage.dialect import insert
from storage.prepared import Prepared, Row
from storage.tables import proof_heads, proofs

WHOSE: Final = "proof"
_begin = insert(proof_heads).values(institution=bindparam("institution"), last=1, link=BEGINNING)
_more = _begin.on_conflict_do_update(index_elements=[proof_heads.c.institution], set_={"last": proof_heads.c.last + 1})
TAKE: Final = Prepared(_more.returning(proof_heads.c.last, proof_heads.c.link))
_same = proof_heads.c.institution == bindparam("whose")
END: Final = Prepared(proof_heads.update().where(_same).values(link=bindparam("link")))


class Proofs(Desk):
    """Fulfils `participation.forum.ports.Proofs`."""

    async def add(self, institution: InstitutionId, new: NewProof, *, at: datetime) -> ProofRow:
        """Put a row behind the last; whoever comes meanwhile waits for our end."""
        head = await self._get(TAKE, institution=institution)
        row = row_of(new, place=head["last"], at=at, before=head["link"])
        values: dict[str, Any] = {
            "institution": institution,
            "place": row.place,
            "at": row.at,
            "step": row.step.value,
            "topic": row.topic.value,
            "way": row.way.value,
            "subject": row.subject,
            "consultation": row.consultation,
            "first": row.first,
            "text": row.text,
            "detail": row.detail,
            "who": row.who,
            "link": row.link,
            "key": row.key,
            "member": row.member,
            "meeting": row.meeting,
        }
        values["sealed"] = None
        if row.whose is not None:
            values["sealed"] = self._vault.seal(WHOSE, to_json(row.whose), whose_row(values))
        await self._run(proofs.insert().values(values))
        await self._touch(END, whose=institution, link=row.link)
        return row

    async def of(self, institution: InstitutionId) -> Sequence[ProofRow]:
        """All rows of an institution, in their order."""
        theirs = select(proofs).where(proofs.c.institution == institution)
        return [self._row(row) for row in await self._all(theirs.order_by(proofs.c.place))]

    async def about(self, consultation: ConsultationId) -> Sequence[ProofRow]:
        """Those about a consultation, in their order."""
        theirs = select(proofs).where(proofs.c.consultation == consultation)
        return [self._row(row) for row in await self._all(theirs.order_by(proofs.c.place))]

    async def keys_about(self, consultation: ConsultationId) -> Collection[str]:
        """The keys of those; nothing sealed is opened for them."""
        rows = await self._all(select(proofs.c.key).where(proofs.c.consultation == consultation))
        return {row["key"] for row in rows}

    async def head(self, institution: InstitutionId) -> tuple[int, str]:
        """The place of the last row, and its mark; of none yet, what stands before the first."""
        row = await self._find(select(proof_heads).where(proof_heads.c.institution == institution))
        return (0, BEGINNING) if row is None else (row["last"], row["link"])

    async def get(self, institution: InstitutionId, place: int) -> ProofRow:
        """The row of this place."""
        same = (proofs.c.institution == institution, proofs.c.place == place)
        return self._row(await self._get(select(proofs).where(*same)))

    async def has(self, institution: InstitutionId, key: str) -> bool:
        """Whether a row was written under this key."""
        return await self.latest(institution, key) is not None

    async def latest(self, institution: InstitutionId, key: str) -> ProofRow | None:
        """The last row that was written under this key."""
        same = (proofs.c.institution == institution, proofs.c.key == key)
        row = await self._find(select(proofs).where(*same).order_by(proofs.c.place.desc()).limit(1))
        return None if row is None else self._row(row)

    async def unended(self) -> Sequence[tuple[InstitutionId, ProofRow]]:
        """What was sent by us, and of which is not written down what became of it."""
        later = proofs.alias()
        ends = (ProofStep.DELIVERED.value, ProofStep.FAILED.value)
        same = (later.c.institution == proofs.c.institution, later.c.first == proofs.c.place)
        ended = exists().where(*same, later.c.step.in_(ends))
        open_ = select(proofs).where(proofs.c.step == ProofStep.TOLD.value, ~ended)
        rows = await self._all(open_.order_by(proofs.c.institution, proofs.c.place))
        return [(InstitutionId(row["institution"]), self._row(row)) for row in rows]

    def _row(self, row: Row) -> ProofRow:
        sealed, consultation, member, meeting = (row[name] for name in ("sealed", "consultation", "member", "meeting"))
        return ProofRow(
            row["place"],
            row["at"],
            ProofStep(row["step"]),
            ProofTopic(row["topic"]),
            ProofWay(row["way"]),
            row["subject"],
            None if consultation is None else ConsultationId(consultation),
            row["first"],
            row["text"],
            row["detail"],
            row["who"],
            row["link"],
            None if sealed is None else from_json(Whose, self._vault.open(WHOSE, sealed, whose_row(row))),
            None if member is None else ForumMemberId(member),
            row["key"],
            None if meeting is None else MeetingId(meeting),
        )


def whose_row(row: Row) -> str:
    """What a name is bound to."""
    return f"{row['institution']} {row['place']}"
