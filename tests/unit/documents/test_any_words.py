"""Every word of every paper may be anything: each paper is still written, and says what it can."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from functools import partial

import pytest

from documents.writing.open_data import report_data
from documents.writing.papers.comments import comments_file, comments_paper
from documents.writing.papers.forum import forum_paper
from documents.writing.papers.handing_over import hand_over_paper
from documents.writing.papers.meetings import minutes_paper, participants_paper, relacion_paper
from documents.writing.papers.notice import notice_paper
from documents.writing.papers.plan import plan_paper
from documents.writing.papers.plan_data import plan_data
from documents.writing.papers.poster import poster_paper
from documents.writing.papers.proof import proof_file, proof_paper
from documents.writing.papers.report import report_charts, report_paper
from documents.writing.papers.yearly import annual_paper, chapter_paper
from documents.writing.repository import repository_file
from participation.paperwork.achieving import PlanPaper
from participation.reports.sheets import Form

from .papers import (
    ADOPTED,
    CHAPTER,
    FORUM,
    HANDED,
    HEAD,
    LISTED,
    MATRIX,
    MINUTES,
    NOTICE,
    PLAN,
    POSTER,
    PROOF,
    RELACION,
    REPOSITORY,
    TABLE,
    YEAR,
)
from .wordfiles import words_of

WORDS = {
    "nothing": "",
    "nothing to see": "\u2800\u200b \t",
    "steering": "a\x00b\x1b[2J\u202ec\ud800\ufffe",
    "a page": "fjalë " * 700,
    "one long word": "ë" * 4_000,
    "lines": "a\n\n\nb\r\nc",
    "a formula": "=cmd|' /C calc'!A1",
    "markup": '</w:t></w:r><w:fldSimple w:instr="DDE"/>',
}
# The link of the poster is ours, as is the picture made of it: no code holds a page of words.
WRITERS = {
    "plan": (plan_paper, (PLAN, HEAD)),
    "plan-filled": (partial(plan_paper, filled=MATRIX), (PLAN, HEAD)),
    "plan as data": (plan_data, (PlanPaper(HEAD, PLAN, MATRIX),)),
    "report": (partial(report_paper, charts=False), (ADOPTED,)),
    "comments": (comments_paper, (TABLE,)),
    "comments as a sheet": (partial(comments_file, form=Form.XLSX), (TABLE,)),
    "comments as lines": (partial(comments_file, form=Form.CSV), (TABLE,)),
    "participants": (participants_paper, (LISTED,)),
    "minutes": (minutes_paper, (MINUTES,)),
    "relacion": (relacion_paper, (RELACION,)),
    "annual": (annual_paper, (YEAR,)),
    "chapter": (chapter_paper, (CHAPTER,)),
    "notice": (notice_paper, (NOTICE,)),
    "hand-over": (hand_over_paper, (HANDED,)),
    "poster": (lambda poster: poster_paper(replace(poster, link=POSTER.link)), (POSTER,)),
    "repository": (repository_file, (REPOSITORY,)),
    "forum": (forum_paper, (FORUM,)),
    "proof": (proof_paper, (PROOF,)),
    "proof as a sheet": (partial(proof_file, form=Form.XLSX), (PROOF,)),
    "proof as lines": (partial(proof_file, form=Form.CSV), (PROOF,)),
    "open data": (report_data, (ADOPTED,)),
}


def spoiled(value: object, words: str) -> object:
    """The same value with all words in it replaced."""
    match value:
        case Enum():
            return value
        case str():
            return words
        case tuple():
            return tuple(spoiled(each, words) for each in value)
        case Mapping():
            return {key: spoiled(each, words) for key, each in value.items()}
        case _ if is_dataclass(value):
            return replace(value, **{each.name: spoiled(getattr(value, each.name), words) for each in fields(value)})
        case _:
            return value


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
@pytest.mark.parametrize("paper", WRITERS)
def test_a_paper_is_written_whatever_stands_in_it(paper, words):
    write, values = WRITERS[paper]
    media = write(*(spoiled(value, words) for value in values))
    if media.name.endswith(".docx"):
        told = words_of(media)
        assert not set(told) & set("\x00\x1b\u202e\u200b")
        assert "☐" in told or "REPUBLIKA E SHQIPËRISË" in told


def test_the_charts_are_drawn_whatever_the_themes_are_called():
    assert len(report_charts(spoiled(ADOPTED, WORDS["steering"]))) == 5
