"""A consultation of an invented town with all that can stand in one, and the desks to find it on."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time

from locales.texts import LANGUAGES, SOURCE, catalog_path
from participation.calendar.working_days import WorkingCalendar
from participation.campaigns import Delivery
from participation.clock import local_day, wall
from participation.comments.model import Answer, Balance, Comment, Filing, Signature, Unanswered, Verdict, Words
from participation.consultations.dossier import Dossier
from participation.consultations.model import Consultation, Kind, Paper, Stage, Step, Terms
from participation.consultations.versions import Amendment, Version
from participation.digests.model import Unseen
from participation.dockets import Docket
from participation.drafts import KeptDraft, PendingChange
from participation.errors import NotFound
from participation.forum.model import Forum, ForumCall
from participation.ids import (
    CampaignId,
    CommentId,
    ConsultationId,
    EntryId,
    InstitutionId,
    KnownId,
    MeetingId,
    MunicipalityId,
    PaperId,
    PendingId,
    PersonId,
    ReportId,
    UnitId,
    UnveilingId,
)
from participation.meetings.model import Meeting, Venue
from participation.messages import Media, MediaKind
from participation.people.model import Group, Office, Role
from participation.places import Institution, Unit
from participation.reports.life import Act, State
from participation.reports.limits import Due
from participation.reports.model import (
    Account,
    Category,
    Deed,
    Entry,
    Fact,
    KnownProblem,
    Pending,
    Report,
    Spot,
    Unveiling,
)

NOW = datetime(2023, 6, 12, 8, 0, tzinfo=UTC)
SPOKEN = [each for each in LANGUAGES if each == SOURCE or catalog_path(each).exists()]
"""The languages that have a catalog."""

NASTY = "<b>1 & 2</b> {name} %s \u202eשלום\u202c 👩\u200d👩\u200d👧 *_`"
CALENDAR = WorkingCalendar()
BODY = Institution(
    InstitutionId(3),
    "Bashkia Lumas",
    MunicipalityId(61),
    "LU",
    email="info@lumas.example",
    register_url="https://register.example/lumas",
)
TERMS = Terms(
    title="Plani social vendor 2024–2026",
    purpose="Cilat shërbime sociale ngrihen në tre vitet e ardhshme.",
    audience="familjet, të moshuarit dhe personat me aftësi të kufizuara",
    kind=Kind.PRIOR,
    notice_date=date(2023, 6, 12),
    deadline=date(2023, 7, 10),
    email="koordinator@lumas.example",
    phone="+355 00 000 000",
    register_url="https://register.example/445",
    protocol="1234/1",
    laws=("146/2014", "139/2015"),
    steps=(Step("Takimi i parë", date(2023, 7, 25)), Step("Miratimi në këshill")),
    units=(UnitId(5),),
)
MEETING = Meeting(
    MeetingId(11),
    ConsultationId(7),
    Venue(wall(date(2023, 7, 25), time(11)), "Salla e këshillit", wall(date(2023, 7, 25), time(12, 30))),
)
SECOND = Meeting(MeetingId(12), ConsultationId(7), Venue(wall(date(2023, 7, 4), time(17)), "Shkolla, Gurëz"))
HELD = Meeting(MeetingId(13), ConsultationId(7), Venue(wall(date(2023, 6, 10), time(17)), "Biblioteka"))
PAPER = Paper(PaperId(21), "Relacioni shpjegues.pdf", 348_160, "handle")
DOSSIER = Dossier(
    id=ConsultationId(7),
    institution=BODY,
    terms=TERMS,
    meetings=(MEETING, SECOND),
    papers=(PAPER,),
    units=(Unit(UnitId(5), MunicipalityId(61), "Gurëz"),),
    calendar=CALENDAR,
)
BARE = Dossier(
    id=ConsultationId(8),
    institution=Institution(InstitutionId(4), "Ministria", None, "MI"),
    terms=Terms(title="Një titull"),
    meetings=(),
    papers=(),
    units=(),
    calendar=CALENDAR,
)
CONSULTATION = Consultation(ConsultationId(7), BODY.id, TERMS, Stage.OPEN, NOW, (PAPER,))
SUMMARISED = replace(CONSULTATION, id=ConsultationId(8), stage=Stage.SUMMARISED)
PROPOSED = replace(CONSULTATION, id=ConsultationId(9), stage=Stage.PROPOSED)
LATER = replace(TERMS, deadline=date(2023, 7, 17), steps=())
VERSIONS = (
    Version(1, Amendment.PUBLISHED, NOW.date(), TERMS),
    Version(2, Amendment.EXTENDED, NOW.date(), LATER, "Kërkuar nga shumë banorë. " + NASTY),
    Version(3, Amendment.MOVED, NOW.date(), LATER, "Salla është e zënë. " + NASTY, meetings=(MEETING,)),
)
COMMENT = Comment(
    CommentId(31),
    "LU-2023-0147",
    ConsultationId(7),
    Words("Duhet një rampë te qendra. " + NASTY),
    Signature(),
    NOW,
    late=False,
    answer=Answer(Verdict.PARTLY, "Rampa ndërtohet vitin tjetër.", NOW),
)
UNSEEN = Unseen(date(2023, 6, 9), 1, date(2023, 6, 12))
WAITING = replace(COMMENT, id=CommentId(32), receipt="LU-2023-0148", answer=None)
FOREIGN = replace(
    WAITING, id=CommentId(33), receipt="LU-2023-0149", words=Words("More buses!"), filing=Filing(wanted_by=NOW.date())
)
REPORT = Report(
    ReportId(41),
    "LU-S-2023-0009",
    BODY.id,
    Account(
        "lights",
        "Rruga pa drita. " + NASTY,
        (Media(MediaKind.PHOTO, ref="p"), Media(MediaKind.VOICE, ref="v")),
        Spot(UnitId(5), "pas shkollës", 41.327, 19.819),
        signature="Emër i shpikur",
    ),
    date(2023, 6, 12),
    urgent=True,
    said=True,
)

LEFT = Pending(ReportId(41), State.DELIVERED, urgent=False, due=Due(raised=1), docket=Docket(InstitutionId(3)))
FACT = Fact("LU-S-2023-0009", "lights", UnitId(5), date(2023, 6, 12), State.SEEN, date(2023, 6, 12))
ENTRY = Entry(
    Deed(Act.ASK, "Në cilën orë? " + NASTY, (Media(MediaKind.PHOTO, ref="p"),)), date(2023, 6, 13), is_news=True
)
ONE = PersonId(1)
COLLEAGUE = PersonId(2)
ASKED = Unveiling(COLLEAGUE, "Duhet t’i flasim sot.\nBie dakord <b>", date(2023, 6, 12))
TO_RELEASE = PendingChange(
    PendingId(3), BODY.id, ConsultationId(7), COLLEAGUE, "extended", KeptDraft("amend", 1, "0" * 8, "{}")
)
RETURNED = PendingChange(PendingId(4), BODY.id, None, ONE, "call", TO_RELEASE.draft, "Data bie ditë pushimi. " + NASTY)
REPLY = Entry(Deed(Act.TELL, "Në tetë. " + NASTY), date(2023, 6, 13), is_news=True)


def found(rows, key):
    if key not in rows:
        raise NotFound
    return rows[key]


@dataclass
class Desks:
    """A unit of work for reading, in dictionaries."""

    consultations_: dict = field(default_factory=lambda: {one.id: one for one in (CONSULTATION, SUMMARISED, PROPOSED)})
    meetings_: dict = field(default_factory=lambda: {m.id: m for m in (*DOSSIER.meetings, HELD)})
    comments_: dict = field(default_factory=lambda: {one.id: one for one in (COMMENT, WAITING, FOREIGN)})
    reports_: dict = field(default_factory=lambda: {REPORT.id: REPORT})
    entries_: dict = field(default_factory=lambda: {EntryId(61): (REPORT.id, ENTRY), EntryId(62): (REPORT.id, REPLY)})
    unveilings_: dict = field(default_factory=lambda: {UnveilingId(71): ASKED})
    sent_by: PersonId | None = ONE
    categories: tuple | None = None
    facts_: tuple = (FACT,)
    pending_: tuple = (LEFT,)
    commented: bool = False
    minutes_: dict = field(default_factory=dict)
    changes: dict = field(default_factory=lambda: {one.id: one for one in (TO_RELEASE, RETURNED)})
    unseen: Unseen | None = UNSEEN
    deliveries: dict = field(default_factory=lambda: {CampaignId(51): Delivery(300, 120, 4, 1, 175)})

    group_: Group | None = None
    topics_: dict = field(default_factory=dict)
    offices: tuple = (Office(ONE, BODY.id, Role.COORDINATOR), Office(COLLEAGUE, BODY.id, Role.DEPUTY))

    @property
    def people(self):
        return PeopleDesk(self.offices)

    @property
    def forums(self):
        call = ForumCall("Ejani!", NOW.date())
        return Rows({BODY.id: Forum(BODY.id, "Forumi", NOW.date(), call)})

    @property
    def pending(self):
        return Rows(self.changes)

    @property
    def consultations(self):
        return Rows(self.consultations_)

    @property
    def versions(self):
        return VersionsDesk()

    @property
    def meetings(self):
        return Rows(self.meetings_)

    @property
    def minutes(self):
        return MinutesDesk(self.minutes_)

    @property
    def comments(self):
        return Rows(self.comments_, self.commented)

    @property
    def ledger(self):
        return LedgerDesk(self.unseen)

    @property
    def reports(self):
        return ReportsDesk(
            self.reports_, entries=self.entries_, sent_by=self.sent_by, facts_=self.facts_, pending_=self.pending_
        )

    @property
    def audit(self):
        return AuditDesk()

    @property
    def groups(self):
        return GroupsDesk(self.group_, self.topics_)

    @property
    def known(self):
        return KnownDesk()

    @property
    def unveilings(self):
        return UnveilingsDesk(self.unveilings_)

    @property
    def places(self):
        return PlacesDesk(self.categories)

    @property
    def outbox(self):
        return OutboxDesk(self.deliveries)


class VersionsDesk:
    async def of(self, consultation):
        return VERSIONS


JOINING = "https://meet.google.com/abc-defg-hij"
"""How one joins every meeting."""


@dataclass
class Rows:
    rows: dict
    commented: bool = False

    async def has_commented(self, person, on):
        return self.commented

    async def author(self, key):
        return ONE

    async def owed(self, institutions):
        waiting = [one for one in self.rows.values() if one.waits]
        return [Unanswered(one.id, one.consultation, local_day(one.left_at)) for one in waiting]

    async def balance(self, consultation):
        return Balance(accepted=2, partly=1, refused=3, undecided=1, late=1)

    async def get(self, key):
        return found(self.rows, key)

    async def find(self, key):
        return self.rows.get(key)

    async def joining(self, key):
        return JOINING if found(self.rows, key) else ""

    async def guests(self, key):
        return {ONE}

    async def of(self, consultation):
        return tuple(row for row in self.rows.values() if row.consultation == consultation)


@dataclass
class ReportsDesk(Rows):
    entries: dict = field(default_factory=dict)
    sent_by: PersonId | None = ONE

    facts_: tuple = (FACT,)
    pending_: tuple = (LEFT,)

    async def of(self, dockets):
        return [row.id for row in self.rows.values() if row.docket in dockets]

    async def pending(self, dockets):
        return [one for one in self.pending_ if one.docket in dockets]

    async def facts(self, docket, *, since):
        return [fact for fact in self.facts_ if fact.received_on >= since]

    async def sender(self, report):
        return self.sent_by

    async def entry(self, key):
        return found(self.entries, key)


@dataclass
class MinutesDesk:
    rows: dict

    async def finished(self, meeting):
        return self.rows.get(meeting)

    async def finished_among(self, meetings):
        return {meeting for meeting in meetings if meeting in self.rows}


@dataclass
class LedgerDesk:
    found: Unseen | None

    async def unseen(self, institution):
        return self.found


class KnownDesk:
    async def of(self, institution):
        return [KnownProblem(KnownId(81), REPORT.id, institution, "lights", Spot(), "Dritat e urës. " + NASTY)]


class AuditDesk:
    async def appointments(self):
        return []


@dataclass
class GroupsDesk:
    group: Group | None
    topics: dict

    async def at(self, recipient):
        return self.group if self.group is not None and self.group.recipient == recipient else None

    async def topic(self, report):
        return self.topics.get(report)


@dataclass
class UnveilingsDesk:
    rows: dict

    async def of(self, report):
        return self.rows


@dataclass
class PeopleDesk:
    held: tuple

    async def offices(self, person):
        return [office for office in self.held if office.person == person]

    async def officers(self, institution):
        return [office for office in self.held if office.institution == institution]


@dataclass
class PlacesDesk:
    categories: tuple | None = None

    async def institution(self, institution):
        return found({BODY.id: BODY}, institution)

    async def units(self, municipality):
        return DOSSIER.units

    async def calendar(self, institution):
        return CALENDAR

    async def report_categories(self, institution, language):
        if self.categories is not None:
            return self.categories
        return (Category("lights", {"en": "Street lights", "sq": "Ndriçim"}[language], urgent=True),)


@dataclass
class OutboxDesk:
    deliveries: dict

    async def delivery(self, campaign, now=None):
        return self.deliveries[campaign]
