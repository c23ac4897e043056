"""Where a meeting is held: after "Vendi:", after "në sallën …", in brackets, or as the item of a list."""

import re

from documents.reading.dates import MONTHS, WEEKDAY
from documents.reading.text import STEM, Sheet, Span, fold

NOUN = (
    r"(?:sall[aë]?|salle[ns]|salen|salles|amb[ij]+ent\w*|mjedis(?:e\w*|i|in|it)|zyr[ae]\w*|shkoll\w*|pallat\w*"
    r"|qendr(?!ues)\w*|qender\w*|hapesir\w*|bibliotek\w*|teatr\w*"
    r"|kinema\w*|hotel\w*|holl\w*|oborr\w*|shesh\w*|shtepi\w*|ndertes\w*|objekt\w*|godin\w*"
    r"|ambulan[ct]\w*|muze\w*|kopsht\w*"
    r"|stadium\w*|universitet\w*|fakultet\w*|amfiteat\w*|restorant\w*|park[ua]\w*|vatr\w*"
    r"|dhom[ae]\w*|selin?[ae]|palest\w*"
    r"|kulla|xhami\w*|kish[ae]\w*|konvikt\w*|gjimnaz\w*|kafe\w*|bar(?:i[nt]?)?\b|platform\w*|zoom|online"
    r"|sh\.?\s?f\.?(?:\s?m\.?\s?u\b\.?)?|shfmu|shmu|shf|shml|ofm|gjimnaz\w*|od[ae]n?|cerdh\w*"
    r"|terrac\w*|lulisht\w*|lokal(?!itet)\w*|aul[ae]\w*|klub\w*"
    r"|microsoft teams|google meet|webex)"
)
_LABEL = re.compile(
    r"(?:(?:^|[\n\t|;,.]\s?|(?<=\d)\s)\W{0,6}(?:[^\W\d_]{3,14} / )?"
    r"(?:(?:vendi?|ambienti|mjedisi)(?:ndodhja)?(?: gjithashtu| mbetet(?: (?:ai )?i njejti)?| i ri)?|vendtakimi"
    r"|adresa e takimit|ne(?=\s?:)|ku(?! (?:eshte|jane) [a-z])|salla"
    r"|lokacioni|place|venue|location)(?: i \w+(?: \w+)?| nuk ndryshon| mbetet| eshte| jane"
    r"| do te jete)?\s?(?:[:\-?]|(?<=eshte)|(?<=jane)|(?<=jete))|\bvend(?:i|in|it)? \(|\bnjejt\w+ (?:vend|salle)\s?:"
    r"|[📍📌](?![^\n]{0,160}(?:\bor[ae]n?\b|\d[:.]\d\d)))\s?(?P<place>\S)"
)
_LINK = r"https?://[^\s<>\"]+"
_PHRASE = re.compile(
    r"(?:\b(?:ne|te|tek|prane|para|perpara|permes|nepermjet|ke)\s\"?|\bn')(?:(?:salle\w* |amb[ij]+ent\w* "
    r"|mjedis\w* )(?:e |te )?)?(?P<place>" + NOUN + r"\b)"
)
_OF_SOMETHING = re.compile(r"te \w*(?:es|se|it|ut|eve|ave|ve)$")
"""Without its dots "të shkollës" looks like "te shkolla": only the ending tells of the school, or at it."""
_AREA_PHRASE = re.compile(
    r"\b(?:ne|te|tek)\s(?P<place>(?:njesi\w*|nj\.\s?a\.?(?=\s)|fshati\w*|lagj\w*|lokalitet\w*|qytet\w*|kuvend\w*"
    r"|keshill\w*|komun[ea]n?|bashki\w*|drejtori\w*)\b)"
)
_NOT_A_PLACE = (
    r"(?!(?:takim|degj(?:es|im)|seanc|konsult|forum|tryez|debat|mbledhj|diskut|prezant|keshillimi|projekt|plan|program"
    r"|strategj|buxhet|ligj|vendim|rregullor|akt|dat[aeë]|dit|or[aeë]|jav|muaj|vit|proces|zbatim|mbeshtet|baz|kuad"
    r"|lidhj|perputh|bashkepun|em[er]|pjesemarr|e-?mail|adres|www|http|facebook|instagram|faqe|regjist|numr|nr|tel|cel"
    rf"|afat|koment|prani|perfaq|kryetar|koordinator|qytetar|perfund|{'|'.join(MONTHS)}|{WEEKDAY}))"
)
_NAME = re.compile(rf"[ ,:|(\-]{{0,4}}(?P<place>(?:ne|te|tek)\s{_NOT_A_PLACE}(?P<name>[a-z]))")
"""A village after its preposition; that it begins with a capital letter is asked of the text as written."""
_UP_TO_A_DAY = re.compile(rf"[\s,(]*(?:(?:me|ne|dat\w{{0,2}}|dt|diten|dita|e|te|{WEEKDAY})[\s,.:(]*)*")
_ON_A_FLOOR = r"\(\s?(?:kat|ish|salla|perballe|prane|barak|objekt|godin|rr|lagj)[^()\n]{0,40}\)"
_BODY = re.compile(
    rf"(?:{_LINK}|{_ON_A_FLOOR}|"
    r"[^\n.;:|()!?]|:(?=\s?https?:)|(?<=\brr)\.|(?<=\bnr)\.|(?<=\bbul)\.|(?<=\bsh)\.|(?<=\bnj)\.|(?<=\bish)\."
    r"|(?<=[\s.(\"][a-z])\.){1,160}"
)
_LABEL_BODY = re.compile(
    rf"(?:{_LINK}|"
    r"[^\n.;|!?]|\.(?!\s|$)|(?<=\brr)\.|(?<=\bnr)\.|(?<=\bbul)\.|(?<=\bsh)\.|\.\s?(?=kati\b)){1,160}"
)
_STOP = re.compile(
    r"\"[^\"\n]{3,80}\"|\b(?:sall|qend[er]{1,2})\w* per [a-z]+|(?P<stop>\s(?:do te|do t\b|ora\b|oren\b|me dat\w*"
    r"|ne dat\w*|dat[aeë]\w?\b"
    r"|dit\w+|ju\b|per\b|ku\b"
    r"|kush\w*|secil\w+|jeni\b|cdo\b|prej\b|me (?:teme|qellim|pjesemarr\w+|objekt|fillim)|zhvillohe\w*|mbahe\w*"
    r"|organizohe\w*|fton\b|ftohe\w*|dhe (?=fton|ju|do|me\b|transmeto)|si dhe|duke|nga ora|deri|me \d"
    r"|i cili|e cila|se bashku|dhe (?:se\b|(?:i|e) (?:fundit|dyt|tret|par))|te (?:hen|mart|merkur|enjt|premt|shtun"
    r"|diel)\w*|ben\b|organizo\w+|zhvillo\w+"
    r"|konsultimi\w{0,2} (?:me|i|publik)\b"
    r"|(?:dhe|e) (?=(?:ne|te) [a-z]+ (?:ne )?(?:ora?\b|oren\b|$))"
    r"|si vijon|prite[nt]\b|zgjidhe[nt]\b|kurse|ndersa|seanc\w*|takim\w*|degj(?:es|im)\w*|behet))"
)
"""Where a place ends; a name in quotes is passed over whole."""
_ADDRESS = re.compile(
    r"\s?(?:bajram curri|fushe [a-z]+|vau i dejes"
    r"|rr\b|rrug\w*|kati|lagj\w*|nr\b|fshat\w*|njesi\w*|bashki\w*|bul\w*|bulevard\w*"
    r"|shesh\w*|pallat\w*|hotel\w*|universitet\w*"
    r"|prane|aula|perballe|ndertes\w*|objekt\w*|godin\w*|sall\w*|ne qender|[a-z\-]+,?\s?$"
    r"|[a-z\-]+ (?:e|dhe) [a-z\-]+(?: [mn]e)?\s?$"
    rf"|(?:ne|te|tek) {NOUN}\b)"
)
_IN_A_HOUSE = re.compile(r"(?:[,:;(|]\s?|\s-\s|\b(?:ne|tek|prane)\s)" + NOUN + r"\b")
_ANY_BUILDING = re.compile(r"\b" + NOUN + r"\b")
_LONGEST_PLACE = 120
_OPENS = re.compile(r"\($")
_BEFORE_A_BRACKET = re.compile(
    r"(?:[,:;]|\bdhe|^)\s*(?P<place>(?:(?:ne|te|tek) )?" + NOUN + r"\b(?:(?! dhe )[^,:;()\n])*)\s*$"
)
_BRACKETED = re.compile(r"\((?P<place>(?!objekti i (?:ri|vjeter)\b)" + NOUN + r"\b[^()\n]{0,90})\)")
_INSTEAD = re.compile(r"\bnuk\b[^.\n]*\bpor\b|\bjo (?:ne|te) [^.\n]*\bpor? (?=(?:ne|te)\b)")
_RIGHT_AFTER = re.compile(
    r"(?:[ ,;:|(\-]{0,4}|[ ,.]{0,2}\n(?!\n?drejtori)\s{0,3}(?!\w+\s?:))"
    r"(?:[a-z]+(?: [a-z]+){0,2} \()?(?P<place>(?:(?:ne|te|tek|prane) )?(?:ish[ \-])?(?:"
    + NOUN
    + r"|drejtori[ae]\w*)\b)"
)
_TITLED = re.compile(
    r"\b(?:takim|degj(?:es|im)|tribun|debat|seanc|mbledhj|forum|prezantim"
    r"|sesion)\w*(?: [a-z]+){0,2}\s?[:–-]\s(?P<place>" + NOUN + r"\b)"
)
_APPOSED = re.compile(r"(?:,|\s[-–]) (?P<place>" + NOUN + r"\b)")
NO_HOUSE = ("online", "on-line", "onlajn", "virtualisht", "internet")
_NOWHERE = re.compile(
    rf"(?:(?:ne|permes|nepermjet) )?(?:platform\w* )?\"?(?:{'|'.join(NO_HOUSE)}"
    r"|zoom|microsoft teams|google meet|webex)\b"
)
_ONLINE = re.compile(
    r"\b(?:(?:zhvillo|mba|organizo|behe)\w* (?:(?:takimi|degjesa|seanca|konsultimi)\w* )?(?:ne (?:menyre|forme) )?"
    r"|(?:takim|degjes|seanc|tryez|forum|bised|diskutim)\w{1,4} )"
    r"(?P<place>on-?line|onlajn|virtual\w*|ne internet)\b"
)
_STANDS_ALONE = re.compile(r"(?:(?<=\n)|(?<=[.!]) )(?P<place>" + NOUN + r"\b)[^\n.!?]{0,90}(?=[\n.!]|$)")
SAYS_MORE = re.compile(r"\b(?:do|eshte|jane|ka|kane|ju|fto\w+|njofto\w+|u|pret|shkruhet|lexohet|rreshti\w*)\b")
"""Who is met at a meeting of a list: "Me guidat dhe hotelet – 6 nëntor, …"."""


