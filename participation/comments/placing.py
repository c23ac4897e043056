"""On which article or part of an act its author says that a comment is (R16); coordinators may file it elsewhere."""

from typing import Final

from participation.comments.model import UNFILED, Filing
from participation.errors import Refusal, Refused
from participation.words import is_blank

LONGEST_ARTICLE: Final = 60


def placed(article: str) -> Filing:
    """How a comment is filed of which its author has said so, in one line; not at all where nothing was said.

    Raises Refused for words that say nothing, and for a story.
    """
    if not article:
        return UNFILED
    tidy = " ".join(article.split())
    if is_blank(tidy):
        raise Refused(Refusal.EMPTY)
    if len(tidy) > LONGEST_ARTICLE:
        raise Refused(Refusal.TOO_LONG)
    return Filing(article=tidy, article_by_author=True)
