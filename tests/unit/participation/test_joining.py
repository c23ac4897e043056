"""What a place says of taking part online, and the link that is no part of it."""

import pytest

from participation.consultations.notice import Doubt, DoubtKind, NoticeReading, ReadMeeting
from participation.consultations.proofs import online_apart
from participation.joining import (
    also_online,
    is_only_online,
    leads_to_a_meeting,
    link_of,
    parted,
    read_joining,
    says_online,
)

ZOOM = "https://us02web.zoom.us/j/81234567890?pwd=abc.1"
TEAMS = "https://teams.microsoft.com/l/meetup-join/19%3ameeting_x/0?context=%7b%7d"


@pytest.mark.parametrize(
    ("words", "place"),
    [
        (ZOOM, "Online"),
        (f"Platforma Zoom, {ZOOM}", "Platforma Zoom"),
        (f"online përmes linkut: {ZOOM}.", "online"),
        (f"Zoom (lidhja: {ZOOM})", "Zoom"),
        (f"Salla e Këshillit, {ZOOM}", "Salla e Këshillit, edhe online"),
        (f"Salla e Këshillit dhe online në linkun {ZOOM}, kati 2", "Salla e Këshillit dhe online, kati 2"),
        (f"{ZOOM} Meeting ID: 812 3456 7890, Passcode: 4fZ9", "Online"),
        (f"në takimin virtual, {TEAMS}", "në takimin virtual"),
        (
            f"platforma Zoom, ID e takimit: 812 3456 7890, Passcode: 554433, {ZOOM} ose meet.google.com/abc-defg-hij",
            "platforma Zoom",
        ),
        (f"Zoom {ZOOM} dhe përsëri {ZOOM}", "Zoom, dhe përsëri"),
        ("Online: zoom.us/j/81234567890?pwd=abc.1", "Online"),
        ("Online, meet.google.com/abc-defg-hij", "Online"),
        (f"https://zoom.us/j/1?password=abc&x=1 {ZOOM}", "Online"),
        ("Salla e Këshillit (kati 2), webex.com/meet/bashkia", "Salla e Këshillit (kati 2), edhe online"),
    ],
)
def test_a_link_to_join_is_no_part_of_the_place(words: str, place: str) -> None:
    found, joining = parted(words)
    assert found == place
    assert link_of(joining).removeprefix("https://") in words
    assert not leads_to_a_meeting(found)
    assert "554433" not in found
    assert says_online(found)
    assert parted(found) == (found, "")


@pytest.mark.parametrize(
    "words",
    [
        "Salla e Këshillit Bashkiak",
        "Biblioteka, https://maps.app.goo.gl/Xy12",
        "https://www.openstreetmap.org/node/1",
        "Pallati i Kulturës, kodi: 12, zoom.us",
        "https://zoom.us.example.al/j/1",
        "",
    ],
)
def test_what_leads_to_no_meeting_stays_where_it_is(words: str) -> None:
    assert parted(words) == (words, "")


def test_what_a_program_asks_for_beside_the_link_goes_with_it() -> None:
    _, joining = parted(f"Zoom: {ZOOM} ID e takimit: 812 3456 7890, Fjalëkalimi: 4fZ9")
    assert joining.splitlines() == [ZOOM, "ID e takimit: 812 3456 7890", "Fjalëkalimi: 4fZ9"]


@pytest.mark.parametrize(
    ("typed", "joining"),
    [
        (ZOOM, ZOOM),
        ("meet.google.com/abc-defg-hij", "https://meet.google.com/abc-defg-hij"),
        ("takime.example.al/konsultimi", "https://takime.example.al/konsultimi"),
        (
            f"Bashkia is inviting you to a scheduled Zoom meeting.\n\nJoin Zoom Meeting\n{ZOOM}\n\n"
            "Meeting ID: 812 3456 7890\nPasscode: 4fZ9\n\nFind your local number: https://us02web.zoom.us/u/kc\n",
            f"{ZOOM}\nMeeting ID: 812 3456 7890\nPasscode: 4fZ9",
        ),
        (
            "https://zoom.us/j/1\nID: 812 3456 7890\nKodi i hyrjes: 1234,",
            "https://zoom.us/j/1\nID: 812 3456 7890\nKodi i hyrjes: 1234",
        ),
        ("https://zoom.us/j/1 ose https://meet.google.com/abc", "https://zoom.us/j/1"),
        ("https://zoom.us/j/1 Salla me kod: 12", "https://zoom.us/j/1"),
        ("nesër në dhjetë", None),
        ("https://a.example https://b.example", None),
        ("", None),
        ("https://" + "a" * 600 + ".example", None),
    ],
)
def test_a_link_is_read_out_of_whatever_was_sent(typed: str, joining: str | None) -> None:
    assert read_joining(typed) == joining


@pytest.mark.parametrize(
    ("place", "told"),
    [("", "Online"), ("Salla", "Salla, edhe online"), ("Takim virtual", "Takim virtual"), ("ONLINE", "ONLINE")],
)
def test_a_place_says_it_once(place: str, told: str) -> None:
    assert also_online(place) == told
    assert also_online(told) == told


def read(*places: str, lost: tuple[str, ...] = ()) -> tuple[list[tuple[str | None, str]], list[str]]:
    reading = NoticeReading(
        is_notice=True,
        meetings=tuple(ReadMeeting(place=place) for place in places),
        doubts=tuple(Doubt(DoubtKind.UNUSED_LINK, link) for link in lost),
    )
    meetings, doubts = online_apart(reading)
    return [(one.place, one.joining) for one in meetings], [doubt.words for doubt in doubts]


def test_a_link_elsewhere_in_the_notice_is_for_its_meetings_that_are_online_or_for_its_only_one() -> None:
    assert read("Salla", "Online", lost=(ZOOM,)) == ([("Salla", ""), ("Online", ZOOM)], [])
    assert read("Salla", lost=(ZOOM,)) == ([("Salla, edhe online", ZOOM)], [])
    assert read("Salla", "Shkolla", lost=(ZOOM,)) == ([("Salla", ""), ("Shkolla", "")], [ZOOM])
    assert read("Online", lost=(ZOOM, TEAMS)) == ([("Online", "")], [ZOOM, TEAMS])
    assert read(f"Zoom {TEAMS}", lost=(ZOOM,)) == ([("Zoom", TEAMS)], [ZOOM])
    assert read("Online", lost=("https://bashkia.example/projekti",)) == (
        [("Online", "")],
        ["https://bashkia.example/projekti"],
    )


@pytest.mark.parametrize(
    ("place", "only"),
    [
        ("Online", True),
        ("në platformën Zoom", True),
        ("takim virtual përmes Google Meet", True),
        ("në distancë, përmes internetit", True),
        ("Webinar", True),
        ("Salla e Këshillit, edhe online", False),
        ("Pallati i Kulturës dhe Zoom", False),
        ("Salla e Këshillit", False),
        ("", False),
    ],
)
def test_where_there_is_a_hall_one_may_come_to_it(place: str, only: bool) -> None:
    assert is_only_online(place) is only
