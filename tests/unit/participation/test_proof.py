"""The chain of the proof of notice: anybody can reckon it anew, and whatever was done to it is found."""

import hashlib
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from participation.forum.model import ProofTopic, Wording
from participation.forum.proof import (
    BEGINNING,
    Flaw,
    NewProof,
    ProofRow,
    ProofStep,
    ProofWay,
    examine,
    named,
    row_of,
    text_mark,
)

NOW = datetime(2023, 6, 20, 8, 0, 0, 123, tzinfo=UTC)
words = st.text(st.characters(exclude_categories=("Cs",)), max_size=40)
news = st.builds(
    NewProof,
    step=st.sampled_from(ProofStep),
    topic=st.sampled_from(ProofTopic),
    way=st.sampled_from(ProofWay),
    subject=words,
    consultation=st.none() | st.integers(1, 99),
    first=st.integers(0, 9),
    text=words,
    detail=words,
    whose=st.none() | words.map(named),
)


def chain(written: list[NewProof]) -> list[ProofRow]:
    rows: list[ProofRow] = []
    for place, new in enumerate(written, 1):
        before = rows[-1].link if rows else BEGINNING
        rows.append(row_of(new, place=place, at=NOW + timedelta(minutes=place), before=before))
    return rows


def shown(rows: list[ProofRow]) -> list[tuple[tuple[str, ...], str]]:
    return [(row.cells, row.link) for row in rows]


@given(st.lists(news, max_size=8))
def test_a_chain_as_it_was_written_is_whole_and_holds_without_the_names(written: list[NewProof]) -> None:
    rows = chain(written)
    nameless = [replace(row, whose=None, member=None) for row in rows]
    assert examine(shown(rows), last=rows[-1].link if rows else BEGINNING) is None
    assert examine(shown(nameless)) is None


@given(st.lists(news, min_size=2, max_size=8), st.data())
def test_whatever_was_done_to_a_chain_is_found_where_it_was_done(written: list[NewProof], data: st.DataObject) -> None:
    rows = shown(chain(written))
    last, place = rows[-1][1], data.draw(st.integers(0, len(rows) - 1))
    cells, link = rows[place]
    number = data.draw(st.integers(1, len(cells) - 1))
    other = data.draw(words.filter(lambda word: word != cells[number]))
    changed = [*rows[:place], ((*cells[:number], other, *cells[number + 1 :]), link), *rows[place + 1 :]]
    assert examine(changed) == Flaw(place + 1, "changed")
    removed = [*rows[:place], *rows[place + 1 :]]
    assert examine(removed, last=last) == (Flaw(place + 1, "order") if place < len(rows) - 1 else Flaw(None, "cut off"))
    if place:
        swapped = [*rows[: place - 1], rows[place], rows[place - 1], *rows[place + 1 :]]
        assert examine(swapped) == Flaw(place, "order")


def test_it_takes_no_more_than_sha_256_to_reckon_a_mark() -> None:
    (row,) = chain(
        [NewProof(ProofStep.TOLD, ProofTopic.INFORMED, ProofWay.TELEGRAM, "Plani “A”", whose=named("Drita"))]
    )
    listed = ["1", "2023-06-20T08:01:00Z", "u nis", "informim me projektin", "Telegram", "Plani “A”", "", "", "", ""]
    told = json.dumps([*listed, row.who, ""], ensure_ascii=False)
    assert row.link == hashlib.sha256(told.encode()).hexdigest()
    assert row.whose is not None
    assert row.who == hashlib.sha256(json.dumps([row.whose.salt, "Drita"], ensure_ascii=False).encode()).hexdigest()


def test_the_same_name_is_another_mark_each_time_and_the_same_words_the_same() -> None:
    assert named("Drita").mark() != named("Drita").mark()
    assert text_mark(Wording("A", "B")) == text_mark(Wording("A", "B")) != text_mark(Wording("A\n", "B"))
