"""Until when one may comment: a day, or a number of days and of which kind."""

import pytest

from documents.reading.notice import read_notice
from participation.consultations.notice import DayCount, Doubt, DoubtKind

_DRAFT = "Bashkia Kroi – konsultim publik për projektvendimin e parkimit.\n"


@pytest.mark.parametrize(
    "text",
    [
        "Komentet dërgohen deri më 14 shtator 2026.",
        "Komentet dërgohen gjerë më 14.9.2026.",
        "Komentet pranohen jo më vonë se data 14 shtator 2026.",
        "Komentet dërgohen jo më larg se 14.09.26.",
        "Komentet dërgohen brenda datës 14/09/2026.",
        "Afati i fundit për komente: 14 Shtatorit 2026.",
        "Data e mbylljes së konsultimit: 14.09.2026",
        "Konsultimi mbyllet më 14 shtator 2026.",
        "Mendimet i presim deri të hënën, më 14 shtator 2026, ora 16:00, në zyrë.",
        "Afati për komente\n14.09.2026",
        "Periudha e konsultimit: 17 gusht – 14 shtator 2026",
        "Komentet dërgohen nga data 17.08.2026 deri në datën 14.09.2026.",
    ],
)
def test_the_last_day_is_read_and_is_no_meeting(text):
    reading = read_notice(_DRAFT + text)

    assert str(reading.deadline) == "2026-09-14"
    assert reading.meetings == ()
    assert reading.doubts == ()


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Komentet dërgohen brenda 20 ditëve pune nga publikimi.", DayCount(20)),
        ("Afati i komenteve: 20 (njëzet) ditë pune nga njoftimi.", DayCount(20)),
        ("AFATI PËR KOMENTE\n20 ditë pune", DayCount(20)),
        ("Komentet priten brenda njëzet ditëve të punës nga shpallja.", DayCount(20)),
        ("Vërejtjet dërgohen brenda afatit prej 40 ditësh pune.", DayCount(40)),
        ("Mendimet priten brenda 30 ditëve kalendarike nga publikimi.", DayCount(30, working=False)),
        ("Komentet dërgohen brenda dhjetë ditësh kalendarike nga njoftimi.", DayCount(10, working=False)),
        ("Rregullorja nuk i përgjigjet kohës.\nKomentet priten brenda 20 ditëve pune.", DayCount(20)),
        ("Mbledhja njoftohet 20 ditë pune para zhvillimit.", None),
        ("Përgjigja për komentet jepet brenda 10 ditëve pune.", None),
        ("Vendimi ankohet brenda 30 ditëve kalendarike.", None),
        ("Në 15 ditë pune u mblodhën 40 komente.", None),
    ],
)
def test_a_number_of_days_is_read_with_its_kind(text, count):
    reading = read_notice(_DRAFT + text)

    assert reading.deadline_days == count
    assert reading.deadline is None
    assert DoubtKind.BARE_DAYS not in {doubt.kind for doubt in reading.doubts}


def test_days_of_no_kind_are_working_days_and_doubted():
    reading = read_notice(_DRAFT + "Komentet dërgohen brenda 20 ditëve nga data e publikimit.")

    assert reading.deadline_days == DayCount(20)
    assert reading.doubts == (Doubt(DoubtKind.BARE_DAYS, "20 ditëve"),)


def test_a_day_that_is_said_goes_before_a_number_of_days():
    reading = read_notice(_DRAFT + "Komentet dërgohen brenda 20 ditëve nga publikimi, deri më 14.09.2026.")

    assert (str(reading.deadline), reading.deadline_days, reading.doubts) == ("2026-09-14", None, ())


