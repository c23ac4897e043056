"""More notices of our own making: other bodies, other layouts, other slips; names and addresses are invented."""
# ruff: noqa: E501 - notices are pasted with long lines, and so they stand here

from participation.consultations.notice import DayCount, DoubtKind

from .notices import Labelled

MORE_NOTICES = (
    Labelled(
        name="ministry_draft_law",
        text="""REPUBLIKA E SHQIPËRISË
MINISTRIA E BUJQËSISË DHE ZHVILLIMIT RURAL

NJOFTIM PËR KONSULTIM PUBLIK

Në zbatim të ligjit nr. 146/2014 “Për njoftimin dhe konsultimin publik”, Ministria e Bujqësisë dhe Zhvillimit Rural ka nxjerrë për konsultim projektligjin “Për disa shtesa dhe ndryshime në ligjin nr. 9863, datë 28.1.2008, Për ushqimin”.

Projektligji synon të forcojë kontrollin e ushqimit në tregjet e vogla.

Projektakti gjendet në regjistrin elektronik: https://konsultimipublik.gov.al/Konsultime/Detaje/1177.
Komentet dërgohen jo më vonë se data 14 shtatorit 2026, në adresën postare “Sheshi i Lulishtes 4, Tiranë” ose me e-mail: konsultime@bujqesia.example.
Tel: +355 4 200 11 22.""",
        deadline="2026-09-14",
        laws=("146/2014", "9863/2008"),
        email="konsultime@bujqesia.example",
        institution="Ministria e Bujqësisë dhe Zhvillimit Rural",
        title="Për disa shtesa dhe ndryshime në ligjin nr. 9863, datë 28.1.2008, Për ushqimin",
        phone="+355 4 200 11 22",
        register="https://konsultimipublik.gov.al/Konsultime/Detaje/1177",
        purpose="Projektligji synon të forcojë kontrollin e ushqimit në tregjet e vogla.",
    ),
    Labelled(
        name="prefecture_hearing",
        text="""REPUBLIKA E SHQIPËRISË
PREFEKTURA E QARKUT GJIROKASTËR
Nr. 318 Prot.                                   Gjirokastër, më 02.09.2026

FTESË

Institucioni i Prefektit fton përfaqësuesit e bashkive, të shoqërisë civile dhe banorët në tryezën e diskutimit për planin e emergjencave civile të qarkut.
Tryeza mbahet të martën, më 6 tetor 2026, në orën 10.30, në sallën e mbledhjeve të Prefekturës, kati i dytë.
Mendimet me shkrim deri më 02/10/26 në protokoll@prefektura.example; tel.: 084 26 30 00.""",
        meetings=(("2026-10-06", "10:30", "sallën e mbledhjeve të Prefekturës, kati i dytë"),),
        deadline="2026-10-02",
        email="protokoll@prefektura.example",
        institution="Prefektura e Qarkut Gjirokastër",
        published="2026-09-02",
        phone="084 26 30 00",
    ),
    Labelled(
        name="council_meeting",
        text="""KËSHILLI BASHKIAK MALIQ
SEKRETARI I KËSHILLIT

NJOFTIM PËR MBLEDHJEN E KËSHILLIT BASHKIAK

Në mbështetje të nenit 53 të ligjit nr. 139/2015 "Për vetëqeverisjen vendore", Këshilli Bashkiak mblidhet në seancë të zakonshme ditën e enjte, datë 24.9.2026, ora 11.00, në sallën "Vullnetari".

Rendi i ditës:
1. Miratimi i procesverbalit të mbledhjes së kaluar.
2. Projektvendim "Për përdorimin e fondit rezervë".
3. Projektvendim "Për emërtimin e rrugëve të qytetit".
Mbledhja është e hapur për publikun.""",
        meetings=(("2026-09-24", "11:00", 'në sallën "Vullnetari"'),),
        laws=("139/2015",),
        title="NJOFTIM PËR MBLEDHJEN E KËSHILLIT BASHKIAK",
    ),
    Labelled(
        name="budget_hearing_tabs",
        text="""BASHKIA KRUMË
DREJTORIA E FINANCËS DHE BUXHETIT

KALENDARI I DËGJESAVE PUBLIKE PËR BUXHETIN 2027

Nr.\tNjësia administrative\tData\tOra\tVendi
1\tGjinaj\t05.10.2026\t10:00\tShkolla 9-vjeçare
2\tGolaj\t06.10.2026\t10:30\tSalla e njësisë
3\tFajzë\t7.10.2026\t12.00\tQendra shëndetësore

Sugjerimet dërgohen brenda datës 16.10.2026 në: buxheti@krume.example.""",
        meetings=(
            ("2026-10-05", "10:00", "Shkolla 9-vjeçare"),
            ("2026-10-06", "10:30", "Salla e njësisë"),
            ("2026-10-07", "12:00", "Qendra shëndetësore"),
        ),
        deadline="2026-10-16",
        email="buxheti@krume.example",
        institution="Bashkia Krumë",
        title="KALENDARI I DËGJESAVE PUBLIKE PËR BUXHETIN 2027",
    ),
    Labelled(
        name="online_hearing",
        text="""Bashkia Finiq

Dëgjesë publike online për Strategjinë e Rinisë 2027-2030

Data: e mërkurë, 21 tetor 2026
Ora: 17:30 – 19:00
Vendi: Zoom https://zoom.example/j/8123456789?pwd=abCd.1

Projekti: https://konsultimipublik.gov.al/Konsultime/Detaje/1203?lang=sq&faqe=2
Komentet pranohen deri më 30.10.2026, ora 16:00, në rinia@finiq.example, ose në WhatsApp 069 40 50 600.""",
        meetings=(("2026-10-21", "17:30-19:00", "Zoom https://zoom.example/j/8123456789?pwd=abCd.1"),),
        deadline="2026-10-30",
        email="rinia@finiq.example",
        institution="Bashkia Finiq",
        title="Dëgjesë publike online për Strategjinë e Rinisë 2027-2030",
        phone="069 40 50 600",
        register="https://konsultimipublik.gov.al/Konsultime/Detaje/1203?lang=sq&faqe=2",
    ),
    Labelled(
        name="all_capitals",
        text="""BASHKIA MEMALIAJ
NJOFTIM
TË NDERUAR QYTETARË,
BASHKIA MEMALIAJ JU FTON NË DËGJESËN PUBLIKE PËR PAKETËN FISKALE 2027, DITËN E PREMTE, MË 13 NËNTOR 2026, ORA 10:00, NË SALLËN E PALLATIT TË KULTURËS.
KOMENTET: DERI MË 20 NËNTOR 2026, NË ADRESËN TAKSAT@MEMALIAJ.EXAMPLE""",
        meetings=(("2026-11-13", "10:00", "SALLËN E PALLATIT TË KULTURËS"),),
        deadline="2026-11-20",
        email="TAKSAT@MEMALIAJ.EXAMPLE",
        institution="Bashkia Memaliaj",
        title="DËGJESA PUBLIKE PËR PAKETËN FISKALE 2027",
    ),
    Labelled(
        name="no_diacritics",
        text="""Bashkia Poliçan
Njoftim per konsultim publik

Bashkia njofton te gjithe te interesuarit se diten e hene me date 19.10.2026, ora 9:30, ne sallen e biblotekes se qytetit, do te zhvillohet takimi per projektvendimin "Per tarifen e parkimit".
Verejtjet dhe propozimet mund te dergohen brenda dates 26.10.2026 ne adresen parkimi@polican.example
Koordinatori per konsultimin publik, tel 0368 2 21 34""",
        meetings=(("2026-10-19", "09:30", "sallen e biblotekes se qytetit"),),
        deadline="2026-10-26",
        email="parkimi@polican.example",
        institution="Bashkia Poliçan",
        phone="0368 2 21 34",
        title="Per tarifen e parkimit",
    ),
    Labelled(
        name="broken_lines",
        text="Bashkia Delvinë\r\n\r\nKonsultim publik për Planin\r\ne Gjelbër të Veprimit\r\n\r\nJu ftojmë të merrni pjesë në takimin që do të\r\nmbahet ditën e martë, më datë\r\n27 tetor 2026, në orën\r\n11:00, në sallën e Këshillit\r\nBashkiak.\r\n\r\nMendimet tuaja i presim deri\r\nmë 3 nëntor 2026 te\r\nplani.gjelber@delvine.example.\r\n",
        meetings=(("2026-10-27", "11:00", "sallën e Këshillit"),),
        deadline="2026-11-03",
        email="plani.gjelber@delvine.example",
        institution="Bashkia Delvinë",
        title="Konsultim publik për Planin e Gjelbër të Veprimit",
    ),
    Labelled(
        name="declined_months_everywhere",
        text="""Bashkia Libohovë – shqyrtim publik i rregullores së tregut

Takimet: më 3 korrikut 2026 në orën 18:00 te shkolla “Drita”; më 10 korrikut, ora 18:00, te vatra e kulturës; të enjten e 16-tit të korrikut 2026, ora 18:00, në sallën e bashkisë.
Komentet presim gjerë më 31 korrik 2026, tregu@libohove.example""",
        meetings=(
            ("2026-07-03", "18:00", "shkolla “Drita”"),
            ("2026-07-10", "18:00", "vatra e kulturës"),
            ("2026-07-16", "18:00", "sallën e bashkisë"),
        ),
        deadline="2026-07-31",
        email="tregu@libohove.example",
        institution="Bashkia Libohovë",
    ),
    Labelled(
        name="calendar_days",
        text="""Bashkia Këlcyrë

Njoftim për konsultim paraprak

Titulli i aktit: Rregullore për administrimin e varrezave publike
Arsyet: rregullorja e vitit 2009 nuk i përgjigjet më gjendjes.
Afati: Komentet pranohen brenda 30 ditëve kalendarike nga data e publikimit të këtij njoftimi.
Publikuar më: 07.09.2026
Kontakt: Zyra e koordinatorit, zyra.koordinatorit@kelcyre.example, tel. 0814/2255.""",
        email="zyra.koordinatorit@kelcyre.example",
        institution="Bashkia Këlcyrë",
        published="2026-09-07",
        title="Rregullore për administrimin e varrezave publike",
        purpose="Rregullorja e vitit 2009 nuk i përgjigjet më gjendjes.",
        days=DayCount(30, working=False),
        phone="0814/2255",
    ),
    Labelled(
        name="working_days_in_words",
        text="""Ministria e Infrastrukturës dhe Energjisë fton publikun të japë mendime për projektvendimin “Për rregullat e matjes së energjisë” në Regjistrin Elektronik, brenda njëzet ditëve të punës nga data e publikimit.

Kontakt: konsultimi@energjia.example""",
        email="konsultimi@energjia.example",
        institution="Ministria e Infrastrukturës dhe Energjisë",
        title="Për rregullat e matjes së energjisë",
        days=DayCount(20),
    ),
    Labelled(
        name="postponed_ministry",
        doubts=(DoubtKind.CHANGES_ANOTHER,),
        text="""MINISTRIA E KULTURËS
Njoftim për shtyrje

Ju bëjmë me dije se takimi i konsultimit për projektligjin “Për librin”, i planifikuar më 12 tetor 2026, ora 11:00, shtyhet për datën 19 tetor 2026, në të njëjtën orë dhe vend (Biblioteka Kombëtare, salla e leximit).""",
        meetings=(("2026-10-19", "11:00", "Biblioteka Kombëtare, salla e leximit"),),
        institution="Ministria e Kulturës",
        title="Për librin",
    ),
    Labelled(
        name="neighbourhood_series_prose",
        text="""Bashkia Kamës do të zhvillojë takime me banorët për Planin e Përgjithshëm Vendor si më poshtë vijon:
a) Lagjja nr. 1: e hënë, 5 tetor 2026, ora 16:00 – Shkolla “Bilal Golemi”;
b) Lagjja nr. 2: e martë, 6 tetor 2026, ora 16:00 – Qendra Komunitare;
c) Lagjja nr. 3: e mërkurë, 7 tetor 2026, ora 16:00 – Kopshti nr. 4.
Për pyetje: 068 60 70 800 (Infopoint).""",
        meetings=(
            ("2026-10-05", "16:00", "Shkolla “Bilal Golemi”"),
            ("2026-10-06", "16:00", "Qendra Komunitare"),
            ("2026-10-07", "16:00", "Kopshti nr. 4"),
        ),
        phone="068 60 70 800",
    ),
    Labelled(
        name="abbreviated_months",
        text="""BASHKIA ROSKOVEC
Takim publik: Plani i lëvizshmërisë
Kur: e enjte, 08 tet. 2026, ora 17.00
Ku: Salla e Kinemasë “Rinia”
Komente deri: 15 tet. 2026 - levizshmeria@roskovec.example""",
        meetings=(("2026-10-08", "17:00", "Salla e Kinemasë “Rinia”"),),
        deadline="2026-10-15",
        email="levizshmeria@roskovec.example",
        institution="Bashkia Roskovec",
        title="Takim publik: Plani i lëvizshmërisë",
    ),
    Labelled(
        name="two_digit_years",
        text="""Bashkia Cërrik
NJOFTIM
Datë 1.9.26
Ftohen banorët në dëgjesën për skemën e re të ujitjes, dt. 29/9/26, ora 10:00, Salla e Bashkisë. Propozimet deri 05.10.26 te ujitja@cerrik.example.""",
        meetings=(("2026-09-29", "10:00", "Salla e Bashkisë"),),
        deadline="2026-10-05",
        email="ujitja@cerrik.example",
        institution="Bashkia Cërrik",
        published="2026-09-01",
    ),
    Labelled(
        name="colon_blocks",
        text="""NJOFTIM PUBLIK

ORGANI: Bashkia Divjakë
AKTI: Projektvendim “Për kufizimin e qarkullimit në pyllin e pishave”
QËLLIMI: Mbrojtja e pyllit dhe e bregdetit gjatë verës.
AFATI PËR KOMENTE: 11 Shtator 2026
ADRESA: Pyetjet dhe komentet në e-mail pylli@divjaka.example (koordinatore: znj. Vera Lisi)
TAKIM PUBLIK: 4 Shtator 2026, ora 18:30, Ambientet e Qendrës së Vizitorëve""",
        meetings=(("2026-09-04", "18:30", "Ambientet e Qendrës së Vizitorëve"),),
        deadline="2026-09-11",
        email="pylli@divjaka.example",
        institution="Bashkia Divjakë",
        title="Projektvendim “Për kufizimin e qarkullimit në pyllin e pishave”",
        purpose="Mbrojtja e pyllit dhe e bregdetit gjatë verës.",
    ),
    Labelled(
        name="window_from_to",
        text="""Autoriteti Kombëtar i Mjedisit
KONSULTIM PUBLIK

Raporti i vlerësimit strategjik për Planin e Lumit Osum është i hapur për konsultim nga 1 shtatori deri më 30 shtator 2026. Dëgjesa publike zhvillohet më 22 shtator 2026 në orën 12:00 në Qendrën Rinore, Berat. Komentet: osumi@mjedisi.example""",
        meetings=(("2026-09-22", "12:00", "Qendrën Rinore"),),
        deadline="2026-09-30",
        email="osumi@mjedisi.example",
    ),
    Labelled(
        name="social_post_with_emoji",
        text="""📢 Bashkia Himarë 📢
🗓 E shtunë, 26 shtator 2026
🕕 18:00
📍 Sheshi i plazhit, Dhërmi
Ejani të flasim për planin e zonës bregdetare! Shkruani edhe te plani@himara.example 👋""",
        meetings=(("2026-09-26", "18:00", "Sheshi i plazhit, Dhërmi"),),
        email="plani@himara.example",
        title="Flasim për planin e zonës bregdetare",
        institution="Bashkia Himarë",
    ),
    Labelled(
        name="kosovo_budget_table_pipes",
        text="""Komuna e Dragashit
DËGJIMET BUXHETORE 2027-2029
| Data | Ora | Lokacioni | Komuniteti |
| 14.09.2026 | 18:00 | Shtëpia e Kulturës | Dragash |
| 15.09.2026 | 19:00 | SHFMU “Fetah Sylejmani” | Bresanë |
Komentet mund të dërgohen edhe me email në adresën: buxheti@dragashi.example deri më 20 shtator 2026.
Bazuar në Ligjin Nr. 03/L-048 për Menaxhimin e Financave Publike.""",
        meetings=(
            ("2026-09-14", "18:00", "Shtëpia e Kulturës"),
            ("2026-09-15", "19:00", "SHFMU “Fetah Sylejmani”"),
        ),
        deadline="2026-09-20",
        laws=("03/L-048",),
        email="buxheti@dragashi.example",
        institution="Komuna e Dragashit",
        title="DËGJIMET BUXHETORE 2027-2029",
    ),
    Labelled(
        name="two_numbered_laws_in_a_row",
        text="""Bashkia Pukë
Njoftim për seancë këshillimi me publikun

Mbështetur në ligjin nr. 139/2015 “Për vetëqeverisjen vendore”, i ndryshuar, neni 18, në ligjin nr. 9632, datë 30.10.2006, “Për sistemin e taksave vendore”, të ndryshuar dhe në VKM nr. 132, datë 7.3.2018, më 30 shtator 2026, ora 12:00, në sallën e këshillit, zhvillohet seanca e këshillimit për taksën e ndërtesës.""",
        meetings=(("2026-09-30", "12:00", "në sallën e këshillit"),),
        laws=("139/2015", "9632/2006"),
        institution="Bashkia Pukë",
    ),
    Labelled(
        name="invitation_letter",
        text="""Bashkia Tropojë
Drejtoria e Planifikimit

Drejtuar: Organizatave të shoqërisë civile, bizneseve dhe banorëve
Lënda: Ftesë për takim konsultues mbi Planin e Turizmit Malor 2027-2032

I/E nderuar,
Kemi kënaqësinë t’ju ftojmë në takimin konsultues, i cili do të organizohet të mërkurën, datë 07.10.2026, prej orës 10:00 deri në 12:30, në Qendrën e Vizitorëve, Bajram Curri.
Ju lutemi konfirmoni pjesëmarrjen deri më 02.10.2026 në turizmi@tropoja.example ose në numrin 067 20 30 400.
Me respekt,
Kryetari""",
        meetings=(("2026-10-07", "10:00-12:30", "Qendrën e Vizitorëve"),),
        deadline="2026-10-02",
        email="turizmi@tropoja.example",
        institution="Bashkia Tropojë",
        phone="067 20 30 400",
        title="Ftesë për takim konsultues mbi Planin e Turizmit Malor 2027-2032",
    ),
    Labelled(
        name="cancelled_ministry",
        doubts=(DoubtKind.CHANGES_ANOTHER,),
        text="""Ministria e Shëndetësisë njofton se dëgjesa publike e datës 15 shtator 2026, ora 10:00, për projektligjin “Për duhanin” anulohet. Ju falënderojmë për mirëkuptimin.""",
        institution="Ministria e Shëndetësisë",
        title="Për duhanin",
    ),
    Labelled(
        name="vacancy_of_a_ministry",
        text="""MINISTRIA E DREJTËSISË
SHPALLJE PËR LËVIZJE PARALELE DHE PRANIM NË SHËRBIMIN CIVIL
Në zbatim të nenit 22 të ligjit nr. 152/2013 “Për nëpunësin civil”, shpallen 2 vende vakante. Dokumentet dorëzohen deri më 21 shtator 2026.""",
        is_notice=False,
    ),
    Labelled(
        name="road_closure",
        text="""Bashkia Pogradec
NJOFTIM
Më datë 18.09.2026, nga ora 09:00 deri në orën 15:00, rruga “Kajo Karafili” do të bllokohet për shkak të asfaltimit. Ju kërkojmë ndjesë.""",
        is_notice=False,
    ),
    Labelled(
        name="lezhe_style_budget",
        text="""Bashkia Rubik
Njoftim për organizimin e dëgjesave me publikun

Bashkia Rubik njofton qytetarët se, në kuadër të hartimit të Programit Buxhetor Afatmesëm 2027-2029, do të zhvillohen dëgjesa publike sipas grafikut:

1. Njësia Administrative Rrethgjak, ditën e hënë, datë 07.09.2026, ora 10:00, pranë zyrave të njësisë.
2. Njësia Administrative Fang, ditën e martë, datë 08.09.2026, ora 10:00, pranë shkollës 9-vjeçare “Fang i Ri”.
3. Qyteti Rubik, ditën e mërkurë, datë 09.09.2026, ora 12:00, në sallën e mbledhjeve të bashkisë.

Për më shumë informacion kontaktoni: koordinatori.konsultimit@rubiku.example ose sekretaria.kb@rubiku.example.""",
        meetings=(
            ("2026-09-07", "10:00", "pranë zyrave të njësisë"),
            ("2026-09-08", "10:00", "pranë shkollës 9-vjeçare “Fang i Ri”"),
            ("2026-09-09", "12:00", "sallën e mbledhjeve të bashkisë"),
        ),
        email="koordinatori.konsultimit@rubiku.example",
        institution="Bashkia Rubik",
    ),
    Labelled(
        name="day_header_then_villages",
        text="""Bashkia Selenicë – Takime me komunitetin për buxhetin 2027

Data 14.10.2026
Ora 09:00 – Fshati Armen, Shtëpia e Kulturës
Ora 11:00 – Fshati Karbunarë, shkolla
Data 15.10.2026
Ora 09:00 – Fshati Vllahinë, zyra e kryepleqësisë""",
        meetings=(
            ("2026-10-14", "09:00", "Shtëpia e Kulturës"),
            ("2026-10-14", "11:00", "shkolla"),
            ("2026-10-15", "09:00", "zyra e kryepleqësisë"),
        ),
        institution="Bashkia Selenicë",
    ),
    Labelled(
        name="form_in_two_columns",
        text="""Titulli i projektaktit\tRregullore për hapësirat e lojërave
Propozuesi\tDrejtoria e Shërbimeve, Bashkia Patos
Baza ligjore\tLigji nr. 139/2015; Ligji nr. 146/2014
Data e publikimit\t01.09.2026
Afati i fundit për komente\t29.09.2026
Data e takimit publik\t22.09.2026
Ora\t17:00
Vendi\tParku “Rinia”, Patos
Kontakti\tlojerat@patos.example, 0381 2 30 40""",
        meetings=(("2026-09-22", "17:00", "Parku “Rinia”, Patos"),),
        deadline="2026-09-29",
        laws=("139/2015", "146/2014"),
        email="lojerat@patos.example",
        institution="Bashkia Patos",
        published="2026-09-01",
        title="Rregullore për hapësirat e lojërave",
        phone="0381 2 30 40",
    ),
    Labelled(
        name="form_in_lines",
        text="""BASHKIA BELSH
NJOFTIM PËR DËGJESË PUBLIKE

Data
21 tetor 2026
Ora
16:30
Vendi
Salla e Akademisë së Liqenit
Tema
Plani i menaxhimit të liqeneve
Kontakti
liqenet@belsh.example""",
        meetings=(("2026-10-21", "16:30", "Salla e Akademisë së Liqenit"),),
        email="liqenet@belsh.example",
        institution="Bashkia Belsh",
        title="Plani i menaxhimit të liqeneve",
    ),
    Labelled(
        name="hour_before_day",
        doubts=(DoubtKind.RELATIVE_DATE,),
        text="""Bashkia Klos
Ftohen banorët e lagjes “Skënderbej” nesër dhe më pas: takimi i madh për ujësjellësin mbahet në orën 18:00 të datës 12 tetor 2026, te oborri i shkollës së mesme.""",
        meetings=(("2026-10-12", "18:00", "oborri i shkollës së mesme"),),
        institution="Bashkia Klos",
    ),
    Labelled(
        name="weekday_after_date",
        text="""Këshilli i Qarkut Dibër fton në konsultim për strategjinë e turizmit, më 19.10.2026 (e hënë), nga ora 11:00 deri në 13:00, Hotel “Veri”, salla B. Sugjerimet pranohen edhe me postë elektronike: strategjia@qarku.example, deri në fund të ditës së 26 tetorit 2026.""",
        meetings=(("2026-10-19", "11:00-13:00", "Hotel “Veri”, salla B"),),
        deadline="2026-10-26",
        email="strategjia@qarku.example",
    ),
    Labelled(
        name="kosovo_debate",
        text="""Republika e Kosovës
Komuna e Artanës
Drejtoria për Planifikim Urban
Dt. 04.09.2026

FTESË PËR DEBAT PUBLIK

Në pajtim me nenin 68 të Ligjit nr. 03/L-040 për Vetëqeverisjen Lokale dhe UA (MAPL) nr. 06/2018, ftohen qytetarët në debatin publik për Hartën Zonale, i cili do të mbahet më:
Data: 18.09.2026
Koha: 11:00
Vendi: Objekti i komunës, kati i parë
Draft dokumenti është i publikuar në ueb faqe. Komentet mund t'i dërgoni deri më 25.09.2026 në: harta.zonale@artana.example""",
        meetings=(("2026-09-18", "11:00", "Objekti i komunës, kati i parë"),),
        deadline="2026-09-25",
        laws=("03/L-040",),
        email="harta.zonale@artana.example",
        institution="Komuna e Artanës",
        published="2026-09-04",
    ),
    Labelled(
        name="extended_deadline",
        doubts=(DoubtKind.CHANGES_ANOTHER,),
        text="""Bashkia Vorë
NJOFTIM
Afati për dërgimin e komenteve për projektrregulloren e zhurmave, i cili përfundonte më 18 shtator 2026, zgjatet deri më 2 tetor 2026.
Komentet: zhurmat@vora.example""",
        deadline="2026-10-02",
        email="zhurmat@vora.example",
        institution="Bashkia Vorë",
    ),
    Labelled(
        name="place_changed",
        doubts=(DoubtKind.CHANGES_ANOTHER,),
        text="""Bashkia Lushnjë – NDRYSHIM I VENDIT
Dëgjesa publike e datës 24 shtator 2026, ora 17:00, për planin e transportit, nuk do të mbahet në Pallatin e Sportit, por në Teatrin “Vaçe Zela”. Data dhe ora nuk ndryshojnë.""",
        meetings=(("2026-09-24", "17:00", "Teatrin “Vaçe Zela”"),),
        institution="Bashkia Lushnjë",
    ),
    Labelled(
        name="youth_call",
        doubts=(DoubtKind.AN_OPEN_CALL,),
        text="""THIRRJE PËR TË RINJTË
Bashkia Mallakastër, në bashkëpunim me Shoqatën “Rrënjë”, hap thirrjen për anëtarë të Këshillit Vendor Rinor.
Aplikimi: formulari plotësohet online deri më datë 30.09.2026, ora 23:59.
Intervistat: 5-6 tetor 2026.
Pyetje: rinia@mallakaster.example""",
        deadline="2026-09-30",
        email="rinia@mallakaster.example",
        institution="Bashkia Mallakastër",
    ),
    Labelled(
        name="facebook_meeting_short",
        doubts=(DoubtKind.NO_YEAR,),
        text="""Të dashur qytetarë të Fierit!
Këtë të premte, më 25 shtator, në orën 19:00, presim mendimet tuaja për sheshin “Evropa” te salla polivalente. Jeni të gjithë të mirëpritur!
Bashkia Fier""",
        meetings=(("--09-25", "19:00", "salla polivalente"),),
        institution="Bashkia Fier",
    ),
    Labelled(
        name="public_hearing_with_office_hours",
        text="""Bashkia Shijak

Njoftohen të gjithë të interesuarit se projektvendimi “Për dhënien në përdorim të tregut” mund të konsultohet pranë Zyrës me Një Ndalesë, çdo ditë pune nga ora 08:00 deri në 14:00, nga data 1 tetor 2026.
Seanca e konsultimit publik: 28 tetor 2026, ora 10:30, salla e Këshillit Bashkiak, kati III.
Propozimet me shkrim depozitohen në protokoll brenda datës 26 tetor 2026.
Koordinator: A. B., cel. 069 70 80 900""",
        meetings=(("2026-10-28", "10:30", "salla e Këshillit Bashkiak, kati III"),),
        deadline="2026-10-26",
        institution="Bashkia Shijak",
        phone="069 70 80 900",
        title="Për dhënien në përdorim të tregut",
    ),
    Labelled(
        name="report_with_future",
        text="""Përmbledhje e dëgjesës publike
Më 3 shtator 2026 u zhvillua në Bashkinë Krujë dëgjesa për pazarin. Morën pjesë 41 tregtarë. U ngritën shqetësime për parkimin. Bashkia do t'i përgjigjet brenda muajit.""",
        is_notice=False,
    ),
    Labelled(
        name="tax_service_notice",
        text="""Drejtoria e Taksave Vendore, Bashkia Kuçovë, njofton taksapaguesit se afati i fundit për pagesën e taksës së ndërtesës është 30 shtator 2026. Pas këtij afati zbatohen gjoba. Sportelet janë të hapura 08:00-16:00.""",
        is_notice=False,
    ),
    Labelled(
        name="water_dates",
        text="""NJOFTIM. Ujësjellësi Kanalizime njofton se ditën e mërkurë, datë 16.09.2026, nga ora 09:00 deri në 15:00 nuk do të ketë furnizim me ujë në lagjet 3 dhe 4.""",
        is_notice=False,
    ),
    Labelled(
        name="procurement",
        text="""Bashkia Has shpall procedurën “Kërkesë për propozime” për blerje karburanti. Operatorët ekonomikë paraqesin ofertat deri më 22.09.2026, ora 10:00. Fondi limit 4 200 000 lekë pa TVSH.""",
        is_notice=False,
    ),
    Labelled(
        name="decision_published",
        text="""Këshilli Bashkiak Bulqizë
VENDIM Nr. 45, datë 28.08.2026
Për miratimin e tarifave
Në mbështetje të ligjit nr. 139/2015, Këshilli Bashkiak, pasi shqyrtoi projektvendimin, VENDOSI: 1. Të miratojë tarifat. Ky vendim hyn në fuqi 10 ditë pas publikimit.""",
        is_notice=False,
    ),
    Labelled(
        name="nine_languages_of_dates",
        text="""MINISTRIA PËR EVROPËN DHE PUNËT E JASHTME

KONSULTIM PUBLIK
për projektstrategjinë e diasporës

Tryeza e parë: 29 Shtator 2026, 14:00-16:00, Tiranë, Hotel “Rogner i Ri”
Tryeza e dytë: 1 Tetor 2026, 14:00-16:00, Vlorë, Biblioteka “Nermin Vlora”
Tryeza e tretë: online, 2 Tetor 2026, 18:00-19:30
Komentet me shkrim: deri më 9 Tetor 2026, diaspora@mepj.example""",
        meetings=(
            ("2026-09-29", "14:00-16:00", "Hotel “Rogner i Ri”"),
            ("2026-10-01", "14:00-16:00", "Biblioteka “Nermin Vlora”"),
            ("2026-10-02", "18:00-19:30", "online"),
        ),
        deadline="2026-10-09",
        email="diaspora@mepj.example",
        institution="Ministria për Evropën dhe Punët e Jashtme",
        title="KONSULTIM PUBLIK për projektstrategjinë e diasporës",
    ),
)
