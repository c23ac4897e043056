"""Whether a text calls the public to something, or only tells of something."""

import re
from collections.abc import Sequence
from datetime import date

from documents.reading.roles import Role
from documents.reading.signs import CALLS, OTHERS, TALES, Sign
from documents.reading.text import Sheet, Span
from documents.reading.times import Times
from participation.consultations.notice import ReadMeeting

_ABOVE = 400
"""Characters above a list or a table in which it is said what it lists."""
_MEETING = re.compile(
    r"\b(?:takim|degj(?:es|im)|degjo|seanc|mbledhj|mblidh|debat|forum|konsult|keshillim|tryez|prezantim"
    r"|diskut|punetori|workshop"
    r"|konferenc|tubim|sesion|bised|flasim|vij(?:ne|m)?\b|ejani|hajde|ftes|ftoj|fton|ftoh|shihemi"
    r"|informues|shqyrtim publik|tribun|kuvend)"
)
_HEADING = 220
"""Characters at the start of a text in which a word says what kind of text it is."""


_OF_ANOTHER_KIND = re.compile(
    r"(?:[^\n]{0,80}\n+){0,2}\W*(?:[^\n]{0,40}\s[-–]\s)?(?:raport\b|raporti i (?:konsult|takim|degj"
    r"|koment|proces)\w*|sqarim\b|relacion\b"
    r"|proces-?verbal\b|pyetje (?:te|e) shpeshta"
    r"|permbledhje e (?:takim|degj|koment|konsult)"
    r"|keshilla (?:\w+ )?per (?!te\b)"
    r"|raporti? vjetor"
    r"|njoftim per shtyrj\w* (?:te )?afat\w* (?:te|i) (?:vleresim|shpallj)"
    r"|njoftim (?:i|per) fitues|shpallje (?:e|per) fitues"
    r"|procedur\w* (?:e|per) (?:marrj|shqyrtim)\w*|ekstrakt\b|termat e references|lista e lejeve"
    r"|(?:list[ae] e )?(?:projekteve )?fitues\w*\b"
    r"|nje pyetje\b|c.ndodhi\b|cfare ndodhi"
    r"|monitorim\b|si (?:mund te m[ae]rr|shkoi|zhvillohet|numerohen"
    r"|llogaritet|lexohet|jepni|behet"
    r"|merrni)|flete shpjeguese|[^\n]{0,60}\bprocesverbalet\b)"
)
"""What its heading calls something else is none, whatever it tells."""
_HAS_BEEN = re.compile(r"(?<!\bsi )\b(?:u|eshte|jane) (?:mbajt|zhvillua|organizua|realizua)\w*")
"""What tells of a meeting that has been, and of no day ahead, has to call louder."""
_VACANCY = re.compile(
    r"(?:[^\n]{0,80}\n+){0,4}(?![^\n]*\b(?:konsultim|degj|takim|keshillim))[^\n]{0,160}"
    r"\b(?:levizj\w* paralele|pranim\w* ne sherbimin civil"
    r"|(?:vend|pozicion)\w{0,2} (?:te |pune )?(?:lir[ae]|vakant\w?))\b"
)
_CITED = re.compile(r":\s?\"[^\n]{120,1500}\"\W{0,3}(?=\n|$)")
"""A notice that is quoted word by word, up to the end of its line."""
_CALL = 3
"""The least weight of a sign that calls by itself."""
_PUBLIC = re.compile(r"\b(?:bashki|komun|keshill|ministri|fshat|katun|lagj|banor|qytetar|drejtori|agjenci)\w*")
"""Those who call, and those who are called."""
_BLANK = re.compile(r"_{3,}|\.{6,}(?! ?\w)|…{3,}")
_MOST_BLANKS = 5
"""A notice leaves its number and its day open, a form all that somebody shall say."""
_AT_MOST_EACH = 3
_AHEAD = 4
"""The weight of a meeting that is ahead of the day of the text, or before it."""
_QUOTED = re.compile(r"\"[^\"\n]{3,300}\"")


