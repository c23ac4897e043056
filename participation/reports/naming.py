"""Whether somebody is named in what is told: it is pointed out before it is sent, and never changed.

A wrong accusation cannot be taken back, and a hit too many costs a glance. A first name is meant, with a family name or
alone, in any case of the language and with or without a capital; a name behind a title; a profile; a telephone number.
Streets, schools and squares bear names too and are passed over. All tables are folded.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final

from participation.words import fold

PLACES: Final = frozenset(
    {
        "agjencia", "agjencise", "apartamenti", "autostrada", "bar", "bari", "bashkia", "bashkise", "biblioteka",
        "bridge", "bulevardi", "bulevardit", "cafe", "dega", "drejtoria", "drejtorise", "dyqani", "fabrika",
        "fakulteti", "farmacia", "farmacise", "fshati", "fshatit", "gjimnazi", "gjimnazit", "gjykata", "hospital",
        "hotel", "hoteli", "kafe", "kafeja", "kafen", "kafja", "kantieri", "keshilli", "keshillin", "keshillit",
        "kinema", "kisha", "klinika", "klubi", "kompania", "kopshti", "kopshtit", "kryqezimi", "lagje", "lagjen",
        "lagjes", "lagjja", "lapidari", "liqeni", "lokali", "lumi", "lumit", "mali", "malit", "market", "marketi",
        "ministria", "ministrise", "monumenti", "municipality", "muzeu", "njesia", "njesise", "olimpiku", "palestra",
        "pallati", "pallatit", "park", "parku", "parkut", "partia", "pika", "plazhi", "police", "policia", "policise",
        "porti", "prefektura", "prokuroria", "qendra", "qendren", "qyteti", "qytetit", "restorant", "restoranti",
        "river", "road", "rruga", "rrugen", "rruges", "school", "sheshi", "sheshin", "sheshit", "shkolla", "shkollen",
        "shkolles", "shoqata", "spitali", "spitalit", "square", "stacioni", "stadiumi", "stadiumit", "street",
        "supermarket", "teatri", "teqja", "unaza", "universiteti", "ura", "uren", "ures", "varrezat", "village",
        "xhamia", "zyra",
    }
)  # fmt: skip
"""What bears somebody's name and is nobody."""
NOBODY: Final = frozenset(
    {
        "allah", "android", "apple", "april", "arsimore", "august", "bashkiak", "bashkiake", "bashkiakja", "black",
        "booking", "chat", "covid", "december", "dhjetor", "diel", "discord", "drive", "durres", "durresi", "elbasan",
        "elbasani", "elbasanit", "enjte", "europa", "evening", "evropa", "evropian", "evropiane", "facebook",
        "february", "fest", "fier", "friday", "gezuar", "gjirokaster", "gmail", "google", "gusht", "hello", "hene",
        "instagram", "internet", "iphone", "janar", "januar", "january", "july", "june", "korce", "korrik", "kosova",
        "kosove", "kukes", "lezhe", "maj", "mall", "maps", "march", "mars", "marte", "merkure", "messenger", "monday",
        "morning", "nentor", "netflix", "ngjyra", "night", "november", "october", "ogp", "oshee", "paypal", "permet",
        "permeti", "permetit", "pogradec", "premte", "prill", "qershor", "roblox", "saturday", "september", "shkoder",
        "shkodra", "shkurt", "shqiperi", "shqiperia", "shqiperise", "shqiptare", "shtator", "shtune", "snapchat",
        "spotify", "sunday", "telegram", "tetor", "thursday", "tiktok", "tirana", "tirane", "tiranes", "tuesday",
        "twitter", "uk", "ukt", "viber", "vlore", "vodafone", "wednesday", "whatsapp", "wifi", "youtube", "zot",
    }
)  # fmt: skip
"""What has a capital and is nobody: companies, towns, days."""
GIVEN: Final = frozenset(
    {
        "adelina", "aferdita", "afrodita", "agnesa", "agron", "alban", "albana", "albert", "aleksandra", "alfred",
        "alket", "alketa", "alma", "altin", "altina", "amela", "anesti", "anila", "anisa", "anna", "anxhela", "arbana",
        "arben", "arber", "ardian", "ardit", "ardita", "arian", "arjan", "arjana", "armand", "armando", "armela",
        "arta", "artan", "asllan", "astrit", "aurela", "avdi", "azem", "bahrije", "bardhyl", "bashkir", "besjan",
        "besmir", "bledar", "bledi", "blendi", "blerim", "blerina", "blerta", "brahim", "brikena", "brunilda",
        "bukurije", "dardan", "david", "demir", "denis", "denisa", "desara", "diana", "dorian", "dorina", "dorjana",
        "dritan", "dritero", "edi", "edlir", "edlira", "edmond", "edona", "eduart", "edvin", "ela", "elda", "elena",
        "elio", "elira", "elis", "elisa", "eljona", "elona", "elsa", "elton", "elvana", "elvis", "emiljan", "emma",
        "endri", "enea", "eneid", "enkelejda", "entela", "enver", "erald", "eraldo", "ergys", "erion", "eris", "erisa",
        "erjona", "ermal", "ermelinda", "ermir", "ermira", "ervin", "esmeralda", "etleva", "eugen", "evis", "evisa",
        "fadil", "fatbardh", "fatime", "fatjon", "fatjona", "fatmir", "fatmira", "fatos", "ferdinand", "feride",
        "ferit", "fiqirete", "florenc", "florian", "floriana", "franc", "fredi", "frrok", "gazmend", "genc", "gent",
        "gentian", "gentiana", "gentjan", "gerti", "gjergj", "gjon", "gjovalin", "gjyste", "gramoz", "hajdar",
        "hajredin", "hajrije", "halil", "halit", "hamdi", "hamit", "hamza", "hasan", "hatixhe", "haxhi", "hekuran",
        "hysen", "hysni", "ibrahim", "idriz", "igli", "ilda", "ilirjan", "ilirjana", "imer", "indrit", "irena", "iris",
        "ismail", "ismet", "isuf", "jack", "jahja", "james", "jessica", "john", "jonida", "jorgo", "jorida", "josif",
        "julian", "juliana", "jurgen", "kadri", "kaltrina", "kasem", "kastriot", "kevin", "klajdi", "klara", "klaudia",
        "klea", "klejdi", "klevis", "klodi", "klodian", "klodiana", "koco", "kreshnik", "krisela", "kristi", "kristian",
        "kristina", "kristjan", "kristo", "kristofor", "lavdije", "ledi", "ledian", "lediana", "ledio", "lejla",
        "leonard", "leonid", "leonora", "liljana", "lindita", "llazar", "lorena", "lorenc", "ludovik", "luiza",
        "luljeta", "lulzim", "lumturije", "lutfi", "majlinda", "maksim", "manjola", "maria", "marie", "marjan",
        "marjana", "marsel", "marsela", "martin", "mary", "mateo", "megi", "mehmet", "meleqe", "mevlan", "michael",
        "migen", "migena", "miranda", "mirela", "mirjeta", "muhamet", "muharrem", "mustafa", "myftar", "myrteza",
        "myslim", "nadire", "naim", "natasha", "nazif", "nazmi", "nazmije", "ndoc", "ndrec", "ndue", "nermin",
        "nertila", "nevila", "nexhat", "nexhmije", "nikolin", "nikoll", "nuredin", "nurije", "olsi", "olta", "omer",
        "orges", "ornela", "osman", "pandeli", "paola", "paul", "peter", "petraq", "petrit", "petro", "pjeter",
        "prenda", "preng", "qamil", "qazim", "qemal", "qerim", "rahman", "rajmond", "rajmonda", "redi", "redon",
        "refik", "remzi", "renato", "rexhep", "robert", "roland", "romeo", "ronaldo", "rovena", "rozafa", "rukije",
        "rustem", "sabri", "sabrije", "sadije", "sadik", "safet", "saimir", "sajmir", "salih", "sami", "samir",
        "sanije", "sara", "sarah", "sebastian", "sefer", "selim", "selman", "selvije", "servet", "sevdije", "shaban",
        "shaqir", "shefqet", "shkelzen", "sidorela", "sidrit", "silva", "sindi", "skender", "sokol", "sonila", "sotir",
        "spartak", "spiro", "stavri", "stefan", "suela", "sulejman", "tahir", "taulant", "tefta", "teuta", "thanas",
        "thoma", "thomas", "tiziana", "tomorr", "toni", "tonin", "valbona", "valdrin", "valmira", "valter", "vangjel",
        "vasil", "vasilika", "vehbi", "veli", "vezire", "viktor", "vilson", "viola", "violeta", "xhafer", "xhelal",
        "xhemal", "xhemile", "xheni", "xhensila", "xhevahir", "xhevdet", "xhuliana", "xhulio", "xhuljan", "yllka",
        "ymer", "zamira", "zarife", "zef", "zejnepe", "zenel", "zenepe", "zeqine", "zija", "zyba", "zyber",
    }
)  # fmt: skip
"""Common given names of all regions and faiths; however they are written, they name somebody."""
WORDLIKE: Final = frozenset(
    {
        "adam", "afrim", "agim", "ana", "ani", "arsim", "artur", "aurora", "bajram", "bardh", "bashkim", "bekim",
        "beni", "besa", "besart", "besim", "besnik", "bora", "bujar", "burim", "clirim", "dalip", "dashnor", "dashuri",
        "dea", "diell", "dielli", "dila", "drita", "durim", "endrit", "engjell", "era", "eva", "fatbardha", "fatlind",
        "fidan", "fisnik", "fitim", "flamur", "flora", "flori", "flutura", "genta", "gezim", "gjin", "hana", "hena",
        "ilir", "ina", "irma", "isa", "islam", "iva", "jeta", "jetmir", "jeton", "kosta", "krenar", "kujtim", "lea",
        "leart", "leo", "lind", "lira", "liri", "liria", "liridon", "luan", "lule", "lulja", "lumni", "lumturi", "mal",
        "manushaqe", "mark", "mentor", "merita", "mia", "mimoza", "mira", "mondi", "nevruz", "nora", "pellumb",
        "perparim", "pranvera", "ramadan", "ramazan", "rea", "rezarta", "rina", "roza", "rozeta", "rudina", "shemsi",
        "shkelqim", "shkurta", "shkurte", "shpend", "shpetim", "shpresa", "shqipe", "trendafil", "trim", "urim",
        "valon", "vera", "vesa", "visar", "vjollca", "vlora", "ylli", "zana",
    }
)  # fmt: skip
"""Given names that are words as well: `drita` is light, `agim` is dawn. A capital or a family name makes them one."""
FAMILY: Final = frozenset(
    {
        "alia", "aliaj", "bardhi", "basha", "bega", "beqiri", "berisha", "biba", "bici", "brahimaj", "bushati", "cani",
        "caushi", "cela", "cenaj", "cuka", "dajci", "dauti", "deda", "dedja", "demiri", "dervishi", "doci", "doda",
        "duka", "duro", "dushku", "elezi", "fejzo", "ferraj", "frasheri", "frroku", "gega", "gjeci", "gjika", "gjini",
        "gjoka", "gjoni", "halili", "hasa", "hasani", "haxhiu", "hida", "hoti", "hoxha", "hoxhaj", "hysa", "hyseni",
        "hysi", "ibrahimi", "islami", "ismaili", "jaku", "kadiu", "kaja", "kamberi", "kapllani", "koci", "kodra",
        "kola", "kolaj", "kraja", "kurti", "lala", "laska", "leka", "lika", "lleshi", "luli", "lushi", "maci", "malaj",
        "malo", "marku", "mata", "meca", "mehmeti", "mema", "meta", "metaj", "muca", "mucaj", "muco", "murati", "musta",
        "mustafa", "nako", "ndoj", "ndoka", "ndreca", "nika", "nikolla", "osmani", "pali", "pasha", "peci", "pepa",
        "pjetri", "preci", "prela", "prendi", "prifti", "qosha", "qosja", "rama", "rexha", "rexhepi", "rrapi", "rroku",
        "ruci", "salillari", "selimi", "shala", "shehu", "shima", "shkurti", "sinani", "spahiu", "sula", "sulaj",
        "tafa", "tahiri", "toci", "toska", "toto", "troka", "vata", "veliu", "vrapi", "xhafa", "xhaferri", "xheka",
        "xhepa", "ymeri", "zaimi", "zefi", "zeneli", "zeqiri", "zeqo", "zogu", "zyka",
    }
)  # fmt: skip
"""Common family names, to hear one behind a given name where capitals are missing."""
TITLES: Final = frozenset(
    {
        "coach", "doctor", "dr", "miss", "mr", "mrs", "ms", "officer", "prof", "sir", "teacher", "z", "znj", "zonja",
        "zoti", "zotin", "zotit",
    }
)  # fmt: skip
SHORT: Final = frozenset({"dr", "mr", "mrs", "ms", "prof", "z", "znj"})
"""Titles behind which a full stop ends no sentence."""
OFFICES: Final = (
    "mesues", "msues", "mesus", "drejtor", "nendrejtor", "profesor", "mjek", "doktor", "polic", "trajner", "infermier",
    "kryetar", "inspektor", "shofer", "zotni",
)  # fmt: skip
"""How titles begin that have endings."""
KIN: Final = frozenset(
    {
        "aunt", "axha", "babai", "babi", "brother", "cousin", "cuni", "daja", "dajo", "djali", "familja", "familjes",
        "fqinji", "friend", "gjyshi", "gjyshja", "halla", "komshiu", "kunati", "kusherira", "kusheriri", "motra",
        "neighbor", "neighbour", "nena", "njerka", "njerku", "nusja", "shoku", "shoqja", "sister", "teta", "tezja",
        "uncle", "vajza", "vellai", "vllai", "vllau", "xhaxha", "xhaxhai", "xhaxhi",
    }
)  # fmt: skip
OWN: Final = frozenset({"im", "ime", "i", "e", "yt", "jot", "jone", "yne", "tij", "saj"})
"""What may stand between kinship and a name: `vëllai im Altini`."""
VERBS: Final = frozenset({"beni", "luan", "valon", "mira", "mia", "jeton"})
"""Given names that say what somebody does or is, also behind a title: `djali luan`."""
ORDINARY: Final = frozenset(
    {"arte", "edit", "elan", "elat", "else", "kolit", "redis", "samit", "viktori", "viole", "violete", "zije"}
)
"""What a given name becomes in one of its cases and everybody says: `edit`, `samit`, `else`."""
ENDINGS: Final = ("", "i", "in", "it", "u", "un", "ut", "n", "s", "t")
FEMALE: Final = ("a", "e", "en", "es")
"""In the place of the last letter: `Ermira`, `Ermirën`, `Fatimes`."""
WORD: Final = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f’'])*")
PROFILE: Final = re.compile(r"(?<![\w.@])@[A-Za-z]\w{2,}(?:\.\w+)*")
NUMBER: Final = re.compile(
    r"(?<![\w+])(?:(?:(?:\+|00)355[\s./-]?|0)6[6-9](?:[\s./-]?[0-9]){7}|\+[1-9](?:[\s./-]?[0-9]){8,13})(?![0-9])"
)
"""Of an Albanian mobile, or a foreign one with its plus."""


