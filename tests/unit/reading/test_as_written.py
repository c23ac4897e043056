"""Texts in the shapes that people give them: how many meetings, on which day, at what hour and where."""

import pytest

from documents.reading.notice import read_notice
from participation.consultations.notice import NoticeReading

Told = list[tuple[str, str | None]]


def told(notice: NoticeReading) -> Told:
    """Each meeting as "2026-10-09 17:00", or "--10-09 17:00" without a year, with its place."""
    days = [
        f"{meeting.day}" if meeting.day else "--{:02}-{:02}".format(*(meeting.month_day or (0, 0)))
        for meeting in notice.meetings
    ]
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
}


@pytest.mark.parametrize(("text", "expected"), AS_WRITTEN.values(), ids=AS_WRITTEN)
def test_each_meeting_is_told_once_with_its_hour_and_its_place(text: str, expected: Told) -> None:
    notice = read_notice(text)
    assert notice.is_notice
    assert told(notice) == expected


@pytest.mark.parametrize(
    ("name", "deadline"),
    [
        ("moved twice", None),
        ("a table the other way round", "2026-10-16"),
        ("only a window for comments", "2026-10-30"),
        ("the house in the cell of the day", "2026-10-30"),
    ],
)
def test_the_last_day_for_comments_is_none_of_its_other_days(name: str, deadline: str | None) -> None:
    found = read_notice(AS_WRITTEN[name][0]).deadline
    assert (found and found.isoformat()) == deadline