def is_notice(sheet: Sheet, times: Times, meetings: Sequence[ReadMeeting], *, has_deadline: bool) -> bool:
    """Whether a text calls, invites, corrects, postpones or cancels something the public may take part in.

    A text with no day on which people meet has to say more, and more than the "ejani" of a poem. A day counts only
    where it is said that people meet, and not what else is done; with an hour and a place it says nearly enough.
    """
    if _OF_ANOTHER_KIND.match(sheet.folded) or _VACANCY.match(sheet.folded) or _only_cites(sheet):
        return False
    days_ahead = sum(_people_meet(sheet, day) for day in times.days(Role.MEETING)) + has_deadline
    folded = _of_its_own(sheet, times.parts.links_elsewhere)
    # The name of a draft "për ndalimin e parkimit" forbids nothing yet.
    unquoted = _QUOTED.sub("", folded)
    calls, others, tales = (
        [_score(sign, folded if sign.weight > 0 else unquoted) for sign in kind] for kind in (CALLS, OTHERS, TALES)
    )
    scores = [*calls, *others, *tales]
    blanks = len(_BLANK.findall(sheet.folded))
    whole = [each for each in meetings if each.start and each.place and not _BLANK.search(each.place)]
    told_whole = min(len(whole), 2)
    scores.append(0 if any(others) else _by_its_day(whole, times.published))
    if blanks > _MOST_BLANKS and not told_whole:
        return False
    is_public = _PUBLIC.search(sheet.folded) is not None
    is_another = any(score < 0 for score in scores)
    said = sum(score > 0 for score in scores)
    if days_ahead or told_whole:
        enough = 3 if is_another or not (said or is_public) else 1
        return sum(scores) + min(days_ahead, 2) + told_whole + 1 >= enough
    enough = 7 if _HAS_BEEN.search(unquoted) else 3
    return (said > 1 or (is_public and not is_another)) and sum(scores) - (6 if blanks >= 3 else 0) >= enough


def _of_its_own(sheet: Sheet, others: Sequence[Span]) -> str:
    """The text without what a page says of its other pages."""
    ends = [0, *(line.end for line in others)]
    begins = [*(line.start for line in others), len(sheet.folded)]
    return "".join(sheet.folded[end:begin] for end, begin in zip(ends, begins, strict=True))


def _by_its_day(meetings: Sequence[ReadMeeting], published: date | None) -> int:
    """What the day of a text tells: it calls to a meeting that is ahead of it, and reports of one that was before."""
    days = [each.day for each in meetings if each.day]
    if published is None or not days:
        return 0
    return _AHEAD if max(days) > published else -_AHEAD if max(days) < published else 0


def _only_cites(sheet: Sheet) -> bool:
    """Whether it tells of what has been, and calls nobody but in the words of a notice that it quotes."""
    outside, cited = _CITED.subn("", sheet.folded)
    said = [sign.weight for sign in (*CALLS, *OTHERS, *TALES) if cited and sign.pattern.search(outside)]
    return min(said, default=0) < 0 and max(said) < _CALL


def _people_meet(sheet: Sheet, day: Span) -> bool:
    """Whether people are said to meet in the sentence of a day, in the heading of the text or in the one above it."""
    sentence = sheet.sentence(day.start)
    above = sheet.folded[max(0, sentence.start - _ABOVE) : sentence.start]
    return any(_MEETING.search(part) for part in (sheet.matching(sentence), sheet.folded[:_ABOVE], above))


def _score(sign: Sign, folded: str) -> int:
    count = 0
    first = -1
    for match in sign.pattern.finditer(folded):
        first = match.start() if first < 0 else first
        count += 1
        if count == _AT_MOST_EACH:
            break
    if not count:
        return 0
    # The first occurrence tells most; others only confirm it.
    return sign.weight + (1 if sign.weight > 0 else -1) * (count - 1) + (sign.in_heading if first < _HEADING else 0)
