"""When and where the story plays, taken from the notice it tells of."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

from bot.setup import FirstInstitution
from documents.reading.notice import read_notice
from participation.clock import wall

EXAMPLE = Path(__file__).parent / "permet.txt"
BEFORE_MEETING = timedelta(days=35)
BEFORE_DEADLINE = timedelta(days=30)
LONG_AGO = date(2023, 6, 20)
MORNING = time(9)


@dataclass(frozen=True)
class Plot:
    """The notice, the day on which it is published, and who publishes it."""

    notice: str
    begins: datetime
    institution: FirstInstitution
    meeting: datetime | None

    @property
    def place(self) -> str:
        """The municipality in which people live."""
        return self.institution.municipality or "Përmet"


def plot_of(notice: str, municipalities: frozenset[str]) -> Plot:
    """The story of a notice: it begins well before its first meeting, else before its deadline."""
    reading = read_notice(notice)
    name = reading.institution or "Bashkia Përmet"
    place = name.removeprefix("Bashkia ").strip()
    place = place if place in municipalities else "Përmet"
    days = sorted((m.day, m.start or time(11)) for m in reading.meetings if m.day is not None)
    begins = reading.published_on or LONG_AGO
    if reading.deadline is not None:
        begins = reading.deadline - BEFORE_DEADLINE
    if days:
        begins = days[0][0] - BEFORE_MEETING
    letters = "".join(c for c in place.upper() if c.isascii() and c.isalpha())[:2] or "BA"
    return Plot(
        notice=notice,
        begins=wall(begins, MORNING),
        institution=FirstInstitution(
            name=name,
            municipality=place,
            prefix=letters,
            email="konsultime@bashkia.example",
            office_hours="08:00–16:00",
            register_url="https://register.example/konsultime/109",
        ),
        meeting=wall(*days[0]) if days else None,
    )
