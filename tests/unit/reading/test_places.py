"""Where people meet, in the words of the notice: the whole place, and nothing that is said after it."""

import pytest

from documents.reading.notice import read_notice

HEAD = "Bashkia Kroi zhvillon takim publik për planin e lagjes "


@pytest.mark.parametrize(
    ("words", "place"),
    [
        (
            "në ambjentet e Qendrës “Drini” (kati i dytë). Jeni të ftuar.",
            "në ambjentet e Qendrës “Drini” (kati i dytë)",
        ),
        (
            "në  ambjentet e Qendrës “Drini “ ( kati i dytë) . Jeni të ftuar.",
            "në ambjentet e Qendrës “Drini “ ( kati i dytë)",
        ),
        ("në lokalin “Bora”, KROI, ku do të paraqitet ndikimi në mjedis.", "në lokalin “Bora”, KROI"),
        ("pranë zyrave të saj bën konsultimin me publikun.", "pranë zyrave të saj"),
        ("në kinemanë e qytetit të Kroit konsultimi me grupet e interesit.", "në kinemanë e qytetit të Kroit"),
        (
            "në sallën e galerisë (kati i dytë), pallati i Kulturës Kroi.",
            "në sallën e galerisë (kati i dytë), pallati i Kulturës Kroi",
        ),
        ("në sallën e Këshillit (hyrja nga parku).", "në sallën e Këshillit"),
        ("në sallën për seanca në ndërtesën e komunës.", "në sallën për seanca në ndërtesën e komunës"),
        ("në Hotel “Emerald”, sallën “Opal”.", "në Hotel “Emerald”, sallën “Opal”"),
        ("në sallën “Opal” dhe se gazetarët janë të mirëpritur.", "në sallën “Opal”"),
        ("në sallën 205 të MAKTI-t. Komentet dërgohen te zyrtarja Arta.", "në sallën 205 të MAKTI-t"),
        ("në hapësirën e Komunës së Kroit.", "në hapësirën e Komunës së Kroit"),
        ("në Kurvelesh dhe i fundit për të gjithë.", "në Kurvelesh"),
        ("në bibliotekë, ku janë ftuar edhe tregtarët.", "në bibliotekë"),
    ],
)
def test_the_place_is_said_whole_and_alone(words, place):
    (meeting,) = read_notice(f"{HEAD}ditën e premte, 9.10.2026, ora 11.00 , {words}").meetings
    assert meeting.place == place


@pytest.mark.parametrize(
    "words",
    [
        "Dëgjesa zhvillohet online në orën 10.00, më 9.10.2026, në adresën: https://zoom.example/j/1.",
        "Më 9.10.2026, ora 10:00, do të mbahet online dëgjesa e parë publike.",
    ],
)
def test_a_meeting_may_be_held_online(words):
    (meeting,) = read_notice(f"Bashkia Kroi fton banorët.\n{words}").meetings
    assert meeting.place == "online"


def test_each_school_of_one_evening_is_its_own():
    text = (
        "Komuna e Kroit fton banorët në dëgjimet për buxhetin.\nMë 9.10.2026 në fshatrat: Lugaj në ora 18:00"
        " në shkollë, në Bujan në ora 19:00 në shkollë dhe në Bytyç në ora 20:00 në shkollë."
    )
    assert {meeting.place for meeting in read_notice(text).meetings} == {"në shkollë"}


def test_the_address_of_a_page_is_no_place_beside_the_word():
    text = (
        "Dëgjesa e parë, DATA 09/10/2026 – 10:00\n\nNë datë 09.10.2026 do të zhvillohet online dëgjesa e parë.\n"
        "Lidhja në orën 10.00:\n\nhttps://us02web.zoom.us/j/68\n\n"
        "Në korrik u mbajt dëgjesa për Planin Vendor (PDV)."
    )
    assert [meeting.place for meeting in read_notice(text).meetings] == ["online"]


def test_a_place_may_stand_before_its_hour():
    text = (
        "Komuna e Kroit fton banorët në takimet më 9.10.2026, në shkollën “Ura” në Lugaj me fillim nga ora 16:00, në"
        " shkollën “Drini” në Bujan me fillim nga ora 18:00, dhe në shkollën “Liria” në Bytyç me fillim nga ora 19:30."
    )
    assert [meeting.place for meeting in read_notice(text).meetings] == [
        "në shkollën “Ura” në Lugaj",
        "në shkollën “Drini” në Bujan",
        "në shkollën “Liria” në Bytyç",
    ]


