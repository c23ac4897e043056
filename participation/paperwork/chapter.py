"""The chapter of the transparency programme on citizens' part in decisions, gathered from what is kept.

What an institution has not said in its own words stands there as the law says it; in Albanian only, for the chapter is
in no other language.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from participation.clock import local_day
from participation.consultations.model import Consultation
from participation.consultations.usecases import public_of
from participation.errors import Refusal, Refused
from participation.ids import InstitutionId, PersonId
from participation.offices.usecases import office_in
from participation.paperwork.gathering import letterhead_of
from participation.paperwork.reckoning import figures_of
from participation.paperwork.standing import cancellation_of
from participation.paperwork.yearly import CoordinatorContact, LinkedDocument, TransparencyChapter
from participation.people.model import Language
from participation.places import CHAPTER, Institution, TextKey
from participation.ports import UnitOfWork
from participation.programme.usecases import calendar_of
from participation.words import is_link

LONGEST_PART: Final = 2_000
"""Characters of a part of the chapter."""
OF_MUNICIPALITIES: Final = (
    "Buxheti i bashkisë dhe ndryshimet e tij, programet buxhetore afatmesme dhe afatgjata",
    "Taksat dhe tarifat vendore",
    "Tjetërsimi i pronave ose dhënia e tyre në përdorim të tretëve",
    "Normat, standardet dhe kriteret për kryerjen e funksioneve të bashkisë",
    "Komisionet e këshillit dhe rregulloret e brendshme",
)
"""Law 139/2015, arts. 18 and 54."""
OF_OTHERS: Final = (
    "Projektligjet",
    "Dokumentet strategjike kombëtare dhe vendore",
    "Politikat me interes të lartë publik",
)
"""Law 146/2014, art. 1."""
PROCEDURE: Final = (
    "Njoftimi publikohet me projektaktin, arsyet, afatin, adresën e koordinatorit dhe datën e takimit.",
    "Komentet pranohen për 20 ditë pune nga njoftimi; "
    "afati mund të zgjatet deri në 40 ditë pune, me njoftim (neni 15).",
    "Komentet dërgohen në Telegram, me e-mail, me shkrim, ose jepen me gojë në takimet publike.",
    "Takimi publik njoftohet të paktën 20 ditë pune përpara dhe dokumentohet me procesverbal.",
    "Çdo koment merr përgjigje; kur nuk pranohet plotësisht, jepen edhe arsyet.",
)
COMPLAINT: Final = (
    "Te titullari i institucionit, sa kohë akti nuk është miratuar.",
    "Te Komisioneri për të Drejtën e Informimit dhe Mbrojtjen e të Dhënave Personale, info@idp.al, "
    "brenda 30 ditëve nga miratimi i aktit (neni 21).",
)


@dataclass(frozen=True)
class ChapterPart:
    """A part of the chapter: what the institution says itself, and what stands there without it.

    That is what the law says for all of its kind; of the office hours, what was written down with the institution.
    """

    own: str = ""
    usual: str = ""

    @property
    def words(self) -> str:
        """What stands in the chapter."""
        return self.own or self.usual


async def chapter_of(
    institution: InstitutionId, year: int, *, by: PersonId, uow: UnitOfWork, now: datetime
) -> TransparencyChapter:
    """The chapter of a year, with its calendar; the report is there as soon as the year has begun."""
    lines = await calendar_of(institution, year, by=by, uow=uow, now=now)
    place, parts = await uow.places.institution(institution), await parts_of(institution, by=by, uow=uow)
    public = [one for one in await public_of(institution, uow=uow) if one.since.year == year]
    has_begun = year <= local_day(now).year
    return TransparencyChapter(
        letterhead=await letterhead_of(institution, uow=uow, now=now),
        year=year,
        coordinator=CoordinatorContact(
            parts[TextKey.ADDRESS].words,
            place.email or "",
            parts[TextKey.PHONE].words,
            parts[TextKey.HOURS].words,
        ),
        plan=tuple(line.planned for line in lines),
        mandatory=_lines(parts[TextKey.MANDATORY].words),
        rules=tuple(map(_linked, _lines(parts[TextKey.RULES].words))),
        notices=tuple([await _notice(one, uow=uow) for one in public]),
        procedure=_lines(parts[TextKey.PROCEDURE].words),
        complaint=_lines(parts[TextKey.COMPLAINT].words),
        report=await figures_of(institution, year, by=by, uow=uow, now=now) if has_begun else None,
    )


async def parts_of(institution: InstitutionId, *, by: PersonId, uow: UnitOfWork) -> Mapping[TextKey, ChapterPart]:
    """What each part says."""
    await office_in(by, institution, uow=uow)
    usual = usual_words(await uow.places.institution(institution))
    own = {key: await uow.places.text(institution, key, Language.SQ) for key in CHAPTER}
    return {key: ChapterPart(own[key] or "", usual.get(key, "")) for key in CHAPTER}


async def say_in_chapter(
    institution: InstitutionId, key: TextKey, words: str, *, by: PersonId, uow: UnitOfWork, now: datetime
) -> None:
    """An institution says a part in its own words; with none it is told as the law says it again."""
    await office_in(by, institution, uow=uow)
    if len(words) > LONGEST_PART:
        raise Refused(Refusal.TOO_LONG)
    await uow.places.say(institution, key, Language.SQ, words)
    await uow.audit.note(at=now, person=by, institution=institution, action="chapter changed", subject=key.value)


def usual_words(institution: Institution) -> dict[TextKey, str]:
    """What stands in each part without the institution's own words."""
    acts = OF_OTHERS if institution.municipality is None else OF_MUNICIPALITIES
    parts = {TextKey.MANDATORY: acts, TextKey.PROCEDURE: PROCEDURE, TextKey.COMPLAINT: COMPLAINT}
    hours = {TextKey.HOURS: institution.office_hours or ""}
    return {key: "\n".join(sentences) for key, sentences in parts.items()} | hours


async def _notice(one: Consultation, *, uow: UnitOfWork) -> LinkedDocument:
    return LinkedDocument(one.terms.title, one.terms.register_url or "", await cancellation_of(one, uow=uow))


def _lines(words: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in words.splitlines() if line.strip())


def _linked(line: str) -> LinkedDocument:
    """A title with its link behind it."""
    title, _, link = line.rpartition(" ")
    return LinkedDocument(title.strip(), link) if title and is_link(link) else LinkedDocument(line)
