"""What official papers call things in Albanian: a row each, in neutral words."""

from collections.abc import Mapping
from datetime import date, time
from typing import Final

from documents.writing.lines import one_line
from locales.months import month_name
from locales.texts import texts_in
from participation.comments.model import Capacity, CommentChannel, Signature, Verdict
from participation.consultations.model import Kind, Phase
from participation.consultations.versions import Amendment
from participation.forum.model import ForumRight, ForumState
from participation.meetings.present import Actor, Headcount
from participation.messages import MediaKind
from participation.paperwork.matrix import Missing
from participation.paperwork.meetings import CheckedIn, Counted, Kinds, MeetingNote
from participation.paperwork.plan import FrameQuestion, Quality, QualityTool, Quantity, QuantityTool
from participation.paperwork.record import Cancellation, CommentRow, Method
from participation.people.model import Language, Role
from participation.programme.model import PlannedStatus

BLANK: Final = "–"
UNDATED: Final = "për t'u caktuar"

KINDS: Final[Mapping[Kind, str]] = {
    Kind.PRIOR: "(1)",
    Kind.DRAFT: "(2)",
    Kind.MEETING: "takim publik",
    Kind.SERIES: "takime në disa vende",
}
KIND_NAMES: Final[Mapping[Kind, str]] = {
    Kind.PRIOR: "Njoftim paraprak",
    Kind.DRAFT: "Konsultim i projektaktit",
    Kind.MEETING: "Takim publik",
    Kind.SERIES: "Takime publike në disa vende",
}
INVITED: Final[Mapping[Kind, str]] = {
    Kind.PRIOR: "kërkon mendimin tuaj para se të shkruhet teksti",
    Kind.DRAFT: "kërkon mendimin tuaj para se të vendosë",
    Kind.MEETING: "ju fton në takim publik",
    Kind.SERIES: "ju fton në takime publike",
}
"""What an institution asks of everybody, in few words."""
SENT: Final[Mapping[MediaKind, str]] = {
    MediaKind.PHOTO: "foto",
    MediaKind.VOICE: "mesazh me zë",
    MediaKind.AUDIO: "regjistrim",
    MediaKind.VIDEO: "video",
    MediaKind.DOCUMENT: "dokument",
}
"""What may come beside the words of a comment."""


def said_in(row: CommentRow) -> str:
    """What a comment says, what was sent with it or instead of words, and what it says in Albanian."""
    sent = ", ".join(SENT[kind] for kind in row.sent)
    beside = f"[{sent}]" if sent else ""
    original = " ".join(filter(None, (row.words, beside)))
    return "\n".join(filter(None, (original, row.translation and f"Përkthim: {row.translation}")))


