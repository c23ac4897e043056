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


@pytest.mark.parametrize(
    "text",
    [
        "Bashkia Kroi ka filluar të hartojë planin e lagjeve dhe pret mendimet tuaja." + _MEETING,
        "Bashkia Kroi ka nisur hartimin e projektit të sheshit. Dëgjesa e parë është për banorët." + _MEETING,
        "Bashkia Kroi ka filluar punën për hartimin e rregullores së tregut." + _MEETING,
        "Bashkia Kroi po harton strategjinë e rinisë dhe fton të rinjtë në takim." + _MEETING,
        "Një rregullore e re e parkimit po përgatitet. Thoni mendimin tuaj deri më 4.8.2023.",
        "Ministria e Kulturës fillon procesin e hartimit të projektligjit “Për bibliotekat”.",
        "Këshilli i Kroit do të nisë përgatitjen e planit të gjelbërimit." + _MEETING,
        "Seanca është për nisjen e punës për hartimin e planit të pyjeve." + _MEETING,
        "Takimi është për nisjen e punës për **hartimin e planit të ujit**." + _MEETING,
        "Plani i lagjes është ende në fazën e hartimit. Ejani në takim." + _MEETING,
        "Tregoni çfarë ju duhet, para se të hartohet projekti i kopshtit." + _MEETING,
    ],
)
def test_a_work_that_has_only_begun_is_consulted_before_its_draft(text):
    assert read_notice(text).kind is Kind.PRIOR


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Bashkia Kroi ka hartuar projektin e planit të lagjes." + _MEETING, Kind.DRAFT),
        ("Bashkia Kroi ka përfunduar hartimin e projektvendimit për tregun." + _MEETING, Kind.DRAFT),
        ("Projektligji u hartua me grupet e interesit në procesin e hartimit të tij.", Kind.DRAFT),
        ("Pas dëgjesës për projektvendimin po hartohet raporti i konsultimit." + _MEETING, Kind.DRAFT),
        ("Mendimet për projektvendimin merren para se të hartohet teksti përfundimtar.", Kind.DRAFT),
        ("Në kuadër të hartimit të buxhetit zhvillohen dëgjesa." + _MEETING, Kind.MEETING),
        ("Takimi fillon me përshëndetjen e kryetarit." + _MEETING, Kind.MEETING),
    ],
)
def test_a_work_that_is_done_or_only_named_has_not_just_begun(text, kind):
    assert read_notice(text).kind is kind
