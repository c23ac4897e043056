"""Short notices, as they stand on boards and pages: everything in a few lines; names and addresses are invented."""
# ruff: noqa: E501 - notices are pasted with long lines, and so they stand here

from participation.consultations.notice import DayCount, DoubtKind

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
        title="Konsultimi për Strategjinë e Zhvillimit",
    ),
    Labelled(
        name="laws_before_the_meeting",
        text="""Në mbështetje të nenit 18 të Ligjit nr. 139/2015, "Për vetëqeverisjen vendore", i ndryshuar, Ligjit nr. 146/2014 "Për njoftimin dhe konsultimin publik", Ligjit nr. 9632, datë 30.10.2006 "Për sistemin e taksave vendore" dhe Vendimit të Këshillit Bashkiak nr. 88, datë 21.12.2023, Bashkia Libohovë organizon më datë 18.11.2024 seancën dëgjimore për Paketën Fiskale 2025. Seanca zhvillohet në ambientet e Qendrës Kulturore, ora 10:00. Sugjerimet mund t'i dërgoni në bashkia@libohova.example deri në datën 15.11.2024.""",
        meetings=(("2024-11-18", "10:00", "Qendrës Kulturore"),),
        deadline="2024-11-15",
        laws=("139/2015", "146/2014", "9632/2006"),
        email="bashkia@libohova.example",
        institution="Bashkia Libohovë",
        title="Seanca dëgjimore për Paketën Fiskale 2025",
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
    Labelled(
        name="tabs_after_prose",
        text="""BASHKIA  KAMËZ
   NJOFTIM

Në përputhje me Ligjin Nr.146/2014 "Për njoftimin dhe konsultimin publik" dhe Ligjin Nr.139/2015 "Për vetëqeverisjen vendore", Bashkia Kamëz njofton zhvillimin e takimeve publike për Projektbuxhetin 2025 sipas kalendarit vijues:

Nr	Njesia	Data	Ora	Vendi i zhvillimit
1	Paskuqan	04.11.2024	11:00	Salla e NjA Paskuqan
2	Bathore	05.11.2024	11:00	Shkolla "Halit Coka"
3	Kamëz	06.11.2024	11:00	Salla e Këshillit
Pas takimeve, komentet priten deri me 15.11.2024 ne e-mail: buxheti@kamez.example""",
        meetings=(
            ("2024-11-04", "11:00", "Salla e NjA Paskuqan"),
            ("2024-11-05", "11:00", 'Shkolla "Halit Coka"'),
            ("2024-11-06", "11:00", "Salla e Këshillit"),
        ),
        deadline="2024-11-15",
        laws=("146/2014", "139/2015"),
        email="buxheti@kamez.example",
        institution="Bashkia Kamëz",
        title="Takimet publike për Projektbuxhetin 2025",
    ),
    Labelled(
        name="dropped_diacritics_and_dots",
        text="""Bashkia Cerrik fton te gjithe banoret ne degjesen publike per PROJEKTIN E TRANSPORTIT PUBLIK. Degjesa zhvillohet diten e enjte dt 13/11/2025 ora 14.30 prane Qendres se Formimit. Per info: 0693344556, transporti@cerrik.example. Vendosja e komenteve ne kutine prane bashkise deri ne date 20/11/2025""",
        meetings=(("2025-11-13", "14:30", "Qendres se Formimit"),),
        deadline="2025-11-20",
        email="transporti@cerrik.example",
        institution="Bashkia Cerrik",
        title="Degjesen publike per PROJEKTIN E TRANSPORTIT PUBLIK",
        phone="0693344556",
    ),
    Labelled(
        name="bullets_of_kosovo",
        text="""Komuna e Prizrenit
Drejtoria për Financa

Ju njoftojmë se dëgjimet publike për buxhetin 2026 do të organizohen:
• 15.09.2025 (e hënë), ora 17:00 – Zhur, SHFMU “Zenun Çoçaj”
• 16.09.2025 (e martë), ora 17:00 – Reçan, Zyra e vendit
• 17.09.2025 (e mërkurë), ora 18:00 – Prizren, Salla e Kuvendit (gra)
Propozimet me shkrim: financa@prizreni.example deri më 22.09.2025.""",
        meetings=(
            ("2025-09-15", "17:00", "SHFMU “Zenun Çoçaj”"),
            ("2025-09-16", "17:00", "Zyra e vendit"),
            ("2025-09-17", "18:00", "Salla e Kuvendit"),
        ),
        deadline="2025-09-22",
        email="financa@prizreni.example",
        institution="Komuna e Prizrenit",
        title="Dëgjimet publike për buxhetin 2026",
    ),
    Labelled(
        name="two_sessions_in_one_sentence",
        text="""FTESË PUBLIKE

Bashkia Tepelenë, në kuadër të hartimit të Planit të Veprimit për Energjinë, zhvillon dy seanca konsultimi: e para më datë 3 dhjetor 2025, ora 11:00, në Qendrën Kulturore Tepelenë; e dyta më datë 5 dhjetor 2025, ora 11:00, në shkollën e fshatit Memaliaj. Pjesëmarrësit regjistrohen deri më 1 dhjetor 2025 në linkun https://forms.example/energjia.""",
        meetings=(
            ("2025-12-03", "11:00", "Qendrën Kulturore Tepelenë"),
            ("2025-12-05", "11:00", "shkollën e fshatit Memaliaj"),
        ),
        deadline="2025-12-01",
        institution="Bashkia Tepelenë",
        doubts=(DoubtKind.UNUSED_LINK,),
    ),
    Labelled(
        name="put_off_without_a_day",
        text="""Bashkia Krujë
Dëgjesa publike për Pazarin shtyhet për një datë të dytë. Do t'ju njoftojmë.""",
        institution="Bashkia Krujë",
        title="Dëgjesa publike për Pazarin shtyhet për një datë të dytë",
        doubts=(DoubtKind.CHANGES_ANOTHER,),
    ),
    Labelled(
        name="prior_notice_of_a_ministry",
        text="""Njoftim për konsultim paraprak

Ministria e Drejtësisë fillon procesin e hartimit të projektligjit “Për ndërmjetësimin”. Palët e interesuara mund të dërgojnë mendime brenda datës 30 janar 2026, në konsultimi@drejtesia.example. Ky njoftim është publikuar më 22 dhjetor 2025.""",
        deadline="2026-01-30",
        email="konsultimi@drejtesia.example",
        published="2025-12-22",
        institution="Ministria e Drejtësisë",
        title="Për ndërmjetësimin",
    ),
    Labelled(
        name="another_hour",
        text="""Bashkia Ura Vajgurore
Ndryshim orari!
Takimi i 12 majit 2025 për tregun fillon në orën 16:00 dhe jo në orën 10:00 siç ishte njoftuar. Vendi: Salla e pritjes.""",
        meetings=(("2025-05-12", "16:00", "Salla e pritjes"),),
        institution="Bashkia Ura Vajgurore",
        doubts=(DoubtKind.CHANGES_ANOTHER,),
    ),
    Labelled(
        name="hour_without_minutes",
        text="""Bashkia Fushë-Arrëz
Seancë këshillimi për taksat 2026

Koha: 02 dhjetor 2025, ora 12
Vendi: Palestra e shkollës së mesme
Moderon: Kryetari i Këshillit
Materialet: konsultimivendor.example
Kontakt: Sekretari i Këshillit, 0672233445""",
        meetings=(("2025-12-02", "12:00", "Palestra e shkollës së mesme"),),
        institution="Bashkia Fushë-Arrëz",
        title="Seancë këshillimi për taksat 2026",
        phone="0672233445",
    ),
    Labelled(
        name="environmental_quarry",
        text="""NJOFTIM PËR DËGJESË PUBLIKE VNM
Zhvilluesi “Guri i Bardhë” sh.p.k., në bashkëpunim me Bashkinë Mirditë, njofton dëgjesën publike për gurore në fshatin Bisakë, e cila do të zhvillohet në datën 26/02/2026, në orën 10:00 të paradites, në mjediset e Njësisë Administrative Rrëshen. Ankesat mund të paraqiten me shkrim brenda 10 ditëve nga publikimi i këtij njoftimi.""",
        meetings=(("2026-02-26", "10:00", "Njësisë Administrative Rrëshen"),),
        institution="Bashkia Mirditë",
        title="NJOFTIM PËR DËGJESË PUBLIKE VNM",
    ),
    Labelled(
        name="phases_of_a_budget",
        text="""Bashkia Dimal: “Buxhetimi me pjesëmarrje”

Faza 1 – Propozoni ide: 1–30 qershor 2025
Faza 2 – Vlerësimi teknik: korrik 2025
Faza 3 – Votimi: 8 shtator 2025, ora 09:00–19:00, Qendra Rinore
Shkruani te ideja@dimal.example""",
        meetings=(("2025-09-08", "09:00-19:00", "Qendra Rinore"),),
        deadline="2025-06-30",
        email="ideja@dimal.example",
        institution="Bashkia Dimal",
        title="Buxhetimi me pjesëmarrje",
    ),
    Labelled(
        name="signed_at_the_foot",
        text="""I nderuar qytetar,
Këshilli i Qarkut Vlorë ju fton të merrni pjesë në tryezën e dytë të konsultimit për ujërat, ditën e Hënë më 17 Nëntor 2025 në orën 10:00 – 13:30. Tryeza do të mbahet pranë Hotel Partner, salla “Jon”. Konfirmimet: qarku@vlora.example
Me respekt,
Kryetari i Këshillit të Qarkut
Vlorë, 05.11.2025""",
        meetings=(("2025-11-17", "10:00-13:30", "Hotel Partner, salla “Jon”"),),
        email="qarku@vlora.example",
        published="2025-11-05",
        title="Konsultimi për ujërat",
    ),
    Labelled(
        name="window_and_two_meetings",
        text="""Bashkia Berat njofton se, sipas vendimit nr. 12, datë 31.01.2025 të Këshillit Bashkiak, vihet për konsultim publik për 30 ditë Rregullorja e Qendrës Historike. Konsultimi: 10.02.2025 - 12.03.2025. Dy takime: 20.02.2025 ora 17:00 Muzeu “Onufri”; 27.02.2025 ora 17:00 Biblioteka “Vexhi Buharaja”.""",
        meetings=(("2025-02-20", "17:00", "Muzeu “Onufri”"), ("2025-02-27", "17:00", "Biblioteka “Vexhi Buharaja”")),
        deadline="2025-03-12",
        institution="Bashkia Berat",
    ),
    Labelled(
        name="told_in_the_passive",
        text="""Në Bashkinë Vau i Dejës u organizua më 6 nëntor 2025 dëgjesa për bujqësinë, në sallën e bashkisë. Kryetari i ftoi fermerët të aplikojnë për skemën kombëtare.""",
        is_notice=False,
    ),
    Labelled(
        name="wanted_inspector",
        text="""SHPALLJE PËR VEND TË LIRË PUNE – Bashkia Belsh kërkon të punësojë 1 inspektor. CV dhe jetëshkrimi dërgohen deri më 10.12.2025 te burimet@belsh.example.""",
        is_notice=False,
    ),
    Labelled(
        name="kindergarten_papers",
        text="""Bashkia Rrogozhinë, njoftim: fëmijët që do të regjistrohen në çerdhe. Dokumentet dorëzohen nga 1 deri më 15 shtator 2025, ora 09:00-12:00, pranë Drejtorisë Arsimore.""",
        is_notice=False,
    ),
    Labelled(
        name="asked_and_answered",
        text="""Bashkia Divjakë
TAKIM ME FERMERËT
Kur? Të shtunën, 7 mars 2026, ora 9 e mëngjesit
Ku? Te kooperativa e Grabianit
Pse? Të vendosim bashkë për kanalet""",
        meetings=(("2026-03-07", "09:00", "kooperativa e Grabianit"),),
        institution="Bashkia Divjakë",
        title="TAKIM ME FERMERËT",
    ),
    Labelled(
        name="one_row_a_fact",
        text="""Bashkia Lezhë | Konsultim publik
Akti: Projektvendim "Për caktimin e zonave të parkimit"
Data e hapjes: 02.03.2026
Data e mbylljes: 31.03.2026
Takimi: 18.03.2026, 17:00, Salla "At Gjergj Fishta"
Adresa për komente: Sheshi "Gjergj Kastrioti", Lezhë / parkimi@lezha.example""",
        meetings=(("2026-03-18", "17:00", 'Salla "At Gjergj Fishta"'),),
        deadline="2026-03-31",
        email="parkimi@lezha.example",
        institution="Bashkia Lezhë",
        title='Projektvendim "Për caktimin e zonave të parkimit"',
    ),
    Labelled(
        name="one_called_off_one_not",
        text="""Komuna e Kllokotit njofton se debati publik i paraparë për datën 10.06.2024 në orën 10:00 anulohet, ndërsa debati i datës 12.06.2024, në orën 13:00, në sallën e komunës, mbahet sipas planit.""",
        meetings=(("2024-06-12", "13:00", "në sallën e komunës"),),
        institution="Komuna e Kllokotit",
        doubts=(DoubtKind.CHANGES_ANOTHER,),
    ),
    Labelled(
        name="brackets_after_each_place",
        text="""Bashkia Skrapar
PROGRAMI I DËGJESAVE
E hënë 3 nëntor 2025: Çorovodë (10:00, Pallati i Kulturës), Bogovë (13:00, shkolla).
E martë 4 nëntor 2025: Potom (10:00, zyra e njësisë).""",
        meetings=(
            ("2025-11-03", "10:00", "Pallati i Kulturës"),
            ("2025-11-03", "13:00", "shkolla"),
            ("2025-11-04", "10:00", "zyra e njësisë"),
        ),
        institution="Bashkia Skrapar",
        title="PROGRAMI I DËGJESAVE",
    ),
    Labelled(
        name="subject_that_says_nothing",
        text="""Bashkia Konispol, më 14.01.2026
Lënda: Njoftim
Ditën e mërkurë, datë 28 Janar 2026, në orën 11:00, në sallën e Këshillit, organizohet seancë dëgjimore me qytetarët për projekt-buxhetin e vitit 2026-2028.
Bashkangjitur: projekt-buxheti.""",
        meetings=(("2026-01-28", "11:00", "sallën e Këshillit"),),
        published="2026-01-14",
        institution="Bashkia Konispol",
        title="Seancë dëgjimore me qytetarët për projekt-buxhetin e vitit 2026-2028",
    ),
    Labelled(
        name="yearly_report",
        text="""Bashkia Elbasan – raport vjetor
Gjatë vitit 2024 u mbajtën 12 dëgjesa publike me 431 pjesëmarrës. U pranuan 57 propozime. Raporti i plotë gjendet në faqen e bashkisë.""",
        is_notice=False,
    ),
    Labelled(
        name="power_cut",
        text="""Njoftim për ndërprerje të energjisë
OSHEE njofton: më 12.10.2025, ora 09:00-14:00, nuk do të ketë energji në lagjen “Haxhias”.""",
        is_notice=False,
    ),
    Labelled(
        name="subsidy_contest",
        text="""Komuna e Lipjanit shpall konkurs publik për subvencionimin e fermerëve. Aplikimi hapet më 3 mars 2025 dhe mbyllet më 24 mars 2025, ora 16:00. Formularët merren në Zyrën e Pranimit.""",
        deadline="2025-03-24",
        institution="Komuna e Lipjanit",
        doubts=(DoubtKind.AN_OPEN_CALL,),
    ),
    Labelled(
        name="list_of_winners",
        text="""Bashkia Durrës: lista e fituesve të thirrjes “Kultura”
Komisioni vlerësoi 34 aplikime. Fituesit janë publikuar më 02.06.2025.""",
        is_notice=False,
    ),
    Labelled(
        name="guide_for_comments",
        text="""Udhëzues për qytetarët: si të dërgoni një koment
1. Hapni regjistrin. 2. Zgjidhni projektaktin. 3. Shkruani komentin.""",
        is_notice=False,
    ),
    Labelled(
        name="vaccination",
        text="""Bashkia Fier
Vaksinimi i qenve të rrugës do të bëhet më 14 maj 2025, ora 08:00, në lagjet 1-5.""",
        is_notice=False,
    ),
    Labelled(
        name="council_with_a_dash",
        text="""Këshilli Bashkiak Përmet – Njoftim për mbledhje
Mbledhja e radhës: 30 shtator 2025, ora 10:00, salla e Këshillit. Rendi i ditës bashkëlidhur. Mbledhja është e hapur për qytetarët.""",
        meetings=(("2025-09-30", "10:00", "salla e Këshillit"),),
        title="Këshilli Bashkiak Përmet – Njoftim për mbledhje",
    ),
    Labelled(
        name="mayors_order",
        text="""Urdhër i Kryetarit të Bashkisë Kurbin nr. 112, datë 05.05.2025 për ngritjen e grupit të punës. Urdhri hyn në fuqi menjëherë.""",
        is_notice=False,
    ),
    Labelled(
        name="today_later_and_some_day",
        text="""Bashkia Shkodër nis konsultimin për Planin e Lëvizshmërisë
Takimi i parë: sot, ora 17:00, Biblioteka “Marin Barleti”
Takimi i dytë: 6 mars 2025, ora 17:00, Teatri “Migjeni”
Takimi i tretë: do të njoftohet""",
        meetings=(("2025-03-06", "17:00", "Teatri “Migjeni”"),),
        institution="Bashkia Shkodër",
        title="Konsultimi për Planin e Lëvizshmërisë",
        doubts=(DoubtKind.RELATIVE_DATE,),
    ),
    Labelled(
        name="vote_for_a_name",
        text="""Bashkia Korçë
Na ndihmoni të zgjedhim emrin e parkut! Votoni deri më 15 prill 2026 në parku@korca.example ose në kutinë te hyrja e bashkisë.""",
        deadline="2026-04-15",
        email="parku@korca.example",
        institution="Bashkia Korçë",
    ),
    Labelled(
        name="held_and_still_to_come",
        text="""Komuna e Deçanit ka mbajtur dëgjim publik
Në dëgjimin publik të mbajtur më 10 shtator 2025 qytetarët kërkuan asfaltim të rrugëve. Dëgjimet vazhdojnë: 12 shtator 2025, ora 17:00, Isniq (shkolla “Isa Demaj”); 15 shtator 2025, ora 17:00, Strellc (salla e fshatit). Merrni pjesë!""",
        meetings=(("2025-09-12", "17:00", "shkolla “Isa Demaj”"), ("2025-09-15", "17:00", "salla e fshatit")),
        institution="Komuna e Deçanit",
    ),
    Labelled(
        name="closes_after_working_days",
        text="""Ministria e Financave
Projektligji “Për buxhetin e vitit 2026” është hedhur në RENJK më 10.09.2025; konsultimi mbyllet pas 20 ditësh pune. Takimi me OJF-të: 24.09.2025, 10:00-12:00, Salla 2.""",
        meetings=(("2025-09-24", "10:00-12:00", "Salla 2"),),
        institution="Ministria e Financave",
        title="Për buxhetin e vitit 2026",
        days=DayCount(number=20, working=True),
    ),
    Labelled(
        name="slashes_without_zeros",
        text="""Bashkia Malësi e Madhe
Dita	Ora	Fshati
5/11/2025	10:00	Gruemirë
6/11/2025	10:00	Qendër
7/11/2025	10:00	Kastrat
Dëgjesat për buxhetin zhvillohen në zyrat e njësive.""",
        meetings=(
            ("2025-11-05", "10:00", "Gruemirë"),
            ("2025-11-06", "10:00", "Qendër"),
            ("2025-11-07", "10:00", "Kastrat"),
        ),
        institution="Bashkia Malësi e Madhe",
        title="Dëgjesat për buxhetin",
    ),
    Labelled(
        name="abbreviated_date_without_a_space",
        text="""Prefektura Fier. Komisioni për tokën fton pronarët e fshatit Zharrëz në mbledhje më dt.21.05.2025 ora 10.00 pranë zyrës së kryetarit të fshatit. Të merren me vete dokumentet.""",
        meetings=(("2025-05-21", "10:00", "pranë zyrës së kryetarit të fshatit"),),
        institution="Prefektura Fier",
    ),
    Labelled(
        name="summer_offer",
        text="""Bashkia Gjirokastër: Oferta turistike e verës 2025. Festivali hapet më 26 qershor, ora 21:00, në Kala. Hyrja falas.""",
        is_notice=False,
    ),
)
