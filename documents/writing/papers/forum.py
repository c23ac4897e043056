"""The checklist of the forum's rights in one plan."""

from documents.writing.said import RIGHTS, STATES, day_in_table
from documents.writing.word import Column, WordPaper, told
from participation.messages import Media
from participation.paperwork.forum import ForumChecklist

COLUMNS = (
    Column("Nr.", 0.4),
    Column("E drejta", 2.4),
    Column("Afati", 0.9),
    Column("Data", 0.9),
    Column("Gjendja", 1.2),
    Column("Dëshmia", 2),
)


def forum_paper(checklist: ForumChecklist, *, name: str = "te-drejtat-e-forumit") -> Media:
    """The checklist as a Word file, as it stands on the day of the paper."""
    today = checklist.letterhead.day
    paper = WordPaper(checklist.letterhead, "LISTA E VERIFIKIMIT TË TË DREJTAVE TË FORUMIT", subject=checklist.title)
    paper.fields([("Forumi", checklist.forum)])
    rows = [
        (
            number,
            RIGHTS[check.right],
            day_in_table(check.due),
            day_in_table(check.done_on),
            STATES[check.state(today)],
            told(check.evidence, "nuk është shënuar"),
        )
        for number, check in enumerate(checklist.checks, 1)
    ]
    paper.table(COLUMNS, rows)
    return paper.file(name)
