"""An invented consultation of an invented Përmet, with all its papers; nobody in it lives."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from functools import cache

from documents.writing.papers.comments import comments_file, comments_paper
from documents.writing.papers.forum import forum_paper
from documents.writing.papers.handing_over import hand_over_paper
from documents.writing.papers.meetings import minutes_paper, participants_paper, relacion_paper
from documents.writing.papers.notice import notice_paper
from documents.writing.papers.plan import plan_paper
from documents.writing.papers.poster import poster_paper
from documents.writing.papers.proof import proof_paper
from documents.writing.papers.report import report_charts, report_paper
from documents.writing.papers.yearly import annual_paper, chapter_paper
from participation.clock import wall
from participation.comments.model import Balance, Capacity, CommentChannel, Signature, Verdict
from participation.consultations.model import Kind, Paper, Phase, Step, Terms
from participation.consultations.versions import Amendment, Version
from participation.forum.model import ForumCheck, ForumRight, ProofTopic, Wording
from participation.forum.proof import (
    BEGINNING,
    NewProof,
    ProofRow,
    ProofStep,
    ProofTable,
    ProofWay,
    Whose,
    row_of,
    text_mark,
    words_of,
)
from participation.ids import ConsultationId, MeetingId, PaperId
from participation.meetings.model import Meeting, Venue
from participation.meetings.present import Actor, Headcount
from participation.messages import Media
from participation.paperwork.audiences import PRESETS, AudiencePreset
from participation.paperwork.forum import ForumChecklist
from participation.paperwork.handing_over import AnswerDue, GatheringDue, HandOver, Running
from participation.paperwork.letterhead import Letterhead
from participation.paperwork.matrix import Achieved, Held, Marks, matrix
from participation.paperwork.meetings import (
    AttendanceSheet,
    Attendee,
    CheckedIn,
    Counted,
    MeetingNote,
    MinutesPaper,
    ParticipantsList,
    SpokenPoint,
    relacion,
)
from participation.paperwork.plan import (
    Activity,
    ConsultationPlan,
    FrameQuestion,
    FrameRow,
    Monitoring,
    Quality,
    QualityRow,
    QualityTool,
    Quantity,
    QuantityRow,
    QuantityTool,
    Resources,
)
from participation.paperwork.poster import MaySpeak, Poster, Ways
from participation.paperwork.publishing import Folder, NoticePaper, Repository, as_published, year_as_published
from participation.paperwork.record import (
    AdoptedAct,
    Cancellation,
    CommentRow,
    CommentsTable,
    ConsultationReport,
    GroupReason,
    Method,
    Overridden,
    Prolonged,
    settled,
)
from participation.paperwork.yearly import (
    AnnualReport,
    CoordinatorContact,
    LinkedDocument,
    Recommendation,
    TransparencyChapter,
    YearConsultation,
)
from participation.people.model import Role
from participation.programme.model import ActsAdopted, PlannedConsultation, PlannedStatus
from participation.reports.sheets import Form

TITLE = "Projektvendim “Për miratimin e Planit Social 2027–2030 të Bashkisë Përmet”"
HEAD = Letterhead(
    "Bashkia Përmet",
    date(2027, 3, 30),
    place="Përmet",
)
REGISTER = "https://register.example/109"

PLAN = ConsultationPlan(
    name=TITLE,
    audience=(
        PRESETS[AudiencePreset.PUBLIC],
        PRESETS[AudiencePreset.CIVIL_SOCIETY],
        PRESETS[AudiencePreset.YOUTH],
        PRESETS[AudiencePreset.VULNERABLE],
    ),
    activities=(
        Activity("Publikimi i projektaktit dhe i relacionit në RENJK", date(2027, 2, 1)),
        Activity(
            "Takim publik për shërbimet sociale në qytet",
            date(2027, 2, 16),
            "Salla e Këshillit Bashkiak, Përmet",
            ("Qendra Komunitare Lugina", "Shoqata Gratë e Vjosës", "Drejtoria e Shërbimeve Sociale"),
        ),
        Activity(
            "Takim publik në njësinë administrative",
            date(2027, 2, 23),
            "Shkolla e fshatit, Petran",
            ("Këshilli i fshatit", "Këshilli Rinor Përmet"),
        ),
        Activity("Publikimi i përmbledhjes me arsyet", None),
    ),
    resources=Resources(
        human="Koordinatori për konsultimin publik.\nDy punonjëse dhe punonjës të Drejtorisë së Shërbimeve Sociale.",
        financial="45 000 lekë për sallën, shtypin dhe udhëtimin.",
        equipment="Projektor, kompjuter, regjistrues zëri.",
    ),
    collection="Regjistri RENJK, e-mail, Telegram, dhe me gojë në takime.",
    monitoring=Monitoring(
        frame=(
            FrameRow(FrameQuestion.ON_TIME),
            FrameRow(FrameQuestion.WITHIN_BUDGET, suits=True),
            FrameRow(FrameQuestion.WITH_STAFF),
        ),
        quantities=(
            QuantityRow(Quantity.METHODS, chosen=True, planned="4"),
            QuantityRow(Quantity.PARTIES, chosen=True, planned="10", measures="Ftesa më herët, me telefon."),
            QuantityRow(Quantity.PARTICIPANTS, chosen=True, planned="40"),
            QuantityRow(Quantity.COMMENTS, chosen=True, planned="disa dhjetëra"),
            QuantityRow(Quantity.OTHER),
        ),
        quantity_tools=frozenset({QuantityTool.PARTICIPANTS_LIST, QuantityTool.COMMENTS_LIST}),
        qualities=(
            QualityRow(Quality.METHODS, chosen=True),
            QualityRow(Quality.EXPECTATIONS, chosen=True),
            QualityRow(Quality.CONTRIBUTIONS, chosen=True, findings="Komentet ishin konkrete dhe të zbatueshme."),
            QualityRow(Quality.OBJECTIVES, label="pjesëmarrja e fshatrave"),
        ),
        quality_tools=frozenset({QualityTool.QUESTIONNAIRE, QualityTool.OTHER}),
        other_quality_tool="biseda pas takimit",
    ),
)
ACHIEVED = Achieved(
    methods=(Method.REGISTER, Method.BOT, Method.MEETING, Method.EMAIL, Method.SPOKEN),
    organisations=7,
    participants=Counted(Headcount(46, about=True), at=2, held=2),
    comments={CommentChannel.BOT: 9, CommentChannel.MEETING: 2, CommentChannel.EMAIL: 1},
    activities=(
        Held("Takimi në qytet", date(2027, 2, 16), date(2027, 2, 16)),
        Held("Takimi në Petran", date(2027, 2, 23), date(2027, 2, 24)),
    ),
    marks={Quality.EXPECTATIONS: Marks((6, 5, 6, 7))},
)
MATRIX = matrix(PLAN.monitoring, ACHIEVED, today=HEAD.day)

IN_TOWN = MeetingNote(
    date(2027, 2, 16),
    "Salla e Këshillit Bashkiak, Përmet",
    time(11),
    time(13),
    "Shërbimet sociale në qytet",
    Headcount(31),
    ("Qendra Komunitare Lugina", "Shoqata Gratë e Vjosës", "Drejtoria e Shërbimeve Sociale"),
)
IN_VILLAGE = MeetingNote(
    date(2027, 2, 24),
    "Shkolla e fshatit, Petran",
    time(17, 30),
    None,
    "Shërbimet për fshatrat",
    Headcount(15, about=True),
    ("Këshilli i fshatit", "Këshilli Rinor Përmet"),
)

PHONE = CommentRow(
    "PR-2027-0012",
    date(2027, 2, 4),
    CommentChannel.BOT,
    "Për të moshuarit që jetojnë vetëm duhet një numër telefoni ku përgjigjet dikush edhe pasdite.",
    theme="Kujdesi për të moshuarit",
    article="Neni 4",
    unit="Drejtoria e Shërbimeve Sociale",
    sent_on=date(2027, 2, 8),
    verdict=Verdict.ACCEPTED,
)
COMMENTS = (
    PHONE,
    CommentRow(
        "PR-2027-0013",
        date(2027, 2, 4),
        CommentChannel.BOT,
        "Edhe nëna ime mbetet vetëm pasdite, nuk ka kë të marrë në telefon.",
        Signature(Capacity.ON_BEHALF, "Liri Vokopola"),
        theme="Kujdesi për të moshuarit",
        joined_to=PHONE.number,
    ),
    CommentRow(
        "PR-2027-0015",
        date(2027, 2, 9),
        CommentChannel.EMAIL,
        "Propozojmë që qendra komunitare të hapet edhe të shtunave, me vullnetarë, dhe të ketë një orë të veçantë për "
        "prindërit e fëmijëve me aftësi ndryshe. Kemi bërë një provë për tre muaj dhe erdhën mesatarisht 22 persona.",
        Signature(Capacity.ORGANISATION, "Shoqata Gratë e Vjosës"),
        theme="Qendra komunitare",
        article="Neni 7, pika 2",
        unit="Drejtoria e Shërbimeve Sociale",
        sent_on=date(2027, 2, 10),
        verdict=Verdict.PARTLY,
        reason="Hapja të shtunave provohet për gjashtë muaj; për orën e veçantë mungon hapësira deri në vitin 2028.",
    ),
    CommentRow(
        "PR-2027-0021",
        date(2027, 2, 16),
        CommentChannel.MEETING,
        "Autobusi i mëngjesit nga Petrani nuk pret ata që vijnë për shërbimet.",
        Signature(name="Agim Dërrasa"),
        theme="Transporti",
        verdict=Verdict.OUT_OF_SCOPE,
        reason="Oraret e autobusëve vendosen me akt tjetër; kërkesa iu kalua Drejtorisë së Transportit.",
    ),
    CommentRow(
        "PR-2027-0022",
        date(2027, 2, 24),
        CommentChannel.MEETING,
        "Tarifa e kopshtit të hiqet për të gjithë.",
        theme="Tarifat",
        article="Neni 11",
        verdict=Verdict.REFUSED,
    ),
    CommentRow(
        "PR-2027-0023",
        date(2027, 2, 24),
        CommentChannel.BOT,
        "Pse paguajmë kopshtin njësoj kur kemi tre fëmijë?",
        theme="Tarifat",
        article="Neni 11",
        verdict=Verdict.REFUSED,
    ),
    CommentRow(
        "PR-2027-0031",
        date(2027, 3, 19),
        CommentChannel.REGISTER,
        "A do të ketë ndihmë me ushqim në shtëpi?",
        Signature(name="Drita Skënduli"),
        theme="",
        late=True,
    ),
)
GROUP = GroupReason(
    "Heqja e tarifës së kopshtit",
    Verdict.REFUSED,
    "Tarifa përcaktohet në paketën fiskale, e cila konsultohet veçmas në nëntor; ulja për familjet me tre fëmijë "
    "mbetet në fuqi.",
    ("PR-2027-0022", "PR-2027-0023"),
)
TABLE = CommentsTable(HEAD, TITLE, COMMENTS, (GROUP,))
REPORT = ConsultationReport(
    HEAD,
    TITLE,
    Kind.DRAFT,
    opened_on=date(2027, 2, 1),
    deadline=date(2027, 3, 12),
    purpose="Të përcaktohen shërbimet sociale që bashkia ofron dhe paguan deri në vitin 2030.",
    phase=Phase.SUMMARISED,
    link=REGISTER,
    methods=(Method.REGISTER, Method.BOT, Method.MEETING, Method.EMAIL, Method.SPOKEN),
    prolonged=(
        Prolonged(
            date(2027, 3, 1), date(2027, 3, 12), date(2027, 2, 22), "Takimi në Petran u shty për shkak të rrugës."
        ),
    ),
    meetings=(IN_TOWN, IN_VILLAGE),
    participants={
        Actor.CITIZEN: Headcount(29, about=True),
        Actor.CIVIL_SOCIETY: Headcount(8),
        Actor.INSTITUTION: Headcount(6),
        Actor.SPECIALIST: Headcount(3),
    },
    comments=COMMENTS,
    groups=(GROUP,),
    overridden=(
        Overridden(
            "meeting_too_soon",
            date(2027, 2, 1),
            "Datat ishin njoftuar më parë në planin vjetor; afati i komenteve u zgjat.",
        ),
    ),
    register_url=REGISTER,
    summarised_on=date(2027, 3, 26),
)
ADOPTED = replace(
    REPORT,
    phase=Phase.ADOPTED,
    act=AdoptedAct(TITLE, "Vendim nr. 17", date(2027, 3, 29), "https://permet.example/v/17"),
)

LISTED = ParticipantsList(
    HEAD,
    TITLE,
    (
        AttendanceSheet(
            IN_TOWN,
            (
                Attendee("Agim Dërrasa", "", "Banor i lagjes", Actor.CITIZEN, CheckedIn.THEMSELVES),
                Attendee("Luan Çuka", "Drejtoria e Shërbimeve Sociale", "Punonjës social", Actor.SPECIALIST),
                Attendee("Mira Qarri", "Shoqata Gratë e Vjosës", "Drejtuese", Actor.CIVIL_SOCIETY),
            ),
            {
                Actor.CITIZEN: Headcount(19),
                Actor.CIVIL_SOCIETY: Headcount(5),
                Actor.INSTITUTION: Headcount(4),
                Actor.SPECIALIST: Headcount(3),
            },
        ),
        AttendanceSheet(
            IN_VILLAGE,
            (Attendee("Ëngjëll Bregu", "Këshilli i fshatit", "Kryetar", Actor.INSTITUTION),),
            {
                Actor.CITIZEN: Headcount(10, about=True),
                Actor.CIVIL_SOCIETY: Headcount(3),
                Actor.INSTITUTION: Headcount(2),
            },
        ),
    ),
)
MINUTES = MinutesPaper(
    HEAD,
    TITLE,
    IN_TOWN,
    moderator="Vjosa Lumi",
    agenda=("Paraqitja e Planit Social", "Shërbimet për të moshuarit", "Qendra komunitare"),
    points=(
        SpokenPoint("Pasdite nuk ka asnjë shërbim për të moshuarit që jetojnë vetëm.", "Mira Qarri", "Gratë e Vjosës"),
        SpokenPoint("Autobusi i mëngjesit nuk pret ata që vijnë për shërbimet.", "Agim Dërrasa", "banor i lagjes"),
        SpokenPoint("Kush e drejton qendrën kur mbaron projekti?"),
    ),
    recommendations=("Një numër telefoni që përgjigjet deri në orën 20:00.", "Qendra të hapet edhe të shtunave."),
    decisions=("Drejtoria e Shërbimeve Sociale përgjigjet me shkrim deri më 1 mars.",),
    materials=("Projektakti dhe relacioni", "Fletë shpjeguese me shkrim të madh"),
    closing="Drejtoria i merr parasysh të dyja rekomandimet në projektin që i paraqitet këshillit.",
)
RELACION = relacion(
    MINUTES,
    kinds=LISTED.sheets[0].kinds,
    purpose=REPORT.purpose,
)

SOCIAL = YearConsultation(
    TITLE,
    date(2027, 2, 1),
    date(2027, 3, 12),
    tuple(Recommendation(row.number, row.day, row.verdict, row.reason) for row in settled(COMMENTS, (GROUP,))),
    ADOPTED.act,
    (IN_TOWN, IN_VILLAGE),
)
FEES = "Tarifa mbulon vetëm koston e shërbimit."
FISCAL = [
    Recommendation(f"PR-2027-{number:04}", date(2027, 11, 2), verdict, reason)
    for number, (verdict, reason) in enumerate(
        [(Verdict.ACCEPTED, "")] * 2 + [(Verdict.REFUSED, FEES)] * 5 + [(None, "")] * 3, 40
    )
]
YEAR = AnnualReport(
    replace(HEAD, day=date(2028, 1, 17)),
    2027,
    (
        SOCIAL,
        YearConsultation(
            "Paketa fiskale 2028",
            date(2027, 10, 20),
            None,
            tuple(FISCAL),
            None,
            (MeetingNote(date(2027, 11, 9), "Pallati i Kulturës, Përmet", time(11), present=Headcount(52)),),
        ),
        YearConsultation(
            "Rregullorja e tregjeve",
            date(2027, 6, 1),
            date(2027, 7, 1),
            cancelled=Cancellation(date(2027, 6, 11), "Rregullorja u tërhoq nga rendi i ditës."),
        ),
    ),
    planned=(
        PlannedConsultation(TITLE, 2, "RENJK, takime", "Shërbimet Sociale", PlannedStatus.ADOPTED),
        PlannedConsultation("Rregullorja e tregjeve", 6, "takim publik", "Shërbimet", PlannedStatus.DROPPED),
        PlannedConsultation("Paketa fiskale 2028", 11, "RENJK, takim", "Drejtoria e Financës", PlannedStatus.OPEN),
    ),
    acts=ActsAdopted(8, date(2028, 1, 10)),
)
CHAPTER = TransparencyChapter(
    HEAD,
    2027,
    CoordinatorContact("Sheshi kryesor, Përmet", "konsultime@permet.example", "", "e hënë – e premte, 08:00–16:00"),
    (
        PlannedConsultation(TITLE, 2, "RENJK, takime", "Shërbimet Sociale", PlannedStatus.ADOPTED),
        PlannedConsultation("Paketa fiskale 2028", 11, "RENJK, takim", "Drejtoria e Financës"),
    ),
    ("Buxheti dhe ndryshimet e tij", "Taksat dhe tarifat vendore", "Dhënia në përdorim e pronave"),
    (LinkedDocument("Rregullorja e Këshillit Bashkiak", "https://permet.example/rregullore"),),
    (
        LinkedDocument(TITLE, REGISTER),
        LinkedDocument("Rregullorja e tregjeve", "", YEAR.consultations[2].cancelled),
        LinkedDocument("Paketa fiskale 2028"),
    ),
    ("Komentet pranohen për 20 ditë pune nga njoftimi.", "Për çdo koment të refuzuar jepen arsyet."),
    ("Te titullari i institucionit, sa kohë akti nuk është miratuar.", "Te Komisioneri, brenda 30 ditëve."),
    YEAR,
)
HANDED = HandOver(
    HEAD,
    {Role.COORDINATOR: 1, Role.DEPUTY: 2},
    (
        Running(TITLE, Phase.REVIEW, date(2027, 3, 12), Balance(accepted=20, refused=14, undecided=7)),
        Running("Paketa fiskale 2028", Phase.OPEN, None, Balance()),
    ),
    (("Njoftim për tregun e ri", date(2027, 4, 9)),),
    (
        AnswerDue("PR-2027-0009", TITLE, date(2027, 3, 26)),
        AnswerDue("PR-2027-0031", TITLE, date(2027, 4, 12)),
    ),
    (GatheringDue("Paketa fiskale 2028", MeetingNote(date(2027, 11, 9), "Pallati i Kulturës, Përmet", time(11))),),
    (GatheringDue(TITLE, MeetingNote(date(2027, 3, 2), "Shkolla Frashër", time(17), time(18, 30))),),
    3,
    (PlannedConsultation("Rregullorja e tregjeve", 9, "takim publik", "Drejtoria e Shërbimeve"),),
    ("Shoqata e Blegtorëve",),
)
NOTICE = NoticePaper(
    HEAD,
    Version(
        2,
        Amendment.EXTENDED,
        date(2027, 2, 20),
        Terms(
            TITLE,
            "Vendoset cilat shërbime sociale hapen, dhe ku.",
            "Familjet, të moshuarit, personat me aftësi të kufizuara.",
            Kind.DRAFT,
            deadline=date(2027, 3, 12),
            email="konsultime@permet.example",
            register_url=REGISTER,
            laws=("146/2014", "139/2015"),
            steps=(Step("Shqyrtimi në komision", date(2027, 4, 1)), Step("Miratimi në këshill")),
        ),
        "Banorët e Frashërit kërkuan më shumë kohë.",
        meetings=(
            Meeting(
                MeetingId(1),
                ConsultationId(1),
                Venue(wall(date(2027, 3, 2), time(17)), "Shkolla Frashër", wall(date(2027, 3, 2), time(18, 30))),
            ),
        ),
        papers=(Paper(PaperId(1), "projektakti.pdf", 1, "r"),),
    ),
)
POSTER = Poster(
    HEAD,
    Kind.DRAFT,
    TITLE,
    "Vendoset cilat shërbime sociale hapen, dhe ku.",
    MaySpeak.UNTIL,
    date(2027, 3, 12),
    (
        Venue(wall(date(2027, 2, 16), time(11)), "Salla e Këshillit Bashkiak, Përmet"),
        Venue(wall(date(2027, 2, 24), time(17, 30)), "Shkolla e fshatit, Petran"),
        Venue(wall(date(2027, 3, 2), time(17)), ""),
    ),
    Ways("konsultime@permet.example", "069 000 0000", "Sheshi kryesor, Përmet", "e hënë – e premte, 08:00–16:00"),
    REGISTER,
    "https://t.me/bashke_bot?start=k_12",
)
REPOSITORY = Repository(
    HEAD,
    2027,
    (Folder(date(2027, 2, 1), TITLE, (NOTICE,), (RELACION,), as_published(ADOPTED)),),
    year_as_published(YEAR),
)
FORUM = ForumChecklist(
    HEAD,
    TITLE,
    "Forumi Bashkëqeverisës i Përmetit",
    (
        ForumCheck(ForumRight.INFORMED, date(2027, 2, 1), date(2027, 2, 1), "E-mail me projektaktin, 1 shkurt"),
        ForumCheck(ForumRight.INVITED, date(2027, 2, 8), date(2027, 2, 10), "Ftesë me shkrim"),
        ForumCheck(ForumRight.HEARD, date(2027, 3, 12)),
    ),
)


def _proof() -> ProofTable:
    told = {"topic": ProofTopic.INFORMED, "way": ProofWay.TELEGRAM, "subject": TITLE, "consultation": ConsultationId(7)}
    words = Wording(TITLE, "Bashkia Përmet ju njofton.\n- Komente deri më 12 mars.")
    drita, era = (Whose(name, salt * 32, words_of(words)) for name, salt in (("Shoqata Drita", "a"), ("Era e Re", "b")))
    email = told | {"way": ProofWay.EMAIL, "detail": "e shënoi koordinatori"}
    counts = "gjithsej 212, mbërriti 209, nuk u gjet 3, dështoi 0, nuk u nis 0; njoftimi në versionin 1"
    written = [
        NewProof(ProofStep.TOLD, **told, text=text_mark(words), whose=drita),
        NewProof(ProofStep.DELIVERED, **told, first=1, text=text_mark(words), whose=drita),
        NewProof(ProofStep.OPENED, **told, first=1, text=text_mark(words), whose=drita),
        NewProof(ProofStep.BY_HAND, **email, text=text_mark(words), whose=era),
        NewProof(ProofStep.COUNTED, **told | {"topic": ProofTopic.ANNOUNCED}, detail=counts),
    ]
    rows: list[ProofRow] = []
    for place, new in enumerate(written, 1):
        at = datetime(2027, 2, 1, 8, place, tzinfo=UTC)
        rows.append(row_of(new, place=place, at=at, before=rows[-1].link if rows else BEGINNING))
    return ProofTable(HEAD, tuple(rows), rows[-1].link, TITLE)


PROOF = _proof()


@cache
def papers() -> dict[str, Media]:
    """All papers by the names of their pictures."""
    attendance, days, themes, *_ = report_charts(REPORT)
    return {
        "plan": plan_paper(PLAN, HEAD),
        "plan-filled": plan_paper(PLAN, HEAD, filled=MATRIX),
        "report": report_paper(ADOPTED),
        "comments": comments_paper(TABLE),
        "comments-sheet": comments_file(TABLE, Form.XLSX),
        "participants": participants_paper(LISTED),
        "minutes": minutes_paper(MINUTES),
        "relacion": relacion_paper(RELACION),
        "annual": annual_paper(YEAR),
        "chapter": chapter_paper(CHAPTER),
        "notice": notice_paper(NOTICE),
        "poster": poster_paper(POSTER),
        "hand-over": hand_over_paper(HANDED),
        "forum": forum_paper(FORUM),
        "proof": proof_paper(PROOF),
        "chart-attendance": attendance,
        "chart-days": days,
        "chart-themes": themes,
    }
