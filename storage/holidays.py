"""Public holidays of Albania as data, from the `holidays` package: Albanian names, with the days given in lieu."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache

# All countries are loaded here, or it would be done while the first comment waits.
from holidays.countries.albania import Albania


@cache
def _year(year: int) -> Mapping[date, str]:
    # A day given in lieu of December's last holidays falls into January: each year is asked for with its neighbour.
    return dict(Albania(years=(year - 1, year), language="sq"))


class PublicHolidays(Mapping[date, str]):
    """Every year's holidays, worked out when somebody first asks about that year."""

    def __getitem__(self, day: date) -> str:
        return _year(day.year)[day]

    def __iter__(self) -> Iterator[date]:
        return (day for year in range(FIRST_YEAR, LAST_YEAR + 1) for day in _year(year) if day.year == year)

    def __len__(self) -> int:
        return sum(1 for _ in self)


FIRST_YEAR = 2010
LAST_YEAR = 2040
"""The span that is listed when somebody asks for all of them; single days of other years are known too."""
