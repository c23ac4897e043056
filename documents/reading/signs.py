"""The words by which a text calls the public to something, or does not."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Sign:
    """Words, and how much they say for a call; against one where it is negative."""

    pattern: re.Pattern[str]
    weight: int
    in_heading: int = 0
    """What the same words add when they stand in the heading."""


def _sign(pattern: str, weight: int, in_heading: int = 0) -> Sign:
    return Sign(re.compile(pattern), weight, in_heading)


CALLS = (
    _sign(
        r"\b(?:fto(?:n|het|hen|jme|hemi|hesh|hen|heni|jne)|ftes[ae]|therr(?:et|asin|asim)"
        r"|jeni te (?:ftuar|lutur|mirepritur)"
        r"|ju (?:ftojme|lutemi|lutem|presim|mirepresim)|merrni pjese|mirepritur"
        r"|ejani|hajde(?:ni)?|dilni|bashkohuni|mos mungoni|votoni|na (?:ndihmoni|tregoni|shkruani|thuaj\w*))\b",
        3,
        2,
    ),
    _sign(
        r"\b(?:do te|do t.)\s?(?:mba|zhvillo|organizo|realizo|mblidh|degjo)(?!\w*(?:hej|heshin|nin|nte)\b)\w+"
        r"|\b(?:mbahet|mbahen|zhvillohet|zhvillohen|(?:ri-?)?thirret"
        r"|organizohet|organizohen|mblidhet|mblidhen|shtyhet|shtyhen|anulohet|anulohen|zhvendoset)\b",
        3,
    ),
    _sign(
        r"\b(?:konsultim(?:i|in|it)? publik|konsultimi?\w*|degj(?:es|im)\w*"
        r"|(?:shqyrtim|diskutim|debat|takim)\w* publik\w*|seanc\w*|keshillim\w* (?:me )?publik\w*)\b",
        1,
        2,
    ),
    _sign(
        r"\b(?:dergo(?:ni|hen|jne|het)|dergimi\w*|paraqit(?:ni|en|et)|(?:dorezo|depozito)(?:hen|ni|het)|jepni"
        r"|shprehni|plotesoni|shkruani|thoni|prano(?:het|hen))\b[^.\n]{0,60}\b(?:koment|sugjerim|propozim|verejtj"
        r"|mendim|rekomandim|kerkes|pyetesor|aplik|kundershtim|ide)\w*",
        3,
    ),
    _sign(
        r"\b(?:koment\w*|sugjerim\w*|propozim\w*|verejtj\w*|rekomandim\w*|kundershtim\w*"
        r"|mendim\w*)\b[^.\n]{0,80}\b(?:deri|brenda|dergo\w*|dorezo\w*|paraqit\w*|prano\w*"
        r"|adres\w*|te @?\w+@)"
        r"|\bkoment(?:e|et)?\s?:\s?\S+@",
        3,
    ),
    _sign(
        r"\bafati? (?:i |per )(?:fundit per )?(?:komente|dergim|aplik|dorez|konsultim|sugjerim|paraqit)\w*|\b(?:duam"
        r"|presim"
        r"|pret|kerkojme|mirepresim)\b[^.\n]{0,50}\b(?:mendim|propozim|koment|ide|sugjerim"
        r"|projekt)\w*",
        3,
    ),
    _sign(
        r"\bthirrj[ae]\w*|\bshprehje interesi|\bthirrje e hapur|\bprojekt-?propozim\w*|\bgrant\w*"
        r"|\baplikim(?:i|et?)\b|\baplikoni\b"
        r"|\bkonkurs(?: publik| letrar)? (?:per |i )?(?:subvenc|projekt|ide|grant|punime|skic|suvenir|fotograf|piktur"
        r"|logo|poezi"
        r"|tregim)\w*|\bkonkurs\w* letrar",
        2,
        2,
    ),
    _sign(
        r"\bnjoftim per (?:konsultim|takim|degj(?:es|im)|mbledhj|seanc|shtyrj|anulim|debat|diskutim"
        r"|shqyrtim|ndryshim|keshillim|publikun)\w*",
        2,
        3,
    ),
    _sign(
        r"\b(?:dergo|paraqit|dorezo|jep)(?:jne|ni|hen|n|in)\b[^.\n]{0,60}\bbrenda (?:afatit|\d+|njezet|tridhjete)\b"
        r"|\bnjoftim\w* paraprak",
        3,
    ),
    _sign(r"\bkonkurs i hapur|\bkush mund te marre pjese|\bku dorezohe[nt]|\bderi kur\b", 2, 1),
    _sign(r"\bekspozo(?:het|hen)\b|\bne dispozicion (?:te |per )?(?:publik|diskutim|shqyrtim)\w*", 3),
    _sign(r"\b(?:grafik|orar|kalendar)\w* (?:i|e) (?:degj(?:es|im)|takim|konsultim|seanc|keshillim)\w*", 3, 1),
    _sign(r"\bdegj(?:es|im)a\s?:|\btakimi?\s?:|\bdata e re\b|\bora mbetet\b", 2),
    _sign(r"\b(?:takim\w*|forum\w*|mbledhj\w*|tryez\w*|debat\w*|keshillim\w*)\b", 1),
    _sign(
        r"\b(?:dera|dyert|hyrja)\b[^.\n]{0,20} (?:e|te) (?:hapur|lire|hapura|hapun)\b"
        r"|\b(?:e|eshte|asht) (?:e|i) hap(?:ur|un)\b"
        r"|\bperson\w* kontakt\w*|\bpara publikut|\bi pres\w* qytetaret|\bvini\b|\b(?:te"
        r"|le te) vij(?:e|ne)\b|\bs.ka regjistrim|\bcdo(?:kush"
        r"| i interesuar)\b|\bjeni te mirepritur",
        1,
    ),
    _sign(
        r"\bkandido\w*|\bflet\w?(?:paraqitj|aplikim)\w*|\bthirrj\w* (?:publike )?(?:zgjat|eshte e hapur|mbetet)"
        r"|\b(?:formular|kerkes|dosj)\w*\b[^.\n]{0,30}\b(?:prano|sill|dergo)\w*"
        r"|\b(?:aplikohe[nt]|kush (?:mund te )?apliko\w+|si te aplikosh|formular\w* (?:merret|dorezohet)|zarf\w*"
        r"|dorezim\w* i (?:propozim|aplik|dosj|kerkes)\w*|dosjet? (?:sillen|dorezohen))",
        2,
    ),
    _sign(
        r"\bkonsulta\b|\b(?:anket|sondazh|pyetesor)\w*|\bju pyet\b|\bmendime? me shkrim"
        r"|\bkerkon\w*\b[^.\n]{0,80}\b(?:sugjerim|mendim|propozim)\w*",
        2,
    ),
    _sign(r"\bgrat\w* dhe te rinjte jane te mirepritur|\bte gjithe (?:qytetaret|banoret|te interesuarit)", 1),
    _sign(r"\b(?:oret|oraret|orarin|datat) e (?:takim|degj|mbledhj)\w*", 3),
    _sign(r"\bende (?:mund|kane mundesi|ka kohe)|\bkane ende (?:mundesi|kohe)|\bmbahet edhe nje (?:takim|degj)", 5),
    # The same in English.
    _sign(r"\bpublic (?:consultation|hearing|meeting|discussion)\w*|\binvit(?:es|ed|ation)\b", 3),
    _sign(r"\bcomments?\b[^.\n]{0,60}\b(?:until|by|sent?|before)\b|\bsend\b[^.\n]{0,40}\bcomments?\b", 3),
)
OTHERS = (
    # Vacancies.
    _sign(
        r"\bvend\w{0,3} (?:te |i |e )?(?:lir[ae]?|vakant\w*|pun\w{1,2})\b|\bpozicion\w* (?:te |i )?(?:lir"
        r"|pun|vakant)\w*|\bvende? pune|\bvakanc\w*",
        -3,
        -6,
    ),
    _sign(
        r"\blevizj\w* paralele|\bngritj\w* ne detyre|\bpranim\w* ne sherbimin civil"
        r"|\bkonkurs i (?:jashtem|brendshem)|\bshpall\w* pozit\w*|\btest\w* me shkrim|\bkoeficient\w*"
        r"|\bmesues\w* zevendesues|\bmesimdhenes i\b|\bintervist\w* me kandidat\w*|\bligj\w* te punes\b"
        r"|\btitulli i punes|\bburimeve njerezore|\bkandidat\w*[^.\n]{0,25} intervist"
        r"|\bintervista (?:mba|zhvillo|organizo)he\w*|\bkohe e caktuar|\bore ne jave\b"
        r"|\bnepunes\w* civil\w*|\bmarredhenie pune|\bkonkurs (?:per )?(?:pranim|pune(?:s|tor\w*)?\b|rekrut"
        r"|plotesim)\w*|\brekrutim\w*|\bpunesim\w* ne pozicion|\bcv\b|\bjeteshkrim\w*",
        -4,
        -4,
    ),
    _sign(r"\blloji\s?:\s?pune\b|\bects\b", -5, -3),
    # Sales and procurement.
    _sign(
        r"\bankand\w*|\btender\w*|\bprokurim\w*|\bcmimi? fillestar|\boperator\w* ekonomik\w*"
        r"|\bofertues\w*|\bautoritet\w* kontraktu\w*|\bprocedur\w* konkurr\w*|\bfond(?:i)? limit|\bdhenie? me qira"
        r"|\bqiradhenie"
        r"|\bdhenien? ne shfrytezim|\bshitj\w* (?:e|te) (?:pron|pasuri|automjet)\w*",
        -4,
        -4,
    ),
    _sign(r"\bftese? per ofert\w*", -4, -2),
    _sign(r"\bblerje \w+|\bofert\w*[^.\n]{0,20} (?:dorezo|paraqit|hape)\w*", -4, -2),
    # Prohibitions and services.
    _sign(
        r"\bndalo(?:het|hen|n)\b|\bndalim\w*|\bbllokim\w*|\bbllokohe\w*"
        r"|\bkufizim\w* (?:i|te|e) (?:trafik|qarkullim|levizj)\w*|\bmbyll\w* (?:e|i) rrug\w*"
        r"|\bmbylle[nt]\b[^.\n]{0,30} rrug\w*|\brrug\w*[^.\n]{0,80}\bmbylle[nt]\b"
        r"|\bgjob\w*|\b(?:i|e|te) ndaluar|\bkonfisko\w*",
        -4,
        -3,
    ),
    _sign(
        r"\bnderprerj\w+|\bnderpritet\b|\bnuk do te kete (?:uje|energji|drita)|\bmungesa? (?:e|te) (?:ujit"
        r"|energjise)|\bdemtim\w* ne (?:linj|rrjet)\w*|\bsportel\w* (?:do te|jane|eshte|mbet)\w*"
        r"|\bfatur\w*|\b(?:obligim|detyrim|pasqyr)\w* financiar\w*|\bpages\w* (?:e|te) (?:taks|tarif)\w*"
        r"|\bdezinf\w+|\bsperkatj\w*|\bvaksin\w*"
        r"|\bkontejner\w* (?:jane|u)\b",
        -4,
        -2,
    ),
    _sign(
        r"\babonent\w*|\buji\b[^.\n]{0,30}\bmungo\w*|\bregjistro\w* ne (?:cerdhe|kopsht|shkoll)\w*"
        r"|\bfurnizim\w* me (?:uje|energji)|\brezerva uji|\bpages\w* (?:e|te|se) (?:ndihmes|muajit|pension)\w*"
        r"|\bndihmes ekonomike behet|\bprovim\w* (?:e|te) (?:lirim|matur|diplom)\w*|\bpunime\w* ne linj",
        -5,
        -3,
    ),
    _sign(
        r"\b(?:festival|koncert|panair|turne\b|shfaqj|ofert\w* turistik)\w*[^.\n]{0,40}\b(?:hapet|nis|fillon|mbahet)",
        -3,
    ),
    # Forms to be filled in.
    _sign(
        r"\bformular\w*\b[^\n]{0,60}\b(?:plotesohet nga|njoftimit)|\bmodel\w* (?:i |te )?njoftim\w*"
        r"|\bplotesohet nga\b|\bper t.u plotesuar\b|\budhezim\w* plotesimi"
        r"|\bemri? (?:dhe |e )?mbiemri?\s?:\s?(?:_{3,}|\.{4,})",
        -6,
        -5,
    ),
    _sign(r"\A\W*(?:\w+ ){0,3}?formular\w*\b", -5),
    # Decisions, and what comes after a call.
    _sign(r"\bv ?e ?n ?d ?o ?s ?i ?:(?!\s*(?:shtyhe|anulohe))|\bky vendim hyn ne fuqi", -7),
    _sign(r"\bafat\w* (?:i|e|per) (?:publikim|shpallj|vleresim)\w*", -5, -3),
    _sign(
        r"\baplikim\w* (?:eshte|jane) (?:i |te )?mbyllur"
        r"|\baplikim(?:i|et) (?:qe (?:duhe|kane)|per (?:leje|licenc)|e (?:depozituar|paraqitur|pranuar))\w*",
        -5,
        -3,
    ),
    _sign(
        r"\bfitues\w* (?:jane|u|ishin)\b|\blist\w* e fitues\w*|\bnjoftim\w* (?:i|per) fitues\w*|\bshpall\w* fitues",
        -4,
        -5,
    ),
    # Explanations.
    _sign(
        r"\b(?:organi|organet|organit) publik\w?\b[^.\n]{0,60}\b(?:duhet|ndjek|vendos|ka te drejte)"
        r"|\b(?:ligji|neni)\b[^.\n]{0,30}\b(?:parashikon|percakton) (?:afat|se\b|qe\b|kohe)",
        -8,
    ),
    _sign(
        r"\b(?:cfare|cka|si|pse|kush) (?:eshte|jane|behet|duhet|mund|funksionon|ka)\b[^.\n]{0,80}\?"
        r"|\A\W*udhezues\w* per|\bsi (?:te |mund te )?marr\w* pjese",
        -3,
        -3,
    ),
    _sign(
        r"\bprocedur\w*(?:/\w+)? (?:e|per) (?:marrj|te dhene|shqyrtim|dhenie|njoftim)\w*"
        r"|\braport\w* (?:vjetor\w*|e|te) (?:konsultim|transparenc|per transparenc)\w*",
        -4,
        -4,
    ),
    _sign(r"\bpyetje\w* (?:te|e) shpeshta|\bpyetje dhe pergjigje", -4, -8),
    _sign(
        r"\bsipas ligjit,? (?:cdo|qytetaret|publiku) (?:ka|kane|mund)|\bkane te drejte\b"
        r"|\bka te drejte\b|\bnjesia quhet|\bquhet\b",
        -1,
    ),
)
"""Of something else than meetings and opinions."""
TALES = (
    _sign(
        r"\bu (?:zhvillua(?:n)?|mbajt(?:en)?|organizua(?:n)?|diskutua(?:n)?|hap nga|mbyll me"
        r"|prezantua(?:n)?|ngriten|miratua(?:n)?|theksua|la qe|realizua(?:n)?|perfundua"
        r"|mblodh(?:en)?|takua(?:n)?|zhvilluan|votua|degjuan|ngrit|shtrua(?:n)?|vu ne dukje|paraqiten)\b",
        -2,
        -1,
    ),
    _sign(
        r"\b(?:moren|morren|mori|more) pjese|\bte pranishem|\bpjesemarres\w*\s?:\s?\d|\bfalenderoi"
        r"|\bfalenderuan|\bdeklaroi|\bkerkuan\b|\btha (?:se|kryetar)|\bfolen\b"
        r"|\bngriten (?:shqetesim|ceshtj)\w*",
        -3,
    ),
    _sign(
        r"\b(?:zhvilloi|mbajti|organizoi|priti|takoi|vizitoi|zhvilluan|diskutuan|ngriten|theksoi|inspektoi"
        r"|prezantoi|propozoi|kundershtuan|erdhen|shpjegoi|premtoi|raportoi"
        r"|kryesoi|thane|potencoi|nenvizoi|zgjati|u ankua)\b",
        -3,
        -1,
    ),
    _sign(
        r"\b\w{4,}(?:oi|uan) (?:sot|dje)\b|\bu \w{3,} (?:sot|dje)\b"
        r"|\b(?:sot|dje) u \w{3,}|\bditen e (?:sotme|djeshme)\b",
        -4,
    ),
    _sign(
        r"\b(?:eshte|jane|i"
        r"|(?<!mbledhje )(?<!mbledhjen )(?<!seancen )e) (?:mbajtur|zhvilluar|organizuar|realizuar)\b"
        r"|\brealizuam\b|\bpaten mundesi"
        r"|\b(?:kane|ka) (?:prezantuar|vazhduar|zhvilluar|realizuar|mbajtur|organizuar"
        r"|folur|ardhur|potencuar|terhequr)\b",
        -3,
    ),
    _sign(
        r"\A[^\n]{0,140}\b(?:u (?:miratua|zgjodh|mbajt|zhvillua|mbyll|perfundua)|miratoi|diskutoi|debatoi"
        r"|i tha po|votoi|protest\w+|na thirren|zgjodhi)\b",
        -5,
    ),
)
"""Of what has been."""
