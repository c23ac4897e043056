"""The text of a notice: tidied for people, folded for matching, cut into sentences and lines."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from documents.reading.road import mended

READ_FIRST = 350_000
READ_LAST = 50_000
"""Of a text longer than both together only its beginning and its end are read, where notices say their
facts; few enough characters for a quick answer to anything."""

_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]+")
_MARKS = 30
"""As many on one letter as Unicode's own stream-safe form has; putting a heap of them in order takes its square."""
_HEAP = re.compile(rf"[^\w\s]{{{_MARKS + 1},}}")
_SPACES = re.compile(r"[^\S\n\t]{2,}|[^\S\n\t ]")
_TABS = re.compile(r" ?\t[ \t]*")
_LINE_ENDS = re.compile(r"[ \t]+\n")
_EMPTY_LINES = re.compile(r"\n{3,}")

# One letter for one letter, so that a place in the folded text is the same place in the text.
_SAME_LETTER = str.maketrans("ëçéèêâ“”„«»’‘`´–—−‐*\u00a0", 'eceeea"""""\'\'\'\'---- ' + " ") | str.maketrans(
    "ёеаорсухіјԁһ",  # Cyrillic letters that look like ours, from another keyboard
    "eeaopcyxijdh",
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:nr|rr|dt|z|zj|znj|dr|prot|tel|cel|mob|bul|ish|neni|lgj|kat|p|sh)|[^\w\-][a-z]"
    r"|(?<![:.,])(?<!\bora )(?<!oren )\b\d{1,2})\.$"
)
_BREAK = re.compile(
    r"\n[ \t]*\n"
    r"|\n(?=[ \t]*[^a-zëç\s(])"
    r"|[.!?;][\"”»)]?[ \n]+(?=[\"“«(]?[A-ZËÇ0-9])"
)

STEM = 4
"""Letters of a word that its endings leave alone: "sallë", "sallën"."""
_LOOKED_AT, _FEW = 5_000, 0.01
"""Who writes fewer capital letters than one of a hundred writes none."""
_BEGINS = re.compile(r"(?:\A|(?<=[.!?] )|(?<=[.!?:;]\n)|(?<![^\n]{75}\n)(?<=\n))[ \t]*[^\W\d_]")
_GOES_ON = re.compile(r"(?:^|\s)(?:me|ne|te|e|i|se|deri|per|dhe|nga|si|ose|tek|prej|prane)$")
_WANTS_A_NUMBER = re.compile(r"\b(?:dat\w{0,2}|ora|oren|ores|(?:hen|mart|merkur|enjt|premt|shtun|diel)\w{0,3},?)$")
_LABEL = re.compile(
    r"\W{0,3}(?:\d{1,2}[.)]\s?)?(?:(?:data|dita|ora|koha|vendi|afati|titulli|emertimi|tema|objekti|lenda"
    r"|akti|publikuar|qellimi|arsyet?|skadon|hapet|mbyllet|lloji"
    r"|organi|propozuesi|kontakti?|telefoni?|e-?mail)\b[^\t\n\d:.,;!?|]{0,40}|kur|ku|tel)"
)
"""What a form calls the words beside or under it, without a colon."""
_LONGEST_LABEL = 60
_LINKS = re.compile(r"(?!ne (?:zbatim|baze|mbeshtetje))(?:e|i|te|se|dhe|per|ne|mbi|me|nga)\s")
_ITEM = re.compile(
    r"(?:[a-z][).]|(?:or|dat|dit|kur|ku|vend|tel|cel|mob|e-?mail|www|http)"
    r"|(?:e|te) (?:hen|mart|merk|enjt|premt|shtun|diel))"
)


def tidy(text: str) -> str:
    """The text in NFC with its spaces tidied, and with what its way did to it mended; no letter is changed."""
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", _HEAP.sub(_thinned, text)))
    text = mended("\n".join(text.splitlines()))
    text = _TABS.sub("\t", _SPACES.sub(" ", text))
    text = _EMPTY_LINES.sub("\n\n", _LINE_ENDS.sub("\n", text + "\n"))
    return "\n".join(line.strip(" ") for line in text.split("\n")).strip()


def _thinned(heap: re.Match[str]) -> str:
    kept, rest = heap[0][:_MARKS], heap[0][_MARKS:]
    return kept + "".join(c for c in rest if not unicodedata.combining(c))


_LOOK_LIKE_DIGITS = str.maketrans("ol|", "011")
_MISREAD = re.compile(
    r"(?<![\w./\-])(?:[\dol|]{1,2}\s?[./\-]\s?[\dol|]{1,2}\s?[./\-]\s?[\dol|]{4}(?![\w/])"
    r"|[\dol|]{1,2}\s?[:.]\s?[\dol|]{2}(?![\w/]))"
    r"|(?<=\bnr\.)\s?[\dol|]{1,5}/[\dol|]{4}(?![\w/])|\b0(?=r[ae]n?\b)"
)
"""Dates, hours, numbers of laws in which a scanner or a typist has put a letter for a digit, and "0ra"."""
_LETTER = re.compile("[ol|]")
_SURE_DIGITS = 2


def _misread(folded: str) -> Iterator[re.Match[str]]:
    for match in _MISREAD.finditer(folded):
        digits = sum(map(str.isdigit, match[0]))
        after_hour = folded[max(0, match.start() - 6) : match.start()].rstrip(" .:").endswith(("ora", "oren"))
        if match[0] == "0" or (_LETTER.search(match[0]) and (digits >= _SURE_DIGITS or after_hour)):
            yield match


