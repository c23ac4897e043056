"""`bashke read-notice`: what a notice says, whatever file it comes in, and what is doubtful about it."""

import argparse
import asyncio
import json
from collections.abc import Iterable, Iterator
from datetime import date, time
from pathlib import Path

from bot.terminal import complain, say
from bot.troubles import BROKEN, OK, WRONG
from bot.verbs.opening import WHY, content_of, words_in
from bot.wiring import SystemClock
from documents.reading.notice import read_notice
from handlers.views.doubts import sentence
from locales.texts import texts_in
from participation.calendar.working_days import WorkingCalendar
from participation.clock import local_day
from participation.consultations.notice import Doubt, NoticeReading, ReadMeeting
from participation.consultations.proofs import Gap, Question, name_of, proof_of, questions
from participation.ids import InstitutionId
from participation.people.model import Language
from participation.places import Institution
from participation.unread import FileText, UnreadFileError
from storage.holidays import PublicHolidays


def options_of_read_notice(parser: argparse.ArgumentParser) -> None:
    """The files, and in which form they are told."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a file, or a folder with files")
    parser.add_argument("--json", action="store_true", help="one object a line for each file")
    parser.add_argument(
        "--on", type=date.fromisoformat, metavar="YYYY-MM-DD", help="the day on which it would be published; today"
    )


async def read_notice_files(given: argparse.Namespace) -> int:
    """Say what each notice announces, with its doubts in Albanian; exit code 1 where a file cannot be read."""
    code = OK
    on = given.on or local_day(SystemClock().now())
    for file in _files(given.files):
        try:
            text = await words_in(await asyncio.to_thread(content_of, file))
        except UnreadFileError as unread:
            complain(f"{file}: {WHY[unread.why]}")
            code = BROKEN
            continue
        except OSError as error:
            complain(f"{file}: {error.strerror or 'it cannot be read.'}")
            code = WRONG
            continue
        reading = read_notice(text.words)
        asked = _questions(reading, on)
        say(_in_json(file, text, reading, asked, on) if given.json else _told(file, reading, asked, on))
    return code


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    """The files, and those of the folders in the order of their names; hidden ones are none."""
    for path in paths:
        if path.is_dir():
            yield from sorted(file for file in path.iterdir() if file.is_file() and not file.name.startswith("."))
        else:
            yield path


def _questions(reading: NoticeReading, on: date) -> tuple[Question, ...]:
    """All that a coordinator would be asked, were it published on that day."""
    if not reading.is_notice:
        return reading.doubts
    issuer = Institution(InstitutionId(0), reading.institution or "", municipality=None, prefix="")
    proof = proof_of(reading, institution=issuer, papers=())
    return questions(proof, institution=issuer, on=on, calendar=WorkingCalendar(holidays=PublicHolidays()))


def _in_json(file: Path, text: FileText, reading: NoticeReading, asked: Iterable[Question], on: date) -> str:
    return json.dumps(as_json(file.stem, text, reading, asked, on), ensure_ascii=False)


def as_json(
    name: str, text: FileText, reading: NoticeReading, asked: Iterable[Question], on: date
) -> dict[str, object]:
    """A reading as an object that JSON has words for."""
    deadline = _day(reading.deadline, reading.deadline_month_day)
    return {
        "id": name,
        "is_notice": reading.is_notice,
        "kind": reading.kind.value if reading.kind else None,
        "title": reading.title,
        "institution": reading.institution,
        "purpose": reading.purpose,
        "meetings": [_meeting(meeting) for meeting in reading.meetings],
        "deadline": deadline,
        "deadline_days": _count(reading),
        "steps": [{"what": step.what, "date": _day(step.day, step.month_day)} for step in reading.steps],
        "email": reading.email,
        "phone": reading.phone,
        "laws": list(reading.laws),
        "register_url": reading.register_url,
        "protocol_number": reading.protocol_number,
        "published_on": _day(reading.published_on, None),
        "doubts": [_doubt(question, on) for question in asked],
        "scanned": text.scanned,
        "pages_left_out": text.left_out,
        "text": reading.text,
        "evidence": [
            {"of": found.of, "start": found.start, "end": found.end, "confidence": found.sure.confidence}
            for found in reading.evidence
        ],
    }


def _count(reading: NoticeReading) -> dict[str, object] | None:
    days = reading.deadline_days
    return {"number": days.number, "working": days.working} if days else None


def _meeting(meeting: ReadMeeting) -> dict[str, object]:
    return {
        "date": _day(meeting.day, meeting.month_day),
        "start": _hour(meeting.start),
        "end": _hour(meeting.end),
        "place": meeting.place,
    }


def _doubt(question: Question, on: date) -> dict[str, object]:
    words = question.words if isinstance(question, Doubt | Gap) else ""
    suggestion = question.suggestion if isinstance(question, Doubt) else None
    return {"kind": name_of(question), "words": words, "suggestion": suggestion, "says": _says(question, on)}


def _says(question: Question, on: date) -> str:
    return sentence(texts_in(Language.SQ), question, on)


def _day(day: date | None, month_day: tuple[int, int] | None) -> str | None:
    if day is not None:
        return day.isoformat()
    return f"--{month_day[0]:02d}-{month_day[1]:02d}" if month_day else None


def _hour(hour: time | None) -> str | None:
    return f"{hour:%H:%M}" if hour else None


def _told(file: Path, reading: NoticeReading, asked: Iterable[Question], on: date) -> str:
    """A reading in lines for whoever sits at the terminal."""
    count = _count(reading)
    days = f"{count['number']} {'working' if count['working'] else 'calendar'} days" if count else None
    lines = [
        f"{file}: {'a notice' if reading.is_notice else 'it does not look like a notice'}",
        *_named("title", reading.title),
        *_named("institution", reading.institution),
        *(line for meeting in reading.meetings for line in _named("meeting", _in_a_line(meeting))),
        *_named("deadline", _day(reading.deadline, reading.deadline_month_day) or days),
        *_named("contact", ", ".join(filter(None, (reading.email, reading.phone)))),
        *_named("laws", ", ".join(reading.laws)),
        *(f"  ? {_says(question, on)}" for question in asked),
    ]
    return "\n".join(lines)


def _in_a_line(meeting: ReadMeeting) -> str:
    hours = "–".join(filter(None, (_hour(meeting.start), _hour(meeting.end))))
    return ", ".join(filter(None, (_day(meeting.day, meeting.month_day) or meeting.words, hours, meeting.place)))


def _named(name: str, value: str | None) -> tuple[str, ...]:
    return (f"  {name}: {value}",) if value else ()
