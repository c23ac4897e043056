"""Days that stand in a notice and are no meeting, and words that its way has put into it."""

import pytest

from documents.reading.notice import read_notice
from documents.reading.road import mended

MEETING = "Takimi mbahet të hënën, më 5.10.2026, ora 10:00, në sallën e Këshillit."
HEAD = "Bashkia Kroi fton banorët në dëgjesë publike për planin e lagjes.\n"


@pytest.mark.parametrize(
    "words",
    [
        "Nga: Era <era@kroi.example>\nPër: forumi@kroi.example\nTema: Ftesë\nData: e enjte, 1 tetor 2026, 14:02\n\n",
        "Nga redaksia · 1 tetor 2026, 18:54\n\n",
        "Postuar: 20:15 / 01.10.2026\n\n",
        "1 tetor 2026 · 19:04\n\n",
        "KROI, 1 tetor 2026 – Bashkia fton banorët.\n\n",
        "[01/10/2026, 18:42] Era: Të nderuar prindër,\n[01/10/2026, 18:43] Era: ju presim.\n",
        "❌ E diel, 4.10.2026, ora 17:00, Hotel Bora\n",
        "Takimi i parë u mbajt më 4 shtator 2026, ora 10:00, në Lugaj.\n",
        "Drafti u përfundua më 4 shtator 2026.\n",
        "Dëgjesa ishte menduar për 2 tetor 2026, ora 9:00, po shtyhet.\n",
        "Mbledhja do të mbahej më 2 tetor 2026.\n",
        "Shembull: takimi mbahet më 12 mars 2026, ora 11:00.\n",
        "Mbledhje, 4.9.2026\nNë mbledhjen e datës 4.9.2026 Këshilli mori vendimin për planin.\n",
        "Me datën 4.9.2026 është mbajtur edhe takimi me tregtarët.\n",
        "Aplikuesit e përzgjedhur do të njoftohen në datën 25 tetor 2026.\n",
        "Për festivalin “Dita e Mollës”, i cili do të mbahet më 11 dhe 12 tetor 2026, ka vende.\n",
        "Duke filluar nga dita e hënë, më 12 tetor 2026, pastrohen rrugët e qendrës.\n",
        "Nga data 12 tetor 2026 do të mbajmë dëgjime në çdo lagje.\n",
        "date 2026-08-20 Në Kroi diskutim publik\n",
        "Këtë të hënë në orën 16:00 do të zhvillohej takim publik, por ishte mbajtur më herët.\n",
        "Zgjedhjet e 30 qershorit 2026 sollën një këshill të ri.\n",
        "Harta është e ekspozuar që prej datës 1 shtator 2026, çdo ditë 8:00-15:00.\n",
    ],
)
def test_only_the_meeting_is_one(words):
    found = [(str(meeting.day), str(meeting.start)) for meeting in read_notice(HEAD + words + MEETING).meetings]
    assert found == [("2026-10-05", "10:00:00")]


def test_what_stands_on_the_agenda_is_no_meeting():
    agenda = "1. Procesverbali i mbledhjes së datës 4.9.2026\n2. Punimet mbarojnë më 30 tetor 2026\n"
    reading = read_notice(f"{HEAD}{MEETING}\n\nRendi i ditës:\n{agenda}")
    assert [str(meeting.day) for meeting in reading.meetings] == ["2026-10-05"]
    assert reading.deadline is None


def test_a_meeting_that_only_moves_to_another_house_keeps_its_day():
    words = "Dëgjesa (5.10.2026, ora 10:00) nuk bëhet në Shtëpinë e Kulturës, siç u tha, por në sallën e Këshillit."
    (meeting,) = read_notice(HEAD + words).meetings
    assert (str(meeting.day), meeting.place) == ("2026-10-05", "në sallën e Këshillit")


def test_a_meeting_that_should_have_been_is_on_the_day_to_which_it_is_put_off():
    words = "Debati, i cili është dashur të mbahet sot, shtyhet për datën 5.10.2026, ora 10:00."
    assert [str(meeting.day) for meeting in read_notice(HEAD + words).meetings] == ["2026-10-05"]


