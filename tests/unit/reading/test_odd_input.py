"""Notices as they come in practice: in English, in capitals, without diacritics, in loose dates and hours."""

from datetime import date, time

import pytest

from documents.reading.notice import read_notice

ENGLISH = """NOTICE OF PUBLIC CONSULTATION
The Municipality of Kroi invites all citizens to a public hearing on the draft Social Plan.
Date: 25 July 2027
Time: 11:00 - 13:00
Place: City Hall, council room
Comments may be sent until 18 August 2027 to fjala@kroi.example."""
CAPITALS = """NJOFTIM PËR DËGJESË PUBLIKE
BASHKIA KROI FTON TË GJITHË QYTETARËT NË DËGJESËN PUBLIKE PËR PROJEKTBUXHETIN 2028, DITËN E MËRKURË, DATË 8.12.2027,
ORA 10:00 – 12:00, NË SALLËN E KËSHILLIT BASHKIAK.
KOMENTET DËRGOHEN DERI MË 3 DHJETOR 2027."""
PLAIN = """Njoftim per konsultim publik
Bashkia Kroi ju fton ne takimin publik per planin e gjelberimit te qytetit me 5/7/27, ora 10.00, ne biblioteken e
qytetit. Komentet pranohen deri me 30 qershor 2027."""
LABELS = """Njoftim për takim publik
Data 05-07-2027
Ora 10.00
Vendi: shkolla e Kroit
Tema: rregullorja e tregut"""
LOOSE = """Njoftim
Bashkia Kroi organizon takim publik për tarifat e pastrimit.
Kur: e hënë, 5.7.2027, në orën 5 të pasdites
Ku: Pallati i Kulturës"""
TWO = """Njoftim për dëgjesë publike
Bashkia Kroi fton qytetarët në dëgjesën për planin social, më 12.01.2027, ora 10:00, në sallën e këshillit.


Njoftim për konsultim publik
Bashkia Kroi fton banorët në takimin për ujësjellësin, më 19.01.2027, ora 11:00, në shkollën e fshatit."""


@pytest.mark.parametrize(
    ("text", "meetings", "deadline"),
    [
        (ENGLISH, [(date(2027, 7, 25), time(11), time(13))], date(2027, 8, 18)),
        (CAPITALS, [(date(2027, 12, 8), time(10), time(12))], date(2027, 12, 3)),
        (PLAIN, [(date(2027, 7, 5), time(10), None)], date(2027, 6, 30)),
        (LABELS, [(date(2027, 7, 5), time(10), None)], None),
        (LOOSE, [(date(2027, 7, 5), time(17), None)], None),
        (TWO, [(date(2027, 1, 12), time(10), None), (date(2027, 1, 19), time(11), None)], None),
    ],
    ids=["English", "capitals", "no diacritics", "labels", "loose", "two in one"],
)
def test_it_is_read_all_the_same(text, meetings, deadline):
    reading = read_notice(text)

    assert reading.is_notice
    assert [(meeting.day, meeting.start, meeting.end) for meeting in reading.meetings] == meetings
    assert all(meeting.place for meeting in reading.meetings)
    assert reading.deadline == deadline
