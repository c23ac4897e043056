"""Short notices, as they stand on boards and pages: everything in a few lines; names and addresses are invented."""
# ruff: noqa: E501 - notices are pasted with long lines, and so they stand here

from participation.consultations.notice import DoubtKind

from .notices import Labelled

SHORT_NOTICES = (
    Labelled(
        name="two_hearings_in_one_house",
        text="""Komuna e Vushtrrisë
Dëgjime buxhetore për vitin 2022

E martë, 14.09.2021, ora 14:00 – Kuvendi Komunal (qytetarët)
E martë, 14.09.2021, ora 16:00 – Kuvendi Komunal (bizneset)
E enjte, 16.09.2021, ora 17:00 – fshati Pestovë, SHFMU “Ali Kelmendi”
E premte, 17.09.2021, ora 17:00 – fshati Maxhunaj, salla e shkollës""",
        meetings=(
            ("2021-09-14", "14:00", "Kuvendi Komunal"),
            ("2021-09-14", "16:00", "Kuvendi Komunal"),
            ("2021-09-16", "17:00", "SHFMU “Ali Kelmendi”"),
            ("2021-09-17", "17:00", "salla e shkollës"),
        ),
        institution="Komuna e Vushtrrisë",
        title="Dëgjime buxhetore për vitin 2022",
    ),
    Labelled(
        name="confirm_by_day",
        text="""Bashkia Kavajë ju fton të merrni pjesë në dëgjesën publike me temë "Menaxhimi i mbetjeve në zonën e plazhit".
Data: 12/06/2023
Ora: 11.00-13.00
Vendi: Hotel Adriatik, Golem
Ju lutemi konfirmoni në nr. 067 22 33 444 deri me 09/06/2023.""",
        meetings=(("2023-06-12", "11:00-13:00", "Hotel Adriatik, Golem"),),
        deadline="2023-06-09",
        institution="Bashkia Kavajë",
        title="Menaxhimi i mbetjeve në zonën e plazhit",
        phone="067 22 33 444",
    ),
    Labelled(
        name="mayor_meets",
        text="""NJOFTIM PËR MBLEDHJE PUBLIKE
Kryetari i Komunës së Istogut mban takimin e parë publik me qytetarë për vitin 2024, më datë 28 qershor 2024 (e premte), duke filluar nga ora 10:00, në sallën e Kuvendit të Komunës. Takimi transmetohet drejtpërdrejt në faqen e Komunës.""",
        meetings=(("2024-06-28", "10:00", "në sallën e Kuvendit të Komunës"),),
        institution="Komuna e Istogut",
        title="NJOFTIM PËR MBLEDHJE PUBLIKE",
    ),
    Labelled(
        name="moved_to_same_hour",
        text="""Bashkia Vlorë shtyn dëgjesën

Dëgjesa për Planin e Portit, e shpallur për 3 maj 2024 ora 12:00, do të bëhet më 10 maj 2024, në të njëjtën orë, te Teatri “Petro Marko”. Kërkojmë ndjesë për ndryshimin.""",
        meetings=(("2024-05-10", "12:00", "Teatri “Petro Marko”"),),
        institution="Bashkia Vlorë",
        title="Dëgjesa për Planin e Portit",
        doubts=(DoubtKind.CHANGES_ANOTHER,),
    ),
    Labelled(
        name="online_rules",
        text="""Konsultim online: Rregullorja e taksisë
Bashkia Durrës

Komentet i presim vetëm me email, taksi@durresi.example, nga 2 deri më 27 shkurt 2026. Baza: ligji 146/2014 dhe ligji nr. 8308, datë 18.3.1998 “Për transportet rrugore”.""",
        deadline="2026-02-27",
        laws=("146/2014", "8308/1998"),
        email="taksi@durresi.example",
        institution="Bashkia Durrës",
        title="Konsultim online: Rregullorja e taksisë",
    ),
    Labelled(
        name="call_with_information_session",
        text="""Bashkia Korçë – Thirrje për propozime, fondi “Kultura 2026”
Kush aplikon: artistë, shoqata
Afati: 31 mars 2026, ora 16:30
Ku: Sporteli i Kulturës, kati 1
Sesion informues: 10 mars 2026, ora 17:00, Biblioteka “Thimi Mitko”
kultura@korca.example""",
        meetings=(("2026-03-10", "17:00", "Biblioteka “Thimi Mitko”"),),
        deadline="2026-03-31",
        email="kultura@korca.example",
        institution="Bashkia Korçë",
        title="Thirrje për propozime, fondi “Kultura 2026”",
        doubts=(DoubtKind.AN_OPEN_CALL,),
    ),
    Labelled(
        name="council_in_one_line",
        text="""Njoftim
Këshilli Bashkiak Sarandë mblidhet të premten, 28.02.2025, në orën 9:00. Rendi i ditës: 1) Buxheti faktik 2024; 2) Tarifat e plazhit. Mbledhja është e hapur. Salla e Këshillit, Bashkia Sarandë.""",
        meetings=(("2025-02-28", "09:00", "Salla e Këshillit"),),
        institution="Bashkia Sarandë",
    ),
    Labelled(
        name="school_on_its_own_line",
        text="""Bashkia Tiranë
Takim për Lagjen 5
Ditën e martë 8 prill në 18:30
Shkolla e mesme "Sami Frashëri"
Ejani!""",
        meetings=(("--04-08", "18:30", "Shkolla e mesme"),),
        institution="Bashkia Tiranë",
        title="Takim për Lagjen 5",
        doubts=(DoubtKind.NO_YEAR,),
    ),
    Labelled(
        name="window_and_list",
        text="""Bashkia Peqin njofton se nga data 1 deri më 20 tetor 2025 hapet faza e konsultimit për Strategjinë e Zhvillimit. Takimet:
- Peqin, 6 tetor, ora 10:00, Qendra Rinore
- Pajovë, 8 tetor, ora 10:00, zyra e njësisë
- Karinë, 10 tetor, ora 13:00, shkolla
Komentet me e-mail: strategjia@peqin.example.""",
        meetings=(
            ("2025-10-06", "10:00", "Qendra Rinore"),
            ("2025-10-08", "10:00", "zyra e njësisë"),
            ("2025-10-10", "13:00", "shkolla"),
        ),
        deadline="2025-10-20",
        email="strategjia@peqin.example",
        institution="Bashkia Peqin",
        title="Konsultimit për Strategjinë e Zhvillimit",
    ),
    Labelled(
        name="laws_before_the_meeting",
        text="""Në mbështetje të nenit 18 të Ligjit nr. 139/2015, "Për vetëqeverisjen vendore", i ndryshuar, Ligjit nr. 146/2014 "Për njoftimin dhe konsultimin publik", Ligjit nr. 9632, datë 30.10.2006 "Për sistemin e taksave vendore" dhe Vendimit të Këshillit Bashkiak nr. 88, datë 21.12.2023, Bashkia Libohovë organizon më datë 18.11.2024 seancën dëgjimore për Paketën Fiskale 2025. Seanca zhvillohet në ambientet e Qendrës Kulturore, ora 10:00. Sugjerimet mund t'i dërgoni në bashkia@libohova.example deri në datën 15.11.2024.""",
        meetings=(("2024-11-18", "10:00", "Qendrës Kulturore"),),
        deadline="2024-11-15",
        laws=("139/2015", "146/2014", "9632/2006"),
        email="bashkia@libohova.example",
        institution="Bashkia Libohovë",
        title="Seancën dëgjimore për Paketën Fiskale 2025",
    ),
    Labelled(
        name="survey_and_forum",
        text="""Bashkia Maliq
“Na thuaj mendimin tënd” – plotëso pyetësorin për buxhetin me pjesëmarrje 2026 në adresën https://forms.example/abc deri të premten, 24 tetor 2025. Zgjedhja e projekteve bëhet në forumin qytetar më 7 nëntor 2025, ora 16:00, Pallati i Kulturës Maliq.""",
        meetings=(("2025-11-07", "16:00", "Pallati i Kulturës Maliq"),),
        deadline="2025-10-24",
        institution="Bashkia Maliq",
        doubts=(DoubtKind.UNUSED_LINK,),
    ),
    Labelled(
        name="kosovo_hearing",
        text="""REPUBLIKA E KOSOVËS / KOMUNA E PODUJEVËS
Nr. 01-016-21455
Dt. 05/09/2024
NJOFTIM PËR DËGJIM PUBLIK
Komuna e Podujevës fton të gjithë qytetarët në dëgjimin publik për Kornizën Afatmesme Buxhetore 2025-2027:
Vendi: Salla e Asamblesë Komunale
Data dhe ora: 16.09.2024, ora 13:00
Bazuar në Ligjin nr. 03/L-048 dhe Rregulloren (QRK) nr. 05/2016""",
        meetings=(("2024-09-16", "13:00", "Salla e Asamblesë Komunale"),),
        laws=("03/L-048",),
        published="2024-09-05",
        institution="Komuna e Podujevës",
        title="Dëgjimin publik për Kornizën Afatmesme Buxhetore 2025-2027",
    ),
    Labelled(
        name="environmental_hearing",
        text="""Ministria e Turizmit dhe Mjedisit
Dëgjesë publike për VNM: parku fotovoltaik në Velipojë
Dëgjesa organizohet nga zhvilluesi “Dielli sh.p.k.” më 14 Mars 2025, ora 11:00, në Njësinë Administrative Velipojë.
Raporti jo-teknik: www.mjedisi.example/vnm
Tel: 068 90 80 700""",
        meetings=(("2025-03-14", "11:00", "Njësinë Administrative Velipojë"),),
        institution="Ministria e Turizmit dhe Mjedisit",
        title="Dëgjesë publike për VNM: parku fotovoltaik në Velipojë",
        phone="068 90 80 700",
    ),
    Labelled(
        name="cancelled_for_floods",
        text="""Bashkia Roskovec: ANULIM
Njoftojmë se takimi me fermerët i datës 12 shkurt 2025, i planifikuar në orën 10:00 në fshatin Kuman, anulohet për shkak të përmbytjeve.""",
        institution="Bashkia Roskovec",
        doubts=(DoubtKind.CHANGES_ANOTHER,),
    ),
    Labelled(
        name="table_by_village",
        text="""Bashkia Himarë
Kalendari i takimeve, Maj 2026
| Fshati | Dita | Ora | Salla |
| Vuno | 12 maj | 18.00 | Shkolla e vjetër |
| Qeparo | 13 maj | 18.00 | Sheshi |
| Lukovë | 15 maj | 19.00 | Zyra e njësisë |
Vërejtjet: deri më 20 maj, hartimi@himara.example""",
        meetings=(
            ("2026-05-12", "18:00", "Shkolla e vjetër"),
            ("2026-05-13", "18:00", "Sheshi"),
            ("2026-05-15", "19:00", "Zyra e njësisë"),
        ),
        deadline="2026-05-20",
        email="hartimi@himara.example",
        institution="Bashkia Himarë",
        title="Kalendari i takimeve, Maj 2026",
    ),
    Labelled(
        name="twenty_working_days_and_a_day",
        text="""Bashkia Gramsh, Drejtoria Juridike
Projektrregullorja e komunitetit të pyjeve u publikua më 3.2.2025 në RENJK. Komente deri më 3.3.2025 (20 ditë pune) te juridiku@gramsh.example. Ligjet: nr. 57/2020, nr. 146/2014.""",
        deadline="2025-03-03",
        laws=("57/2020", "146/2014"),
        email="juridiku@gramsh.example",
        published="2025-02-03",
        institution="Bashkia Gramsh",
        title="Projektrregullorja e komunitetit të pyjeve",
    ),
    Labelled(
        name="interest_in_the_council",
        text="""Prefekti i Qarkut Elbasan fton OSHC-të të shprehin interesin për t'u bërë pjesë e Këshillit Vendor të Sigurisë Publike. Shprehja e interesit dorëzohet në protokoll deri më 15 janar 2026, ora 14:00.""",
        deadline="2026-01-15",
    ),
    Labelled(
        name="round_table",
        text="""Drejtoria Arsimore Berat dhe Bashkia Berat
Tryezë e rrumbullakët "Siguria në shkolla"
Më 21 Nëntor 2025, ora 12.00, pranë Universitetit, Aula Magna.
Regjistrohu: siguria@berati.example brenda 18 nëntorit.""",
        meetings=(("2025-11-21", "12:00", "Aula Magna"),),
        deadline="2025-11-18",
        email="siguria@berati.example",
        institution="Bashkia Berat",
        title='Tryezë e rrumbullakët "Siguria në shkolla"',
    ),
    Labelled(
        name="two_days_and_an_ampersand",
        text="""Takim me të rinjtë!
26 & 27 shtator 2025, ora 17:00
Qendra Rinore, Bashkia Pukë""",
        meetings=(("2025-09-26", "17:00", "Qendra Rinore"), ("2025-09-27", "17:00", "Qendra Rinore")),
        institution="Bashkia Pukë",
    ),
    Labelled(
        name="review_of_thirty_days",
        text="""Komuna e Rahovecit
Më 10.12.2024 filloi shqyrtimi publik i Planit Zhvillimor. Shqyrtimi zgjat 30 ditë dhe mbyllet më 09.01.2025. Debati: 18.12.2024 në ora 11:00 – Shtëpia e Kulturës “Mensur Zyberaj”. Komentet në urbanizmi@rahoveci.example""",
        meetings=(("2024-12-18", "11:00", "Shtëpia e Kulturës “Mensur Zyberaj”"),),
        deadline="2025-01-09",
        email="urbanizmi@rahoveci.example",
        institution="Komuna e Rahovecit",
    ),
    Labelled(
        name="news_of_today",
        text="""Bashkia Mat zhvilloi sot dëgjesën e fundit për buxhetin 2026. Pjesëmarrësit kërkuan investime në rrugët rurale. Falënderojmë qytetarët për kontributin. Seanca e radhës e Këshillit mbahet në dhjetor.""",
        is_notice=False,
    ),
    Labelled(
        name="request_for_offers",
        text="""Bashkia Kukës – ftesë për ofertë
Objekti: blerje materiale ndërtimi. Oferta dorëzohet më 05.05.2025, ora 12:00.""",
        is_notice=False,
    ),
    Labelled(
        name="questions_and_answers",
        text="""Bashkia Shkodër – Përgjigje për pyetjet e shpeshta
Si marr pjesë në dëgjesë? Paraqituni në sallë dhe kërkoni fjalën. Sa kohë zgjat konsultimi? 20 ditë pune.""",
        is_notice=False,
    ),
    Labelled(
        name="closed_road",
        text="""Policia Rrugore: më 5 tetor 2025 bllokohet rruga Korçë–Pogradec nga ora 08:00 deri në 13:00 për maratonën.""",
        is_notice=False,
    ),
    Labelled(
        name="eleven_of_the_day",
        text="""Bashkia Dropull
Date 4.11.2025
Njoftohen banoret e Jorgucatit se me date 11.11.2025 ne oren 11 te dites, ne lokalin e kooperatives, do te behet takim per ujin e pijshem. Prania juaj eshte e rendesishme.""",
        meetings=(("2025-11-11", "11:00", "lokalin e kooperatives"),),
        published="2025-11-04",
        institution="Bashkia Dropull",
        title="Takim per ujin e pijshem",
    ),
    Labelled(
        name="office_moved",
        text="""Njoftim i koordinatorit për të drejtën e informimit: zyra është zhvendosur në katin e dytë. Orari 8:00–16:00, e hënë – e enjte.""",
        is_notice=False,
    ),
)
