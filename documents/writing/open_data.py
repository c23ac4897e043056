"""A consultation report as open data (JSON): stable codes and counts; no words of citizens, and nobody's name."""

import json
from collections import Counter
from collections.abc import Mapping
from datetime import date, time
from typing import Final

from documents.writing.lines import one_line
from participation.meetings.present import Headcount
from participation.messages import Media, MediaKind
from participation.paperwork.meetings import Counted, MeetingNote
from participation.paperwork.record import AdoptedAct, Cancellation, CommentRow, ConsultationReport, settled

VERSION: Final = 1
"""Grows when a name or a code is given another meaning; new ones may come at any time."""
REPORT_VERSION: Final = 2
"""The same for reports: since 2 a count of people says whether it is an estimate, and there may be no deadline."""


def report_data(report: ConsultationReport, *, name: str = "konsultimi") -> Media:
    """The file, always the same for the same report."""
    return data_file(data_of(report), name=name)


def data_file(data: Mapping[str, object], *, name: str) -> Media:
    """Data as a file, in the order in which it is given."""
    text = json.dumps(data, ensure_ascii=False, indent=2)
    content = f"{text}\n".encode()
    return Media(MediaKind.DOCUMENT, name=f"{name}.json", size=len(content), content=content)


def data_of(report: ConsultationReport) -> Mapping[str, object]:
    """What may be published of a report: what the institution itself says, and what can be counted."""
    return {
        "version": REPORT_VERSION,
        "institution": one_line(report.letterhead.institution),
        "made_on": _day(report.letterhead.day),
        "title": one_line(report.title),
        "kind": report.kind.value,
        "opened_on": _day(report.opened_on),
        "deadline": _optional_day(report.deadline),
        "phase": report.phase.value,
        "cancelled": None if report.cancelled is None else _cancelled(report.cancelled),
        "methods": [method.value for method in report.methods],
        "offered": [method.value for method in report.offered],
        "prolonged": [
            {"was": _day(each.was), "until": _day(each.until), "decided_on": _day(each.decided_on)}
            for each in report.prolonged
        ],
        "meetings": [_meeting(each) for each in report.meetings],
        "present": None if report.present is None else counted_data(report.present),
        "participants": {
            "unknown" if kind is None else kind.value: _present(count) for kind, count in report.participants.items()
        },
        "comments": {
            "received": len(report.comments),
            "late": len(report.late),
            "joined": len(report.joined),
            "undecided": len(report.undecided),
            "by_channel": {channel.value: count for channel, count in report.by_channel().items()},
            "by_verdict": {
                "undecided" if verdict is None else verdict.value: count
                for verdict, count in report.by_verdict().items()
            },
            "by_theme": dict(Counter(one_line(row.theme) for row in report.comments).most_common()),
            "rows": [_comment(number, row) for number, row in enumerate(settled(report.comments, report.groups), 1)],
        },
        "register_url": one_line(report.register_url) or None,
        "link": one_line(report.link) or None,
        "summarised_on": _optional_day(report.summarised_on),
        "act": None if report.act is None else _act(report.act),
    }


def _comment(number: int, row: CommentRow) -> Mapping[str, object]:
    """Neither the receipt, by which its author is known to us, nor the words, nor the reason that may repeat them.

    On what article its author says that it is are words of theirs too.
    """
    return {
        "row": number,
        "day": _day(row.day),
        "channel": row.channel.value,
        "capacity": row.signature.capacity.value,
        "theme": one_line(row.theme) or None,
        "article": (None if row.article_by_author else one_line(row.article)) or None,
        "late": row.late,
        "joined": bool(row.joined_to),
        "verdict": None if row.verdict is None else row.verdict.value,
    }


def _meeting(meeting: MeetingNote) -> Mapping[str, object]:
    return {
        "day": _day(meeting.day),
        "begins": _hour(meeting.begins),
        "ends": _hour(meeting.ends),
        "place": one_line(meeting.place),
        "present": _present(meeting.present),
        "organisations": len(meeting.organisations),
    }


def _present(count: Headcount | None) -> Mapping[str, object] | None:
    return None if count is None else {"number": count.number, "about": count.about}


def counted_data(counted: Counted) -> Mapping[str, object]:
    """How many came to several meetings, with how many these were, and at how many of them anybody counted."""
    present = counted.present
    return {"number": present.number, "about": present.about, "meetings": counted.held, "counted": counted.at}


def _cancelled(gone: Cancellation) -> Mapping[str, object]:
    return {"day": _day(gone.day), "reason": one_line(gone.reason) or None}


def _act(act: AdoptedAct) -> Mapping[str, object]:
    return {
        "title": one_line(act.title),
        "number": one_line(act.number) or None,
        "day": _optional_day(act.day),
        "link": one_line(act.link) or None,
    }


def _day(day: date) -> str:
    return day.isoformat()


def _optional_day(day: date | None) -> str | None:
    return None if day is None else _day(day)


def _hour(hour: time | None) -> str | None:
    return None if hour is None else f"{hour:%H:%M}"
