"""Notices of many makes are read as a careful clerk would read them."""

import pytest

from documents.reading.notice import read_notice
from participation.consultations.notice import ReadMeeting

from .more_notices import MORE_NOTICES
from .notices import NOTICES, Labelled
from .short_notices import SHORT_NOTICES

FULLY_LABELLED = [notice for notice in (*MORE_NOTICES, *SHORT_NOTICES) if notice.is_notice]
CALLS = [*(notice for notice in NOTICES if notice.is_notice), *FULLY_LABELLED]
NO_NOTICES = [
    "Kur bie shiu mbi qytet\ne mbrëmja ulet ngadalë,\nunë të pres te dritarja.\n\nEjani, yje të largët,\n"
    "mos më lini vetëm sonte,\nse nata është e gjatë.",
    "Bukë\n2 kg domate\nQumësht 1 l\nVezë 10 copë\nDjathë i bardhë 0.5 kg\nPara ora 18 te dyqani, deri 12.5",
    "Byrek me spinaq\n\nPërbërësit: 500 g miell, 2 vezë, 1 kg spinaq.\nPërgatitja: Lëreni brumin të pushojë 30"
    " minuta. Piqeni në furrë 45 minuta në 180 gradë. Ju bëftë mirë!",
    "Ana: Hej, si je?\nBeni: Mirë, ti? Do vish nesër në festë?\nAna: Po, në ora 8 takohemi te kafja.\n"
    "Beni: A e dorëzove projektin?\nAna: Jo akoma, kam kohë deri të premten.",
]
NO_CALLS = [notice for notice in (*NOTICES, *MORE_NOTICES, *SHORT_NOTICES) if not notice.is_notice]


def _name(notice: Labelled) -> str:
    return notice.name


def _day(day, month_day):
    if day:
        return day.isoformat()
    return f"--{month_day[0]:02d}-{month_day[1]:02d}" if month_day else None


def _when(meeting: ReadMeeting):
    hours = [f"{hour:%H:%M}" for hour in (meeting.start, meeting.end) if hour]
    return _day(meeting.day, meeting.month_day), "-".join(hours) or None


@pytest.mark.parametrize("notice", CALLS, ids=_name)
def test_the_meetings_are_read_with_day_and_hours(notice):
    found = [_when(meeting) for meeting in read_notice(notice.text).meetings]

    assert found == [(day, hours) for day, hours, _ in notice.meetings]


@pytest.mark.parametrize("notice", CALLS, ids=_name)
def test_every_meeting_has_its_place(notice):
    places = [meeting.place or "" for meeting in read_notice(notice.text).meetings]

    assert all(wanted in place for place, (_, _, wanted) in zip(places, notice.meetings, strict=True) if wanted)


@pytest.mark.parametrize("notice", CALLS, ids=_name)
def test_the_deadline_and_the_facts_around_it_are_read(notice):
    reading = read_notice(notice.text)

    assert _day(reading.deadline, reading.deadline_month_day) == notice.deadline
    assert reading.email == notice.email
    assert reading.laws == notice.laws


@pytest.mark.parametrize("notice", FULLY_LABELLED, ids=_name)
def test_phone_register_purpose_and_counted_days_are_read_or_left_open(notice):
    reading = read_notice(notice.text)

    assert reading.phone == notice.phone
    assert reading.register_url == notice.register
    assert reading.purpose == notice.purpose
    assert reading.deadline_days == notice.days


@pytest.mark.parametrize("notice", [n for n in FULLY_LABELLED if n.title], ids=_name)
def test_the_title_is_what_a_clerk_would_call_it(notice):
    assert read_notice(notice.text).title == notice.title


@pytest.mark.parametrize("notice", FULLY_LABELLED, ids=_name)
def test_the_doubts_of_a_notice_are_those_of_its_words(notice):
    assert {doubt.kind for doubt in read_notice(notice.text).doubts} == set(notice.doubts)


@pytest.mark.parametrize("notice", [n for n in CALLS if n.institution], ids=_name)
def test_the_institution_stands_in_its_base_form(notice):
    assert read_notice(notice.text).institution == notice.institution


@pytest.mark.parametrize("notice", [n for n in CALLS if n.published], ids=_name)
def test_the_day_of_publication_is_told_from_the_meetings(notice):
    assert str(read_notice(notice.text).published_on) == notice.published


@pytest.mark.parametrize("notice", CALLS, ids=_name)
def test_a_text_that_calls_the_public_is_a_notice(notice):
    assert read_notice(notice.text).is_notice


@pytest.mark.parametrize("notice", NO_CALLS, ids=_name)
def test_a_text_that_calls_nobody_is_no_notice(notice):
    assert not read_notice(notice.text).is_notice


@pytest.mark.parametrize("text", NO_NOTICES)
def test_a_text_of_everyday_life_is_no_notice(text):
    assert not read_notice(text).is_notice
