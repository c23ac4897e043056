"""What a notice says is being decided and why; better nothing than something wrong."""

import re

from documents.reading.text import Sheet, Span

_LABELLED = re.compile(
    r"(?:^|\n)\W{0,4}(?:\d{1,2}[.)]\s?)?(?:qellimi|pse duhet|arsyet|objektivi)[^:\n]{0,30}:\s?"
    r"(?P<purpose>[^\n]{15,400})(?!\w)"
)
_IN_A_LINE = re.compile(r"(?<=[.!?;] )(?:qellimi|objektivi)\s?:\s?(?P<purpose>(?:[^.\n]|\.(?=\d)){10,400}\.)")
_RULES = re.compile(
    r"\W*(?:ky |kjo )?(?:projekt|plan|program|rregullor|strategji|draft|akti|vendimi|buxheti|ndryshim)\w*[^.]{0,60}"
    r"\b(?:cakto|percakto|parashiko|rregullo)n\w*"
)
_ASKS = re.compile(r"\bkerko\w+ (?:mendim|koment|sugjerim|propozim|rekomandim)")
_AIMS = re.compile(
    r"\b(?:synon|synojne|synohet|ka (?:per|si) qellim|qellimi i (?:projekt|akti|plani|rregullor|strategji|ndryshim)\w*"
    r"|ka (?:pergatitur|hartuar|filluar te hartoje|nxjerre ne (?:shqyrtim|konsultim))|do te vendos\w*"
    r"|te vendos(?:e|im|in) per)\b"
)
_TELLS_SOMETHING_ELSE = re.compile(
    r"\b(?:teme|tema|titulli|mbeshtetur|ligji\w*|ne zbatim|bazuar|neni\w*|ne baze|tel|e-?mail|https?|kryetari"
    r"|takimi|degjesa|seanca|fto\w*|ftohe\w*|njofto\w*|mirepritur|u (?:zhvillua|prezantua|mbajt|diskutua))\b|@|\|"
)
_MEETS_FOR = re.compile(
    r"\b(?:do te (?:organizo|zhvillo|mba)\w*|organizohet|zhvillohet|mbahet)\s"
    r"(?P<what>(?:seanc|takim|degjes|debat|konsultim|tryez)[^.\n]{0,40}? per "
    r"(?:nisj|fillim|hartim|miratim|shqyrtim|ndryshim|diskutim)[^.\n]{10,250}\.)"
)
_TAIL = re.compile(
    r"[.;]\s?(?:takim|degjes|seanc|koment|sugjerim|mendim|per me (?:shume|teper)|te interesuar|ju\b|fto|dat[ae]\b"
    r"|ora\b|vendi\b)|[.;,]\s?(?:adres|tel\b|telefon|cel\b|e-?mail|kontakt)"
)
"""Where a line leaves the purpose for what stands in other parts of an announcement."""
_FULL_STOP = re.compile(r"[.!][\s\"]*$")
_SHORTEST, _LONGEST = 40, 400


def read_purpose(sheet: Sheet, *, mentions: tuple[Span, ...]) -> str | None:
    """One sentence that says what is being decided, and nothing of days and places."""
    match = _LABELLED.search(sheet.folded) or _IN_A_LINE.search(sheet.folded)
    if match:
        return _said(sheet, _without_tail(sheet, Span(*match.span("purpose"))))
    told = sorted(
        (sentence for sentence in sheet.sentences if _is_a_purpose(sheet, sentence, mentions)),
        key=lambda sentence: _vagueness(sheet.matching(sentence)),
    )
    met_for = (Span(*match.span("what")) for match in _MEETS_FOR.finditer(sheet.folded))
    clear = (span for span in met_for if not any(span.touches(mention) for mention in mentions))
    return next((_said(sheet, span) for span in (*told, *clear)), None)


def _without_tail(sheet: Sheet, span: Span) -> Span:
    tail = _TAIL.search(sheet.folded, span.start, span.end)
    return Span(span.start, tail.start() + (sheet.text[tail.start()] == ".")) if tail else span


def _is_a_purpose(sheet: Sheet, sentence: Span, mentions: tuple[Span, ...]) -> bool:
    folded = sheet.matching(sentence)
    if not _SHORTEST <= len(folded) <= _LONGEST or not _FULL_STOP.search(folded):
        return False
    if any(sentence.touches(mention) for mention in mentions):
        return False
    return bool(_RULES.match(folded) or _AIMS.search(folded)) and _TELLS_SOMETHING_ELSE.search(folded) is None


def _vagueness(sentence: str) -> int:
    """What the act itself lays down comes first; that an opinion is asked for tells the least."""
    return 0 if _RULES.match(sentence) else 2 if _ASKS.search(sentence) else 1


def _said(sheet: Sheet, span: Span) -> str:
    words = sheet.words(span).replace("**", "").strip(" *-–:,")
    return words[:1].upper() + words[1:]
