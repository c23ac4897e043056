"""The shapes that people give a text, each with its meetings: on which day, at what hour and where."""

from participation.consultations.notice import NoticeReading, ReadMeeting

Told = list[tuple[str, str | None]]


def month_day(meeting: ReadMeeting) -> str:
    return "--{:02}-{:02}".format(*meeting.month_day) if meeting.month_day else "sot"


def told(notice: NoticeReading) -> Told:
    """Each meeting as "2026-10-09 17:00", without a year "--10-09 17:00", without a day "sot 17:00", with its place."""
    days = [f"{meeting.day or month_day(meeting)}" for meeting in notice.meetings]
    hours = [f" {meeting.start:%H:%M}" if meeting.start else "" for meeting in notice.meetings]
    return [(day + hour, meeting.place) for day, hour, meeting in zip(days, hours, notice.meetings, strict=True)]


AS_WRITTEN: dict[str, tuple[str, Told]] = {
    "the clock of a page before its day": (
        "Komuna e Kroit mban tryezë publike më 9 tetor\n\n14:37 | 01 Tetor 2026 | Aktualitet\n\n"
        "Tryeza mbahet më 9 tetor, nga ora 11:00, në Teatrin “Ura”.",
        [("2026-10-09 11:00", "në Teatrin “Ura”")],
    ),
    "months as headings": (
        "Bisedat e lagjeve – vjeshtë 2026\n\nTETOR\n9 – Lugaj, ora 17:00, shkolla “Ura”\n"
        "12 – Bujan, ora 18:00, kopshti nr. 3\n\nNËNTOR\n5 – Bytyç, ora 17:30, Pallati i Sportit\n\nBashkia Kroi",
        [
            ("2026-10-09 17:00", "Lugaj, shkolla “Ura”"),
            ("2026-10-12 18:00", "Bujan, kopshti nr. 3"),
            ("2026-11-05 17:30", "Bytyç, Pallati i Sportit"),
        ],
    ),
    "a link to another page": (
        "Dëgjesë publike: Plani i parkut\n\nNë datat 9 dhe 10 tetor 2026, ora 10:00, jeni të ftuar në sallën e Muzeut."
        "\n\nLexo edhe: Dita e Pemës, 2 nëntor",
        [("2026-10-09 10:00", "në sallën e Muzeut"), ("2026-10-10 10:00", "në sallën e Muzeut")],
    ),
    "other pages under a heading": (
        "Dëgjesë publike për parkun: 9 tetor 2026, ora 10:00, salla e Muzeut.\n\nLajme të ngjashme:\n"
        "Takim me bletarët, 2 nëntor 2026, ora 11:00\nPanairi, 3 nëntor 2026",
        [("2026-10-09 10:00", "salla e Muzeut")],
    ),
    "topics of meetings in no house": (
        "Bisedat online: Plani i Rinisë\n\nTri takime në Zoom, secili për një temë.\n\n"
        "→ 09/10/2026 • 16:00–17:30 • Arsimi\n→ 12/10/2026 • 16:00–17:30 • Puna\n\nShkruani te rinia@kroi.example.",
        [("2026-10-09 16:00", "në Zoom"), ("2026-10-12 16:00", "në Zoom")],
    ),
    "only the house is another one": (
        "KUJDES, ndryshon salla!\n\nTakimi me banorët e lagjes “Ura” për lulishten NUK mbahet në bibliotekë (po lyhet)."
        "\n\n📅 e premte, 9 tetor – s'ka ndryshuar\n🕕 ora 6 pasdite – njësoj\n"
        "📍 Palestra e shkollës, hyrja anësore – E RE\n\nKomuna e Kroit",
        [("--10-09 18:00", "Palestra e shkollës, hyrja anësore")],
    ),
    "dots between cells": (
        "Dëgjesat e buxhetit në njësitë e Bashkisë Kroi / viti 2027\n\nLugaj ............ 9 tetor 2026 ... 09:00\n"
        "Bujan ........... 9 tetor 2026 ... 11:30\nBytyç .......... 12 tetor 2026 ... 10:00\n\nSillni kërkesat.",
        [("2026-10-09 09:00", "Lugaj"), ("2026-10-09 11:30", "Bujan"), ("2026-10-12 10:00", "Bytyç")],
    ),
    "villages before their hours in prose": (
        "Të dashur banorë të Kroit, prandaj dalim te ju: të hënën, më 5 tetor 2026, jemi në Lugaj në orën 10 dhe në "
        "Bujan në orën 13; të martën, më 6 tetor, në Bytyç, në orën 11.",
        [("2026-10-05 10:00", "në Lugaj"), ("2026-10-05 13:00", "në Bujan"), ("2026-10-06 11:00", "në Bytyç")],
    ),
    "the house in the cell of the day": (
        "Plani vendor – Bashkia Kroi\nKalendari i konsultimit\n\nNr.\tVeprimi\tKur\n1\tPublikimi\t01.09.2026\n"
        "2\tDëgjesa e parë\t9.10.2026, ora 11:00, Pallati i Kulturës\n3\tKomentet me shkrim\t01.09.2026 – 30.10.2026\n"
        "4\tDëgjesa e dytë\t12.10.2026, ora 11:00, Shtëpia e Rinisë",
        [("2026-10-09 11:00", "Pallati i Kulturës"), ("2026-10-12 11:00", "Shtëpia e Rinisë")],
    ),
    "moved twice": (
        "Seanca për rregulloren e tregut ishte caktuar për 2 tetor 2026 e më pas për 6 tetor 2026. As atëherë nuk po e "
        "mbajmë dot.\n\nDita përfundimtare është e premtja, 9 tetor 2026, në të njëjtën orë (13:00), por tash në "
        "bibliotekën e Kroit.\n\nVërejtjet pranohen deri një ditë para seancës.",
        [("2026-10-09 13:00", "në bibliotekën e Kroit")],
    ),
    "what is written and what is to be read": (
        "KORRIGJIM\n\nNë ftesën e datës 1 tetor 2026 ka dy gabime:\naty ku shkruhet “e premte, 10 tetor 2026” lexohet "
        "“e premte, 9 tetor 2026”;\naty ku shkruhet “ora 13:00” lexohet “ora 11:00”.\n\n"
        "Pra takimi me banorët mbahet më 9 tetor 2026, ora 11:00. Vendi nuk ndryshon: salla e mësuesve.",
        [("2026-10-09 11:00", "salla e mësuesve")],
    ),
    "a table the other way round": (
        "NJOFTIM PËR NDRYSHIM TË TERMINIT\n\nTryeza publike për Rregulloren e tregut, e paraparë më 5.10.2026, prej "
        "orës 11:00, shtyhet për katër ditë.\n\n\tNjoftimi i mëparshëm (20.09.2026)\tTani\nData\t5.10.2026\t9.10.2026\n"
        "Ora\tprej orës 11:00\tprej orës 13:00\nVendi\tsalla e Kuvendit\tShtëpia e Kulturës\n"
        "Komentet me shkrim\tderi më 2.10.2026\tderi më 16.10.2026\n\nGjendet në Platformën për konsultime publike.",
        [("2026-10-09 13:00", "Shtëpia e Kulturës")],
    ),
    "a column for each village": (
        "Bashkia Kroi ju fton në dëgjesat e buxhetit:\n\n\tLugaj\tBujan\nData\t5.10.2026\t6.10.2026\n"
        "Ora\t10:00\t11:30\nVendi\tshkolla\tzyra e njësisë",
        [("2026-10-05 10:00", "Lugaj, shkolla"), ("2026-10-06 11:30", "Bujan, zyra e njësisë")],
    ),
    "pins before the items of a list": (
        "Këshilli Bashkiak Kroi\nNjoftim\n\nJu bëjmë me dije kalendarin e dëgjesave publike për buxhetin:\n\n"
        "📍 Nj.A. Lugaj – e hënë, 5 Tetor, ora 10:00, zyrat e njësisë\n"
        "📌 Nj.A. Gur i Bardhë – e hënë, 5 Tetor, ora 13:00, salla e shkollës së mesme\n\nJu presim!",
        [
            ("--10-05 10:00", "Nj.A. Lugaj, zyrat e njësisë"),
            ("--10-05 13:00", "Nj.A. Gur i Bardhë, salla e shkollës së mesme"),
        ],
    ),
    "a pin before the place": (
        "Bashkia Kroi fton banorët në dëgjesën për draft-paketën fiskale 2027:\n📅 9/10/2026, e premte\n🕐 ora 12.00\n"
        "📌 Klubi i Gjuetarëve, Kroi\nDraftin e gjeni në faqen e bashkisë.",
        [("2026-10-09 12:00", "Klubi i Gjuetarëve, Kroi")],
    ),
    "a line that says what stands below": (
        "Ministria e Kroit Ju fton të merrni pjesë në takimet, të cilat do të mbahen në ambientet e Muzeut të Ri dhe "
        "Bibliotekës sipas orarit më poshtë.\n\n5 tetor / Muzeu i Ri / prezanton A. K.\n\n"
        "7 tetor / Biblioteka e Qytetit / prezanton L. M.\n\nOrari: Nga ora 11:00 AM deri në 13:00 AM",
        [("--10-05 11:00", "Muzeu i Ri"), ("--10-07 11:00", "Biblioteka e Qytetit")],
    ),
    "online is said further below": (
        "Njoftim për dëgjesën e parë publike\nDATA E MBLEDHJES 09/10/2026 – 10:00\n\nNë datë 09.10.2026 zhvillohet "
        "dëgjesa e parë publike për raportin. Ftohet çdo i interesuar.\n\n"
        "Veprimtaria zhvillohet online në orën 10.00 në adresë Zoom:\n\nhttps://zoom.example/j/6800000188",
        [("2026-10-09 10:00", "online")],
    ),
    "a sentence begins after a name in quotes": (
        "Bashkia Kroi bën dëgjesë publike ditën e premte , datë 9 tetor 2026 ora 13.00 , në ambjentet e Shtepise se "
        "Rinise “Naim Frashëri “ Secili i interesuar është i ftuar të japë mendimin për planin. Jeni të mirëpritur!",
        [("2026-10-09 13:00", "në ambjentet e Shtepise se Rinise “Naim Frashëri “")],
    ),
    "a notice that is quoted in an invitation": (
        "Komuna e Kroit fton tregtarët\n\nNë njoftimin e Komunës thuhet: „Komuna e Kroit, sipas Ligjit Nr. 03/L-040 "
        "„Për Vetëqeverisjen Lokale“, i fton të gjithë banorët në debatin publik, ditën e premte, më 9.10.2026, në ora "
        "17:00, në sallën e Kuvendit“.",
        [("2026-10-09 17:00", "në sallën e Kuvendit")],
    ),
    "only a window for comments": (
        "Bordi i Autoritetit ka miratuar fillimin e Konsultimit Publik për rregulloren.\n\nKonsultimi zgjat prej dt. "
        "05/10/2026 deri më dt. 30/10/2026. Palët e interesuara i dërgojnë komentet në konsultime@kroi.example.",
        [],
    ),
    "subjects with their hours below the day": (
        "DISKUTIM PUBLIK\n\nSeancat mbahen me datën 14.09. 2026, në sallen e madhe të Kuvendit si vijon:\nvendimi "
        "për qetësinë, në 11:00h,\nvendimi për mbajtjen e kafshëve, në 11:30 h dhe\nvendimi mbi parkingjet, në "
        "12:00h.\n\nFtojmë qytetarët të japin vërejtje.",
        [
            ("2026-09-14 11:00", "në sallen e madhe të Kuvendit"),
            ("2026-09-14 11:30", "në sallen e madhe të Kuvendit"),
            ("2026-09-14 12:00", "në sallen e madhe të Kuvendit"),
        ],
    ),
    "villages beside the column of places": (
        "Ftesë për dëgjimet e buxhetit\n\nFshatrat ku mbahen dëgjimet\tData dhe ora\tVendi\nLugaj, Bujan\t"
        "08.06.2026 (e hënë) në ora 17:00\tShkolla në Lugaj\nBytyç, Zogaj\t09.06.2026 (e martë) në ora 19:00\t"
        "Shkolla në Bytyç",
        [("2026-06-08 17:00", "Shkolla në Lugaj"), ("2026-06-09 19:00", "Shkolla në Bytyç")],
    ),
    "a day above one village": (
        "Drejtoria i fton qytetarët në takime publike për planin.\n\nDita e I-rë, dt. 24.06.2026, me qytetarët "
        "nga:\n-Lugaj, në ora 10:00 në SH.F.M.U “Lidhja e Lezhës”;\n-Bujan, në ora 13:00 në SH.F.M.U “Naim "
        "Frashëri”.\n\nDita e II-të, dt. 25.06.2026, me qytetarët nga:\n-Bytyç dhe Zogaj, në ora 11:00, në "
        "SH.F.M.U “Ura”.",
        [
            ("2026-06-24 10:00", "në SH.F.M.U “Lidhja e Lezhës”"),
            ("2026-06-24 13:00", "në SH.F.M.U “Naim Frashëri”"),
            ("2026-06-25 11:00", "në SH.F.M.U “Ura”"),
        ],
    ),
    "what was wrong in a numbered list": (
        "KORRIGJIM\n\nNë njoftimin e datës 01.10.2026 kanë hyrë dy gabime:\n\n1. Si datë u shkrua 8.10.2026. Data "
        "e saktë është e premtja, 9.10.2026.\n2. Si vend u dha Qendra Kulturore, Kroi. Me kërkesë të banorëve "
        "takimi bëhet në shkollën e fshatit Lugaj.\n\nOra mbetet ajo që ishte: 10:00.",
        [("2026-10-09 10:00", "në shkollën e fshatit Lugaj")],
    ),
    "a day on which it is not held": (
        "Kryetarëve të fshatrave\n\nTakimi i buxhetit që e kishim lënë për datën 2 tetor NUK BËHET, se rruga është "
        "mbyllur.\n\nBëhet të premten, më 9 tetor 2026:\n - ora 10 e mëngjesit, te shkolla e Lugajt\n - ora 1 "
        "pasdite, te zyra e fshatit Bujan",
        [("2026-10-09 10:00", "te shkolla e Lugajt"), ("2026-10-09 13:00", "te zyra e fshatit Bujan")],
    ),
    "a week of talks in prose": (
        "Java e buxhetit është caktuar për periudhën nga data 5 deri më 9 tetor 2026.\n\nMë 5 tetor në ora 11.00 "
        "në sallën e Kuvendit priten shoqatat, të cilat ftohen t'i sjellin propozimet. Më 7 tetor ora 13.00 takimi "
        "bëhet me fshatrat, në Shtëpinë e Kulturës.\n\nNdërsa më datë 9 tetor në ora 12.00, sërish në sallën e "
        "Kuvendit, hapet debati, ku të gjithë qytetarët janë të ftuar.",
        [
            ("2026-10-05 11:00", "në sallën e Kuvendit"),
            ("2026-10-07 13:00", "në Shtëpinë e Kulturës"),
            ("2026-10-09 12:00", "në sallën e Kuvendit"),
        ],
    ),
    "talks online about a house": (
        "Kjo seri takimesh hap diskutimin në universitet. Studentët do të takohen në dy takime online.\n\nTakimi i "
        "parë | 5 tetor 2026 | ora 15:00 - 16:00\n\nTakimi i dytë | 6 tetor 2026 | ora 15:30 - 16:30\n\n"
        "Regjistrohuni deri më 2 tetor 2026.",
        [("2026-10-05 15:00", "online"), ("2026-10-06 15:30", "online")],
    ),
    "where it is not": (
        "KORRIGJIM\n\nNë njoftimin për dëgjesën e parkut kemi shkruar gabim ditën dhe orën (7 tetor, ora "
        "10:00).\n\nE sakta është:\n\n📅 E premte, 9 tetor 2026\n🕐 Ora 16:30\n📍 Qendra Kulturore, Kroi (dhe jo "
        "zyrat e bashkisë!)",
        [("2026-10-09 16:30", "Qendra Kulturore, Kroi")],
    ),
    "dots between cells with short days": (
        "DISKUTIM PUBLIK\npër buxhetin 2027\n\nTakimet në bashkësitë lokale, tetor 2026:\n\nLugaj ............... "
        "14.10. .... në 17h ..... shkolla “Ura”\nBujan ............... 15.10. .... në 12h ..... salla te kisha\n\n"
        "Vërejtjet dorëzohen deri më 21.10.2026.",
        [("2026-10-14 17:00", "Lugaj, shkolla “Ura”"), ("2026-10-15 12:00", "Bujan, salla te kisha")],
    ),
    "capitals without points": (
        "BASHKIA KROI ZHVILLON DEGJESA PUBLIKE PER BUXHETIN\n\nLAGJJA NR 1 DHE NR 2 DATE 14/10/2026 ORA 16.00 "
        "SALLA E KESHILLIT BASHKIAK\nLAGJJA NR 3 DATE 15/10/2026 ORA 16.00 SHKOLLA 4 SHKURTI\nFSHATI LUGAJ DATE "
        "16/10/2026 ORA 15.00 MJEDISET E SHKOLLES",
        [
            ("2026-10-14 16:00", "SALLA E KESHILLIT BASHKIAK"),
            ("2026-10-15 16:00", "LAGJJA NR 3, SHKOLLA 4 SHKURTI"),
            ("2026-10-16 15:00", "FSHATI LUGAJ, MJEDISET E SHKOLLES"),
        ],
    ),
    "a message that was passed on": (
        "Te dashur banore, vijne nga Bashkia per rruget, ejani\n\n▪️ e hene 5/10 ora 6 pasdite, Lugaj te shkolla\n"
        "▪️ e merkure 7/10 ora 7 mbrema, Bujan te bari i Çaushit",
        [("--10-05 18:00", "Lugaj te shkolla"), ("--10-07 19:00", "Bujan te bari i Çaushit")],
    ),
    "two days in one breath": (
        "Dëgjimet vazhdojnë kështu:\n\nMe datën 5.10.2026 në Lugaj në ora 18:00 në shkollë dhe në Bujan në ora "
        "20:00 në shkollë, kurse me datën 6.10.2026 në Bytyç në ora 18:00 në shkollë e në Zogaj në ora 19:30 në "
        "objektin e bashkësisë lokale, prandaj ftojmë të gjithë qytetarët.",
        [
            ("2026-10-05 18:00", "në shkollë"),
            ("2026-10-05 20:00", "në shkollë"),
            ("2026-10-06 18:00", "në shkollë"),
            ("2026-10-06 19:30", "në objektin e bashkësisë lokale"),
        ],
    ),
    "cycles without hours": (
        "Komuna e Kroit hap forumin e buxhetit për 40 qytetare.\n\nForumet mbahen në internet, në 2 cikle, tre orë "
        "me të njëjtin grup:\n\ncikli I 5.10.2026 Problemet dhe sfidat\nCikli II 7.10.2026 Zgjidhjet e "
        "propozuara\n\nParaqitja bëhet më së voni më 2.10.2026 në forumi@kroi.example.",
        [("2026-10-05", "në internet"), ("2026-10-07", "në internet")],
    ),
    "a hearing by mail, copied line by line": (
        "Këshilli njofton zhvillimin e seancës së këshillimit me publikun.\n\nPër shkak të masave, dëgjesa publike "
        "do të\n\nzhvillohet vetëm nëpërmjet dërgimit të mendimeve tuaja në postën elektronike, deri\n\nme datë "
        "26.03.2026 .\n\nKomentet mund të dërgohen në keshilli@kroi.example",
        [],
    ),
    "a limit that is over": (
        "Ministria fton fermerët në takime: e hënë, 5 tetor 2026, ora 11:00, Salla e Qarkut.\n\nKush s'vjen dot, "
        "le të shkruajë te skemat@kroi.example deri më 20 tetor 2026.\n\nSkemat e vitit të kaluar kanë mbyllur "
        "aplikimin më 31 maj 2026.",
        [("2026-10-05 11:00", "Salla e Qarkut")],
    ),
    "a report with a meeting ahead": (
        "Komuna mbajti sot konsultimin publik për planin; ishin aty gra dhe qytetarë.\n\nBanorët kanë ENDE mundësi "
        "të japin komente. Mbahet edhe një takim, më datë 9.10.2026 në Qendrën Rinore, në ora 14:00. Propozimet "
        "dorëzohen deri më 12.10.2026.",
        [("2026-10-09 14:00", "në Qendrën Rinore")],
    ),
    "a day above one village without a colon": (
        "Bashkia Kroi\nBuxhetimi me pjesëmarrje\n\nFillojnë takimet publike!\n\nE HËNË 5 tetor 2026\n   Lugaj 1, "
        "shkolla, ora 17\n   Lugaj 2, lokali i fshatit, ora 18:30\nE MARTË 6 tetor 2026\n   Bujan, zyra e njësisë, "
        "ora 17\n\nFaza II: nëntor 2026.",
        [
            ("2026-10-05 17:00", "Lugaj 1, shkolla"),
            ("2026-10-05 18:30", "Lugaj 2, lokali i fshatit"),
            ("2026-10-06 17:00", "Bujan, zyra e njësisë"),
        ],
    ),
    "a house that is told later": (
        "Komuna e Kroit i fton banorët në debatin për buxhetin. Debati ishte paraparë në Sallën e Këshillit, të "
        "premten (9.10.2026), në ora 13:00.\n\nPËRDITËSIM: për shkak të interesimit, debati mbahet në Qendrën e "
        "Kulturës “Ura”. Dita dhe ora nuk ndryshojnë.",
        [("2026-10-09 13:00", "në Qendrën e Kulturës “Ura”")],
    ),
    "subjects in small letters": (
        "DISKUTIM PUBLIK – vendime për ujërat\n\nSeancat, me datën 16.09. 2026, në sallen e Kuvendit:\nuji i "
        "fshatrave, në 11:00h,\nujërat e zeza, në 11:30 h dhe\nujërat e shiut, në 12:00h.",
        [
            ("2026-09-16 11:00", "në sallen e Kuvendit"),
            ("2026-09-16 11:30", "në sallen e Kuvendit"),
            ("2026-09-16 12:00", "në sallen e Kuvendit"),
        ],
    ),
    "an open day and a training": (
        "Bashkia Kroi fton organizatat në ditët e thirrjes:\n\n  1. Dita e hapur, 6 Tetor 2026\n  2. Trajnimi për "
        "projekte, më 8 Tetor 2026\n\nTë dyja te salla e konferencave.",
        [("2026-10-06", "te salla e konferencave"), ("2026-10-08", "te salla e konferencave")],
    ),
    "who speaks begins below the hour": (
        "Kroi: kryetarja thërret fermerët\n\nPër subvencionet flitet të premten, më 9 tetor 2026, në sallën e "
        "Kuvendit, duke filluar në orën 11:00.\n\nDrejtoria e Bujqësisë thotë se nga takimi del plani. Të gjithë "
        "fermerët janë të ftuar.",
        [("2026-10-09 11:00", "në sallën e Kuvendit")],
    ),
    "a step at which comments close": (
        "Forum i hapur: “Plani i Rinisë”\n\nJu ftojmë të premten, më 9 tetor 2026, ora 11 e 30, në Qendrën "
        "Rinore.\n\n| Nr. | Hapi | Kur |\n|---|---|---|\n| 1 | Forumi i hapur | 9 tetor |\n| 2 | Drafti në faqe | "
        "20 tetor |\n| 3 | Komentet mbyllen | 12 nëntor |",
        [("2026-10-09 11:30", "në Qendrën Rinore")],
    ),
    "where people were is past": (
        "Kroi, debat edhe sot\n\nKryetari dhe drejtorët ishin me datë 6 Tetor te banorët e Lugajt, ku dëgjuan "
        "propozime për planin.\n\nDebatet vazhdojnë sot; banorët ftohen në Bujan, në shkollën fillore, në orën "
        "17:30.",
        [("sot 17:30", "në shkollën fillore")],
    ),
    "places and hours below their day in a form": (
        "Seancë dëgjimore me konsumatorët\n\n1. Pse: tarifa e re e ujit\n2. Kur: e premte, 9 tetor 2026\n3. Ku dhe "
        "në ç'orë: Kroi, Pallati i Kulturës, ora 11; Lugaj, salla e Këshillit, ora 5 pasdite\n4. Materiali jepet "
        "në zyrat e klientëve, 08:00–15:00",
        [("2026-10-09 11:00", "Kroi, Pallati i Kulturës"), ("2026-10-09 17:00", "Lugaj, salla e Këshillit")],
    ),
    "villages parted by semicolons": (
        "Dëgjimet publike për buxhetin vazhdojnë. Me datën 9.10.2026: Lugaj, ora 18:00, në shkollë; Bujan, ora "
        "19:00, në bibliotekë; Bytyç, ora 20:00, në shkollë. Ftojmë të gjithë të marrin pjesë.",
        [("2026-10-09 18:00", "në shkollë"), ("2026-10-09 19:00", "në bibliotekë"), ("2026-10-09 20:00", "në shkollë")],
    ),
    "the same place with a colon": (
        "NJOFTIM – ndryshon dita\n\nKonsultimi për tregun, i thirrur për të enjten 8.10.2026, shtyhet me një "
        "ditë.\n\nMbahet të premten 9.10.2026, në të njëjtën orë (17:30) dhe në të njëjtin vend: Shtëpia e "
        "Kulturës, oborri.",
        [("2026-10-09 17:30", "Shtëpia e Kulturës, oborri")],
    ),
    "a dash in the column of places": (
        "Plani vendor – takime në lagje\n\n| Lagjja | Dita | Ora | Ku mblidhemi |\n|---|---|---|---|\n| Lugaj | e "
        "hënë 05.10.2026 | 10:00 | qendra komunitare |\n| Bujan | e martë 06.10.2026 | 15:00 | - |",
        [("2026-10-05 10:00", "Lugaj, qendra komunitare"), ("2026-10-06 15:00", "Bujan")],
    ),
    "days that are left to somebody": (
        "FTESË PËR DËGJESË\n\nDita e premte, 9 tetor 2026, u është lënë banorëve të Kroit, për propozime.\n\nJeni "
        "të lutur të bëheni pjesë e diskutimit në sallën pranë Bashkisë.\n\nNë orën 10:30 diskutimi do të jetë me "
        "lagjet 1 e 2, ndërsa në orën 12:00 me lagjet 3 e 4.",
        [("2026-10-09 10:30", "në sallën pranë Bashkisë"), ("2026-10-09 12:00", "në sallën pranë Bashkisë")],
    ),
    "a day above its list over an empty line": (
        "U hap shqyrtimi publik për planin\n\nSot u hap shqyrtimi. Morën pjesë shumë qytetarë.\n\nDita e II-të e "
        "takimeve është nesër, me dt.9.10.2026, me qytetarët nga:\n\n-Lugaj në ora 10:00, në Sallën e Kuvendit;\n\n"
        "-Bujan, në ora 13:00 në shkollën e mesme.\n\nFtohen të gjithë.",
        [("2026-10-09 10:00", "në Sallën e Kuvendit"), ("2026-10-09 13:00", "në shkollën e mesme")],
    ),
    "a cell a line": (
        "Takimet konsultative vijojnë si më poshtë:\n\nData\nQarqet\nOra\nVendi\n9 tetor 2026\nShkodër, Lezhë\n"
        "10:30\nTiranë, Salla e Akademisë\n12 tetor 2026\nElbasan, Berat\n11:00\nElbasan, Teatri “Ura”\n\n"
        "Regjistrimi bëhet deri më 5 tetor 2026.",
        [("2026-10-09 10:30", "Tiranë, Salla e Akademisë"), ("2026-10-12 11:00", "Elbasan, Teatri “Ura”")],
    ),
    "a report, and what others say below": (
        "Kroi sot\n\nLAJMET E FUNDIT\n21:40 Aksident në rrugë, një i plagosur\n19:02 Shpallen vende pune, "
        "dokumentet deri më 30 tetor 2026\n\nBashkia thërret banorët për kullotat\n\nNga Redaksia | 05/10/2026 "
        "18:21\n\nBlegtorët ftohen në dëgjesë: ditën e premte, më 9 tetor 2026, ora 10:00, në sallën e "
        "bashkisë.\n\nKOMENTET (2)\nBlegtori — 05/10/2026 19:11: edhe me 2023 na thirrën më 20 qershor\nLuma — "
        "05/10/2026 20:30: pse në mes të javës?\n\nTË NGJASHME\n→ Festa e Ujit, 14 tetor, ora 19:00",
        [("2026-10-09 10:00", "në sallën e bashkisë")],
    ),
    "the day of a correction": (
        "SHQYRTIM PUBLIK - Porti\n\nKORRIGJIM (1.10.2026): tribuna publike, e lajmëruar gabimisht për 7.10.2026, "
        "mbahet me datën 9.10.2026 në orën 10, në Sallën e Kuvendit.",
        [("2026-10-09 10:00", "në Sallën e Kuvendit")],
    ),
    "what was broken off goes on": (
        "VAZHDIMI I DISKUTIMIT PUBLIK\n\nShqyrtimi kryesor publik, që më 1.10.2026 u ndërpre për shkak të shiut, "
        "vijon më 9.10.2026 dhe fillon në orën 17,00h në Shtëpinë e Kulturës.",
        [("2026-10-09 17:00", "në Shtëpinë e Kulturës")],
    ),
    "the surroundings do not change": (
        "Konsultim Publik – NDRYSHIM DATE\n\nJu infomojmë se konsultimi publik për buxhetin, i njoftuar sipas "
        "rregullores së administratës për ditën e enjte me datë 8.10.2026, ora 17:00, zhvillohet diten e premte me "
        "datë 9.10.2026, ora 16:30.\n\nAmbienti nuk ndryshon: godina e Qendrës Kulturore.",
        [("2026-10-09 16:30", "godina e Qendrës Kulturore")],
    ),
    "two calendars side by side": (
        "Kalendari i konsultimit publik, Bashkia Kroi\n\nLAGJET                                 NJËSITË\n“Ura” "
        "16.10.2026 ora 10:00             Lugaj 19.10.2026 ora 10:00\n“Liria” 16.10.2026 ora 12:00           Bujan "
        "20.10.2026 ora 12:30",
        [
            ("2026-10-16 10:00", "“Ura”"),
            ("2026-10-19 10:00", "Lugaj"),
            ("2026-10-16 12:00", "“Liria”"),
            ("2026-10-20 12:30", "Bujan"),
        ],
    ),
    "a corrected row and the whole list": (
        "ERRATA\n\nNë grafikun e dëgjesave ka një gabim:\n\na) te rreshti 2 (Bujan), në vend të “8.10.2026, ora "
        "13:00” lexohet “9.10.2026, ora 13:00”.\n\nGrafiku i përmirësuar është:\n\n1) Lugaj – 6.10.2026, ora "
        "10:00, salla e bashkisë\n2) Bujan – 9.10.2026, ora 13:00, shkolla e mesme",
        [("2026-10-09 13:00", "Bujan, shkolla e mesme"), ("2026-10-06 10:00", "Lugaj, salla e bashkisë")],
    ),
    "a column that says what holds now": (
        "Dëgjimet publike për buxhetin\n\n| Zona | Data e planifikuar | Ora | Vendi | Statusi |\n"
        "|---|---|---|---|---|\n| Qyteti | 01.10.2026 | 17:00 | Salla e Kuvendit | u mbajt |\n| Lugaj | 5.10.2026 "
        "| 16:00 | shkolla | mbahet sipas planit |\n| Bujan | 6.10.2026 | 16:00 | biblioteka | shtyhet, mbahet me "
        "9.10.2026 në të njëjtën orë |\n| Bytyç | 7.10.2026 | 16:00 | qendra | anulohet |\n| Zogaj | 8.10.2026 | "
        "16:00 | Shtëpia e Kulturës | mbahet, por në ora 18:00 |",
        [
            ("2026-10-05 16:00", "Lugaj, shkolla"),
            ("2026-10-09 16:00", "Bujan, biblioteka"),
            ("2026-10-08 18:00", "Zogaj, Shtëpia e Kulturës"),
        ],
    ),
    "an older letter that is quoted": (
        "From: Sekretaria <zyra@kroi.example>\nTo: kryetarët e fshatrave\nDate: 2026-10-01 15:42\nSubject: Grafiku "
        "i dëgjesave - NDRYSHIM\n\nJu lutem merrni parasysh grafikun më poshtë:\n\n  Lugaj     5.10.2026  10:00  "
        "salla e Këshillit\n  Bujan     9.10.2026  15:30  shkolla e bashkuar\n\n> Date: 2026-09-25 09:10\n>  "
        "Lugaj   5.10.2026  10:00\n>  Bujan   8.10.2026  13:00",
        [("2026-10-05 10:00", "Lugaj, salla e Këshillit"), ("2026-10-09 15:30", "Bujan, shkolla e bashkuar")],
    ),
    "a chat of one day": (
        "[08:14] Administratori: Po ju jap oret e takimeve me bashkine per projektet\n[08:15] Administratori: e "
        "hene 5/10 Lugaj ora 5 pasdite te shkolla\n[08:16] Administratori: e marte 6/10 zyra e Njesise ora 10 "
        "paradite",
        [("--10-05 17:00", "Lugaj, shkolla"), ("--10-06 10:00", "zyra e Njesise")],
    ),
    "a part of an agenda without the public": (
        "AGJENDA E JAVËS 5 – 9 TETOR 2026\n\nI. TAKIME KU I PRESIM QYTETARËT\n\nE martë, 6 tetor\n11:00  Dëgjim "
        "publik: Rregullorja. Salla e Kuvendit\n\nII. PUNA E KRYETARIT (pa publik)\n\nE hënë, 5 tetor\n09:00  "
        "Kolegjiumi i drejtorëve\n12:30  Pritja e ambasadorit",
        [("2026-10-06 11:00", "Salla e Kuvendit")],
    ),
    "what was moved from brackets": (
        "Njoftim për publikun për dëgjesat e VNM-së. Njoftimi ndryshon si vijon:\n\nDëgjesa 1 – fshati "
        "Lugaj\n      Data: 6.10.2026      Ora: 11:00      Vendi: Shkolla 9-vjeçare\n      (pa ndryshim)\n\n"
        "Dëgjesa 2 – qyteti Kroi\n      Data: 9.10.2026 (ishte 7.10.2026)      Ora: 11:00      Vendi: Salla e "
        "Këshillit",
        [("2026-10-06 11:00", "Shkolla 9-vjeçare"), ("2026-10-09 11:00", "Salla e Këshillit")],
    ),
    "a calendar that a program wrote": (
        'Orari i tribunave qytetare për buxhetin\n\n"Lënda";"Data e fillimit";"Ora e fillimit";"Data e '
        'mbarimit";"Ora e mbarimit";"Lokacioni"\n"Tribunë '
        'Lugaj";"05-10-2026";"17:00";"05-10-2026";"19:00";"Shtëpia e Kulturës, Lugaj"\n"ANULUAR: '
        'Tribunë Bujan";"06-10-2026";"17:00";"06-10-2026";"19:00";"Sh.F. Ura"\n"Tribunë '
        'qendrore";"09-10-2026";"18:00";"09-10-2026";"20:30";"Salla e Këshillit"\n"Afati për '
        'propozime";"15-10-2026";"00:00";"15-10-2026";"23:59";"fjala@kroi.example"\n\nHyrja e lirë.',
        [("2026-10-05 17:00", "Shtëpia e Kulturës, Lugaj"), ("2026-10-09 18:00", "Salla e Këshillit")],
    ),
    "kept, as it was made known": (
        "NDRYSHIM TË PROGRAMIT TË DISKUTIMIT PUBLIK\n\nTribunat:\n   Lugaj, Shtëpia e kulturës – në vend të "
        "2.10.2026, do të mbahet më 9.10.2026 në 17h\n   Bujan, shkolla fillore – siç ishte shpallur, 6.10.2026 në "
        "17h",
        [("2026-10-09 17:00", "Lugaj, Shtëpia e kulturës"), ("2026-10-06 17:00", "Bujan, shkolla fillore")],
    ),
    "the house in an addition above": (
        "EDIT: Për shkak të shiut takimi NUK bëhet në lulishte. Vijmë të gjithë në palestrën e shkollës “Ura”. "
        "Dita dhe ora NUK ndryshojnë!\n\nPostimi i parë:\nFqinjë të dashur, të premten, 9 tetor 2026, në orën "
        "18:00, takohemi te lulishtja për parkimin.",
        [("2026-10-09 18:00", "në palestrën e shkollës “Ura”")],
    ),
    "what is read wrong and right": (
        "Njoftim për këshillim me publikun (korrigjim)\n\nKëshilli Bashkiak Kroi sqaron se në njoftimin e datës "
        "26.09.2026 është shkruar gabim data. Aty ku lexohet “ditën e enjte, datë 8 Tetor 2026” të lexohet:\n\n"
        "Ditën e premte, datë 9 Tetor 2026, ora 10:00, në sallën e mbledhjeve.",
        [("2026-10-09 10:00", "në sallën e mbledhjeve")],
    ),
    "a second day only if it is not enough": (
        "Thirrje – ndryshim i datës\n\nMbledhja e Kuvendit, e thirrur për datën 7 tetor 2026, shtyhet dhe mbahet "
        "më 9 tetor 2026 (e premte), me fillim në orën 10, në Sallën e Kuvendit. Mbledhja është e hapur për "
        "qytetarë.\n\nNëse rendi i ditës nuk shterohet, puna vazhdon më 12 tetor 2026, po në orën 10.",
        [("2026-10-09 10:00", "në Sallën e Kuvendit")],
    ),
    "one that was held and one that is added": (
        "ZGJATET AFATI I KONSULTIMIT\n\nMinistria njofton se:\n\n(i) takimi me publikun i datës 1.10.2026, ora "
        "10.00, në zyrat e saj, u zhvillua;\n(ii) me kërkesë të OJF-ve shtohet një takim i dytë, me datën "
        "9.10.2026, ora 10.00, në Universitetin Bujqësor;\n(iii) afati i komenteve, që ishte 5.10.2026, shtyhet "
        "deri më datën 18.10.2026.",
        [("2026-10-09 10:00", "në Universitetin Bujqësor")],
    ),
    "the steps after it": (
        "Degjese publike per parkun\n\nDegjesa do te organizohet ne datat 8 dhe 9 tetor 2026, ora 12:00 ne sallen "
        "e Bashkise Kroi.\n\nPas ketij konsultimi, Keshilli i Bashkise Kroi do te ndjeke keto hapat si vijon:\n- "
        "shqyrtimi ne komision: 20 tetor 2026\n- miratimi: brenda muajit nentor",
        [("2026-10-08 12:00", "në sallen e Bashkise Kroi"), ("2026-10-09 12:00", "në sallen e Bashkise Kroi")],
    ),
    "a call that was opened, and office hours": (
        "Hapet Thirrja e Dytë për Grante!\n\nFondi, të hënën më 5.10.2026, e ka lansuar Thirrjen e Dytë për "
        "fermerët.\n\nAplikimi është i hapur deri më 30.10.2026. Dosjet dorëzohen në zyrën e projektit.\n\nOrari i "
        "punës\n7:30 deri 15:30",
        [],
    ),
    "a window that lasted and is longer": (
        "NJOFTIM: Vazhdohet shqyrtimi publik\n\nKomuna e Kroit e vazhdon shqyrtimin publik, që sipas njoftimit të "
        "parë zgjaste nga data 1 shtator 2026 deri më 1 tetor 2026. Afati i ri për komente është 12 tetor 2026.",
        [],
    ),
    "a column for each of two meetings": (
        "Bashkia Kroi ju fton në dëgjesat për planin:\n\n\tTakimi i parë\tTakimi i dytë\nData\t5.10.2026\t"
        "6.10.2026\nOra\t10:00\t11:30\nVendi\tshkolla e Lugajt\tzyra e njësisë",
        [
            ("2026-10-05 10:00", "Takimi i parë, shkolla e Lugajt"),
            ("2026-10-06 11:30", "Takimi i dytë, zyra e njësisë"),
        ],
    ),
    "comments as a heading of a form": (
        "Njoftim për konsultim publik: plani i parkut\n\nDëgjesa: 9 tetor 2026, ora 10:00, salla e Muzeut.\n\n"
        "Komentet:\nderi më 16 tetor 2026 te fjala@kroi.example",
        [("2026-10-09 10:00", "salla e Muzeut")],
    ),
    "an hour that is denied": (
        "NDRYSHIM I ORËS – shqyrtim publik\n\nKomuna e Kroit ju lajmëron se shqyrtimi publik për planin\n\n⏱ më 9 "
        "tetor 2026 nuk fillon në orën 10:00, por në orën 13:30.\n📍 Vendi mbetet ai i njejti: ndërtesa e Kuvendit.",
        [("2026-10-09 13:30", "ndërtesa e Kuvendit")],
    ),
    "one of two that is called off": (
        "Postuar më: 1/10/2026\n\nKonsultim me Publikun – anulim takimi\n\nTakimi i dites se enjte 8 Tetor, ora "
        "11.00, ne Zyrat e Njesise ANULOHET, sepse rruga eshte e bllokuar. Banoret jane te ftuar ne takimin "
        "tjeter, i cili mbahet diten e premte 9 Tetor, ora 11.00, ne sallen e Bashkise Kroi.",
        [("2026-10-09 11:00", "në sallen e Bashkise Kroi")],
    ),
    "old and new days in a table with hours": (
        "NDRYSHIM NË GRAFIKUN E DËGJESAVE\n\nNjësia | Data e shpallur | Data e re | Ora | Vendi\nLugaj | 5.10.2026 "
        "| pa ndryshim | 10:00 | Salla e njësisë\nBujan | 6.10.2026 | 9.10.2026 | 12:00 | Shkolla “Ura”\nBytyç | "
        "7.10.2026 | anulohet | – | –",
        [("2026-10-05 10:00", "Lugaj, Salla e njësisë"), ("2026-10-09 12:00", "Bujan, Shkolla “Ura”")],
    ),
    "steps of a call with an hour": (
        "THIRRJE PËR IDE\n\nBashkia Kroi ndan lekë për ide të vogla.\n\n| Hapi | Kur |\n|---|---|\n| Hapja e "
        "thirrjes | 1 tetor 2026 |\n| Takim informues te Qendra Kulturore | e premte, 9 tetor 2026, 17:00-18:30 |\n"
        "| Mbyllja e aplikimeve | 5 nëntor 2026, ora 23:59 |",
        [("2026-10-09 17:00", "te Qendra Kulturore")],
    ),
    "a decision with a word for an end": (
        "01. Shtator 2026.\n\nSekretariati për veprimtari komunale (Përfundimi 01-1648/26 prej 09.08.2026).\n\n"
        "Diskutimi publik zgjat nga 01.09.2026 deri me datën 16.10.2026.\n\nSeanca qendrore mbahet me datën 9.10. "
        "2026, ora 11:00, në sallen e Kuvendit.",
        [("2026-10-09 11:00", "në sallen e Kuvendit")],
    ),
    "by a plan that was made known": (
        "Dëgjimet publike për buxhetin\n\nI pari u mbajt dje në qytet.\n\nSipas orarit të publikuar, me datën "
        "9.10.2026 dëgjimet vazhdojnë në fshatrat: Lugaj në ora 18:00 në shkollë, Bujan në ora 19:00 në shkollë. "
        "Ftojmë të gjithë të marrin pjesë.",
        [("2026-10-09 18:00", "në shkollë"), ("2026-10-09 19:00", "në shkollë")],
    ),
    "a house that is denied": (
        "KORRIGJIM\n\nPrezantimi publik i planit NUK fillon në 11:00, por në 13:00.\n\nData mbetet: 9 tetor 2026 "
        "(e premte).\nSalla ndërron: jo në Shtëpinë e Kulturës, po në sallën e Këshillit.",
        [("2026-10-09 13:00", "në sallën e Këshillit")],
    ),
    "a post that meets in a garden": (
        "Kroi, na trego!\n\nTakohemi te lulishtja pranë ish-minierës 🌳\n🗓 e premte 9 tetor\n🕔 ora 5 pasdite\n\n"
        "Bashkia sjell tre skica.",
        [("--10-09 17:00", "te lulishtja pranë ish-minierës")],
    ),
    "steps with their days first": (
        "Ftesë për konsultim – Programi i Statistikave\n\nHapat:\n– 2 tetor: drafti në faqe\n– 9 tetor 2026, ora "
        "09:30: tryeza me përdoruesit, salla “Vjosa”, Hotel Ura\n– 15 nëntor 2026: mbyllen komentet",
        [("2026-10-09 09:30", "salla “Vjosa”")],
    ),
}