def test_the_first_of_a_row_of_meetings_is_one():
    words = "Kur: çdo të hënë të parë të muajit, ora 10:00\nE para: 5 tetor 2026\nKu: salla e Këshillit"
    (meeting,) = read_notice(HEAD + words).meetings
    assert (str(meeting.day), str(meeting.start), meeting.place) == ("2026-10-05", "10:00:00", "salla e Këshillit")


@pytest.mark.parametrize(
    "words",
    [
        "Kush ka nevojë për transport lajmëron deri më 2 tetor 2026.",
        "Vetëm shoqatat e themeluara para datës 31.12.2025.",
        "Bizneset janë të lutura të heqin tavolinat deri në datën 12 tetor 2026.",
        "Java e buxhetit është caktuar nga data 14 deri më 21 nëntor 2026.",
        "Takimet në fshatra prej 15.09.2026 deri më 26.09.2026 shtyhen për afat të pacaktuar.",
        "Me Përfundimin numër 01-1648/16 prej 9.8.2026 drafti u vu në diskutim.",
        "Projektbuxheti afatmesëm u miratua më 3 shtator 2026.",
    ],
)
def test_not_every_limit_is_one_for_comments(words):
    assert read_notice(f"{HEAD}{MEETING}\n{words}").deadline is None


@pytest.mark.parametrize(
    "words",
    [
        "Njoftim - 4.9.2026 15:20\nPlani i lagjes",
        "Nga redaksia15:11, 4 Shtator 2026\nPlani i lagjes",
        "E hënë, 7 Shtator, 2026",
        "Formularët merren në zyrë nga 7 shtatori 2026, çdo ditë pune nga ora 10:00 deri në 15:00.",
        "Çertifikimi i zgjedhjeve vendore të 14-majit 2026 u bë në kohë dhe zhvillohen punimet.",
        "Debati ka filluar me 2.9.2026 në Lugaj dhe ka përfunduar me 4.9.2026 në Bujan.",
        "“Karnavalet e Kroit” do të zhvillohen në datat 8-9-10 shtator 2026.",
        "Plani zbatohet nga 1 shtatori 2026.",
        "Autoriteti në mbledhjen e datës 7 shtator 2026 vendosi të nxjerrë për këshillim këto ndryshime.",
        "Debatet i kanë vazhduar me datë 6 shtator 2026 me banorët e Lugajt.",
        "Njoftimi për dëgjesën u bë publik në faqe me 14.9.2026.",
        "Në mbledhjen e datës 4.9.2026 këshilli votoi për këtë plan.",
        "Sesionet informuese të 4 dhe 6 shtatorit 2026 u zhvilluan në Lugaj.",
    ],
)
def test_what_has_been_is_no_meeting_where_nothing_else_is_one(words):
    reading = read_notice(f"Bashkia Kroi pret vërejtje për planin deri më 2.11.2026.\n{words}")
    assert (reading.meetings, str(reading.deadline)) == ((), "2026-11-02")


def test_comments_go_before_who_will_come():
    text = f"{HEAD}{MEETING}\nRegjistrimi bëhet deri më 2.10.2026. Vërejtjet pranohen deri më 20.10.2026."
    assert str(read_notice(text).deadline) == "2026-10-20"


@pytest.mark.parametrize(
    ("arrived", "sent"),
    [
        ("dëgjesa zhvi-\nllohet më 5 maj", "dëgjesa zhvillohet më 5 maj"),
        ("më 24\n\nFaqe 1 / 2\n\nqershor 2026", "më 24\nqershor 2026"),
        ("më 24\n- 1 -\nqershor", "më 24\nqershor"),
        (
            "Bashkia Kroi   Faqe 1 / 2\nTeksti\n\nBashkia Kroi   Faqe 2 / 2\nvazhdon",
            "Bashkia Kroi   Faqe 1 / 2\nTeksti\nvazhdon",
        ),
        ("Vendi ........ Salla", "Vendi: Salla"),
        ("Emri: ..............\n", "Emri: ..............\n"),
        ("12.05.2026, 10:11 - Era: Po vjen?\n12.05.2026, 10:12 - Ana: Po.", "Po vjen?\nPo."),
        ("a   b\nc   d", "a\tb\nc\td"),
        ("një   fjalë e vetme", "një   fjalë e vetme"),
        ("SH002-\nUB", "SH002-\nUB"),
    ],
)
def test_what_the_way_did_is_mended(arrived, sent):
    assert mended(arrived) == sent
    assert mended(sent) == sent