def test_what_is_discussed_at_each_hour_is_no_place():
    text = (
        "Njoftohen banorët se me datën 9.10.2026 në sallën e Kuvendit (ish ndërtesa e gjykatës) mbahet dëgjim publik:\n"
        "1. Rregullorja për shkollat – ora 10:00\n2. Kodi i Etikës – ora 13:00\n3. Rregullorja për objektet\n\n"
        "e përkohshme – ora 15:00"
    )
    meetings = read_notice(text).meetings
    assert [f"{meeting.start:%H}" for meeting in meetings if meeting.start] == ["10", "13", "15"]
    assert {meeting.place for meeting in meetings} == {"në sallën e Kuvendit (ish ndërtesa e gjykatës)"}


def test_of_a_meeting_in_a_heading_the_place_is_where_it_is_told_whole():
    text = (
        "Komuna organizon takim publik më 9 tetor\n\nÇdo komunë mban dy takime, ku secili pyet në Komunë.\n"
        "Një takim të tillë Komuna e Kroit e mban me 9 tetor 2026, nga ora 11:00, në Teatrin e Qytetit."
    )
    assert [meeting.place for meeting in read_notice(text).meetings] == ["në Teatrin e Qytetit"]


def test_towns_before_their_days_are_the_place():
    text = "Dëgjesat publike do të mbahen në Fier, Vlorë e Gjirokastër më 22 dhe 23 maj 2026."
    assert {meeting.place for meeting in read_notice(text).meetings} == {"në Fier, Vlorë e Gjirokastër"}


def test_a_place_may_stand_below_an_empty_line():
    text = "Tryeza do të mbahet me 9.10.2026 prej 12-14h në\n\nSallën e madhe të Kuvendit."
    assert [meeting.place for meeting in read_notice(text).meetings] == ["në Sallën e madhe të Kuvendit"]


def test_rows_without_a_heading_share_the_hour_above_them():
    text = (
        "Ministria fton në konsultim publik.\n\nTryezat (të gjitha në orën 10:30):\n\n"
        "Shkodër | 5.10.2026 | Biblioteka e qytetit\nKorçë | 7.10.2026 | Qendra e Rinisë\n"
        "Online | 9.10.2026 | Microsoft Teams\n\nRegjistrimi: dy ditë para çdo tryeze."
    )
    found = [(f"{meeting.day:%d} {meeting.start:%H:%M}", meeting.place) for meeting in read_notice(text).meetings]
    assert found == [
        ("05 10:30", "Shkodër, Biblioteka e qytetit"),
        ("07 10:30", "Korçë, Qendra e Rinisë"),
        ("09 10:30", "Online, Microsoft Teams"),
    ]


def test_a_meeting_that_is_told_again_at_the_end_stands_once():
    text = (
        "Forumet janë:\ne hënë, 5 tetor 2026, ora 18:00 – Lugaj, shkolla e mesme\n"
        "e mërkurë, 7 tetor 2026, ora 18:00 – Bujan, salla e Kuvendit\n\n"
        "Mos harro: fillojmë në Lugaj, të hënën me 5.10.2026, në ora 18:00!"
    )
    assert [meeting.place for meeting in read_notice(text).meetings] == [
        "Lugaj, shkolla e mesme",
        "Bujan, salla e Kuvendit",
    ]


def test_the_hours_at_which_a_report_may_be_seen_are_no_meeting():
    text = (
        "Njoftim për dëgjesë publike\nDëgjesa: 9/10/2026\nOra: 11.00\nVendi: Zyra e njësisë\n"
        "Raporti: shfletohet në bashki, zyra nr. 7, nga 9.00 deri 13.00"
    )
    assert [(f"{meeting.start:%H:%M}", meeting.place) for meeting in read_notice(text).meetings] == [
        ("11:00", "Zyra e njësisë")
    ]


@pytest.mark.parametrize("mark", ["• ", "- ", "1. "])
def test_the_line_above_a_list_says_in_which_house_of_each_village(mark):
    text = (
        f"Dëgjesat për buxhetin zhvillohen në orën 12:00, në zyrat e njësive administrative:\n{mark}Tërbuf, e hënë,"
        f" 26 tetor 2026\n{mark}Remas, e hënë, 2 nëntor 2026"
    )
    found = [(f"{meeting.start:%H:%M}", meeting.place) for meeting in read_notice(text).meetings]
    where = "në zyrat e njësive administrative"
    assert found == [("12:00", f"Tërbuf, {where}"), ("12:00", f"Remas, {where}")]


