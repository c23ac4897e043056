"""The words around a date, by which its use is known."""

from functools import cached_property

from documents.reading import cues
from documents.reading.dates import Mention
from documents.reading.hours import Hour
from documents.reading.lists import Listing
from documents.reading.text import Sheet

_HEAD = 300
"""Characters at the beginning of a text in which it is said what it is about."""
_HEADER_LINES = 7
_LOOK_BACK = 170
_OFFICE_REACH = 60
_INTO_THE_NEXT = 20


class Context:
    """The words around one date."""

    def __init__(
        self,
        sheet: Sheet,
        mention: Mention,
        *,
        previous: Mention | None,
        following: Mention | None,
        unlinked: Mention | None,
        hours: tuple[Hour, ...],
        moved: bool,
        listing: Listing | None,
    ) -> None:
        self.moved = moved
        self.listed = listing is not None
        self.intro = sheet.matching(listing.intro) if listing and listing.intro else ""
        self.sheet = sheet
        self.mention = mention
        self.sentence = sheet.sentence(mention.start)
        self.line = sheet.line(mention.start)
        after_previous = previous.end if previous and not mention.follows else 0
        floor = max(self.sentence.start, after_previous, mention.start - _LOOK_BACK)
        self.before = " ".join(sheet.folded[floor : mention.start].split(" "))
        self.whole_before = sheet.folded[max(self.sentence.start, mention.start - _LOOK_BACK) : mention.start]
        until = min(self.sentence.end, unlinked.start if unlinked else self.sentence.end, mention.end + 120)
        self.begins_range = following is not None and following.ends_a_range
        self.after = sheet.folded[mention.end : until]
        self._floor = after_previous
        self._ceiling = following.start if following and not following.follows else len(sheet.text)
        self.has_hour = any(self._near(hour) and not self._opens_an_office(hour) for hour in hours)

    def _near(self, hour: Hour) -> bool:
        if not self._floor <= hour.start < self._ceiling:
            return False
        in_sentence = self.sentence.start <= hour.start < self.sentence.end
        if self._floor and hour.start < self.sentence.start:
            return False  # It is the hour of the date before.
        line_after = self.line.end < hour.start <= self._reach
        return in_sentence or self.line.start <= hour.start < self.line.end or line_after

    def _opens_an_office(self, hour: Hour) -> bool:
        """Whether it is said of each day, as no meeting is held."""
        begin = max(self.sheet.sentence(hour.start).start, hour.start - _OFFICE_REACH)
        return cues.OFFICE_HOURS.search(self.sheet.folded, begin, hour.start) is not None

    @cached_property
    def _reach(self) -> int:
        """Up to where an hour below its line may be its own: into the next line, or through it below a heading."""
        if not self._heads_lines:
            return self.line.end + _INTO_THE_NEXT
        return next((line.end for line in self.sheet.lines if line.start > self.line.end), self.line.end)

    @property
    def _heads_lines(self) -> bool:
        """Whether its line is a heading of the next ones: with a colon, or a weekday and the day alone."""
        rest = self.sheet.folded[self.mention.end : self.line.end].strip()
        alone = not rest and self.mention.weekday is not None and cues.WEEKDAY_ALONE.fullmatch(self.line_before)
        return rest.endswith(":") or bool(alone)

    @property
    def head(self) -> str:
        """The beginning of the text, where it is said what it is about."""
        return self.sheet.folded[:_HEAD]

    @property
    def line_before(self) -> str:
        """What stands before it in its line."""
        return self.sheet.folded[self.line.start : self.mention.start]

    @property
    def stands_alone(self) -> bool:
        """Whether its line has nothing else in it but a town, as the date of a letter has."""
        rest = self.sheet.folded[self.mention.end : self.line.end].strip(" .,-:")
        return len(rest) < 8 and cues.LETTER_DATE.fullmatch(self.line_before) is not None

    @property
    def in_the_frame(self) -> bool:
        """Whether the line is among the first or last ones, where letters carry their date."""
        starts = [line.start for line in self.sheet.lines]
        return self.line.start in {*starts[:_HEADER_LINES], *starts[-4:]}

    @property
    def heading(self) -> str:
        """The last line above that ends with a colon or has no date's neighbours."""
        above = [line for line in self.sheet.lines if line.end < self.line.start]
        titles = (self.sheet.matching(line) for line in reversed(above[-14:]))
        return next((title for title in titles if title.rstrip().endswith(":") or len(title) < 50), "")
