"""A chart is a picture that a phone can show, and what is hidden has no length in it."""

from struct import unpack

import pytest

from documents.writing.charts import chart
from participation.messages import MediaKind
from participation.reports.hiding import Cell

SMALL = Cell(0, 4)


def drawn(bars, said=lambda cell: str(cell.number)):
    return chart("Raportimet", bars, now="Tani", before="Më parë", said=said, name="shifrat")


@pytest.mark.parametrize("rows", [1, 12, 40])
def test_it_is_a_picture_of_a_size_that_telegram_takes(rows):
    media = drawn([("Dhunë ose kërcënim, çdo natë", Cell(12, 12), SMALL)] * rows)
    assert media.kind is MediaKind.PHOTO
    assert media.content.startswith(b"\x89PNG\r\n\x1a\n")
    wide, high = unpack(">II", media.content[16:24])
    assert wide >= 1000
    assert wide + high <= 10_000
    assert high / wide < 20
    assert media.size == len(media.content) < 1_000_000


def test_two_hidden_ones_look_the_same_whatever_they_are():
    with_words = [drawn([("A", Cell(9, 9), cell)], said=lambda _: "–").content for cell in (SMALL, Cell(0, 9), Cell(5))]
    assert len(set(with_words)) == 1


def test_a_dollar_is_no_formula():
    assert drawn([("5 $ dhe 6 $", Cell(9, 9), SMALL)]).content
