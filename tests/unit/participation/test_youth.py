"""Who says that they are under sixteen is heard, in both languages; nobody else is."""

import pytest

from participation.reports.youth import says_young, tells_young

YOUNG = [
    *("nën 16", "Nen 16!", "jam nën 16", "jam nën 16 vjeç", "unë jam nën 14 vjeç", "me pak se 16", "nen 16 vjec."),
    *("jam 14", "jam 14 vjeç", "Jam 14 vjec", "jam 12 vjeçare", "jam 9 vjeçar.", "kam 13 vjet", "unë jam 15 vjeç"),
    *("under 16", "I am under 16", "I'm under 16", "i’m under 13 years old", "below 16", "UNDER 16"),
    *("I am 13", "I'm 13", "im 13", "I am 13 years old", "13 years old", "14 vjeç", "I am 1 year old"),
]
OLDER = [
    *("jam 16 vjeç", "jam 16", "I am 16", "I am 17 years old", "jam 45 vjeç", "jam 0 vjeç", "I am 0", "jam 115 vjeç"),
    *("nën 18", "under 18", "nën 17 vjeç", "under 20", "16 vjeç", "mbi 16", "over 16", "nën 0"),
    *("13", "14", "jo", "no", "po", "", "vjeç", "jam", "jam vjeç", "nën urë", "under the bridge", "I am", "I am late"),
    *(
        "makina 14 vjeç",
        "bus 13",
        "under 16 cars",
        "jam te rruga 14",
        "14 vite më parë",
        "nen 16 shkurt",
        "jam 1,5 vjeç",
    ),
]


@pytest.mark.parametrize("words", YOUNG)
def test_who_says_so_is_heard(words: str):
    assert says_young(words)
    assert tells_young(words)


@pytest.mark.parametrize("words", OLDER)
def test_nobody_else_is(words: str):
    assert not says_young(words)
    assert not tells_young(words)


@pytest.mark.parametrize(
    ("words", "young"),
    [
        ("Jam 14 vjeç dhe më rrahin në shkollë.", True),
        ("They hit me. I am 13 years old.", True),
        ("I am 13 years-old, help", True),
        ("jam 34 vjeç dhe djali im jep e merr", False),
        ("I am 13 meters away from the bridge", False),
        ("I am 13 years in this building", False),
        ("Djali është 14 vjeç.", False),
        ("nën 16 ditë do të bjerë ura", False),
    ],
)
def test_among_other_words_only_an_age_of_ones_own_is(words: str, young: bool):
    assert not says_young(words)
    assert tells_young(words) is young
