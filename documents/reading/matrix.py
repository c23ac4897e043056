"""The monitoring matrix of a consultation plan, as somebody filled it in."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile
from typing import Final, TypeVar

from documents.opening.lines import Line
from documents.reading.text import fold
from documents.writing.lines import one_line, plain
from documents.writing.said import ASIDES, PROPOSED, QUALITY_TOOLS, QUANTITY_TOOLS
from participation.paperwork.plan import (
    FrameQuestion,
    FrameRow,
    Monitoring,
    Quality,
    QualityRow,
    QualityTool,
    Quantity,
    QuantityRow,
    QuantityTool,
)
from participation.paperwork.reading import PlanDoubt, PlanDoubtKind

T = TypeVar("T")

_TICKED: Final = re.compile("[☑☒✓✔✗✘✅⊠]")
_UNTICKED: Final = re.compile("[☐□▢❑❒⬜]")
_MARK: Final = re.compile(r"^(?P<marks>[\sxX☐☒]{0,8})(?P<words>.*)", re.DOTALL)
_BOX: Final = re.compile(r"(?P<typed>(?<!\w)[xX]\s{0,2})?(?P<box>[☐☒])\s{0,3}(?P<typed_after>[xX]\s)?")
_YES: Final = re.compile(r"^\s{0,3}(?P<typed>[xX]\s{0,2})?(?P<box>[☐☒])\s{0,3}po\b", re.IGNORECASE)
_NO: Final = re.compile(r"(?P<typed>(?<!\w)[xX]\s{0,2})?(?P<box>[☐☒])\s{0,3}jo\b", re.IGNORECASE)
_FRAME: Final = {
    FrameQuestion.ON_TIME: re.compile(r"a u realizua\w*.{0,40}\bafati"),
    FrameQuestion.WITHIN_BUDGET: re.compile(r"a u realizua\w*.{0,40}\bburimeve financiare"),
    FrameQuestion.WITH_STAFF: re.compile(r"a u realizua\w*.{0,40}\bburimeve njerezore"),
}
_QUANTITIES: Final = {
    Quantity.METHODS: re.compile(r"numri i metodave"),
    Quantity.PARTIES: re.compile(r"numri i paleve"),
    Quantity.PARTICIPANTS: re.compile(r"numri i pjesemarr"),
    Quantity.COMMENTS: re.compile(r"numri i komenteve"),
    Quantity.OTHER: re.compile(r"tjeter\b"),
}
_QUALITIES: Final = {
    Quality.METHODS: re.compile(r"cilesia e metodave"),
    Quality.EXPECTATIONS: re.compile(r"permbushja e pritshmeri"),
    Quality.CONTRIBUTIONS: re.compile(r"cilesia e komenteve"),
    Quality.OBJECTIVES: re.compile(r"treguesit sipas objektiva"),
}
_QUANTITATIVE: Final = re.compile(r"treguesit sasiore")
_QUALITATIVE: Final = re.compile(r"treguesit cilesore")
_TOOLS: Final = re.compile(r"mjetet per matjen")
QUOTED: Final = 120
ALIKE: Final = 6
"""So many letters must be the same, or it is another thing."""


def read_monitoring(lines: Iterable[Line]) -> tuple[Monitoring, tuple[PlanDoubt, ...]]:
    """The matrix, with a doubt where both boxes of an answer are ticked."""
    found = _Found()
    for line in lines:
        found.take(line.cells)
    return found.monitoring(), tuple(found.doubts)


def _boxed(cell: str) -> str:
    return _UNTICKED.sub("☐", _TICKED.sub("☒", cell))


@dataclass
class _Found:
    """What has been read so far, and in which half of the matrix one is."""

    doubts: list[PlanDoubt] = field(default_factory=list)
    _qualitative: bool = False
    _frame: dict[FrameQuestion, FrameRow] = field(default_factory=dict)
    _quantities: dict[Quantity, QuantityRow] = field(default_factory=dict)
    _qualities: dict[Quality, QualityRow] = field(default_factory=dict)
    _last: Quality | None = None
    _ticks: dict[bool, list[tuple[bool, str]]] = field(default_factory=lambda: {False: [], True: []})

    def take(self, cells: Sequence[str]) -> None:
        """Read one line; what is neither a row nor a heading goes on with the finding above it, or says nothing."""
        first = fold(_words(cells[0]))
        if not first:
            self._go_on(cells)
        elif _TOOLS.match(first) or _tools_in(cells):
            self._ticks[self._qualitative] += [tick for cell in cells for tick in _ticks(cell)]
            self._last = None
        elif _QUALITATIVE.match(first) or _QUANTITATIVE.match(first):
            self._qualitative = _QUALITATIVE.match(first) is not None
        else:
            self._take_row(first, cells)

    def _take_row(self, first: str, cells: Sequence[str]) -> None:
        if question := _which(first, _FRAME):
            _, suits, measures = self._answered(cells)
            self._frame.setdefault(question, FrameRow(question, suits, measures))
        elif self._qualitative:
            if indicator := _which(first, _QUALITIES):
                self._last = indicator
                self._qualities.setdefault(indicator, _quality(indicator, cells))
        elif (quantity := _which(first, _QUANTITIES)) and len(cells) > 1:
            values, suits, measures = self._answered(cells)
            planned, achieved = map(_answer, [*values, "", ""][:2])
            chosen, label = _chosen(cells[0]), _label(cells[0]) if quantity is Quantity.OTHER else ""
            row = QuantityRow(quantity, chosen, label, planned, achieved, suits, measures)
            self._quantities.setdefault(quantity, row)

    def _answered(self, cells: Sequence[str]) -> tuple[Sequence[str], bool | None, str]:
        """The cells before the boxes of yes and no, the answer, and what stands after them."""
        boxed = [_boxed(cell) for cell in cells]
        place = next((n for n, cell in enumerate(boxed) if n and _YES.search(cell) and _NO.search(cell)), None)
        if place is None:
            return cells[1:3], None, _answer(cells[-1]) if len(cells) > 3 else ""
        yes, no = _is_ticked(_YES.search(boxed[place])), _is_ticked(_NO.search(boxed[place]))
        if yes and no:
            self.doubts.append(PlanDoubt(PlanDoubtKind.BOTH_TICKED, one_line(_words(cells[0]))[:QUOTED]))
        suits = yes if yes != no and PROPOSED not in cells[place] else None
        return cells[1:place], suits, _answer("\n".join(filter(None, cells[place + 1 :])))

    def _go_on(self, cells: Sequence[str]) -> None:
        if self._last is not None:
            row, more = self._qualities[self._last], _quality(self._last, cells)
            self._qualities[self._last] = replace(
                row,
                findings=f"{row.findings} {more.findings}".strip(),
                measures=f"{row.measures} {more.measures}".strip(),
            )

    def monitoring(self) -> Monitoring:
        """All rows, those of which nothing was read as well."""
        quantity_tools, other_quantity_tool = _tools(self._ticks[False], QUANTITY_TOOLS, QuantityTool.OTHER)
        quality_tools, other_quality_tool = _tools(self._ticks[True], QUALITY_TOOLS, QualityTool.OTHER)
        return Monitoring(
            frame=tuple(self._frame.get(each, FrameRow(each)) for each in FrameQuestion),
            quantities=tuple(self._quantities.get(each, QuantityRow(each)) for each in Quantity),
            quantity_tools=quantity_tools,
            other_quantity_tool=other_quantity_tool,
            qualities=tuple(self._qualities.get(each, QualityRow(each)) for each in Quality),
            quality_tools=quality_tools,
            other_quality_tool=other_quality_tool,
        )


def _which(folded: str, patterns: Mapping[T, re.Pattern[str]]) -> T | None:
    return next((each for each, pattern in patterns.items() if pattern.match(folded)), None)


def _words(cell: str) -> str:
    match = _MARK.match(_boxed(cell))
    return match["words"].strip() if match and match["marks"].strip(" \n\t") else cell.strip()


def _chosen(cell: str) -> bool:
    match = _MARK.match(_boxed(cell))
    return bool(match and re.search("[xX☒]", match["marks"]) and re.search("[☐☒]", match["marks"]))


def _label(cell: str) -> str:
    return one_line(cell.partition(":")[2])


def _quality(indicator: Quality, cells: Sequence[str]) -> QualityRow:
    findings = cells[1] if len(cells) > 1 else ""
    measures = next((cell for cell in reversed(cells[2:]) if cell.strip()), "")
    label = _label(cells[0]) if indicator is Quality.OBJECTIVES else ""
    return QualityRow(indicator, _chosen(cells[0]), label, _answer(findings), _answer(measures))


def _answer(cell: str) -> str:
    """What somebody said: neither our reason for an empty cell nor our proposal."""
    said = plain(cell)
    return "" if said in ASIDES or said.endswith(PROPOSED) else said


def _is_ticked(match: re.Match[str] | None) -> bool:
    return match is not None and (match["box"] == "☒" or match["typed"] is not None)


def _tools_in(cells: Sequence[str]) -> bool:
    """Whether several boxes stand in one cell, as those of the tools do."""
    return len([*filter(None, cells)]) == 1 and len(_BOX.findall(_boxed(cells[0]))) > 1


def _ticks(cell: str) -> Iterator[tuple[bool, str]]:
    """The boxes of a cell, each with the words up to the next."""
    cell = _boxed(cell)
    boxes = list(_BOX.finditer(cell))
    ends = [box.start() for box in boxes[1:]] + [len(cell)] * bool(boxes)
    for box, end in zip(boxes, ends, strict=True):
        ticked = box["box"] == "☒" or box["typed"] is not None or box["typed_after"] is not None
        yield ticked, one_line(cell[box.end() : end])


def _shared(one: str, other: str) -> int:
    """How many letters both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _nearest(words: str, names: Mapping[T, str]) -> T | None:
    """What begins most like it: forms write `pyetësi` for `pyetësori`."""
    folded = fold(words)
    alike = {each: _shared(folded, fold(name)) for each, name in names.items()}
    best = max(alike, key=lambda each: alike[each])
    return best if alike[best] >= ALIKE else None


def _tools(ticks: Sequence[tuple[bool, str]], names: Mapping[T, str], other: T) -> tuple[frozenset[T], str]:
    found: set[T] = set()
    label = ""
    for ticked, words in ticks:
        tool = _nearest(words, names)
        if tool is not None and ticked:
            found.add(tool)
        if tool == other:
            label = label or _label(words)
    return frozenset(found), label