@pytest.mark.parametrize(
    "words",
    [
        "Afati për vërejtje shtyhet nga 7.9.2026 në 14.09.2026.",
        "Thirrja është e hapur: 17.08.2026 – 14.09.2026.",
        "Ekspozimi i planit: 17 gusht – 14 shtator 2026, në hollin e bashkisë.",
        "1 shtator 2026: hapet konkursi\n14 shtator 2026, ora 24:00: mbyllet dorëzimi i ideve",
        "Idetë duhet të dorëzohen në zyrë deri më 14 shtator 2026, në ora 9.",
        "Afati i fundit për dorëzimin e dosjeve të plota me dokumente do të jetë data 14 shtator 2026.",
        "Afati i konkursit është prej 17.08.2026 (datë) deri 14.09.2026.",
        "Afati i paraqitjes zgjat prej datës 17/08/2026 deri më14/09/.2026 në orën 15:00.",
        "Dërgimi i ideve: 14.09.2026\nShpallja e ideve: 30.09.2026",
        "Këshillimi publik fillon më datë; 17 Gusht 2026 dhe përfundon më datë; 14 Shtator, 2026, ora 16:00.",
        "Bordi ka vendosur zgjatjen e konsultimit edhe për 15 ditë, dhe atë nga data 31.08.2026 deri 14.09.2026.",
        "17.08.2026 - 14.09.2026 – Periudha e aplikimit\n20.09.2026 – 25.09.2026 – Afati i ankimimit",
        "Periudha e diskutimit publik për planin e parkut do të jetë nga 17.08.2026– 14.09.2026.",
        "Dosja dërgohet në komunë, der më 14. shtator 2026.",
        "Data e thirrjes: 17 gusht 2026          Afati i fundit për aplikim: 14 shtator 2026",
        "Aplikimet, që mbylleshin më 17 gusht 2026, pranohen tani deri më 14 shtator 2026, ora 12:00.",
        "Plani ekspozohet në hollin e bashkisë prej 17.08.2026 deri më 04.09.2026.\n"
        "Vërejtjet dorëzohen në arkiv deri më 14.09.2026.",
        "Kërkesat për qumështin e prodhuar në periudhën nga 1 maji deri më 30 qershor 2026 dorëzohen deri më 14"
        " shtator 2026.",
        "Thirrja mbyllej, sipas pikës 4 të urdhrit, të premten, më 21 gusht 2026; afati shtyhet, pra deri më 14"
        " shtator 2026.",
        "Shqyrtimi publik zgjat 20 ditë, nga 17.08.2026.v. deri më 14.09.2026.v.",
        "Thirrja, e cila u mbyll më 14.08.2026, vazhdohet edhe për 10 ditë, prej 01.09.2026 deri më 14.09.2026.",
        "Vërejtjet, në formën e shkruar, dorëzohen deri me 14.09.2026vj.",
        "Vërejtjet priten deri më 14.09.2026. Drafti i dorëzohet Kuvendit deri më 30 shtator 2026.",
        "Periudha zyrtare e konsultimit është 17 gusht – 14 shtator 2026. Opinionin tonë e dorëzojmë më 9 shtator"
        " 2026.",
        "Lista u shpall më 17 gusht 2026 dhe vërejtjet pranohen 20 ditë, deri më 14 shtator 2026.",
        "VËREJTJE: Aplikacionet pas datës 14.09.2026 nuk pranohen!",
        "Idetë dërgohen deri më 14.09.2026. Juria mblidhet më 20 shtator 2026, përgjigjet jepen më 24 shtator 2026.",
        "Drafti vihet në diskutim publik në afat prej 15 ditësh, duke filluar nga data 31.08.2026, e duke përfunduar me"
        " 14.09.2026.",
        "Thirrja ishte e hapur prej 10.08.2026 deri me 28.08.2026; afati i aplikimit vazhdohet, deri me 14.09.2026.",
        "Afati i aplikimit nga dt. 31.08.2026-14.09.2026",
        "Konkursi me afat deri më 17.08.2026, i vazhduar deri më 28.08.2026, vazhdohet edhe për pesë ditë, deri më"
        " 14.09.2026 në ora 15:30.",
        "Drafti u hodh në regjistër më 17.08.2026 dhe qëndron i hapur për komente deri më 14.09.2026.",
        "Afati për aplikim: 14/09/2026 (23:59)\nPërgjigjet i marrin të gjithë deri më 30/09/2026.",
        "Data e aplikimit në e-portal: 07.08.2026\nPeriudha e konsultimit: 17.08.2026 – 14.09.2026",
        "Vërejtjet\nPriten deri më 14 shtator 2026.\nMë pas\nPërmbledhja e vërejtjeve publikohet brenda 30 shtatorit.",
    ],
)
def test_the_day_that_ends_it_is_the_one_for_the_public(words):
    reading = read_notice(_DRAFT + words)

    assert str(reading.deadline) == "2026-09-14"
    assert reading.meetings == ()


def test_the_day_of_a_call_is_no_meeting():
    reading = read_notice("Thirrje për ide\n\nData: 17 gusht 2026\n\nAfati i fundit për aplikim: 14 shtator 2026")

    assert (str(reading.deadline), reading.meetings) == ("2026-09-14", ())