def test_the_hour_at_which_an_application_closes_is_not_that_of_a_meeting():
    text = (
        "Bashkia Kroi fton fermerët në takime sqaruese për thirrjen, më 5.10.2026 në Lugaj dhe më 7.10.2026 në Bujan."
        " Aplikimi vazhdon deri më 2.11.2026 dhe mbyllet në orën 16.00."
    )
    reading = read_notice(text)
    assert [(str(meeting.day), meeting.start) for meeting in reading.meetings] == [
        ("2026-10-05", None),
        ("2026-10-07", None),
    ]
    assert str(reading.deadline) == "2026-11-02"


def test_what_a_meeting_decided_that_has_been_is_no_meeting_ahead():
    text = (
        "Mbledhje, 4.9.2026\n\nNë mbledhjen e datës 4.9.2026 bordi mori vendimin për konsultim publik.\n"
        "Ftohen palët e interesuara të paraqesin vërejtje deri më 2.11.2026."
    )
    reading = read_notice(text)
    assert (reading.meetings, str(reading.deadline)) == ((), "2026-11-02")


def test_what_a_form_says_of_the_report_is_no_meeting():
    form = (
        "NJOFTIM PËR DËGJESË PUBLIKE\n\nSubjekti:          “Guri” shpk\nData e njoftimit:  07.09.2026\n"
        "Data e dëgjesës:   5.10.2026 (e hënë)\nOra:               10:00\nVendi i dëgjesës:  Shkolla e Lugajt, kati"
        " i parë\n"
        "Raporti:           i ekspozuar në zyrë, nga 07.09.2026 deri më 02.10.2026, ora 08:30-14:00\n"
        "Vërejtjet:         deri më 02.10.2026\nFillimi i punimeve: parashikohet më 01.12.2026"
    )
    reading = read_notice(form)
    assert [(str(meeting.day), meeting.place) for meeting in reading.meetings] == [
        ("2026-10-05", "Shkolla e Lugajt, kati i parë")
    ]
    assert str(reading.deadline) == "2026-10-02"


def test_a_day_that_is_said_to_be_wrong_gives_way():
    text = "KORRIGJIM\nTakimi nuk është më 6 tetor, siç shkruhet aty, por të hënën, më 5 tetor 2026, ora 17:00."
    assert [str(meeting.day) for meeting in read_notice(HEAD + text).meetings] == ["2026-10-05"]


def test_a_day_in_quotes_that_was_written_by_mistake_gives_way():
    text = (
        "Ka një gabim në datë. Është shkruar “e premte, 2 tetor 2026”; e saktë është “e hënë, 5 tetor 2026”, ora 12:00."
    )
    assert [str(meeting.day) for meeting in read_notice(HEAD + text).meetings] == ["2026-10-05"]


def test_what_is_set_for_a_day_is_not_moved_because_something_else_is():
    text = "Dëgjesa është caktuar për të hënën, 5 tetor 2026, në orën 12:00. Banorët kundërshtuan zhvendosjen e skelës."
    assert [str(meeting.day) for meeting in read_notice(HEAD + text).meetings] == ["2026-10-05"]


def test_a_day_that_does_not_change_stands():
    text = "Ora e saktë është 15:00. Data ( 5 tetor 2026 ) dhe vendi (Hotel “Bora”, Kroi) nuk ndryshojnë."
    assert [(str(meeting.day), str(meeting.start)) for meeting in read_notice(HEAD + text).meetings] == [
        ("2026-10-05", "15:00:00")
    ]


def test_what_was_put_off_is_on_the_new_day():
    text = "Debati, që ishte planifikuar për sot, shtyhet për më 5.10.2026, në orën 10.00."
    assert [str(meeting.day) for meeting in read_notice(HEAD + text).meetings] == ["2026-10-05"]
    text = "Mbledhja e këshillit u shty për ditën e hënë, dt. 5.10.2026, në orën 10.00."
    assert [str(meeting.day) for meeting in read_notice(HEAD + text).meetings] == ["2026-10-05"]


def test_letters_set_apart_make_an_agenda_too():
    text = (
        f"{HEAD}{MEETING}\n\nR E N D I   I   D I T Ë S\n\n1. Punimet në shkollë, me afat përfundimi 15 dhjetor 2026.\n"
    )
    assert read_notice(text).deadline is None
