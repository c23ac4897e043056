"""Consultations and their papers."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Date, bindparam, exists, literal, or_, select
from sqlalchemy.types import TypeEngine

from participation.clock import local_day, wall
from participation.consultations.model import (
    PUBLIC,
    TAKES_COMMENTS,
    Adoption,
    Consultation,
    Kind,
    Paper,
    Stage,
    Step,
    StepMark,
    StepState,
    Terms,
)
from participation.consultations.notice import NO_MARGIN, Margin
from participation.ids import ConsultationId, InstitutionId, MunicipalityId, PaperId, PersonId, UnitId
from storage.codec import from_json, to_json
from storage.columns import Moment
from storage.desks.desk import Desk
from storage.prepared import Prepared, Row
from storage.tables import consultations, institutions, meetings, papers, proposals

ANNOUNCED_LATELY = timedelta(days=60)
CLOSED_LATELY = timedelta(days=60)

ONE: Final = Prepared(select(consultations).where(consultations.c.id == bindparam("number")))
_stands = ~papers.c.dropped
PAPERS: Final = Prepared(
    select(papers).where(papers.c.consultation == bindparam("number"), _stands).order_by(papers.c.id)
)


def _stands_at(stages: Iterable[Stage]) -> ColumnElement[bool]:
    """Whether it is at one of these stages; said one by one, for what is prepared knows no lists."""
    return or_(*(consultations.c.stage == stage.value for stage in sorted(stages)))


_KINDS: Final[Mapping[str, TypeEngine[Any]]] = {"today": Date(), "midnight": Moment(), "lately": Moment()}


def goes_on(today: date) -> ColumnElement[bool]:
    """Whether one can still speak on it or come to it."""
    return _goes_on(**{name: literal(value, _KINDS[name]) for name, value in _days(today).items()})


def _days(today: date) -> dict[str, date | datetime]:
    """By what one asks: today, its first moment, and since when an announcement is of late."""
    midnight = wall(today, time(0))
    return {"today": today, "midnight": midnight, "lately": midnight - ANNOUNCED_LATELY}


def _goes_on(
    *, today: ColumnElement[Any], midnight: ColumnElement[Any], lately: ColumnElement[Any]
) -> ColumnElement[bool]:
    """Its last day or a meeting is ahead, or it has no last day and was announced of late."""
    theirs = meetings.c.consultation == consultations.c.id
    meets = exists().where(theirs, ~meetings.c.cancelled, meetings.c.starts_at >= midnight)
    told_lately = consultations.c.deadline.is_(None) & (consultations.c.publish_at >= lately)
    return or_(consultations.c.deadline >= today, meets, told_lately)


def _told_there(which: ColumnElement[bool]) -> Prepared:
    """Published ones of a municipality and of the whole country."""
    there = or_(institutions.c.municipality == bindparam("place"), institutions.c.municipality.is_(None))
    of_there = consultations.c.institution.in_(select(institutions.c.id).where(there))
    told = select(consultations).where(_stands_at(PUBLIC), of_there, which)
    return Prepared(told.order_by(consultations.c.id))


_GOING_ON = _goes_on(**{name: bindparam(name, type_=kind) for name, kind in _KINDS.items()})
_GOING_ON = _stands_at(TAKES_COMMENTS) & _GOING_ON
_span = (bindparam("first", type_=Date()), bindparam("last", type_=Date()))
_ENDED_LATELY = or_(
    consultations.c.deadline.between(*_span),
    (consultations.c.stage != Stage.OPEN.value) & consultations.c.moved_on.between(*_span),
)
OPEN_THERE: Final = _told_there(_GOING_ON)
CLOSED_THERE: Final = _told_there(_ENDED_LATELY & ~_GOING_ON)


class Consultations(Desk):
    """Fulfils `participation.ports.Consultations`."""

    async def add(
        self, institution: InstitutionId, terms: Terms, *, stage: Stage, publish_at: datetime
    ) -> ConsultationId:
        """Keep a new one."""
        state = {"stage": stage.value, "publish_at": publish_at, "version": 1, "moved_on": local_day(publish_at)}
        values = {"institution": institution, **state, **_columns(terms)}
        return ConsultationId(await self._number(consultations.insert().values(values).returning(consultations.c.id)))

    async def get(self, consultation: ConsultationId) -> Consultation:
        """The consultation of this number."""
        (found,) = await self._read(await self._get_row(consultation))
        return found

    async def find(self, consultation: ConsultationId) -> Consultation | None:
        """The consultation of this number, if there is one."""
        found = await self._read(await self._all(ONE, number=consultation))
        return found[0] if found else None

    async def move(self, consultation: ConsultationId, to: Stage, *, was: Stage, on: date) -> bool:
        """Bring it to another stage; what was kept while it waited is gone with that, but not while it waits on."""
        values: dict[str, Any] = {"stage": to.value, "moved_on": on}
        if to is not Stage.SCHEDULED:
            values["margin"] = None
        if to is Stage.SUMMARISED:
            values["summarised_on"] = on
        here = (consultations.c.id == consultation, consultations.c.stage == was.value)
        if not await self._run(consultations.update().where(*here).values(values)):
            return False
        await self._run(proposals.delete().where(proposals.c.consultation == consultation))
        return True

    async def reword(self, consultation: ConsultationId, terms: Terms, *, version: int) -> bool:
        """Let it say what the next version of its notice says; False if that one is there already."""
        before = (consultations.c.id == consultation, consultations.c.version == version - 1)
        values = {"version": version, **_columns(terms)}
        return bool(await self._run(consultations.update().where(*before).values(values)))

    async def begin(self, consultation: ConsultationId, terms: Terms, *, at: datetime) -> None:
        """Let it say what it says on the day on which it is announced, and be announced at that moment."""
        values = {"publish_at": at, **_columns(terms)}
        await self._touch(consultations.update().where(consultations.c.id == consultation).values(values))

    async def owe(self, consultation: ConsultationId, days: int | None) -> None:
        """Keep how many working days are owed to citizens."""
        await self._touch(consultations.update().where(consultations.c.id == consultation).values(owed=days))

    async def close_despite(self, consultation: ConsultationId, reason: str) -> None:
        """Keep why it was summed up with comments that nobody had decided on."""
        values = {"undecided_because": reason}
        await self._touch(consultations.update().where(consultations.c.id == consultation).values(values))

    async def adopt(self, consultation: ConsultationId, adoption: Adoption) -> None:
        """Keep which act came of it."""
        values = {"adopted_number": adoption.number, "adopted_on": adoption.day, "adopted_link": adoption.link}
        await self._touch(consultations.update().where(consultations.c.id == consultation).values(values))

    async def hold(self, consultation: ConsultationId) -> None:
        """Let nobody else change it until this is done."""
        this = consultations.c.id == consultation
        await self._touch(consultations.update().where(this).values(version=consultations.c.version))

    async def mark_steps(self, consultation: ConsultationId, marks: Sequence[StepMark]) -> None:
        """Keep how far its steps have got."""
        kept = [[mark.what, mark.nth, mark.state.value, mark.on.isoformat()] for mark in marks]
        await self._touch(consultations.update().where(consultations.c.id == consultation).values(step_marks=kept))

    async def propose(self, consultation: ConsultationId, by: PersonId) -> None:
        """Keep who wants to have it announced, sealed."""
        sealed = self._vault.seal_text("proposer", str(by), str(consultation))
        await self._run(proposals.insert().values(consultation=consultation, sealed=sealed))

    async def proposer(self, consultation: ConsultationId) -> PersonId | None:
        """Who wants to have it announced."""
        row = await self._find(select(proposals).where(proposals.c.consultation == consultation))
        return PersonId(int(self._vault.open_text("proposer", row["sealed"], str(consultation)))) if row else None

    async def proposed(self, institutions: Sequence[InstitutionId]) -> Sequence[Consultation]:
        """What waits for a second coordinator, the oldest first."""
        waiting = (consultations.c.stage == Stage.PROPOSED.value, consultations.c.institution.in_(institutions))
        return await self._read(await self._rows(*waiting))

    async def keep_margin(self, consultation: ConsultationId, margin: Margin) -> None:
        """Keep what its coordinator may need again as long as it waits to be published."""
        this = consultations.c.id == consultation
        await self._touch(consultations.update().where(this).values(margin=to_json(margin).decode()))

    async def margin(self, consultation: ConsultationId) -> Margin:
        """What was kept with it."""
        (row,) = await self._get_row(consultation)
        return from_json(Margin, row["margin"]) if row["margin"] else NO_MARGIN

    async def add_paper(self, consultation: ConsultationId, name: str, size: int, ref: str) -> PaperId:
        """Keep a document of it."""
        values = {"consultation": consultation, "name": name, "size": size, "ref": ref}
        return PaperId(await self._number(papers.insert().values(values).returning(papers.c.id)))

    async def drop_paper(self, paper: PaperId) -> None:
        """Leave a document out of the notice; who reads an old version may still ask for it."""
        await self._touch(papers.update().where(papers.c.id == paper).values(dropped=True))

    async def paper(self, paper: PaperId) -> Paper:
        """The document of this number, once its consultation has been announced."""
        told = _stands_at(PUBLIC)
        wanted = select(papers).join(consultations, consultations.c.id == papers.c.consultation)
        return _paper(await self._get(wanted.where(papers.c.id == paper, told)))

    async def open_in(self, municipalities: Sequence[MunicipalityId], today: date) -> Sequence[Consultation]:
        """Published ones that one can still speak on or come to, there and in the whole country."""
        found = await self._told_in(municipalities, OPEN_THERE, today)
        return sorted(found, key=lambda c: (_last_day(c, today), c.publish_at, c.id))

    async def closed_in(self, municipalities: Sequence[MunicipalityId], today: date) -> Sequence[Consultation]:
        """Published ones that ended lately, there and in the whole country."""
        span = {"first": today - CLOSED_LATELY, "last": today - timedelta(days=1)}
        found = await self._told_in(municipalities, CLOSED_THERE, today, **span)
        return sorted(found, key=lambda c: (c.terms.deadline or today, c.id), reverse=True)

    async def _told_in(
        self, municipalities: Sequence[MunicipalityId], which: Prepared, today: date, **span: date
    ) -> Sequence[Consultation]:
        rows: dict[int, Row] = {}
        for place in municipalities or (None,):
            rows |= {row["id"]: row for row in await self._all(which, place=place, **_days(today), **span)}
        return await self._read(list(rows.values()))

    async def of(self, institution: InstitutionId) -> Sequence[Consultation]:
        """All of an institution, newest first."""
        found = await self._read(await self._rows(consultations.c.institution == institution))
        return sorted(found, key=lambda c: (c.publish_at, c.id), reverse=True)

    async def scheduled(self, institutions: Sequence[InstitutionId]) -> Sequence[Consultation]:
        """What is kept for later, the next one first."""
        kept = (consultations.c.stage == Stage.SCHEDULED.value, consultations.c.institution.in_(institutions))
        return sorted(await self._read(await self._rows(*kept)), key=lambda c: (c.publish_at, c.id))

    async def to_publish(self, now: datetime) -> Sequence[Consultation]:
        """Those whose hour to be published has come."""
        due = (consultations.c.stage == Stage.SCHEDULED.value, consultations.c.publish_at <= now)
        return await self._read(await self._rows(*due))

    async def with_deadline_between(self, first: date, last: date) -> Sequence[Consultation]:
        """Open ones whose time for comments ends in this span, both days included."""
        near = (consultations.c.stage == Stage.OPEN.value, consultations.c.deadline.between(first, last))
        return await self._read(await self._rows(*near))

    async def counted(self, today: date) -> Sequence[Consultation]:
        """Open ones whose working days are counted and not over."""
        runs = (consultations.c.stage == Stage.OPEN.value, consultations.c.deadline >= today)
        return await self._read(await self._rows(*runs, consultations.c.owed.is_not(None)))

    async def _rows(self, *where: ColumnElement[bool]) -> Sequence[Row]:
        return await self._all(select(consultations).where(*where).order_by(consultations.c.id))

    async def _get_row(self, consultation: ConsultationId) -> Sequence[Row]:
        return [await self._get(ONE, number=consultation)]

    async def _read(self, rows: Sequence[Row]) -> list[Consultation]:
        """The consultations of these rows, each with its papers."""
        theirs: defaultdict[int, list[Paper]] = defaultdict(list)
        for paper in await self._papers([row["id"] for row in rows]):
            theirs[paper["consultation"]].append(_paper(paper))
        return [_consultation(row, tuple(theirs[row["id"]])) for row in rows]

    async def _papers(self, numbers: Sequence[int]) -> Sequence[Row]:
        if len(numbers) == 1:
            return await self._all(PAPERS, number=numbers[0])
        wanted = select(papers).where(papers.c.consultation.in_(numbers), _stands).order_by(papers.c.id)
        return await self._all(wanted) if numbers else ()


def _last_day(found: Consultation, today: date) -> date:
    """Until when one may comment, as a list puts it in order: what has no such day, or none any more, comes last."""
    deadline = found.terms.deadline
    return deadline if deadline is not None and deadline >= today else date.max


def _columns(terms: Terms) -> dict[str, Any]:
    return {
        **{name: getattr(terms, name) for name in AS_IT_IS},
        "kind": terms.kind.value,
        "laws": list(terms.laws),
        "steps": [[step.what, step.day.isoformat() if step.day else None] for step in terms.steps],
        "units": list(terms.units),
    }


AS_IT_IS = (
    "title",
    "purpose",
    "audience",
    "notice_date",
    "deadline",
    "email",
    "phone",
    "register_url",
    "protocol",
)


def _terms(row: Row) -> Terms:
    return Terms(
        **{name: row[name] for name in AS_IT_IS},
        kind=Kind(row["kind"]),
        laws=tuple(row["laws"]),
        steps=tuple(Step(what, date.fromisoformat(day) if day else None) for what, day in row["steps"]),
        units=tuple(UnitId(unit) for unit in row["units"]),
    )


def _paper(row: Row) -> Paper:
    return Paper(PaperId(row["id"]), row["name"], row["size"], row["ref"])


def _consultation(row: Row, theirs: tuple[Paper, ...]) -> Consultation:
    return Consultation(
        id=ConsultationId(row["id"]),
        institution=InstitutionId(row["institution"]),
        terms=_terms(row),
        stage=Stage(row["stage"]),
        publish_at=row["publish_at"],
        papers=theirs,
        version=row["version"],
        moved_on=row["moved_on"],
        owed=row["owed"],
        adoption=_adoption(row),
        summarised_on=row["summarised_on"],
        undecided_because=row["undecided_because"] or "",
        marks=tuple(
            StepMark(what, nth, StepState(state), date.fromisoformat(on))
            for what, nth, state, on in row["step_marks"] or ()
        ),
    )


def _adoption(row: Row) -> Adoption | None:
    if row["adopted_number"] is None:
        return None
    return Adoption(row["adopted_number"], row["adopted_on"], row["adopted_link"])
