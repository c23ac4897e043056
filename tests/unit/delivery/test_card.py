from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delivery.channels.telegram import parts_of
from delivery.letters.card import LONGEST_SHARE, card, deadline_line, share_text
from locales.texts import texts_in
from participation.consultations.model import Kind, Paper, Terms
from participation.ids import PaperId
from tests.unit.delivery.samples import BARE, CALENDAR, DOSSIER, MEETING, NASTY, NOW, PAPER, SECOND, SPOKEN, TERMS

EN = texts_in("en")
LINK = "https://t.me/bashke_bot?start=k7"


def said(dossier=DOSSIER, now=NOW):
    return card(dossier, texts=EN, now=now)


def labels(message):
    return [[button.label for button in row] for row in message.buttons]


@pytest.mark.parametrize("language", SPOKEN)
def test_the_card_names_everything_a_notice_must_contain(language):
    texts = texts_in(language)
    message = card(DOSSIER, texts=texts, now=NOW)
    assert message.title == TERMS.title
    for needed in (
        "Bashkia Lumas",
        TERMS.purpose,
        TERMS.audience,
        "Gurëz",
        texts.day(date(2023, 7, 10)),
        texts.day(date(2023, 7, 25)),
        "11:00–12:30",
        "Salla e këshillit",
        "17:00",
        "koordinator@lumas.example",
        "146/2014",
        "1234/1",
        "https://register.example/445",
    ):
        assert needed in message.body


def test_the_card_says_date_and_working_days_left():
    assert "Comments until: Monday, 10 July 2023 (20 working days left)." in said().body


@pytest.mark.parametrize(
    ("today", "line"),
    [
        (date(2023, 7, 7), "Comments until: Monday, 10 July 2023 (1 working day left)."),
        (date(2023, 7, 10), "Comments until: today, Monday, 10 July 2023."),
        (
            date(2023, 7, 11),
            "The deadline for comments was: Monday, 10 July 2023. "
            "You can still send one; it will be marked late.",
        ),
    ],
)  # fmt: skip
def test_the_deadline_counts_down(today, line):
    assert deadline_line(date(2023, 7, 10), CALENDAR, texts=EN, today=today) == line


def test_a_deadline_on_a_sunday_that_has_no_working_day_left_names_only_the_date():
    line = deadline_line(date(2023, 7, 9), CALENDAR, texts=EN, today=date(2023, 7, 8))
    assert line == "Comments until: Sunday, 9 July 2023."


def test_the_card_says_when_the_office_is_open_if_that_is_known():
    open_house = replace(DOSSIER.institution, office_hours="Mon–Fri 8–16")
    assert "Office hours: Mon–Fri 8–16" in said(replace(DOSSIER, institution=open_house)).body
    assert "Office hours" not in said().body


def test_what_is_not_known_is_said_to_be_open_or_left_out():
    body = said(BARE).body
    assert "Until when you can comment is not set yet." in body
    assert "None" not in body
    assert "{" not in body
    assert "Contact" not in body
    assert "Miratimi në këshill: date to be set" in said().body


def test_meetings_stand_in_order_and_those_that_are_over_are_gone():
    body = said().body
    assert body.index("17:00") < body.index("11:00")
    after = said(now=SECOND.venue.starts_at + timedelta(hours=2)).body
    assert "17:00" not in after
    assert "Meeting:" in after
    assert "Meeting" not in said(now=MEETING.venue.starts_at + timedelta(minutes=90)).body


def test_a_cancelled_meeting_is_said_to_be_off_and_nobody_can_come():
    dossier = replace(DOSSIER, meetings=(replace(MEETING, cancelled=True),))
    assert "Tuesday, 25 July 2023, 11:00–12:30: cancelled" in said(dossier).body
    assert labels(said(dossier))[0] == ["Comment"]


def test_a_meeting_without_a_place_says_so():
    venue = replace(MEETING.venue, place="")
    dossier = replace(DOSSIER, meetings=(replace(MEETING, venue=venue),))
    assert "11:00–12:30, the place will be announced" in said(dossier).body


def test_buttons_come_in_the_order_people_need_them():
    assert labels(said()) == [
        ["Comment", "I will come"],
        ["Remind me", "Share"],
        ["Relacioni shpjegues.pdf (340 KB)"],
    ]
    presses = [button.press for row in said().buttons for button in row]
    assert presses == ["w~7", "t~7", "r~7~1", "s~7", "d~21"]


