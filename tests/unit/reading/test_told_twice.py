"""A meeting that a notice tells twice is one meeting; meetings at one hour in several places are several."""

# ruff: noqa: E501 - notices are pasted with long lines, and so they stand here

import pytest

from documents.reading.notice import read_notice

_LABELS = "Data: 5 maj 2027\nOra: 10:00-12:00\nVendi: {place}\n"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param(
            "FTESË PËR TAKIM\n\nVendi: “Streha për Fëmijë”\n\nData: 5 maj 2027\n\nOra: 10:00-12:00\n\nTema e takimit: Rruga e shkollës\n\nNë datën 5 maj 2027,"
            " në ambientet e “Streha për Fëmijë” në Kroi, me praninë e drejtorëve të shkollave, zhvillohet takimi për"
            " sigurinë rreth shkollave.",
            "“Streha për Fëmijë”",
            id="labels, then a sentence with the place",
        ),
        pytest.param(
            "Bashkia Kroi\n\n"
            + _LABELS.format(place="Qendra Rinore, kati II")
            + "\nTema: Plani i lagjes\n\nMë 5 maj 2027, në mjediset e qendrës rinore të qytetit, banorët ftohen të flasin"
            " për planin e lagjes.",
            "Qendra Rinore, kati II",
            id="labels, then the place in another case",
        ),
        pytest.param(
            "Bashkia Kroi fton banorët në dëgjesën e datës 5 maj 2027, ora 10:00, në sallën e vogël të bashkisë.\n\n"
            + _LABELS.format(place="Rruga e Kishës, nr. 4, kati I"),
            "në sallën e vogël të bashkisë",
            id="a sentence, then labels that name the place otherwise",
        ),
        pytest.param(
            "Bashkia Kroi fton banorët në takim më 5 maj 2027, ora 10:00, në Pallatin e Kulturës. Takimi i datës 5 maj 2027"
            " mbahet në sallën e madhe, me përkthim në gjuhën e shenjave.",
            "në Pallatin e Kulturës",
            id="two sentences, the second without an hour",
        ),
        pytest.param(
            "Dëgjesë për tregun, 5 maj 2027, ora 10:00, Salla e Këshillit Bashkiak.\n\nBashkia Kroi ju fton më 5 maj 2027,"
            " ora 10:00, në sallën e Këshillit Bashkiak, kati II, ku do të flitet për tregun.",
            "Salla e Këshillit Bashkiak",
            id="two sentences, both with hour and place",
        ),
    ],
)
def test_a_meeting_that_is_told_twice_stands_once(text, place):
    [meeting] = read_notice(text).meetings

    assert (str(meeting.day), f"{meeting.start:%H:%M}", meeting.place) == ("2027-05-05", "10:00", place)


def test_the_end_that_only_one_telling_gives_is_read():
    text = "Takimi mbahet më 5.5.2027, ora 10:00, në Pallatin e Kulturës.\n\n" + _LABELS.format(
        place="Pallati i Kulturës"
    )
    [meeting] = read_notice(text).meetings

    assert f"{meeting.start:%H:%M}-{meeting.end:%H:%M}" == "10:00-12:00"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Bashkia Kroi zhvillon dëgjesa për buxhetin:\n- 5 maj 2027, ora 10:00, shkolla e fshatit Gur\n"
            "- 5 maj 2027, ora 10:00, shkolla e fshatit Breg",
            id="a list",
        ),
        pytest.param(
            "Bashkia Kroi zhvillon dëgjesa për buxhetin.\nGur: 5 maj 2027, ora 10:00, shkolla e fshatit\n"
            "Breg: 5 maj 2027, ora 10:00, shkolla e fshatit",
            id="lines under one another",
        ),
        pytest.param(
            "Bashkia Kroi zhvillon dëgjesa për buxhetin, të gjitha në ora 10:00:\n- Gur, e mërkurë, 5 maj 2027, shkolla e fshatit\n"
            "- Breg, e mërkurë, 5 maj 2027, zyra e njësisë",
            id="a list under one hour",
        ),
        pytest.param(
            "Bashkia Kroi zhvillon dëgjesa për buxhetin\n\nNjësia | Data | Ora | Vendi\nGur | 5.5.2027 | 10:00 | zyra e njësisë\n"
            "Breg | 5.5.2027 | 10:00 | zyra e njësisë",
            id="a table",
        ),
        pytest.param(
            "Bashkia Kroi zhvillon dy dëgjesa për buxhetin. E para mbahet më 5 maj 2027, ora 10:00, në shkollën e fshatit"
            " Gur. E dyta mbahet po më 5 maj 2027, ora 10:00, në shkollën e fshatit Breg.",
            id="two sentences",
        ),
        pytest.param(
            "Bashkia Kroi zhvillon dy dëgjesa për buxhetin\n\n"
            + _LABELS.format(place="Shkolla e fshatit Gur")
            + "\n"
            + _LABELS.format(place="Shkolla e fshatit Breg"),
            id="two blocks of labels",
        ),
    ],
)
def test_meetings_at_one_hour_in_two_places_are_two(text):
    gur, breg = read_notice(text).meetings

    assert "Gur" in (gur.place or "")
    assert "Breg" in (breg.place or "")


def test_a_place_in_quotes_is_named_whole():
    [meeting] = read_notice(
        "Takimi mbahet më 5.5.2027, ora 10:00, në sallën “Për një ditë më të mirë” në Kroi."
    ).meetings

    assert meeting.place == "në sallën “Për një ditë më të mirë” në Kroi"