def labelled_place(sheet: Sheet, within: Span) -> str | None:
    """What follows "Vendi:" in this part of the text."""
    match = _LABEL.search(sheet.folded, within.start, within.end)
    if match is None:
        return None
    body = _LABEL_BODY.match(sheet.folded, match.start("place"))
    if body is None:
        return None
    in_brackets = sheet.folded[body.start() - 1] == "("
    end = sheet.folded.find(")", body.start(), body.end()) if in_brackets else -1
    return trimmed(sheet, Span(body.start(), body.end() if end < 0 else end))


def spoken_place(sheet: Sheet, within: Span, *, mentions: tuple[Span, ...]) -> str | None:
    """A place with its preposition ("në sallën", "pranë zyrës") in this part of the text, up to the next date or hour.

    Without it "pranë zyrës" would be in the office, and the noun would stand in a case that nothing asks for.
    """
    instead = _INSTEAD.search(sheet.folded, within.start, within.end)
    within = Span(instead.end(), within.end) if instead else within
    for pattern in (_PHRASE, _AREA_PHRASE):
        found = pattern.finditer(sheet.folded, within.start, within.end)
        match = next((each for each in found if not _OF_SOMETHING.match(each[0])), None)
        if match is not None:
            return with_preposition(_phrase(sheet, match.start(), mentions))
    return None


