"""Laws by number and title; what cannot be right is doubted, with the law that was meant where one is known."""

import pytest

from documents.reading.notice import read_notice
from participation.consultations.notice import Doubt, DoubtKind

from .notices import HEAD


def read(text: str):
    return read_notice(f"{HEAD} më 4.11.2026, ora 10:00. {text}")


@pytest.mark.parametrize(
    ("text", "laws"),
    [
        ("Sipas ligjit 146/2014.", ("146/2014",)),
        ("Sipas ligjit nr.146, datë 30.10.2014, “Për njoftimin dhe konsultimin publik”.", ("146/2014",)),
        ("Sipas ligjit Nr. 139 dt. 17.12.2015 i ndryshuar.", ("139/2015",)),
        ("Sipas ligjeve nr. 139/2015 e nr. 68/2017.", ("139/2015", "68/2017")),
        ("Sipas ligjit nr. 9632, datë 30.10.2006 “Për sistemin e taksave vendore”, të ndryshuar.", ("9632/2006",)),
        ("LIGJIT NR. 107/2014, DATË 31.07.2014", ("107/2014",)),
        ("Sipas ligjit nr. 9632 datë 30.10.06.", ("9632/2006",)),
        ("Sipas VKM nr. 1094, datë 28.12.2015.", ()),
    ],
)
def test_a_law_is_read_by_its_number_and_year(text, laws):
    assert read(text).laws == laws
    assert read(text).doubts == ()


@pytest.mark.parametrize(
    ("text", "words", "suggestion"),
    [
        ("Sipas ligjit nr. 146/2012.", "146/2012", "146/2014"),
        ("Sipas ligjit nr. 139/2015 “Për njoftimin dhe konsultimin publik”.", "139/2015", "146/2014"),
        ("Sipas ligjit nr. 119/2015, “Për njoftimin dhe konsultimin publik”.", "119/2015", "146/2014"),
        ("Sipas ligjit nr. 146/2014 “Për vetëqeverisjen vendore”.", "146/2014", "139/2015"),
        ("Sipas ligjit nr. 68/2017, i ndryshuar, “Për vetëqeverisjen vendore”.", "68/2017", "139/2015"),
        ("Sipas ligjit nr. 1460/2014.", "1460/2014", None),
        ("Sipas ligjit nr. 812/2020.", "812/2020", None),
        ("Sipas ligjit nr. 55/2006.", "55/2006", None),
        ("Sipas ligjit nr. 12/2041.", "12/2041", None),
        ("Sipas ligjit nr. 68/2017, datë 27.4.2018.", "68/2017", None),
    ],
)
def test_a_law_that_cannot_be_right_is_doubted(text, words, suggestion):
    assert Doubt(DoubtKind.UNKNOWN_LAW, words, suggestion) in read(text).doubts


@pytest.mark.parametrize(
    "text",
    [
        "Sipas ligjit nr. 139/2015 dhe rregullores “Për konsultimin publik”.",
        "Sipas ligjit nr. 35/2020 “Për disa ndryshime në ligjin nr. 146/2014 “Për njoftimin dhe konsultimin publik””.",
        "Sipas ligjit nr. 8652, datë 31.7.2000 “Për organizimin e pushtetit vendor”.",
        "Sipas ligjit nr. 139/2015, ligjit nr. 146/2014 “Për njoftimin dhe konsultimin publik”.",
        "Sipas ligjit nr. 9887, datë 10.3.2008 “Për mbrojtjen e të dhënave personale”.",
        "Sipas ligjit nr. 146/2020 “Për peshkimin”.",
        "Sipas ligjit nr. 139/2015 për vetëqeverisjen vendore dhe ligjit nr. 146/2014 për konsultimin publik.",
        "Sipas ligjit nr. 7850, datë 29.7.1994.",
        "Sipas ligjit nr. 10433, datë 16.6.2011.",
    ],
)
def test_a_law_that_may_be_right_is_not_doubted(text):
    assert read(text).doubts == ()


@pytest.mark.parametrize(
    ("text", "laws"),
    [
        ("Në zbatim të Nr. 139/2015 “Për vetëqeverisjen vendore”.", ("139/2015",)),
        ("Në zbatim të Rregullores Nr. 139/2015 “Për tregjet”.", ()),
        ("Shkresa Nr. 139/2015 e bashkisë.", ()),
    ],
)
def test_a_law_is_known_by_its_number_and_its_name(text, laws):
    assert read(text).laws == laws