def _forms(names: frozenset[str]) -> frozenset[str]:
    """The names in all their cases."""
    plain = {name + ending for name in names for ending in ENDINGS}
    return frozenset(plain | {name[:-1] + ending for name in names if name[-1] in "ae" for ending in FEMALE})


SURE: Final = _forms(GIVEN) - ORDINARY
UNSURE: Final = _forms(WORDLIKE) - SURE


@dataclass(frozen=True)
class _Word:
    """A word where it stands."""

    text: str
    start: int
    end: int
    gap: str
    """What stands before it, since the last word."""

    @cached_property
    def plain(self) -> str:
        """It, folded."""
        return fold(self.text).strip("’'")

    @property
    def is_capital(self) -> bool:
        """Whether it begins as names do; in a word all of capitals they mean nothing."""
        return len(self.text) > 1 and self.text[0].isupper() and not self.text.isupper()

    @property
    def begins(self) -> bool:
        """Whether a sentence begins with it, and its capital says nothing."""
        return not self.gap or any(mark in self.gap for mark in '.!?:\n…•“"')

    @property
    def follows(self) -> bool:
        """Whether it stands right behind the last word."""
        return self.gap.isspace() and "\n" not in self.gap

    @property
    def is_no_person(self) -> bool:
        """Whether it is known to be a place, a company, a day."""
        return self.plain in PLACES or self.plain in NOBODY


