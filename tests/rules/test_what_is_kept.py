"""What the page on privacy says is kept is what the tables can keep: a new column needs a sentence, or a reason."""

from collections import Counter
from dataclasses import replace
from itertools import chain
from typing import Final

import pytest

from handlers.views.profile import privacy
from participation.ids import InstitutionId, PersonId
from participation.people.model import Office, Role
from storage.tables import metadata
from tests.unit.handlers.coordinator.talking import talk_in

TOLD: Final = {
    "your chat number, locked with a key": "addresses: mark person sealed; farewells: person sealed",
    "through which bot you came": "people: id bot",
    "your language, your municipality and unit": "people: language municipality unit",
    "your quiet hours": "people: quiet_start quiet_end",
    "whether you want our messages": "people: reach",
    "what you follow": "follows: person what subject",
    "to which meetings you come": "attendance: meeting person coming wants_to_speak",
    "for thirty days with the day on which you said so": "follows: since; attendance: since",
    "whether you are for or against what is proposed there, and what help you need": "attendance: wish",
    "at which meetings you were, and for whom": "participants: id meeting person actor count about",
    "only with your consent your name, organisation and role, locked": "participants: sealed",
    "that is its record, locked here": "minutes: meeting revision sealed finished_at",
    "that somebody has said whether they were heard at a meeting, and what": "voices: mark meeting sealed",
    "if you are in the forum of an institution, or have applied: that you are, as what, and since when": (
        "forum_members: id institution person state kind since ended link link_on"
    ),
    "the organisation, the name, the e-mail and the reason are locked": "forum_members: sealed",
    "What you were told there, and whether you have seen it, stands in the proof of notice": (
        "proofs: institution place at step topic way subject consultation first text detail who link key "
        "member meeting sealed"
    ),
    "that somebody typed a wrong code today, and how often": "tries: mark day count",
    "which messages we sent you, and when": (
        "parcels: id bot person campaign lane kind letter subject key due_at use_by state attempts tried done "
        "lease_until generation over message settled_at reason"
    ),
    "what only coordinators may do, that somebody did; who it was is locked": "audit: times key",
    "as what, and on which days and at which hour your digest comes": (
        "offices: person institution role digest_at digest_every"
    ),
    "What people may call you as protection contact is locked too": "offices: called",
    "What you do in it is written down with its moment, and stays; who did it is locked": (
        "audit: id at person institution action subject place link; reports: officer; proposals: consultation sealed; "
        "pending_changes: id institution consultation since sealed"
    ),
    "Comments are kept with their day and the name you choose": (
        "comments: id receipt consultation sealed left_on late verdict answer told"
    ),
    "how they are filed or translated, what they said before": "comments: filed",
    "Not locked: the number, how it came, with which other it is answered": (
        "comments: channel lead seen_on withdrawn_on warned"
    ),
    "if its author is still to be asked or told something": "comments: unasked; news: comment campaign",
    "Locked: who wrote them, who answered": "comments: author owner answered_by",
    "Safety reports are locked entirely": "reports: institution account due",
    "so is all that is said about them later": "entries: id report sealed day told; reports: said",
    "the number of a report, its day, whether it is urgent, how far it is, and to which other it is joined": (
        "reports: id receipt received_on urgent state moved_on lead"
    ),
    "That a report is read by them alone stands in the open": "reports: guarded",
    "What an official lets citizens know of a report is locked with it": "known_problems: id report sealed",
    "which group and where in it is locked": ("groups: institution recipient lacks told; topics: report mark sealed"),
    "What they wrote is locked and kept with the report": "unveilings: id report sealed",
    "What joins a report to you is kept apart and locked": "threads: owner report sealed",
    "what you begin and do not send is locked, and deleted within seven days": (
        "drafts: slot owner sealed touched_at listens_until expires_at"
    ),
    "A report is deleted some time after it was closed; the day stands with it": "tombstones: receipt institution day",
}
"""The words of the page, and the columns of which they tell."""

OF_NOBODY: Final = {
    "places, and what institutions say of themselves": (
        "municipalities", "units", "institutions", "institution_texts", "emergency_numbers", "categories",
        "category_labels", "category_texts", "days_off",
    ),
    "how consultations are to be held, which everybody may read": ("plans",),
    "what was announced to everybody": ("consultations", "versions", "papers", "meetings", "campaigns"),
    "what an institution means to ask in a year": ("calendar_lines", "acts_adopted"),
    "a link that nobody has opened: a mark of it, and no reader": ("invitations",),
    "marks of the code of a meeting, and of its link": ("doors",),
    "what an institution writes down of its forum": ("forums", "forum_deeds", "forum_meetings", "proof_heads"),
    "counts": ("receipts", "refusals", "voice_counts"),
    "the machine's own": ("notes", "inbox", "terms", "gates", "audit_head", "unseen"),
}  # fmt: skip
"""Tables that say nothing of a person, and why not."""


def columns_of(rows: str) -> list[str]:
    named = (part.split(":") for part in rows.split(";"))
    return [f"{table.strip()}.{column}" for table, columns in named for column in columns.split()]


def test_every_column_has_a_sentence_or_its_table_a_reason() -> None:
    nobodys = set(chain.from_iterable(OF_NOBODY.values()))
    there = {f"{table.name}.{column.name}" for table in metadata.tables.values() for column in table.columns}
    kept_of_people = {column for column in there if column.partition(".")[0] not in nobodys}
    told = Counter(chain.from_iterable(columns_of(rows) for rows in TOLD.values()))
    assert set(told) == kept_of_people
    assert not [column for column, times in told.items() if times > 1]
    assert nobodys <= metadata.tables.keys()


def test_no_table_that_is_said_to_be_of_nobody_leads_to_a_person() -> None:
    for name in chain.from_iterable(OF_NOBODY.values()):
        led_to = {key.column.table.name for key in metadata.tables[name].foreign_keys}
        assert not led_to & {"people", "addresses", "threads", "reports", "comments"}, name


@pytest.mark.parametrize("words", TOLD)
def test_the_page_says_it(words: str) -> None:
    office = Office(PersonId(1), InstitutionId(1), Role.COORDINATOR)
    page = privacy(replace(talk_in("en"), offices=(office,)), (), ())
    assert words in page.body


def test_whoever_holds_no_office_reads_nothing_of_offices() -> None:
    assert "office" not in privacy(talk_in("en"), (), ()).body
