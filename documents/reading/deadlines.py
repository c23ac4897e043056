"""Until when people can send comments, apply or register."""

import re
from collections.abc import Sequence

from documents.reading.cues import FOR_THE_PUBLIC
from documents.reading.dates import Mention
from documents.reading.roles import Role
from documents.reading.text import Sheet, Span
from documents.reading.times import Times
from documents.reading.years import When, Years
from participation.consultations.notice import DayCount, Doubt, DoubtKind, ReadStep

_STEP = re.compile(
    r"\b(?:mbyllja e komenteve|komente(?:t)? me shkrim|dorezimi i|afati|dergimi i (?:komenteve|sugjerimeve|propozimeve)"
    r"|(?:pranimi|mbledhja|dhenia) (?:i|e) (?:komenteve|sugjerimeve|propozimeve|aplikimeve)"
    r"|perfundimi i konsultimit)"
)
_TAKEN_IN = re.compile(r"\b(?:pranim|mbyll[je]|dergim|dorezim|dhenie|afat)\w*")
_CLARIFICATION = re.compile(r"\b(?:pyetje|sqarim|informacion shtes|shpallj\w* e (?:fitues|rezultat)|vleresim)\w*")
_FOR_OPINIONS = re.compile(
    r"\b(?:koment|sugjerim|propozim|verejtj|rekomandim|mendim|parashtr|kundershtim|aplik|dosj|kerkes|ide)\w*"
)
_FOR_WHO_COMES = re.compile(r"\b(?:transport|perkthim|gjuhen e shenjave)\w*\b[^.;\n]{0,80}$")
_WHO_MAY = re.compile(r"\b(?:regjistruar|themeluar|krijuar|lindur)\w* (?:para|perpara) (?:dates )?$")
_OF_MEETINGS = re.compile(
    r"\b(?:takime|degjesa|degjime|tubime|seanca|mbledhje|forume|debate)\w*[^.;\n]{0,90}\b(?:prej|nga)\b[^;\n]{0,50}$"
)
_NEAR = 80
_FOR_OURSELVES = re.compile(r"\b(?:dorezohe|paraqite|dergohe|percille)\w* (?:kuvendi|keshilli|kryetari|ministri)t\b")
_PERIOD = re.compile(
    r"\b(?:ne|gjate) periudh\w*[^;\n]{0,50}$|\bdata e aplikimit\b[^:\n]{0,30}:\s*$|\bekspo[zn]\w*[^;\n]{0,120}$"
)
"""When something was made or is shown: it ends the time for comments only where nothing else does."""
_KEPT_OPEN = re.compile(
    rf"{FOR_THE_PUBLIC.pattern}|\b(?:eksp|dispozicion|shfleto|shiko|lexo|hapur|hapet|diskut|shqyrt|thirrj|votim"
    rf"|konkurs|jap|jepn|ftohe|zgjat)\w*"
)
_TO_CLEAR_AWAY = re.compile(r"\b(?:heq|hiq|largo|liro|pagua|pagu|shlye)\w*[^.;\n]{0,60}$")
_GOES_ON_UNTIL = re.compile(r"\b(?:vazhdohe[nt]|zgjate[nt]|shtyhe[nt])\b[^;\n]{0,80}$")
"""The last of several limits, after those that hold no longer."""
_APPEAL = re.compile(r"\s?[\-–:|]{0,2}\s?afat\w* (?:i|e|per) (?:ankim|rishikim)\w*")
_TO_COME = re.compile(r"\b(?:regjistr|konfirm|transport)\w*")
"""Who will come says so, which is no comment."""
_NUMBERS = {
    "pese": 5,
    "shtate": 7,
    "dhjete": 10,
    "pesembedhjete": 15,
    "njezet": 20,
    "njezet e pese": 25,
    "tridhjete": 30,
    "dyzet": 40,
}
_DAYS = re.compile(
    rf"\b(?P<number>\d{{1,2}}|{'|'.join(sorted(_NUMBERS, reverse=True))})(?:\s?\([a-z0-9 ]{{1,20}}\))?"
    r"[\s\-]?(?:te\s)?dit(?:eve|esh|et|e|ore?)\b(?:\s(?:te\s)?(?P<kind>pun|kalendar)\w*)?"
)
_WITHIN = re.compile(r"\b(?:afat|brenda|deri|mbyll)\w*[^.;]{0,40}$|\b(?:koment|sugjerim|rekomandim)\w*[^.;]{0,60}$")
_FROM_THE_NOTICE = re.compile(
    r"\s(?:nga|prej|pas)\s(?:dat\w{1,4}\s|dit\w{1,2}\s)?(?:e\s|se\s)?(?:publik|shpall|njoft|afish)"
)
_OF_SOMETHING_ELSE = re.compile(r"\b(?:pergjigj|ank[ieo]|trajto|zgjat|mblodh|vendimi? hyn)\w*")
_BEFORE_SOMETHING = re.compile(r"\s(?:para|perpara)\b")


