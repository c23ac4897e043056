"""The annual calendar of consultations as data: a sheet for people, and codes for programs."""

from typing import Final

from documents.writing.lines import one_line
from documents.writing.open_data import VERSION, data_file
from documents.writing.said import STATUSES, UNDATED, day_said, month_said
from documents.writing.tables import sheet_file
from participation.messages import Media
from participation.paperwork.yearly import AnnualCalendar
from participation.reports.sheets import Form, Part, Sheet

COLUMNS: Final = ("Akti", "Muaji", "Mënyra e konsultimit", "Njësia përgjegjëse", "Gjendja")


def calendar_sheet(calendar: AnnualCalendar, form: Form) -> Media:
    """The calendar for a spreadsheet."""
    rows = tuple(
        (
            one_line(line.act),
            UNDATED if line.month is None else month_said(line.month),
            one_line(line.how),
            one_line(line.unit),
            STATUSES[line.status],
        )
        for line in calendar.lines
    )
    head = calendar.letterhead
    title = f"Kalendari i konsultimeve publike {calendar.year}"
    sheet = Sheet(
        title, (one_line(head.institution), f"Gjendja më {day_said(head.day)}"), (Part(title, COLUMNS, rows),)
    )
    return sheet_file(sheet, form, name=_name(calendar))


def calendar_data(calendar: AnnualCalendar) -> Media:
    """The calendar for programs."""
    data = {
        "version": VERSION,
        "institution": one_line(calendar.letterhead.institution),
        "made_on": calendar.letterhead.day.isoformat(),
        "year": calendar.year,
        "consultations": [
            {
                "act": one_line(line.act),
                "month": line.month,
                "how": one_line(line.how) or None,
                "unit": one_line(line.unit) or None,
                "status": line.status.value,
            }
            for line in calendar.lines
        ],
    }
    return data_file(data, name=_name(calendar))


def _name(calendar: AnnualCalendar) -> str:
    return f"kalendari-{calendar.year}"
