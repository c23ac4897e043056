"""Which meeting is which activity of the timetable, and how many organisations took part."""

from datetime import date

import pytest

from participation.comments.model import Capacity, Signature
from participation.paperwork.achieving import as_held, organisations_in
from participation.paperwork.matrix import Held
from participation.paperwork.meetings import MeetingNote
from participation.paperwork.plan import Activity

ONE, TWO, THREE = date(2023, 9, 26), date(2023, 10, 11), date(2023, 10, 30)


def held(activities, notes):
    return [(each.planned, each.held) for each in as_held(activities, notes)]


@pytest.mark.parametrize(
    ("activity", "note", "found"),
    [
        (Activity("Takim", ONE, "Korçë"), MeetingNote(ONE, "Pallati i Kulturës, Korçë"), [(ONE, ONE)]),
        (Activity("Takim", ONE, "Salla e Këshillit, Korçë"), MeetingNote(TWO, "Korça"), [(ONE, TWO)]),
        (Activity("Takim", ONE, "Korçë"), MeetingNote(ONE, "Maliq"), [(ONE, ONE)]),
        (Activity("Takim", ONE, "Korçë"), MeetingNote(TWO, "Maliq"), [(ONE, None)]),
        (Activity("Takim me të rinjtë", ONE), MeetingNote(ONE, "Maliq"), [(ONE, ONE)]),
        (Activity("Takim me drejtoritë", ONE), MeetingNote(TWO, "Maliq"), []),
        (Activity("Takim", None, "Korçë"), MeetingNote(TWO, "Korçë"), [(None, TWO)]),
        (Activity("Publikimi në RENJK", ONE), MeetingNote(ONE, "Maliq"), []),
        (Activity("Publikimi në RENJK", ONE), MeetingNote(TWO, "Maliq"), []),
    ],
    ids=[
        "same day and place", "moved to another day", "moved to another place", "another meeting", "by its day alone",
        "a talk among offices", "no day was set", "no meeting on that day", "no meeting",
    ],
)  # fmt: skip
def test_an_activity_is_held_if_a_meeting_is_it(activity, note, found):
    assert held([activity], [note]) == found


def test_each_meeting_is_one_activity_and_the_best_likeness_comes_first():
    activities = [Activity("Takim", ONE, "Korçë"), Activity("Takim", TWO, "Korçë"), Activity("Takim", THREE, "Kukës")]
    notes = [MeetingNote(TWO, "Korçë"), MeetingNote(THREE, "Korçë")]
    assert held(activities, notes) == [(ONE, THREE), (TWO, TWO), (THREE, None)]


def test_an_activity_keeps_its_words():
    assert list(as_held([Activity("Takim", ONE, "Korçë")], [])) == [Held("Takim", ONE, None)]


class Wrote:
    def __init__(self, name, capacity=Capacity.ORGANISATION):
        self.signature = Signature(capacity, name)


def test_an_organisation_counts_once_however_it_is_spelled():
    notes = [
        MeetingNote(ONE, "Korçë", organisations=("Shoqata Drita", "Bashkia Korçë")),
        MeetingNote(TWO, "Kukës", organisations=("shoqata  drita",)),
    ]
    comments = [Wrote("SHOQATA DRITA"), Wrote("Vatra"), Wrote("Ana Koçi", Capacity.ONESELF), Wrote(None)]
    assert organisations_in(notes, comments) == 3


def test_where_no_organisation_was_written_down_nobody_knows_how_many_came():
    assert organisations_in([MeetingNote(ONE, "Korçë")], [Wrote("Ana", Capacity.ONESELF)]) is None