def named_in(words: str) -> str | None:
    """The first name of a person that seems to stand in it, or a profile or a telephone number, as it is written."""
    person = next(_people(_words(words)), None)
    ends = [(person[0].start, person[-1].end)] if person else []
    ends += [found.span() for found in (PROFILE.search(words), NUMBER.search(words)) if found]
    start, end = min(ends, default=(0, 0))
    return words[start:end].rstrip("’'") or None


def looks_real(name: str) -> bool:
    """Whether a name that should be made up looks like somebody's own."""
    return named_in(name) is not None or sum(word[0].isupper() for word in name.split()) > 1


def _words(text: str) -> Sequence[_Word]:
    found = list(WORD.finditer(text))
    ends = [0, *(one.end() for one in found)]
    return [
        _Word(one[0], one.start(), one.end(), text[end : one.start()]) for end, one in zip(ends, found, strict=False)
    ]


def _people(words: Sequence[_Word]) -> Iterator[Sequence[_Word]]:
    """Each run of words that seems to be somebody's name."""
    place = 0
    while place < len(words):
        run = _run(words[place : place + 3])
        if not _is_of_a_place(words, place, run) and _is_person(words, place, run):
            yield run
        place += len(run)


def _run(ahead: Sequence[_Word]) -> Sequence[_Word]:
    """The first word and what of the next two belongs to the same name."""
    length = 1
    for one, next_one in pairwise(ahead):
        both = one.is_capital and next_one.is_capital
        family = length == 1 and _is_given(one) and _is_family(next_one)
        if not next_one.follows or not (both or family) or _is_title(next_one) or next_one.plain in NOBODY:
            break
        length += 1
    return ahead[: 1 if _is_title(ahead[0]) else length]