def read_deadline(sheet: Sheet, times: Times, years: Years, steps: Sequence[ReadStep]) -> When:
    """The last day for the public; where several are named, the one for comments or applications."""
    days = [day for day in times.days(Role.DEADLINE) if day.month_day is not None]
    found = [day for day in days if _worth(day, sheet)]
    if found:
        best = max(found, key=lambda day: (_worth(day, sheet), -found.index(day)))
        return years.when(best)
    closing = next((step for step in steps if not step.is_open and _closes(_folded(step.what))), None)
    return When(day=closing.day, month_day=closing.month_day) if closing else When(day=None, month_day=None)


def _closes(step: str) -> bool:
    """Whether a step of the calendar is the last moment for comments or applications."""
    of_public = FOR_THE_PUBLIC.search(step) is not None and _TAKEN_IN.search(step) is not None
    return of_public or _STEP.search(step) is not None


def read_days(sheet: Sheet) -> tuple[DayCount | None, tuple[Doubt, ...]]:
    """The number in "20 ditë pune nga publikimi", with a doubt where its days are of no kind."""
    for match in _DAYS.finditer(sheet.folded):
        if _counts_the_deadline(match, sheet):
            words = sheet.words(Span(*match.span()))
            doubts = () if match["kind"] else (Doubt(DoubtKind.BARE_DAYS, words),)
            number = _NUMBERS.get(match["number"]) or int(match["number"])
            return DayCount(number, working=match["kind"] != "kalendar"), doubts
    return None, ()


def _counts_the_deadline(match: re.Match[str], sheet: Sheet) -> bool:
    before = sheet.folded[max(0, match.start() - 120) : match.start()].rpartition("\n\n")[2]
    after = sheet.folded[match.end() : sheet.sentence(match.start()).end]
    about = before + after[:80]
    if _OF_SOMETHING_ELSE.search(re.split(r"[.;\n]", before)[-1]) or _BEFORE_SOMETHING.match(after):
        return False
    from_the_notice = _FROM_THE_NOTICE.match(after) is not None
    if not match["kind"] and not from_the_notice:
        return False
    return bool(FOR_THE_PUBLIC.search(about)) and bool(from_the_notice or _WITHIN.search(before))


def _worth(day: Mention, sheet: Sheet) -> int:
    sentence = sheet.sentence(day.start)
    before = sheet.folded[sentence.start : day.start]
    if _CLARIFICATION.search(before[-60:]) and not FOR_THE_PUBLIC.search(before[-60:]):
        return 0
    if any(other.search(before) for other in (_FOR_WHO_COMES, _WHO_MAY, _TO_CLEAR_AWAY, _OF_MEETINGS, _FOR_OURSELVES)):
        return 0
    if _APPEAL.match(sheet.folded, day.end):
        return 0
    about = before + sheet.folded[day.end : sentence.end][:80]
    if day.is_until and not _KEPT_OPEN.search(about):
        return 0
    if _PERIOD.search(before):
        return 1
    if not FOR_THE_PUBLIC.search(about):
        return 1
    if _GOES_ON_UNTIL.search(before):
        return 4
    return 3 if _FOR_OPINIONS.search(about) and not _TO_COME.search(before) else 2


def _folded(text: str) -> str:
    return Sheet(text).folded