@pytest.mark.parametrize(
    ("now", "offered"),
    [
        (MEETING.venue.starts_at - timedelta(hours=3), True),
        (MEETING.venue.starts_at - timedelta(hours=1), False),
        (MEETING.venue.starts_at + timedelta(days=1), False),
    ],
)
def test_a_reminder_is_offered_as_long_as_one_would_still_come(now, offered):
    assert ("Remind me" in labels(said(now=now))[1]) is offered


def test_without_a_meeting_and_a_deadline_no_reminder_is_offered():
    assert labels(said(replace(DOSSIER, meetings=(), terms=replace(TERMS, deadline=None))))[1] == ["Share"]


def test_with_one_meeting_the_button_says_that_one_comes():
    dossier = replace(DOSSIER, meetings=(MEETING,))
    assert said(dossier).buttons[0][1].press == "c1~11~yes"


def test_a_preview_has_no_buttons():
    assert said(replace(DOSSIER, id=None)).buttons == ()


def test_a_paper_with_a_long_name_or_none_keeps_a_short_label():
    papers = (replace(PAPER, name="relacion " * 30), Paper(PaperId(22), "", 5, "h"))
    long, nameless = [row[0].label for row in said(replace(DOSSIER, papers=papers)).buttons[2:]]
    assert len(long) < 55
    assert nameless == "Document (1 KB)"


def test_the_register_of_the_institution_stands_in_where_the_notice_names_none():
    body = said(replace(DOSSIER, terms=replace(TERMS, register_url=None))).body
    assert "https://register.example/lumas" in body


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("language", SPOKEN)
def test_every_occasion_has_a_sentence_with_the_institution(kind, language):
    dossier = replace(DOSSIER, terms=replace(TERMS, kind=kind))
    assert card(dossier, texts=texts_in(language), now=NOW).body.split("\n")[0].count("Bashkia Lumas") == 1


def test_nothing_in_anybodys_words_is_a_template_or_markup():
    terms = Terms(title=NASTY, purpose=NASTY, audience=NASTY, laws=(NASTY,), protocol=NASTY)
    message = said(replace(DOSSIER, terms=terms))
    assert message.title == NASTY
    assert message.body.count(NASTY) == 4


def test_a_card_longer_than_a_message_is_sent_in_pieces():
    message = said(replace(DOSSIER, terms=replace(TERMS, purpose="fjalë të gjata " * 300)))
    parts = parts_of(message)
    assert len(parts) == 2
    assert all(len(part.text) <= 4096 for part in parts)
    assert [bool(part.buttons) for part in parts] == [False, True]


@pytest.mark.parametrize("language", SPOKEN)
def test_the_shared_text_is_plain_short_and_leads_to_register_and_bot(language):
    texts = texts_in(language)
    text = share_text(DOSSIER, texts=texts, link=LINK, now=NOW)
    assert len(text) <= LONGEST_SHARE
    for needed in (TERMS.title, texts.day(date(2023, 7, 10)), "11:00–12:30", "https://register.example/445", LINK):
        assert needed in text


def test_the_shared_text_counts_no_days_because_it_is_read_later():
    assert "left" not in share_text(DOSSIER, texts=EN, link=LINK, now=NOW)


def test_the_shared_text_says_whom_it_touches_and_nothing_of_what_is_over():
    before = share_text(DOSSIER, texts=EN, link=LINK, now=NOW)
    assert "Whom it touches: familjet" in before
    assert "Meeting: Tuesday, 25 July 2023" in before
    after = share_text(DOSSIER, texts=EN, link=LINK, now=MEETING.venue.starts_at + timedelta(hours=1))
    assert "Meeting" not in after
    assert "Comments until" not in after
    assert "You can still send one; it will be marked late." in after


@given(
    title=st.text(max_size=600), purpose=st.text(max_size=3000), place=st.text(max_size=500), count=st.integers(0, 30)
)
def test_the_shared_text_never_grows_beyond_its_limit_and_keeps_both_links(title, purpose, place, count):
    meeting = replace(MEETING, venue=replace(MEETING.venue, place=place))
    terms = replace(TERMS, title=title, purpose=purpose)
    text = share_text(replace(DOSSIER, terms=terms, meetings=(meeting,) * count), texts=EN, link=LINK, now=NOW)
    assert len(text) <= LONGEST_SHARE
    assert LINK in text
    assert "https://register.example/445" in text
