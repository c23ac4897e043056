"""Whether somebody is named in what is told: it is pointed out before it is sent, and never changed.

A wrong accusation cannot be taken back. What looks like first name and family name, or a name behind a title, is meant;
streets, schools and squares bear names too and are passed over.
"""

import re
from typing import Final

from participation.words import fold

NAME: Final = r"[A-ZÇË][a-zçë’']+"
FULL: Final = re.compile(rf"(?P<before>[\w.!?]+\s+)?(?P<name>{NAME}(?:\s+{NAME}){{1,2}})\b")
TITLES: Final = (
    r"z|znj|zoti|zonja|mësues[ie]?|mësuesj[ae]|drejtori|drejtoresha|profesori|mjeku|polici|mr|mrs|ms|teacher|doctor"
)
TITLED: Final = re.compile(rf"\b(?i:{TITLES})\.?\s+(?P<name>{NAME})\b")
PLACES: Final = frozenset(
    {
        "bar", "bari", "bashkia", "bashkise", "bridge", "bulevardi", "bulevardit", "fshati", "fshatit",
        "gjimnazi", "gjimnazit", "hospital", "hotel", "hoteli", "kafe", "kafja", "kopshti", "kopshtit",
        "lagjen", "lagjes", "lagjja", "lokali", "lumi", "lumit", "ministria", "municipality", "njesia",
        "njesise", "pallati", "pallatit", "park", "parku", "parkut", "police", "policia", "policise",
        "qyteti", "qytetit", "river", "road", "rruga", "rrugen", "rruges", "school", "sheshi", "sheshin",
        "sheshit", "shkolla", "shkollen", "shkolles", "spitali", "spitalit", "square", "stadiumi",
        "stadiumit", "street", "ura", "uren", "ures", "village",
    }
)  # fmt: skip
"""Folded: what bears somebody's name and is nobody."""
GIVEN: Final = frozenset(
    {
        "agim", "agron", "alban", "albert", "alfred", "altin", "ana", "andi", "anila", "arben", "ardit",
        "arjan", "armand", "artan", "astrit", "bashkim", "bekim", "besa", "besnik", "blerim", "blerta",
        "bujar", "drita", "dritan", "edi", "edlira", "edmond", "eduart", "elda", "elira", "elton", "endri",
        "enkelejda", "erion", "ermal", "ervin", "fatmir", "fatos", "flora", "florian", "gazmend", "genc",
        "gentian", "gezim", "ilir", "ilirjan", "indrit", "jeta", "jonida", "kastriot", "klodian", "kujtim",
        "ledi", "lindita", "luan", "luljeta", "majlinda", "maksim", "mira", "mirela", "nikolin", "olta",
        "petrit", "redi", "rexhep", "roland", "sajmir", "shpresa", "skender", "sokol", "teuta", "valbona",
        "valmira", "vera", "viktor", "vjollca", "xhevahir", "ylli", "zamira", "zana",
    }
)  # fmt: skip
"""Folded: common names, enough to hear one at the beginning of a sentence, where any word has a capital."""


def named_in(words: str) -> str | None:
    """The first name of a person that seems to stand in it."""
    if words.isupper():  # whoever writes in capitals means nothing by them
        return None
    titled = TITLED.search(words)
    if titled is not None:
        return titled["name"]
    return next((found["name"] for found in FULL.finditer(words) if _is_person(found)), None)


def looks_real(name: str) -> bool:
    """Whether a name that should be made up looks like somebody's own."""
    return named_in(name) is not None or sum(word[0].isupper() for word in name.split()) > 1


def _is_person(found: re.Match[str]) -> bool:
    """Not a place; and the first word of a sentence has its capital from there."""
    before = (found["before"] or ".").strip()
    begins = before[-1] in ".!?"
    first, *others = map(fold, found["name"].split())
    if {first, *others, "" if begins else fold(before)} & PLACES:
        return False
    return not begins or len(others) > 1 or first in GIVEN
