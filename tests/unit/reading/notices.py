"""Notices of our own making, with what a careful clerk would read in them; names and addresses are invented."""
# ruff: noqa: E501 - notices are pasted with long lines, and so they stand here

from dataclasses import dataclass

from participation.consultations.notice import DayCount, DoubtKind

HEAD = "Bashkia Kroi fton banorët në takim për planin e lagjes"


@dataclass(frozen=True)
class Labelled:
    name: str
    text: str
    meetings: tuple[tuple[str | None, str | None, str | None], ...] = ()
    """(day, start-end, a part of the place) of each meeting."""
    deadline: str | None = None
    laws: tuple[str, ...] = ()
    email: str | None = None
    is_notice: bool = True
    institution: str | None = None
    published: str | None = None
    title: str | None = None
    purpose: str | None = None
    phone: str | None = None
    register: str | None = None
    days: DayCount | None = None
    doubts: tuple[DoubtKind, ...] = ()


NOTICES = (
    Labelled(
        name="declined_month_and_hyphen",
        text="""Bashkia Kurbnesh

Njoftim, 2 qershor 2023

Të hënën e 26-qershorit në orën 10:00, në sallën e Këshillit, do të mbahet dëgjesa publike për tarifat e reja të pastrimit.
Të gjithë banorët janë të ftuar.""",
        meetings=(("2023-06-26", "10:00", "në sallën e Këshillit"),),
        institution="Bashkia Kurbnesh",
        published="2023-06-02",
    ),
    Labelled(
        name="two_days_one_hour",
        text="""BASHKIA DETARE
FTESË PËR KONSULTIM PUBLIK

Ju ftojmë në takimet për planin e plazheve, në datat 12 dhe 13 shkurt 2024, ora 12:00, në Pallatin e Kulturës "Bregu".

Propozimet me shkrim dërgohen deri më 20.02.2024 në adresën plazhet@bashkiadetare.example.""",
        meetings=(("2024-02-12", "12:00", "Pallatin e Kulturës"), ("2024-02-13", "12:00", "Pallatin e Kulturës")),
        deadline="2024-02-20",
        email="plazhet@bashkiadetare.example",
        institution="Bashkia Detare",
    ),
    Labelled(
        name="hour_range_labels",
        text="""KËSHILLI BASHKIAK LUGINË
Njoftim për seancë dëgjimore

Tema: Rregullorja e tregut fshatar
Data: 4 Prill 2025 (e premte)
Ora: 10:30–12:30
Vendi: Qendra Multifunksionale, kati II
Kontakt: 069 11 22 333""",
        meetings=(("2025-04-04", "10:30-12:30", "Qendra Multifunksionale, kati II"),),
    ),
    Labelled(
        name="deadline_and_law_dates",
        text="""Komuna e Lisnajës
Drejtoria e Urbanizmit

NJOFTIM PËR SHQYRTIM PUBLIK

Në bazë të Ligjit nr. 04/L-174 për Planifikimin Hapësinor dhe Ligjit Nr. 03/L-040 për Vetëqeverisjen Lokale, si dhe Udhëzimit Administrativ nr. 24/2015, drafti i Hartës Zonale vihet në shqyrtim publik nga data 3 mars 2025 deri më 2 prill 2025.

Debati publik mbahet më 18 mars 2025, prej orës 11:00 deri 12:30, në sallën e Kuvendit të Komunës.

Vërejtjet dërgohen në urbanizmi@lisnaja.example.""",
        meetings=(("2025-03-18", "11:00-12:30", "në sallën e Kuvendit të Komunës"),),
        deadline="2025-04-02",
        laws=("04/L-174", "03/L-040"),
        email="urbanizmi@lisnaja.example",
        institution="Komuna e Lisnajës",
    ),
    Labelled(
        name="afternoon_hour",
        text="""Bashkia Malore ju fton!

Nesër flasim për rrugët, por takimi i madh është të shtunën, më 14 qershor 2025, ora 5 pasdite, te shkolla “Fan Noli” në fshatin Guri.

Merrni pjesë!""",
        meetings=(("2025-06-14", "17:00", "shkolla “Fan Noli”"),),
        institution="Bashkia Malore",
    ),
    Labelled(
        name="moved_from_to",
        text="""NJOFTIM
Bashkia Perëndim njofton se takimi konsultues për planin vendor të mbetjeve shtyhet nga data 10.03.2025, ora 10:00, në datën 17.03.2025, ora 11:00. Vendi nuk ndryshon: salla e bibliotekës.""",
        meetings=(("2025-03-17", "11:00", "salla e bibliotekës"),),
        institution="Bashkia Perëndim",
    ),
    Labelled(
        name="cancelled",
        text="""Bashkia Kodër

ANULOHET takimi i datës 5 maj 2025, ora 17:00, për transportin publik. Data e re do të shpallet më vonë.""",
        meetings=(),
        institution="Bashkia Kodër",
    ),
    Labelled(
        name="list_of_villages",
        text="""Bashkia Fushore – kalendari i dëgjesave për buxhetin 2026

Në zbatim të ligjit nr.68/2017 “Për financat e vetëqeverisjes vendore” dhe ligjit 139/2015:

• Arëz – e hënë, 6 tetor 2025, ora 10.00, salla e shkollës 9-vjeçare
• Bukël – e martë, 7 tetor 2025, ora 10.00, zyra e njësisë
• Curraj – e mërkurë, 8 tetor 2025, ora 13.30, Shtëpia e Kulturës

Sugjerimet me shkrim brenda datës 15 tetor 2025 në buxheti@fushore.example, tel. 04 222 3344""",
        meetings=(
            ("2025-10-06", "10:00", "salla e shkollës 9-vjeçare"),
            ("2025-10-07", "10:00", "zyra e njësisë"),
            ("2025-10-08", "13:30", "Shtëpia e Kulturës"),
        ),
        deadline="2025-10-15",
        laws=("68/2017", "139/2015"),
        email="buxheti@fushore.example",
        institution="Bashkia Fushore",
    ),
    Labelled(
        name="hours_under_a_day",
        text="""Bashkia Breg
Takimet me banorët për planin e vitit 2026

E martë, 11 nëntor 2025
- ora 10:00 lagjja nr. 1, kopshti “Lulja”
- ora 12:00 lagjja nr. 2, shkolla e mesme
E mërkurë, 12 nëntor 2025
- ora 10:00 fshati Krua, zyra e kryepleqësisë""",
        meetings=(
            ("2025-11-11", "10:00", "kopshti “Lulja”"),
            ("2025-11-11", "12:00", "shkolla e mesme"),
            ("2025-11-12", "10:00", "zyra e kryepleqësisë"),
        ),
        institution="Bashkia Breg",
    ),
    Labelled(
        name="year_from_the_letter",
        text="""REPUBLIKA E SHQIPËRISË
BASHKIA URA VAJGURORE

Nr. 1204/3 Prot.                 Ura Vajgurore, më 03.09.2024

NJOFTIM

Ju njoftojmë se ditën e enjte, datë 3 tetor, ora 11:00, në ambientet e sallës së mbledhjeve do të zhvillohet seanca e këshillimit për paketën fiskale 2025.
Komentet dërgohen brenda datës 1 tetor.""",
        meetings=(("2024-10-03", "11:00", "sallës së mbledhjeve"),),
        deadline="2024-10-01",
        institution="Bashkia Ura Vajgurore",
        published="2024-09-03",
    ),
    Labelled(
        name="slash_dates",
        text="""Njesia Administrative Lumas, Bashkia Osum

Diten e marte, date 09/02/2027, ora 9.30, prane zyrave te njesise do te zhvillohet takim i hapur me fermeret per kanalet vaditese. Ejani te gjithe, jeni te ftuar.""",
        meetings=(("2027-02-09", "09:30", "zyrave te njesise"),),
        institution="Bashkia Osum",
    ),
    Labelled(
        name="call_for_proposals",
        text="""THIRRJE E HAPUR për organizatat e shoqërisë civile

Bashkia Liqen fton OSHC-të të bëhen pjesë e Forumit Qytetar. Aplikimet hapen më 1 mars 2025 dhe mbyllen më 21 mars 2025, ora 16:00.
Pyetjet dërgohen deri më 10 mars 2025. Aplikimet dorëzohen në forumi@liqen.example.
Fituesit shpallen më 4 prill 2025. Zbatimi: maj 2025 – dhjetor 2025. Shuma: 1.200.000 lekë.""",
        deadline="2025-03-21",
        email="forumi@liqen.example",
        institution="Bashkia Liqen",
    ),
    Labelled(
        name="no_year_at_all",
        text="""Bashkia Kroi
Ju presim të enjten, më 16 tetor, në orën 18:00 te Shtëpia e Fëmijëve. Flasim për këndet e lojërave.""",
        meetings=(("--10-16", "18:00", "Shtëpia e Fëmijëve"),),
        institution="Bashkia Kroi",
    ),
    Labelled(
        name="street_named_after_a_day",
        text="""Bashkia Qytezë njofton: dëgjesë publike për sheshin e ri më 21.05.2026 në orën 17:30, te salla “28 Nëntori”, Rruga 5 Maji, nr. 12.
Projektvendimi nr. 14, datë 02.04.2026 gjendet në konsultimipublik.gov.al/Konsultime/Detaje/812""",
        meetings=(("2026-05-21", "17:30", "salla “28 Nëntori”, Rruga 5 Maji"),),
        institution="Bashkia Qytezë",
    ),
    Labelled(
        name="table_with_years",
        text="""BASHKIA RRËZË
GRAFIKU I DËGJESAVE PUBLIKE

| Nr | Njësia administrative | Vendi | Data | Ora |
|---|---|---|---|---|
| 1 | Pishkash | Salla e shkollës | 04.11.2025 | 10:00 |
| 2 | Dardhë | – | 05.11.2025 | 12:00 |""",
        meetings=(("2025-11-04", "10:00", "Salla e shkollës"), ("2025-11-05", "12:00", "Dardhë")),
        institution="Bashkia Rrëzë",
    ),
    Labelled(
        name="day_and_month_in_list",
        text="""Bashkia Grykë – Grafiku i takimeve, nëntor 2024
03.11 ora 10:00 – Sopot, shkolla
04.11 ora 10:00 – Vithkuq, ambulanca
Vërejtjet deri më 15.11""",
        meetings=(("2024-11-03", "10:00", "shkolla"), ("2024-11-04", "10:00", "ambulanca")),
        deadline="2024-11-15",
    ),
    Labelled(
        name="report_of_a_meeting",
        text="""Procesverbal
Më 12.06.2025, ora 11:00, në sallën e Bashkisë Qytezë u zhvillua takimi me banorët. Morën pjesë 34 qytetarë. U diskutua për ujin. Kryetari theksoi se punimet nisin shpejt.""",
        is_notice=False,
    ),
    Labelled(
        name="news_of_a_hearing",
        text="""Dëgjesë me qytetarët e lagjes nr. 3

Sot në Pallatin e Kulturës u mbajt dëgjesa e radhës për buxhetin. Banorët kërkuan ndriçim dhe trotuare. Falënderojmë të gjithë ata që morën pjesë!""",
        is_notice=False,
    ),
    Labelled(
        name="vacancy",
        text="""Bashkia Detare
Shpallje për vend të lirë pune: Specialist i Turizmit
Dokumentet dorëzohen deri më 12 maj 2025 në Drejtorinë e Burimeve Njerëzore. Intervista zhvillohet më 20 maj 2025, ora 10:00, në sallën e mbledhjeve. Ligji nr. 152/2013.""",
        is_notice=False,
    ),
    Labelled(
        name="water_cut",
        text="""NJOFTIM
Të nderuar qytetarë, më 14.08.2025 nga ora 08:00 deri në 16:00 do të ketë ndërprerje të furnizimit me ujë në lagjen nr. 5 për shkak të punimeve. Kërkojmë mirëkuptimin tuaj.""",
        is_notice=False,
    ),
    Labelled(
        name="auction",
        text="""Bashkia Breg shpall ankandin publik për dhënien me qira të lokaleve. Ankandi zhvillohet më 03.03.2025, ora 11:00, në sallën e Këshillit. Çmimi fillestar 40.000 lekë.""",
        is_notice=False,
    ),
    Labelled(
        name="traffic_ban",
        text="""Policia Bashkiake njofton: më 28 nëntor 2025, nga ora 07:00 deri në 14:00, ndalohet parkimi dhe qarkullimi i automjeteve në rrugën kryesore për shkak të festës.""",
        is_notice=False,
    ),
    Labelled(
        name="blank_form",
        text="""FORMULAR PËR KOMENTE
Emri: ______________
Adresa: ____________
Komenti: ___________
Data: ____/____/20__""",
        is_notice=False,
    ),
    Labelled(
        name="explanation",
        text="""Çfarë është konsultimi publik?
Konsultimi publik është një proces me anë të të cilit qytetarët japin mendim. Sipas ligjit nr. 146/2014, publiku ka të drejtë të njihet me projektaktet. Komentet jepen brenda 20 ditë pune.""",
        is_notice=False,
    ),
    Labelled(
        name="online_comments_only",
        text="""Bashkia Përrua – konsultim publik
Projekt-rregullorja “Për hapësirat e gjelbra” është publikuar më 05.05.2025. Mendimet dhe sugjerimet dërgohen në adresën gjelber@perrua.example brenda 20 (njëzet) ditëve pune nga publikimi. Baza ligjore: 146/2014, 139/2015. VKM nr. 1094, datë 28.12.2015.""",
        laws=("146/2014", "139/2015"),
        email="gjelber@perrua.example",
        institution="Bashkia Përrua",
        published="2025-05-05",
    ),
    Labelled(
        name="smeared_by_a_scanner",
        text="""Bashkia Osum
Ne baze te ligjit Nr.13912015 "Per veteqeverisjen vendore", ftohen banoret ne takimin e dates 7.10.2025, ora 10.00, ne sallen e bashkise.""",
        meetings=(("2025-10-07", "10:00", "sallen e bashkise"),),
        laws=("139/2015",),
        institution="Bashkia Osum",
    ),
    Labelled(
        name="correction",
        text="""KORRIGJIM. Në njoftimin e mëparshëm data e takimit u shkrua gabimisht 12.09.2025. Takimi për planin e lagjes mbahet më 19.09.2025, në orën 17:00, në oborrin e shkollës “Drita”, Bashkia Kroi.""",
        meetings=(("2025-09-19", "17:00", "oborrin e shkollës “Drita”"),),
    ),
    Labelled(
        name="beside_a_building",
        text="""Bashkia Kroi fton banorët në takimin për rrugën e re, më 19.09.2025, ora 17:00, prane zyres se njësisë «Gur». Njoftim i koordinatorit për konsultimin publik.""",
        meetings=(("2025-09-19", "17:00", "prane zyres se njësisë «Gur»"),),
        institution="Bashkia Kroi",
    ),
    Labelled(
        name="dotless_preposition",
        text="""Bashkia Kroi fton banorët në takimin për rrugën e re, qe mbahet ne sallën e madhe me date 19.09.2025, ora 17:00.""",
        meetings=(("2025-09-19", "17:00", "në sallën e madhe"),),
        institution="Bashkia Kroi",
    ),
    Labelled(
        name="impossible_day",
        text="""Bashkia Kroi fton banorët në takim më 31.11.2025, ora 10:00, në sallën e vogël.""",
        meetings=((None, "10:00", "në sallën e vogël"),),
        institution="Bashkia Kroi",
    ),
    Labelled(
        name="two_places_on_one_day",
        text="""Bashkia Liqen organizon takime informuese më 9 maj 2025: ora 10:00 në shkollën “Agimi” dhe ora 13:00 në zyrat e njësisë Gur. Jeni të mirëpritur.""",
        meetings=(("2025-05-09", "10:00", "shkollën “Agimi”"), ("2025-05-09", "13:00", "zyrat e njësisë Gur")),
        institution="Bashkia Liqen",
    ),
    Labelled(
        name="moved_in_one_sentence",
        text="""Bashkia Osum njofton se seanca dëgjimore e parashikuar për datën 15 tetor 2026 në orën 11.00, për shkak të motit të keq, do të zhvillohet më datë 22 tetor 2026 në të njëjtën orë, në sallën e Këshillit Bashkiak.""",
        meetings=(("2026-10-22", "11:00", "në sallën e Këshillit Bashkiak"),),
        institution="Bashkia Osum",
    ),
    Labelled(
        name="window_of_two_dates",
        text="""Bashkia Kroi
KONSULTIM PUBLIK
Projektvendim "Për tarifat e vitit 2027"
Afati i konsultimit: 01.11.2026 - 30.11.2026
Komentet: fjala@kroi.example""",
        deadline="2026-11-30",
        email="fjala@kroi.example",
        institution="Bashkia Kroi",
    ),
    Labelled(
        name="exhibition_and_debate",
        text="""Ekspozim publik i planit të detajuar
Komuna e Lisnajës fton palët e interesit ta shohin planin, i cili ekspozohet nga 01.04.2026 deri më 30.04.2026 në hollin e ndërtesës, çdo ditë pune 09:00-15:00. Diskutimi publik: 23.04.2026, ora 12:00, Salla e Kuvendit.""",
        meetings=(("2026-04-23", "12:00", "Salla e Kuvendit"),),
        deadline="2026-04-30",
        institution="Komuna e Lisnajës",
    ),
    Labelled(
        name="tomorrow",
        text="""Njoftohen banorët e fshatit Zall se nesër në orën 10:00, te shkolla, mbahet mbledhje për ujin. Bashkia Kroi""",
        meetings=((None, "10:00", "shkolla"),),
        institution="Bashkia Kroi",
    ),
    Labelled(
        name="news_told_in_the_active_voice",
        text="""Sot, më 12 mars 2026, kryetari i Bashkisë Breg zhvilloi një takim me fermerët. Ata ngritën problemin e kanaleve. Takimi tjetër do të mbahet në prill.""",
        is_notice=False,
    ),
    Labelled(
        name="registration_before_the_meeting",
        text="""Forum qytetar i Bashkisë Grykë
Data: 23.10.2025
Regjistrimi: 09:30
Fillimi: ora 10:00
Vendi: Hotel Bora
Konfirmoni pjesëmarrjen deri më 20.10.2025 te forumi@gryke.example""",
        meetings=(("2025-10-23", "10:00", "Hotel Bora"),),
        deadline="2025-10-20",
        email="forumi@gryke.example",
        institution="Bashkia Grykë",
    ),
)
