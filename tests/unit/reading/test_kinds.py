"""Which occasion of the law a notice is, by its own words."""

import pytest

from documents.reading.notice import read_notice
from participation.consultations.model import Kind

_MEETING = "\n\nMë 25.7.2023, ora 11:00, në Pallatin e Kulturës."


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("NJOFTIM PËR KONSULTIM PARAPRAK" + _MEETING, Kind.PRIOR),
        ("Njoftim për projektvendimin" + _MEETING, Kind.DRAFT),
        ("Njoftim për projekt-strategjinë", Kind.DRAFT),
        ("Njoftim për projektligjin", Kind.DRAFT),
        ("Takim me banorët" + _MEETING, Kind.MEETING),
        ("Dëgjesë publike për buxhetin" + _MEETING, Kind.MEETING),
        ("Ju presim të martën" + _MEETING, None),
        ("Njoftim për takimin e kaluar", None),
        ("Njoftim", None),
    ],
)
def test_the_occasion_is_read_from_the_words(text, kind):
    assert read_notice(text).kind is kind
