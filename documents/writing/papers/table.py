"""Which official paper is written by whom: a row for each kind of value."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from documents.writing.papers.comments import comments_paper
from documents.writing.papers.forum import forum_paper
from documents.writing.papers.handing_over import hand_over_paper
from documents.writing.papers.meetings import minutes_paper, participants_paper, relacion_paper
from documents.writing.papers.plan import plan_paper
from documents.writing.papers.poster import poster_paper
from documents.writing.papers.proof import proof_paper
from documents.writing.papers.report import report_paper
from documents.writing.papers.yearly import annual_paper, chapter_paper
from documents.writing.repository import repository_file
from participation.forum.proof import ProofTable
from participation.messages import Media
from participation.paperwork.achieving import PlanPaper
from participation.paperwork.forum import ForumChecklist
from participation.paperwork.handing_over import HandOver
from participation.paperwork.meetings import MinutesPaper, ParticipantsList, Relacion
from participation.paperwork.poster import Poster
from participation.paperwork.publishing import Repository
from participation.paperwork.record import CommentsTable, ConsultationReport
from participation.paperwork.yearly import AnnualReport, TransparencyChapter

WRITERS: Final[Mapping[type, Callable[..., Media]]] = {
    ParticipantsList: participants_paper,
    MinutesPaper: minutes_paper,
    Relacion: relacion_paper,
    AnnualReport: annual_paper,
    ConsultationReport: report_paper,
    CommentsTable: comments_paper,
    TransparencyChapter: chapter_paper,
    HandOver: hand_over_paper,
    Repository: repository_file,
    PlanPaper: lambda paper: plan_paper(paper.plan, paper.letterhead, filled=paper.filled),
    ForumChecklist: forum_paper,
    ProofTable: proof_paper,
    Poster: poster_paper,
}


def written(value: Any) -> Media:
    """The paper as a file."""
    return WRITERS[type(value)](value)
