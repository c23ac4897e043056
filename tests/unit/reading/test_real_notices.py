"""The seed notice, the examples, and the labelled notices where they lie beside the checkout."""

import importlib.util
import json
import re
from collections import defaultdict
from datetime import date, time
from pathlib import Path

import pytest

from bot.__main__ import main
from documents.reading.notice import read_notice
from participation.consultations.notice import DoubtKind

ROOT = Path(__file__).parents[3]
SHARED = ROOT.parent / "shared"
SEED = SHARED / "seeds" / "002-njoftim-permet-plani-social.txt"
LABELLED = SHARED / "notices-dev"
EXAMPLES = ROOT / "examples"
FLOOR = 0.95


def _permet_notices():
    yield pytest.param(EXAMPLES / "permet-plani-social.txt", "Plani Social i Bashkisë Përmet 2024-2027", id="example")
    yield pytest.param(
        SEED,
        "Hartimi i Planit Social në Bashkinë Përmet 2024-2027",
        id="seed",
        marks=pytest.mark.skipif(not SEED.exists(), reason="the seeds are not beside this checkout"),
    )


@pytest.mark.parametrize(("file", "title"), list(_permet_notices()))
def test_the_permet_notice_is_read_with_its_doubts(file, title):
    reading = read_notice(file.read_text(encoding="utf-8"))

    assert reading.is_notice
    assert (reading.title, reading.institution) == (title, "Bashkia Përmet")
    [meeting] = reading.meetings
    assert (meeting.day, meeting.start, meeting.end) == (date(2023, 7, 25), time(11), None)
    assert "mbledhjeve të Këshillit Bashkiak" in (meeting.place or "")
    dated = [step.day for step in reading.steps if not step.is_open]
    assert dated == [date(2023, 6, 26), date(2023, 6, 28), date(2023, 7, 7), date(2023, 12, 10)]
    assert len(reading.steps) == 10
    assert reading.laws == ("146/2012", "139/2015")
    assert (reading.deadline, reading.email, reading.register_url) == (None, None, None)
    assert [doubt.kind for doubt in reading.doubts] == [DoubtKind.STEP_BEFORE_LAUNCH] * 3 + [
        DoubtKind.W_AS_E,
        DoubtKind.UNKNOWN_LAW,
    ]


def test_the_example_of_elbasan_is_complete():
    reading = read_notice((EXAMPLES / "elbasan-mbetjet.txt").read_text(encoding="utf-8"))

    assert (reading.deadline, reading.published_on) == (date(2025, 7, 4), date(2025, 6, 2))
    assert (reading.email, reading.protocol_number) == ("konsultimi@bashkiaelbasan.example", "2417")
    assert reading.phone == "054 000 111"
    assert reading.register_url
    assert "konsultimipublik.gov.al" in reading.register_url
    assert [(meeting.day, meeting.start, meeting.end) for meeting in reading.meetings] == [
        (date(2025, 7, 1), time(17), time(19))
    ]
    assert reading.doubts == ()


def test_the_example_of_divjake_is_a_series_of_five():
    reading = read_notice((EXAMPLES / "divjake-buxheti.txt").read_text(encoding="utf-8"))

    assert [(meeting.day.isoformat(), meeting.place.split(",")[0]) for meeting in reading.meetings] == [
        ("2022-10-26", "Tërbuf"),
        ("2022-10-27", "Gradishtë"),
        ("2022-11-01", "Divjakë"),
        ("2022-11-02", "Remas"),
        ("2022-11-03", "Grabian"),
    ]
    assert reading.doubts == ()


@pytest.mark.skipif(not LABELLED.exists(), reason="the labelled notices are not beside this checkout")
def test_the_labelled_notices_are_read_well_enough(capsys):
    assert main(["read-notice", "--json", str(LABELLED)]) == 0
    read = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    predictions = {row["id"]: row for row in read}
    spec = importlib.util.spec_from_file_location("score", LABELLED / "score.py")
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    sums = defaultdict(lambda: (0, 0, 0))
    for name, label in score.load(LABELLED / "labels.jsonl").items():
        for field, counts in score.score_doc(label, predictions[name]).items():
            sums[field] = tuple(map(sum, zip(sums[field], counts, strict=True)))

    assert {field: counts for field, counts in sums.items() if score.f1(counts) < FLOOR} == {}


SEEDS = SHARED / "seeds"
LONGEST_ECHO = 5
"""So many words in a row anybody may write: the name of a law has no more."""


def phrases(file: Path) -> set[tuple[str, ...]]:
    """All longer rows of words in a line, without quotes and numbers: those of a law are facts."""
    stretches = re.split(r"[\d“”\"\n]", file.read_text(encoding="utf-8").casefold())
    found = [re.findall(r"\w+", stretch) for stretch in stretches]
    return {
        tuple(words[start : start + LONGEST_ECHO + 1]) for words in found for start in range(len(words) - LONGEST_ECHO)
    }


@pytest.mark.skipif(not SEEDS.exists(), reason="the seeds are not beside this checkout")
@pytest.mark.parametrize("example", sorted(EXAMPLES.glob("*.txt")), ids=lambda file: file.stem)
def test_no_example_speaks_in_the_words_of_a_seed(example):
    theirs = set().union(*map(phrases, SEEDS.glob("*.txt")))
    assert theirs
    assert not phrases(example) & theirs
    addresses = set(re.findall(r"[\w.+-]+@[\w.-]+", example.read_text(encoding="utf-8")))
    assert all(address.rstrip(".").endswith(".example") for address in addresses)