RULES: Final[Mapping[str, str]] = {
    "no_purpose": "njoftimi pa arsyet dhe ndikimin e aktit (neni 13)",
    "no_paper": "njoftimi pa projektaktin dhe relacionin (neni 13)",
    "no_deadline": "njoftimi pa afat për komente (neni 13)",
    "no_contact": "njoftimi pa adresë kontakti (neni 13)",
    "no_meeting": "njoftim për takim pa datë dhe vend (neni 13)",
    "meeting_no_place": "takim i shpallur pa vend (neni 13)",
    "short_deadline": "më pak se 20 ditë pune për komente (neni 15)",
    "long_deadline": "më shumë se 40 ditë pune për komente (neni 15)",
    "past_deadline": "afat i kaluar për komente (neni 15)",
    "meeting_too_soon": "takim i shpallur më pak se 20 ditë pune përpara (neni 17)",
    "undecided": "përmbledhje me komente pa vendim",
}
"""What the law wants, by the names under which it is noted that somebody passed it over."""
METHODS: Final[Mapping[Method, str]] = {
    Method.REGISTER: "publikim në RENJK",
    Method.BOT: "konsultim përmes Telegramit",
    Method.MEETING: "takim publik",
    Method.EMAIL: "komente me e-mail",
    Method.PAPER: "komente me shkrim në letër",
    Method.SPOKEN: "komente me gojë në takim",
    Method.OTHER: "komente në rrugë tjetër",
}
CHANNELS: Final[Mapping[CommentChannel, str]] = {
    CommentChannel.BOT: "Telegram",
    CommentChannel.EMAIL: "e-mail",
    CommentChannel.PAPER: "me shkrim në letër",
    CommentChannel.MEETING: "me gojë në takim",
    CommentChannel.REGISTER: "RENJK",
    CommentChannel.OTHER: "rrugë tjetër",
}
VERDICTS: Final[Mapping[Verdict | None, str]] = {
    Verdict.ACCEPTED: "pranuar",
    Verdict.PARTLY: "pranuar pjesërisht",
    Verdict.REFUSED: "refuzuar",
    Verdict.OUT_OF_SCOPE: "jashtë objektit",
    None: "pa vendim ende",
}
ACTORS: Final[Mapping[Actor | None, str]] = {
    Actor.CITIZEN: "qytetarë",
    Actor.CIVIL_SOCIETY: "organizata të shoqërisë civile",
    Actor.BUSINESS: "biznese",
    Actor.INSTITUTION: "institucione publike",
    Actor.SPECIALIST: "specialistë të terrenit",
    Actor.ACADEMIC: "akademikë",
    Actor.YOUTH: "të rinj",
    Actor.MEDIA: "media",
    Actor.INTERNATIONAL: "organizata ndërkombëtare",
    Actor.OTHER: "të tjerë",
    None: "lloji nuk u shënua",
}
ACTOR: Final[Mapping[Actor | None, str]] = {
    Actor.CITIZEN: "individ",
    Actor.CIVIL_SOCIETY: "shoqëri civile",
    Actor.BUSINESS: "biznes",
    Actor.INSTITUTION: "institucion publik",
    Actor.SPECIALIST: "punë në terren",
    Actor.ACADEMIC: "akademi",
    Actor.YOUTH: "rini",
    Actor.MEDIA: "media",
    Actor.INTERNATIONAL: "organizatë ndërkombëtare",
    Actor.OTHER: "tjetër",
    None: "nuk u shënua",
}
"""The same of one person, in words that fit everybody."""
CHECKED_IN: Final[Mapping[CheckedIn, str]] = {
    CheckedIn.THEMSELVES: "vetë, me telefon",
    CheckedIn.PAPER_LIST: "në listën me shkrim",
}
FRAME: Final[Mapping[FrameQuestion, str]] = {
    FrameQuestion.ON_TIME: "A u realizuan aktivitetet sipas afatit të planifikuar?",
    FrameQuestion.WITHIN_BUDGET: "A u realizuan aktivitetet sipas burimeve financiare të planifikuara?",
    FrameQuestion.WITH_STAFF: "A u realizuan aktivitetet sipas burimeve njerëzore të planifikuara?",
}
QUANTITIES: Final[Mapping[Quantity, str]] = {
    Quantity.METHODS: "numri i metodave të konsultimit",
    Quantity.PARTIES: "numri i palëve të përfshira",
    Quantity.PARTICIPANTS: "numri i pjesëmarrësve",
    Quantity.COMMENTS: "numri i komenteve të pranuara",
    Quantity.OTHER: "tjetër",
}
"""The form calls comments that came in `të pranuara`: it counts what was received."""
QUANTITY_TOOLS: Final[Mapping[QuantityTool, str]] = {
    QuantityTool.PARTICIPANTS_LIST: "lista e pjesëmarrësve",
    QuantityTool.ACTIVITY_REPORT: "raportimi i aktivitetit",
    QuantityTool.FEEDBACK_REPORT: "raporti i reagimeve",
    QuantityTool.COMMENTS_LIST: "lista e komenteve të marra",
    QuantityTool.OTHER: "tjetër",
}
QUALITIES: Final[Mapping[Quality, str]] = {
    Quality.METHODS: "cilësia e metodave të konsultimit",
    Quality.EXPECTATIONS: "përmbushja e pritshmërive të pjesëmarrësve",
    Quality.CONTRIBUTIONS: "cilësia e komenteve dhe kontributeve të marra",
    Quality.OBJECTIVES: "treguesit sipas objektivave të procesit",
}
QUALITY_TOOLS: Final[Mapping[QualityTool, str]] = {
    QualityTool.QUESTIONNAIRE: "pyetësori i vlerësimit",
    QualityTool.INFORMAL_TALK: "diskutimi joformal me pjesëmarrësit",
    QualityTool.RECORDED_VIEWS: "regjistrimi i pikëpamjeve të pjesëmarrësve",
    QualityTool.ACTIVITY_REPORT: "raportimi i aktivitetit",
    QualityTool.OTHER: "tjetër",
}
MISSING: Final[Mapping[Missing, str]] = {
    Missing.NOT_PLANNED: "nuk është planifikuar",
    Missing.NOT_COLLECTED: "nuk u mblodh",
    Missing.NO_QUESTIONNAIRE: "nuk u mblodh: asnjë pyetësor",
    Missing.NOT_ASKED: "pjesëmarrësit nuk pyeten për këtë: e vlerëson struktura përgjegjëse",
    Missing.TOO_FEW: "tepër pak përgjigje për t'u shfaqur",
    Missing.IN_WORDS: "nuk krahasohet: vlera e planifikuar nuk është numër",
    Missing.PARTLY_COUNTED: "nuk krahasohet: jo çdo takim u numërua",
    Missing.NO_DAYS: "nuk krahasohet: asnjë aktivitet nuk ka datë të planifikuar",
    Missing.UNDER_WAY: "ende në zhvillim",
    Missing.FOR_OFFICIALS: "për t'u plotësuar nga struktura përgjegjëse",
    Missing.NOT_WRITTEN: "nuk është shkruar ende",
    Missing.NOT_NEEDED: "nuk propozohen masa",
}
LATER: Final = "plotësohet gjatë monitorimit"
NOT_SAID: Final = "nuk është shënuar"
PROPOSED: Final = "(propozim)"
ASIDES: Final = frozenset({*MISSING.values(), UNDATED, LATER, NOT_SAID})
"""What we say in an empty cell; whoever reads a plan back in takes none of it for an answer."""
RIGHTS: Final[Mapping[ForumRight, str]] = {
    ForumRight.INFORMED: "Forumi u njoftua në kohë dhe mori projektaktin",
    ForumRight.INVITED: "Forumi u ftua në konsultim",
    ForumRight.HEARD: "Rekomandimet e forumit u morën",
    ForumRight.TOOK_PART: "Forumi mori pjesë si partner i barabartë",
}
STATES: Final[Mapping[ForumState, str]] = {
    ForumState.DONE: "u krye",
    ForumState.LATE: "u krye me vonesë",
    ForumState.OVERDUE: "nuk u krye brenda afatit",
    ForumState.AHEAD: "për t'u kryer",
}
STATUSES: Final[Mapping[PlannedStatus, str]] = {
    PlannedStatus.PLANNED: "planifikuar",
    PlannedStatus.OPEN: "hapur",
    PlannedStatus.CLOSED: "mbyllur",
    PlannedStatus.ADOPTED: "akti u miratua",
    PlannedStatus.DROPPED: "u hoq nga plani",
}


