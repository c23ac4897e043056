"""`python -m documents.reading FILE...` prints what is read from each file, one line of JSON a file."""

import argparse
import dataclasses
import json
import sys
from datetime import date, time
from enum import Enum
from pathlib import Path

from documents.reading.notice import read_notice
from participation.consultations.notice import NoticeReading


def prediction(name: str, reading: NoticeReading) -> dict[str, object]:
    """The reading in the form that the notices' scorer takes."""
    return {
        "id": name,
        "is_notice": reading.is_notice,
        "meetings": [
            {
                "date": _date(meeting.day, meeting.month_day),
                "start": _plain(meeting.start) if meeting.start else None,
                "end": _plain(meeting.end) if meeting.end else None,
                "place": meeting.place,
            }
            for meeting in reading.meetings
        ],
        "deadline": _date(reading.deadline, reading.deadline_month_day),
        "email": reading.email,
        "laws": list(reading.laws),
    }


def main(arguments: list[str]) -> None:
    """Read the files named on the command line."""
    parser = argparse.ArgumentParser(prog="python -m documents.reading", description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--predictions", action="store_true", help="in the form of the notices' scorer")
    asked = parser.parse_args(arguments)
    for file in asked.files:
        reading = read_notice(file.read_text(encoding="utf-8", errors="replace"))
        row = prediction(file.stem, reading) if asked.predictions else dataclasses.asdict(reading)
        sys.stdout.write(json.dumps(row, ensure_ascii=False, default=_plain) + "\n")


def _date(day: date | None, month_day: tuple[int, int] | None) -> str | None:
    if day is not None:
        return day.isoformat()
    return f"--{month_day[0]:02d}-{month_day[1]:02d}" if month_day else None


def _plain(value: object) -> object:
    match value:
        case time():
            return value.strftime("%H:%M")
        case date():
            return value.isoformat()
        case Enum():
            return value.value
        case _:
            return str(value)


if __name__ == "__main__":
    main(sys.argv[1:])
