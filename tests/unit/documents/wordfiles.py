"""Word files as their readers see them."""

from io import BytesIO

from docx import Document
from docx.document import Document as Paper

from participation.messages import Media


def opened(media: Media) -> Paper:
    """The file as python-docx opens it."""
    return Document(BytesIO(media.content))


def cells_of(paper: Paper) -> list[list[list[str]]]:
    """The cells of each table."""
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in paper.tables]


def paragraphs_of(paper: Paper) -> list[str]:
    """The paragraphs outside of tables that say something."""
    return [paragraph.text for paragraph in paper.paragraphs if paragraph.text.strip()]


def headings_of(paper: Paper) -> list[str]:
    """The headings."""
    return [each.text for each in paper.paragraphs if each.style.name.startswith("Heading")]


def words_of(media: Media) -> str:
    """All that is written in it."""
    paper = opened(media)
    rows = [cell for table in cells_of(paper) for row in table for cell in row]
    return "\n".join([*paragraphs_of(paper), *rows])