AMENDED: Final[Mapping[Amendment, str]] = {
    Amendment.PUBLISHED: "Njoftimi",
    Amendment.COMPLETED: "Njoftimi u plotësua",
    Amendment.CORRECTED: "Njoftimi u korrigjua",
    Amendment.EXTENDED: "Afati për komente u zgjat",
    Amendment.REPEATED: "Njoftimi u përsërit",
    Amendment.RECOUNTED: "Afati u numërua përsëri sipas kalendarit",
    Amendment.MOVED: "Takimi u zhvendos",
    Amendment.CALLED_OFF: "Takimi u anulua",
    Amendment.CANCELLED: "Konsultimi u anulua",
}

PHASES: Final[Mapping[Phase, str]] = {
    Phase.OPEN: "hapur për komente",
    Phase.CLOSED: "mbyllur",
    Phase.REVIEW: "në shqyrtim",
    Phase.SUMMARISED: "përmbledhja u publikua",
    Phase.ADOPTED: "akti u miratua",
    Phase.CANCELLED: "anuluar",
}

ROLES: Final[Mapping[Role, str]] = {
    Role.ADMIN: "administrimi",
    Role.COORDINATOR: "koordinimi",
    Role.DEPUTY: "zëvendësimi i koordinimit",
    Role.CHAIR: "drejtimi i këshillit të sigurisë",
    Role.MEMBER: "anëtarësia në këshillin e sigurisë",
    Role.PROTECTION: "personi i kontaktit për mbrojtjen",
}