def with_preposition(place: str | None) -> str | None:
    """Typists drop the dots of "në"; a place that begins with it is shown with them."""
    return _DOTLESS_IN.sub("në ", place) if place else None


def following_place(sheet: Sheet, after: int, *, mentions: tuple[Span, ...]) -> str | None:
    """A building named right after a day or an hour: "ora 12:00, Salla e Kuvendit"."""
    match = _RIGHT_AFTER.match(sheet.folded, after)
    return with_preposition(_phrase(sheet, match.start("place"), mentions)) if match else None


def named_place(sheet: Sheet, after: int, *, mentions: tuple[Span, ...]) -> str | None:
    """A village named right after a day or an hour: "ora 10:00, në Margegaj"."""
    match = _NAME.match(sheet.folded, after)
    if match is None or not sheet.is_capital(match.start("name")):
        return None
    return with_preposition(_phrase(sheet, match.start("place"), mentions))


def titled_place(sheet: Sheet, within: Span, *, mentions: tuple[Span, ...]) -> str | None:
    """A building named between what is held and its day: "Takimi: salla e Këshillit, ditën e premte"."""
    match = _TITLED.search(sheet.folded, within.start, within.end)
    return with_preposition(_phrase(sheet, match.start("place"), mentions)) if match else None


def apposed_place(sheet: Sheet, within: Span, *, mentions: tuple[Span, ...]) -> str | None:
    """A building named behind a comma or a dash, without a preposition: "Këshilli mblidhet, salla e madhe"."""
    match = _APPOSED.search(sheet.folded, within.start, within.end)
    return _phrase(sheet, match.start("place"), mentions) if match else None