def fold(text: str) -> str:
    """Lower case without diacritics, letter by letter: every place stays where it was."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return lower.translate(_SAME_LETTER)


def mend(text: str) -> str:
    """The text with the lines joined that a window has broken or a form has cut; every place stays where it was."""
    lines = [_labelled(line) for line in text.split("\n")]
    begins = (line[:1] for line in capitalized(text).split("\n")[1:])
    breaks = (_between(*lines, begin) for lines, begin in zip(pairwise(lines), begins, strict=True))
    return "".join(part for pair in zip(lines, [*breaks, ""], strict=True) for part in pair)


def _hardly_any(kind: Callable[[str], bool], text: str) -> bool:
    """Whether there are hardly any letters of a kind."""
    looked_at = text[:_LOOKED_AT]
    return sum(map(kind, looked_at)) < sum(map(str.isalpha, looked_at)) * _FEW


def is_in_capitals(text: str) -> bool:
    """Whether it was typed in capital letters, so that none of them shows where a sentence begins."""
    return _hardly_any(str.islower, text)


def capitalized(text: str) -> str:
    """The text as it is; one that was typed without capital letters has them where a line or a sentence begins."""
    if not _hardly_any(str.isupper, text):
        return text
    return _BEGINS.sub(lambda match: match[0].upper() if len(match[0].upper()) == len(match[0]) else match[0], text)


def _labelled(line: str) -> str:
    """A row of a form, "Vendi", a tab and the hall, with the colon that it means."""
    label, tab, rest = line.partition("\t")
    return f"{label}:{rest}" if tab and "\t" not in rest and _LABEL.fullmatch(fold(label)) else line


def _between(line: str, following: str, begin: str) -> str:
    if _is_wrapped(line, following, begin):
        return " "
    label = len(line) < _LONGEST_LABEL and _LABEL.fullmatch(fold(line)) and not _LABEL.fullmatch(fold(following[:80]))
    return ":" if label and following and "\t" not in following else "\n"


def _is_wrapped(line: str, following: str, begin: str) -> bool:
    if not line or not following or re.search(r"[|\t]", line + following):
        return False
    before, after = fold(line[-40:]), fold(following[:40])
    if _GOES_ON.search(before) or (_WANTS_A_NUMBER.search(before) and after[0].isdigit()):
        return True
    inside = begin.islower() or (line.isupper() and following.isupper() and _LINKS.match(after))
    return bool(inside) and line[-1] not in ".:;!?" and " " in line and _ITEM.match(after) is None


@dataclass(frozen=True)
class Span:
    """A part of a text, from `start` up to `end`."""

    start: int
    end: int

    def touches(self, other: "Span") -> bool:
        """Whether the two parts share a letter."""
        return self.start < other.end and other.start < self.end


def _with_digits(folded: str, found: Sequence[re.Match[str]]) -> str:
    letters = list(folded)
    for match in found:
        put = "o" if match[0] == "0" else match[0].translate(_LOOK_LIKE_DIGITS)
        letters[match.start() : match.end()] = put
    return "".join(letters)


class Sheet:
    """A notice in the two forms that the readers need: as written, and folded."""

    def __init__(self, text: str) -> None:
        whole = len(text) <= READ_FIRST + READ_LAST
        self.text = mend(text if whole else f"{text[:READ_FIRST]}\n\n{text[-READ_LAST:]}")
        as_written = fold(self.text)
        found = list(_misread(as_written))
        self.misread = tuple(Span(*match.span()) for match in found if match[0] != "0")
        """Where a letter stands for a digit; what is folded has the digit."""
        self.folded = _with_digits(as_written, found)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        starts, shouts = [0], is_in_capitals(self.text)
        for found in _BREAK.finditer(self.written):
            if self.text[found.start()] == "." and self._abbreviates(found.start() + 1):
                continue
            if self.text[found.start()] == ";" and shouts:
                continue
            starts.append(found.end())
        return starts

    def _abbreviates(self, end: int) -> bool:
        return _ABBREVIATION.search(self.folded, max(0, end - 10), end) is not None

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer(r"\n", self.text))]

    @cached_property
    def lines(self) -> tuple[Span, ...]:
        """The lines that are not empty."""
        ends = [start - 1 for start in self._line_starts[1:]] + [len(self.text)]
        spans = map(Span, self._line_starts, ends)
        return tuple(span for span in spans if self.text[span.start : span.end].strip())

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences; a line that begins with a capital letter begins one."""
        return tuple(map(Span, self._sentence_starts, [*self._sentence_starts[1:], len(self.text)]))

    def sentence(self, at: int) -> Span:
        """The sentence around a place."""
        return self.sentences[bisect_right(self._sentence_starts, at) - 1]

    def line(self, at: int) -> Span:
        """The line around a place."""
        index = bisect_right(self._line_starts, at)
        end = self._line_starts[index] - 1 if index < len(self._line_starts) else len(self.text)
        return Span(self._line_starts[index - 1], end)

    @cached_property
    def written(self) -> str:
        """The text with capital letters where a line or a sentence begins, also where somebody typed none."""
        return capitalized(self.text)

    @cached_property
    def _has_capitals(self) -> bool:
        return self.written == self.text

    def is_capital(self, at: int) -> bool:
        """Whether a name may begin there; in a text without capital letters it may anywhere."""
        return self.text[at].isupper() or not self._has_capitals

    def words(self, span: Span) -> str:
        """What is written there, on one line and without the spaces around it."""
        return " ".join(self.text[span.start : span.end].split())

    def matching(self, span: Span) -> str:
        """What is written there, folded."""
        return self.folded[span.start : span.end]
