"""A notice as a paper, as it stood since a day."""

from collections.abc import Iterable
from typing import Final

from documents.writing.said import AMENDED, KIND_NAMES, NOT_SAID, UNDATED, day_said, hours_said
from documents.writing.word import Aside, Entry, WordPaper, told
from participation.clock import local, local_day
from participation.consultations.model import Step
from participation.meetings.model import Meeting
from participation.messages import Media
from participation.paperwork.publishing import NoticePaper

LAW: Final = "ligji nr. 146/2014 “Për njoftimin dhe konsultimin publik”"


def notice_paper(notice: NoticePaper, *, name: str = "njoftimi") -> Media:
    """The notice with its five contents; a later version says what it does to the former one, and why."""
    version = notice.version
    paper = WordPaper(notice.letterhead, "NJOFTIM PËR KONSULTIM PUBLIK", subject=version.terms.title)
    if not notice.is_first:
        paper.paragraph(f"{AMENDED[version.amendment]}. {version.reason}".strip(), bold=True)
    paper.fields(_said(notice))
    if version.meetings is not None:
        paper.heading("Takimet publike")
        paper.bullets(map(_meeting, version.meetings), nothing="Nuk është caktuar asnjë takim publik.")
    if version.terms.steps:
        paper.heading("Hapat e procesit")
        paper.bullets(map(_step, version.terms.steps), nothing="")
    if version.papers is not None:
        paper.heading("Dokumentet")
        paper.bullets((each.name for each in version.papers), nothing="Nuk është bashkëngjitur asnjë dokument.")
    return paper.file(name)


def _said(notice: NoticePaper) -> Iterable[tuple[str, Entry]]:
    terms = notice.version.terms
    until: Entry = Aside(UNDATED) if terms.deadline is None else day_said(terms.deadline)
    yield "Lloji i konsultimit", KIND_NAMES[terms.kind]
    yield "Çfarë vendoset dhe pse", told(terms.purpose, NOT_SAID)
    yield "Kë prek", told(terms.audience, NOT_SAID)
    yield "Komentet deri më", until
    yield "E-mail", told(terms.email or "", NOT_SAID)
    yield "Telefoni", told(terms.phone or "", NOT_SAID)
    yield "Regjistri elektronik (RENJK)", told(terms.register_url or "", NOT_SAID)
    yield "Baza ligjore", ", ".join(terms.laws) or LAW


def _meeting(meeting: Meeting) -> str:
    venue = meeting.venue
    ends = local(venue.ends_at).time() if venue.ends_at else None
    hours = hours_said(local(venue.starts_at).time(), ends)
    where = "u anulua" if meeting.cancelled else venue.place or UNDATED
    return f"{day_said(local_day(venue.starts_at))}, ora {hours}, {where}"


def _step(step: Step) -> str:
    return f"{UNDATED if step.day is None else day_said(step.day)}: {step.what}"