def preceding_place(sheet: Sheet, within: Span, *, mentions: tuple[Span, ...]) -> str | None:
    """The place right before the day with which this part of the text ends: "në Margegaj, më 4 mars"."""
    starts = [match.start() for match in _PHRASE.finditer(sheet.folded, within.start, within.end)]
    starts += [match.start() for match in _AREA_PHRASE.finditer(sheet.folded, within.start, within.end)]
    starts += [
        match.start("place")
        for match in _NAME.finditer(sheet.folded, within.start, within.end)
        if sheet.is_capital(match.start("name"))
    ]
    for start in sorted(starts):
        place = _phrase_span(sheet, start, mentions)
        if place and _UP_TO_A_DAY.fullmatch(sheet.folded, place.end, within.end):
            return with_preposition(trimmed(sheet, place))
    return None


def held_online(sheet: Sheet, within: Span) -> str | None:
    """The word for it, where a meeting is held online and in no house."""
    match = _ONLINE.search(sheet.folded, within.start, within.end)
    return sheet.words(Span(*match.span("place"))) if match else None


def standing_place(sheet: Sheet, after: int, *, mentions: tuple[Span, ...]) -> str | None:
    """A building that stands in a line or a short sentence of its own, below the day."""
    for match in _STANDS_ALONE.finditer(sheet.folded, after):
        if not SAYS_MORE.search(match[0]):
            return _phrase(sheet, match.start("place"), mentions)
    return None


def building_in(sheet: Sheet, line: Span) -> str | None:
    """The house that a line names with its preposition or in brackets."""
    bracketed = _BRACKETED.search(sheet.folded, line.start, line.end)
    if bracketed is not None:
        return trimmed(sheet, Span(bracketed.start("place"), bracketed.end("place")))
    return spoken_place(sheet, line, mentions=())