def test_in_blocks_the_place_may_stand_above_its_day():
    text = (
        "Agjencia fton në takime publike:\n\n📍 Shkopet, te qendra e vizitorëve\n📅 E martë 13 tetor 2026\n🕙 10:00 -"
        " 12:30\n\n"
        "📍 Ulëz, te shkolla e mesme\n📅 E mërkurë 14 tetor 2026\n🕙 10:00 - 12:30\n\nShkruani deri më 31 tetor 2026."
    )
    assert [meeting.place for meeting in read_notice(text).meetings] == [
        "Shkopet, te qendra e vizitorëve",
        "Ulëz, te shkolla e mesme",
    ]


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("ish-shkolla fillore e fshatit", "ish-shkolla fillore e fshatit"),
        ("Drejtoria Rajonale Lugaj.", "Drejtoria Rajonale Lugaj"),
        ("Qendra për Kulturë “Migjeni”, Kroi", "Qendra për Kulturë “Migjeni”, Kroi"),
        ("platforma Zoom (linku u dërgohet të regjistruarve)", "platforma Zoom"),
    ],
)
def test_a_name_stands_whole_without_what_is_beside_the_point(words, place):
    (meeting,) = read_notice(f"Debati publik: 9.10.2026, në ora 11:00, {words}\nPikat e shikimit: zyra 14").meetings
    assert meeting.place == place


def test_an_association_with_a_name_is_where_people_meet():
    text = (
        "Sesione informuese:\n5/10/2026, h 10:00 – Lugaj, Biblioteka Publike\n"
        "7/10/2026, h 14:00 – Bujan, Shoqëria Bujqësore “Gjorica”"
    )
    assert [meeting.place for meeting in read_notice(text).meetings] == [
        "Lugaj, Biblioteka Publike",
        "Bujan, Shoqëria Bujqësore “Gjorica”",
    ]


def test_the_same_weekday_is_the_day_before():
    text = (
        "Në Vermosh vijmë të enjten, më 8 tetor 2026. Takimi nis në orën 10:00 te shkolla.\n"
        "Në Lëpushë vijmë po të enjten, në orën 2 pasdite, te bujtina e fshatit."
    )
    found = [f"{meeting.day:%d} {meeting.start:%H}" for meeting in read_notice(text).meetings]
    assert found == ["08 10", "08 14"]


def test_those_who_are_met_are_no_place():
    text = (
        "Takime konsultative\n- Me fermerët, 5 tetor 2026, ora 13:00, zyra e njësisë\n"
        "- Me guidat, hotelet e restorantet - 6 tetor 2026, ora 9:30, Qendra e Vizitorëve"
    )
    assert [meeting.place for meeting in read_notice(text).meetings] == ["zyra e njësisë", "Qendra e Vizitorëve"]


def test_a_label_may_stand_in_two_languages():
    text = (
        "Bashkia Kroi organizon takim.\nΗμερομηνία / Data: 9/10/2026\nΏρα / Ora: 11:00\nΤόπος / Vendi: Shkolla e Kroit"
    )
    assert [meeting.place for meeting in read_notice(text).meetings] == ["Shkolla e Kroit"]


def test_a_village_stands_before_its_house_without_a_preposition():
    text = (
        "Ejani te takimi më i afërt:\n- Milot: e hënë, 5 tetor 2026, ora 16.30, te shkolla e mesme\n"
        "- Mamurras: e martë, 6 tetor 2026, ora 16.30, te kinemaja"
    )
    assert [meeting.place for meeting in read_notice(text).meetings] == ["Milot, shkolla e mesme", "Mamurras, kinemaja"]


def test_a_label_inside_an_item_says_the_place():
    text = (
        "Do të organizohen debate publike, si vijon:\n• Në Koçan, 5.10.2026, në ora 18, lokacioni: Monumenti i"
        " Lirisë;\n"
        "• Në Probishtip, 6.10.2026, në ora 18, lokacioni: Sheshi i ri"
    )
    assert [meeting.place for meeting in read_notice(text).meetings] == ["Monumenti i Lirisë", "Sheshi i ri"]


def test_the_floor_of_a_house_in_a_list_belongs_to_it():
    text = (
        "Seancat dëgjimore:\nKorçë, 5.10.2026, ora 17:00, Qendra Rinore (kati 1)\n"
        "Drenovë, 6.10.2026, ora 14:00, zyra e njësisë"
    )
    assert [meeting.place for meeting in read_notice(text).meetings] == [
        "Korçë, Qendra Rinore (kati 1)",
        "Drenovë, zyra e njësisë",
    ]


def test_a_form_may_only_say_in():
    text = (
        "Dëgjimi publik për rrugën mbahet:\nMe datë: 9.10.2026\nNë ora: 11:00\nNë: Sallën e mbledhjeve, kati III\n\n."
    )
    assert [meeting.place for meeting in read_notice(text).meetings] == ["Sallën e mbledhjeve, kati III"]