def _is_of_a_place(words: Sequence[_Word], place: int, run: Sequence[_Word]) -> bool:
    """Whether it is the name of a street or a school, or has such a word in it."""
    if any(word.is_no_person for word in run):
        return True
    # `drejtori i shkollës Agim` names whoever leads the school
    of_office = place > 2 and words[place - 2].plain in OWN and _is_title(words[place - 3])
    return place > 0 and run[0].follows and words[place - 1].plain in PLACES and not of_office


def _is_person(words: Sequence[_Word], place: int, run: Sequence[_Word]) -> bool:
    """By the words before it, by what is known of names, or by capitals where there would be none."""
    first = run[0]
    if _is_title(first):
        return False
    if first.plain in SURE or _is_titled(words, place):
        return True
    if len(run) == 1:
        return first.plain in UNSURE and first.is_capital and not first.begins
    return len(run) > 2 or not first.begins or _is_given(first) or _is_family(run[-1])


def _is_titled(words: Sequence[_Word], place: int) -> bool:
    """Whether a title or kinship stands before it, and it can be a name."""
    word = words[place]
    before = list(words[max(place - 2, 0) : place])
    if not before or not (word.is_capital or (_is_given(word) and word.plain not in VERBS)):
        return False
    if before[-1].plain in OWN:
        return len(before) == 2 and before[0].plain in KIN and word.follows and before[1].follows
    return _is_title(before[-1]) and (word.follows or (before[-1].plain in SHORT and word.gap.rstrip() == "."))


def _is_title(word: _Word) -> bool:
    return word.plain in TITLES or word.plain in KIN or (word.plain.startswith(OFFICES) and word.plain not in PLACES)


def _is_given(word: _Word) -> bool:
    return word.plain in SURE or word.plain in UNSURE


def _is_family(word: _Word) -> bool:
    """Whether it is a family name, in any case: `Berisha`, `Berishën`, `Markut`, `Mustafaj`."""
    return word.plain in FAMILIES or (len(word.plain) > 4 and word.plain.endswith("aj"))


FAMILIES: Final = _forms(FAMILY)