def month_said(month: int) -> str:
    """A month as it stands alone, from 1 to 12."""
    return month_name(month, Language.SQ)


def day_said(day: date) -> str:
    """A day in full: `3 prill 2026`."""
    return texts_in(Language.SQ).short_day(day)


def day_in_table(day: date | None, *, undated: str = BLANK) -> str:
    """A day where there is little room: `03.04.2026`."""
    return undated if day is None else f"{day.day:02}.{day.month:02}.{day.year:04}"


def hours_said(begins: time | None, ends: time | None) -> str:
    """From when until when, as far as it is known."""
    if begins is None:
        return BLANK
    return f"{begins:%H:%M}" if ends is None else f"{begins:%H:%M}–{ends:%H:%M}"


def headcount_said(count: Headcount | None) -> str:
    """How many, and `rreth` where nobody counted exactly."""
    if count is None:
        return "nuk u numëruan"
    return f"rreth {count.number}" if count.about else str(count.number)


def counted_said(counted: Counted | None) -> str:
    """How many came to several meetings, and at how many of them anybody counted, where it was not at all of them."""
    if counted is None:
        return headcount_said(None)
    if counted.is_whole:
        return headcount_said(counted.present)
    verb = "u numërua" if counted.at == 1 else "u numëruan"
    return f"{headcount_said(counted.present)} ({counted.at} nga {counted.held} takime {verb})"


def kinds_said(kinds: Kinds) -> str:
    """Who was there, and how many of each kind: `qytetarë: rreth 18, biznese: 2`."""
    return ", ".join(f"{ACTORS[kind]}: {headcount_said(kinds[kind])}" for kind in (*Actor, None) if kind in kinds)


def cancelled_said(gone: Cancellation) -> str:
    """That it was called off, on which day, and why."""
    reason = one_line(gone.reason)
    when = f"anuluar më {day_said(gone.day)}"
    return f"{when}: {reason}" if reason else f"{when}; arsyeja nuk është shënuar"


def author_said(signature: Signature) -> str:
    """Under which name a comment stands in a paper."""
    match signature:
        case Signature(name=None | ""):
            return "pa emër"
        case Signature(capacity=Capacity.ORGANISATION, name=name):
            return f"{name} (organizatë)"
        case Signature(capacity=Capacity.ON_BEHALF, name=name):
            return f"në emër të: {name}"
        case _:
            return str(signature.name)


def meeting_said(meeting: MeetingNote) -> str:
    """The meeting in one line."""
    hours = hours_said(meeting.begins, meeting.ends)
    when = day_said(meeting.day) if hours == BLANK else f"{day_said(meeting.day)}, ora {hours}"
    return f"{when}, {meeting.place}" if meeting.place.strip() else when


def joined(words: list[str]) -> str:
    """Several things in one sentence, with `dhe` before the last."""
    return " dhe ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))