def place_before_bracket(sheet: Sheet, at: int) -> str | None:
    """The house right before a bracket in which its hour stands: "shkolla “Trepça” në Zveçan (ora 18:00)"."""
    opening = _OPENS.search(sheet.folded, max(0, at - 3), at)
    found = _BEFORE_A_BRACKET.search(sheet.folded, max(0, at - _LONGEST_PLACE), opening.start()) if opening else None
    return with_preposition(trimmed(sheet, Span(found.start("place"), found.end("place")))) if found else None


def names_a_building(sheet: Sheet, line: Span) -> bool:
    """Whether a line names a house in which people meet."""
    return _ANY_BUILDING.search(sheet.folded, line.start, line.end) is not None


def names_no_house(place: str) -> bool:
    """Whether a place is none to go to: "Zoom", "në platformën Webex"."""
    return _NOWHERE.match(fold(place)) is not None


def names_where(sheet: Sheet, item: Span) -> bool:
    """Whether an item says in which house it is, and does not only speak of houses: "Rregullorja për shkollat"."""
    return _IN_A_HOUSE.search(sheet.folded, item.start, item.end) is not None


def are_alike(one: str | None, other: str | None) -> bool:
    """Whether two places may be the same: all that one says of the house, in whatever case, the other says too."""
    fewer, more = sorted(map(_stems, (one or "", other or "")), key=len)
    return fewer <= more


def _stems(place: str) -> set[str]:
    """The beginnings of the words of a place, without its address."""
    return {word[:STEM] for word in re.findall(r"[^\W\d]{3,}", fold(place.partition(",")[0]))}


def _phrase(sheet: Sheet, start: int, mentions: tuple[Span, ...]) -> str | None:
    span = _phrase_span(sheet, start, mentions)
    return trimmed(sheet, span) if span else None


def _phrase_span(sheet: Sheet, start: int, mentions: tuple[Span, ...]) -> Span | None:
    body = _BODY.match(sheet.folded, start)
    if body is None:
        return None
    end = min([body.end(), *(span.start for span in mentions if span.start > start)])
    stops = (found.start("stop") for found in _STOP.finditer(sheet.folded, start, end))
    end = next((stop for stop in stops if stop >= 0), end)
    for comma in re.finditer(",", sheet.folded[start:end]):
        if not _ADDRESS.match(sheet.folded, start + comma.end(), end):
            end = start + comma.start()
            break
    return Span(start, end)


_DOTLESS_IN = re.compile(r"^[Nn][eë] ")
_ELSEWISE = re.compile(
    r"[\s;,]*[(;,]?\s*\b(?:n[ëe]se|linku|lidhja(?= ?:)|po ra|n[ëe] rast|n\.?q\.?s|me përkthim|hyrja (?:nga|e)|në mot"
    r"|për ata)\b|\[\d\]|\s[(–-]\s?(?:e re|i ri)\b|\s?\(\s?(?:dhe )?jo\b",
    re.IGNORECASE,
)
"""Where people go if it rains, who else comes, a mark of a footnote."""
_PAIRS = (("(", ")"), ("“", "”"), ("«", "»"))
_PICTURES = re.compile(r"[\s\U0001F000-\U0001FAFF\u2600-\u27BF\uFE0F]+$")
_LAST_LINKS = re.compile(r"(?:[\s,.;:\-(]|\b(?:me|ne|e|dhe|te|nga|diten|date)$)+$")


def trimmed(sheet: Sheet, span: Span) -> str | None:
    """What is written there without the links around it, with its brackets and quotes in pairs; None if nothing is."""
    words = sheet.words(span)
    links = _LAST_LINKS.search(fold(words))
    words = _PICTURES.sub("", words[: links.start() if links else None]).strip(" *|")
    words = _ELSEWISE.split(words)[0].rstrip(" ,;(") or words
    if words.endswith("“") and words.count("“") == 1:
        words = words[:-1].rstrip(" ,;")  # it ends what is quoted with „
    for opening, closing in _PAIRS:
        lacking = words.count(opening) - words.count(closing)
        if lacking > 1 and opening == "“":
            continue  # typed for the closing one too
        if lacking > 0:
            words = words.replace(opening, "", 1) if words.startswith(opening) else words + closing
        elif lacking < 0:
            words = opening + words
    return words or None
