"""The words around a date by which its use is known; all are matched folded."""

import re

_NOT_HELD = r"\bnuk (?:do te )?(?:mba[hj]|zhvill|organiz|beh|mblidh)\w*"
ACT = re.compile(
    r"\b(?:nr\.?|numer\w?)\s?(?:\d{1,2}\s\d{3}|[\w/.\-]+)\s?,?\s?(?:e|i|te)?\s?(?:dat\w{0,4}|dt\.?|me|prej)?[\s:,]*$"
    r"|\b(?:ligj|vendim|vkm|vkb|rregullor|udhezim|urdher|marreveshj"
    r"|kontrat)\w*(?:(?!/(?:19|20)\d\d|\bdit\w|\bore?\b)[^.;:\n]){0,40}\b(?:dt\.?|dat\w{1,4})\s*$"
    r"|\bperfundim\w* (?:numer\w?|nr\.?)? ?[\d/\-]+[^.;:\n]{0,12}$"
    r"|\b(?:miratuar|hyre ne fuqi|nenshkruar|botuar|themeluar)\b[^.;:\n]{0,40}$"
)
PROTOCOL = re.compile(
    r"\bprot\w*\.?(?![^.;:\n]*\b(?:deri|brenda|jo me)\b)[^.;:\n]{0,12}$|\bnr\W[^.;:\n]{0,14}\bprot\b[^\n]{0,45}$"
)
PUBLISHED = re.compile(
    r"\b(?:hedhur|botua\w?|botohet|botimi\w*|publikua\w?|publikohet|publikimi\w*|postuar|shpallur|leshuar"
    r"|afishuar|perditesuar)\b[^.;\n]{0,30}$"
    r"|\bdat\w{1,4} e (?:njoftimi|publikimi|shpallje|leshimi)\w*[^.;\n]{0,6}$"
    r"|\bnjoftim\w*[^.;\n]{0,12} dat\w{1,4}[\s:]*$"
)
MOVED = re.compile(
    r"\bbien? poshte|\bbart(?:et|en)\b|\bnderr\w+|\bhoqem\b|\bnuk vlen\b|\bshty\w*|\banul\w+|\bzhvendos\w+|\bkorrigj\w+"
    r"|\bndryshim\w* (?:i|te|ne) (?:dat|or|afat)\w*"
    rf"|{_NOT_HELD}"
    r"|\bzgjat\w*\b(?!\s(?:\d|nga|prej|rreth))|\briplanifik\w+"
    r"|\b(?:parashikuar|planifikuar|caktuar) (?:per|ne|me)\b[^\n]{0,160}\bdo te (?:mba|zhvillo|organizo)"
    r"|\bdat\w{1,2} e re\b|\bgabim\w*|\bne vend te\b|\bndryshon\b"
)
OLD_BEFORE = re.compile(
    r"(?<!\beshte )(?<!\bjane )\b(?:caktuar|planifikuar|parashikuar|paralajmeruar|njoftuar|ishte|duhej|pritej"
    r"|percaktuar|shpallur|thirrur|paraparë?|kujtojme|gabim)\w*\b[^.\n]{0,60}$"
    r"|\b[ie] (?:njoftuar|caktuar|planifikuar|parashikuar|shpallur|thirrur|lajmeruar)\b[^.\n]{0,130}$"
    r"|\bne vend (?:te|se)\b[^.\n]{0,20}$"
    r"|(?:^|[\s,(])jo (?:me |ne )?(?:dat\w{1,4} )?$"
    r"|\b(?:takim|degj(?:es|im)|seanc|mbledhj|afat|konsultim|forum|debat)\w*[^.\n]{0,50}"
    r"\b(?:i|e|te|se) (?:dat\w{1,4} )?$"
    r"|\b(?:vjeter|meparshm\w+)\b[^.\n]{0,20}$"
)
MOVED_FROM = re.compile(r"\b(?:nga|prej) (?:dat\w{1,4} |dita e )?(?:e \w+,? )?$")
EXTENDED = re.compile(r"\bzgjat\w*[^.;\n]{0,90}\b(?:nga|prej) (?:dat\w{1,4} )?$")
MOVED_TO = re.compile(r"^\s?(?:ne|me|per|per me|deri me) (?:dat\w{1,4} )?$")
OLD_AFTER = re.compile(
    r"(?:[^.\n]|(?<=\d)\.(?=\d)){0,90}?\b(?:shtyhet|shtyhen|u shty|anulohe\w*|anuluar|u anulua"
    r"|zhvendoset(?! ne (?!dat|dit|or))|behet|kalon|ndryshon|zgjatet)\b"
)
NEW_BEFORE = re.compile(
    r"\b(?:shtyhet|shtyhen|u shty|u zhvendos|zhvendoset|zhvendosen|behet|kalon|dat\w{1,2} e re|dita e re|tani"
    r"|(?:dat\w{1,2}|dita) perfundimtare|zgjatet|korrekte|sakte"
    r"|do te (?:mba|zhvillo|organizo)\w*|mbahet|zhvillohet"
    r"|por)\b[^.\n]{0,60}$"
)
# Only the place is another one.
ELSEWHERE = re.compile(
    rf"[^.\n]*{_NOT_HELD} "
    r"(?:ne|te|tek) [^.\n]*\bpor (?:ne|te|tek) (?!dat|or)"
)
AS_PLANNED = re.compile(r"[^.\n]{0,120}?\b(?:sipas (?:planit|programit|njoftimit)|nuk ndrysho)")
CALLED_OFF = re.compile(
    r"\bbie poshte|\bbien poshte|\banulohe\w*|\bu anulua|\bpa afat\b"
    rf"|{_NOT_HELD}"
)
DEADLINE = re.compile(
    r"\b(?:deri?|gjere?|brenda|jo me (?:vone|larg) se|me se (?:voni|largu)"
    r"|jo pas|afat(?!mes|gjat)\w*|mbyll\w*|perfund(?!imtar)\w*|skado\w*"
    r"|(?:dita|data) e fundit|para dates|until|by|no later than|deadline|zgjatet"
    r"|periudh\w* (?:e|per) (?:konsultim|koment)\w*|mbaro\w*)\b(?:[^.;\n]|(?<=\bdt)\.){0,45}$"
    r"|\bafat\w* (?:i|e) (?:fundit|aplik|dorez|ri\b)\w*[^.;\n]{0,90}\b(?:eshte|jane|jete|jene)\b[^.;\n]{0,20}$"
)
LABELLED_LIMIT = re.compile(
    r"(?:^|[\n.;|•\W])\s*(?:dorezim|dergim|aplikim|afat(?!mes|gjat)|mbyll|skadim)\w*(?: (?:i|e|te"
    r"|per) \w+)?\s?:\W*(?:deri )?(?:me )?$"
)
WINDOW = re.compile(
    r"\bafat\w*[^.;\n]{0,40}\b(?:nga|prej|eshte) (?:dat\w{1,3} |dt\.? ?)?$|"
    r"\bperiudh\w* (?:\w+ )?(?:e|per|se) (?:diskutim|konsultim|shqyrtim|keshillim|koment)\w*[^.;\n]{0,120}"
    r"\b(?:nga|prej|eshte) (?:dat\w{1,3} )?$|"
    r"\b(?:kohezgjatj|periudh|konsultim|koment|propoz|apliko|aplikim|sugjer|verejtj"
    r"|shqyrtim|ekspozim|thirrj)\w*[^.;:\n]{0,20}:\s*(?:\d{1,3} dite\w*(?: pune)?,? )?(?:nga\s)?(?:dat\w{0,2}\s)?$"
)
# What the office itself has to do by then.
WE_PUBLISH = re.compile(
    r"\b(?:raport|permbledhj|procesverbal|rezultat|fitues|pergjigj)\w*[^.;:\n]{0,40}"
    r"\b(?:(?:publiko|shpall|boto|njofto)(?:het|hen)|jepe[nt]|marrin)\b[^.;:\n]{0,20}$"
)
UNTIL = re.compile(r"\b(?:deri?|gjere?|brenda|jo me vone)\b")
CLOSES = re.compile(r"mbyll|perfundo|mbaro")
FOR_THE_PUBLIC = re.compile(
    r"\b(?:koment|sugjerim|propozim|verejtj|rekomandim|mendim|kerkes|aplik|dorez|regjistr"
    r"|keshillim|konfirm|(?:diskutim|shqyrtim)\w* publik|kundershtim|ankes|pyetesor|anket|shprehje|projekt-?propozim"
    r"|konsultim|ide(?:te|ve)?\b"
    r"|afat(?!mes|gjat)|thirrj)\w*"
)
LIMIT = re.compile(r"\bafat(?!mes|gjat)\w*")
CORRECTS = re.compile(r"\b(?:te )?lexohet\b")
BY_A_PLAN = re.compile(r"\bsipas [a-z]+ te (?:publikuar|shpallur|njoftuar)\b")
OF_A_QUARTER = re.compile(r"\blagj\w*[^.;:\n]{0,25}\bnr\.? ?\d{1,2} (?:dat\w{0,4}|dt\.?) ?$")
EVERY_YEAR = re.compile(r"\b(?:cdo|secilin) (?:vit|muaj)\b[^.;\n]{0,60}$")
AND_THEN = re.compile(r"[\s,]*(?:(?:e|dhe) )?(?:pastaj|me pas|me vone|prape) (?:per|ne|me) (?:dat\w{1,3} )?")
OPENS = re.compile(r"\b(?:hapet|hapen|fillo\w*|filluar|nis|nisin)\b[^.;\n]{0,30}$")
WRONG = re.compile(
    r"\bgabim\w*\b(?:(?!\b(?:sakt\w*|duhet|por)\b)[^.\n]){0,160}$"
    r"|\b(?:eshte shkruar|shkruhe[tj])\W{0,3}(?:e \w+,? ?)?$|\bku lexohet\b[^.\n]{0,30}$"
)
KEPT = re.compile(r"\b(?:data|dita) ?\(? ?$")
IS_KEPT = re.compile(r"[^.\n]{0,90}\b(?:nuk ndrysho|mbete[nt]|mbesin)")
JURY = re.compile(r"\b(?:juri|intervist)\w*\b[^.;\n]{0,40}$")
DECIDED_THERE = re.compile(r"\bne (?:takimin|mbledhjen|seancen) e (?:dates?|dt\.?) ?$")
STILL_TAKEN = re.compile(
    r"\b(?:(?:prano|dergo|dorezo|pri)(?:het|hen|ten|tet)|qendro(?:n|jne)"
    r"|(?:eshte|mbetet) (?:i|e) hapur)\b"
)
AFTER = re.compile(r"\bpas dat\w{1,3} $")
NOT_AFTER = re.compile(r"\bpas (?:dat\w{1,3} )?$")
NOT_TAKEN = re.compile(r"[^.\n]{0,40}\bnuk (?:do te )?(?:prano|merr|shqyrto)\w*")
# People meet there, but the public is not asked there.
FEAST = re.compile(
    r"\b(?:festival|koncert|panair|karnaval|manifestim|feste|shfaqj|gare|turne)\w*"
    r"(?:(?!\b(?:takim|degj(?:es|im)|seanc|konsultim|mbledhj|forum|debat)\w*)[^.;\n]){0,90}$"
)
TOLD_THEN = re.compile(r"\bnjoftohe(?:t|n|ni)\b[^.;\n]{0,20}$")
AFTER_A_TALK = re.compile(r"\bpas (?:bised|takim|mbledhj|degj|seanc)\w*[^.;,\n]{0,30}$")
UPDATED = re.compile(r"\b(?:korrigjim|perditesim|errata|ndryshim|edit|sqarim)\w*\W{1,3}(?:me )?$")
BRACKET_ENDS = re.compile(r"\s?[)\]:]")
IF_NOT = re.compile(
    r"\bnese\b[^.;\n]{0,60}\bnuk\b[^.;\n]{0,60}\b(?:vazhdo|mbahe|zhvillohe|organizohe|thirre)\w*[^.;\n]{0,30}$"
)
EACH_DAY = re.compile(r"[\s,]{0,3}cdo dite")
STARTS = re.compile(r"[^.\n]{0,60}?\b(?:fillon|nis|mbahet|zhvillohet|behet)\b")
STAYS = re.compile(
    r"\bsic ishte (?:shpallur|njoftuar|caktuar|planifikuar)\b[^.\n]{0,20}$"
    r"|\b(?:mbetet|mbeten|mbesin|mbahet) (?:sic?|ashtu|njelloj)\b[^.\n]{0,40}$"
)
HELD_AFTER = re.compile(r"[\s,]{1,3}(?:mbahet|zhvillohet|behet|nuk ndryshon|mbetet)\b")
DATELINE = re.compile(r"\W*[A-ZËÇ]{3,}(?: [A-ZËÇ]{3,})?, ?(?:më )?")
DATELINE_OF_A_STORY = re.compile(r"\W*[A-ZËÇ][^\W\d_]{2,}(?: [A-ZËÇ][^\W\d_]{2,})?, ?(?:më )?")
WEEKDAY_ALONE = re.compile(r"\W*(?:e|te)? ?(?:hene|marte|merkure|enjte|premte|shtune|diel|diele)\W*")
CRUMB = re.compile(r"\W*date\s")
DASH = re.compile(r"\s?[-–—]\s")
CROSSED_OUT = re.compile(r"\s*(?:❌|✗|✘|🚫)")
NO_MEETING = re.compile(r"\b(?:nuk do te kete|s.do te kete|nuk ka (?:takim|degj|mbledhj)|pa takim|s.ka (?:takim|degj))")
WE_HAND_IN = re.compile(r"\b(?:dorezojme|paraqesim|ia dorezo\w+)\b")
HAND_IN = re.compile(
    r"\b(?:dorezo\w+|dorezim\w*|aplikim\w*|aplikime\w*|regjistro\w+|regjistrim\w*|konfirmo\w+"
    r"|pranohen)\b[^.;\n]{0,40}$"
)
PAST = re.compile(
    r"(?<!\bt )(?<!')(?<!\bme )(?<!\bsic )(?<!\bduke )\bu (?!(?:shty|zhvendos)\w* (?:per|ne|me)\b|cakt|vendos\b|la\b"
    r"|thirr|fto|\w*[hj](?:et|en)\b|\w*(?:jme|on|ojne|in|ijne)\b|eshte|jane|vjen|takon|lutem|pershtat"
    r"|vu(?:ne)? ne (?:diskutim|shqyrtim|konsultim)"
    r"|jep|jap|kerkon|dergon|thot|shpjegon|njofton|kujton|uron|flet|drejton)[a-z]{3,}"
    r"|\b(?:zhvilloi|mbajti|organizoi|priti|zhvilluan)\b"
    r"|\b(?:ka|kane) (?:vazhdua|zhvillua|organizua|realizua|fillua|perfundua|prezantua|mbyllu|lansua)r\b"
    r"|\bu be (?:publik|i|e)\b|\b(?:votoi|votuan)\b"
    r"|\b(?:eshte|jane) (?:mbajtur|zhvilluar|organizuar|realizuar)\b|\bmorr?(?:i|en) vendim"
    r"|\b(?:mbajtur|zhvilluar|organizuar) (?:me|ne)\b"
    r"|\b(?:ka|kane) (?:thene|pasur|qene|mbajtur)\b|\bthoshte\b|\berdhen\b"
    r"|\be la(?:ne)? ne (?:diskutim|shqyrtim|konsultim)|\b\w{4,}uan\b|\bish(?:te|in) (?:me|ne) dat"
)
ASKED_WHEN = re.compile(r"\b(?:data|dita) e (?:takim|degj(?:es|im)|seanc|mbledhj|debat|sesion|forum)\w*\W{0,4}$")
OF_A_MEETING = re.compile(
    r"\b(?:takim|mbledhj|degj(?:es|im)|seanc|debat)\w*[^.;\n]{0,70} (?:e|i|te|se) (?:dates?|dt\.?)\s?$"
)
NAMES_A_LIMIT = re.compile(
    r"(?![^\n\d]{0,70}:\s?(?:\d|$))(?:, ?(?:ora )?[\w:.]{1,9})?[\s|:–-]{1,5}(?:(?:dita|data) e fundit per (?!pyetj)"
    r"|(?:dat\w{1,3}|periudh\w*) (?:e|i|te) (?:aplik|dorez|regjistr)\w*|(?:dorezim"
    r"|mbyllj|pranim|dergim|afat)\w* (?:i|e) |mbylle[nt] (?:pranim|dorezim|aplikim|thirrj|konkurs|koment)\w*)"
)
THE_ONE_OF = re.compile(
    r"\b(?:(?:takim|mbledhj|degj(?:es|im)|njoftim|seanc|kerkes|shkres)\w* (?:i|e|te|se)"
    r"|(?:zgjedhje\w*(?: \w+)?|festa|termeti?|permbytje|vendim|ngjarje|protest|marreveshj)\w* (?:i|e|te|se)) $"
)
_MEETINGS = r"\b(?:takim|degjes|degjim|seanc|mbledhj|forum|konsultim)(?:e|a|et|at)\b"
_ARE_HELD = r"\b(?:(?:mba|zhvillo|organizo)(?:hen|jme)\b|do te (?:mba|zhvillo|organizo))"
HELD_EACH_DAY = re.compile(rf"{_MEETINGS}[^.\n]{{0,120}}{_ARE_HELD}|{_ARE_HELD}[^.\n]{{0,120}}{_MEETINGS}")
ONE_HOUR_FOLLOWS = re.compile(r"[\s,(]{0,3}(?:ne )?or[ae]n? \d{1,2}(?:[:.]\d\d)?(?!\s?(?:-|deri)|[:.\d])")
AHEAD = re.compile(
    r"\b(?:do t[e']|mba(?:het|hen|jme)|zhvillo(?:het|hen|jme|n)|organizo(?:het|hen|jme|n)|mblidhe[nt]"
    r"|behe[nt]|fto(?:n|het|hen|jme|hemi|hesh|heni|jne)"
    r"|thirr(?:et|en)|therras|therret|jeni te (?:ftuar|lutur)|ju lutemi|ju presim|vazhdo(?:n|jne|je|het|hen)"
    r"|zgjate[nt]|caktoi|caktuan|eshte caktuar|jane caktuar|vijne?|vijo(?:n|jne)|shtohe[nt]"
    r"|fillojme|nisim|takohemi|shihemi|mos harro\w*)\b"
)
NOT_THEN = re.compile(
    r"\bnuk (?:do te )?(?:mba[hj]|zhvill|organiz|beh|mblidh|ka|kane|mund|eshte|jane)\w*[^.;,\n]{0,45}$"
)
BROKEN_OFF = re.compile(r"[\s,)]{0,3}u (?:nderpre|mbyll|mbajt|zhvillua|krye|organizua)\w*")
WAS_TO_BE = re.compile(
    r"\bdo te (?:mbahe|zhvillohe|organizohe|behe|mbylle|perfundo)(?:j|sh)\w*\b[^.;\n]{0,60}$"
    r"|\b(?:eshte dashur|duhej\w*|pritej|ishte menduar) te\b(?:(?!\b(?:por|shtyhen?t?)\b)[^.;\n]){0,60}$"
    r"|\bzgjas(?:te|nin)\b(?:(?!\b(?:zgjate|shtyhe)[nt])[^.;\n]){0,60}$"
    r"|\b(?:mbylle|perfundo|mbaro|skado)(?:j|shin|nte|nin)\b[^.;\n]{0,60}$"
    r"|\bishte (?:(?:e|i) hapur|lene|caktuar|planifikuar|parashikuar|njoftuar|menduar|vendosur)"
    r"\b(?:(?!\bshtyhe)[^.;\n]){0,50}$"
    r"|\bu (?:caktua|planifikua|njoftua) (?:fillimisht|se pari|me pare|ne fillim)\b[^.;\n]{0,40}$"
)
OF_THE_DATE = re.compile(r"(?<!\bdita)(?<!\bditen)\s(?:e|i|te|se) (?:dates?|dt\.?)\s?$")
HOUR_FOLLOWS = re.compile(r"[\s,(]{0,3}(?:(?:ne|me|nga|prej|duke filluar nga)\s)?(?:or[ae]\w{0,2}\b|\d{1,2}[:.]\d\d)")
DATE_LABEL = re.compile(r"(?:^|\W)(?:data|data e (?:thirrj|shpallj|publikim)\w*)\s?:\s*$")
CALLS_PEOPLE = re.compile(
    r"\b(?:takim|degj(?:es|im)|seanc|mbledhj|debat|forum|konsult|keshillim|tryez|diskut|prezantim|fto[nj]|ftes|vendi)"
)
WHEN_LABEL = re.compile(
    r"\b(?:data|dita|kur|koha|e para|i pari)(?: e (?:takim|degj|seanc|mbledhj|debat)\w*)?\s?:\s*\S{0,3}\s*$"
    r"|\bdit(?:en|a) e\b(?:[^.;\n]|(?<=\bdt)\.){0,20}$"
)
SINCE = re.compile(
    r"\b(?:qe|tashme|duke filluar) (?:prej|nga) (?:dit\w{1,2} )?(?:e \w+,? )?(?:me )?(?:dat\w{1,3} |dt\.? )?$"
    r"|\b(?:prej|nga) dat\w{1,3} $|\bnga $"
)
PUT_OFF = re.compile(
    rf"(?:\b(?:shtyhe[nt]|anulohe[nt]|u shty\w*|u anulu\w*)|{_NOT_HELD})"
    r"\b[^\n.]{0,40}:\s*$"
)
HOUR = re.compile(r"\bor[ae]n?\b|\d[:.]\d\d")
OFFICE_HOURS = re.compile(
    r"\bcdo dite|\bdite\w* (?:e |te )?pun|\borari?\w* (?:zyrtar|i punes|pune)|\be hene\s?-\s?e premte"
)
HOUR_BEFORE = re.compile(r"\bor\w{1,2}\s[\d:.]{1,5}\s(?:te|e|se)\s(?:dates?|dit\w+)\b[^.;\n]{0,10}$")
PERIOD = re.compile(
    r"\b(?:zbatim\w*|periudh\w*|kohezgjatj\w*|faza|fillo\w*|fillim\w*|nis|niset|nisur|hyn ne fuqi"
    r"|vlefsh\w*|ekspozo\w*|ekspozit\w*|hapet|hapen|(?<!dita e )hapur)\b[^.;\n]{0,40}$"
)
BEGAN = re.compile(r"\s?(?:filloi|nisi|u hap|hapet|hapen)\b")
RUNS_ON = re.compile(r"[\s,]{1,3}(?:dhe |e |deri )?(?:perfundo|mbyll|mbaro|zgjat|vazhdo)\w*")
MEETING = re.compile(
    r"\b(?:takim|degj(?:es|im)|seanc|mbledhj|mblidh|debat|forum|konsultim|keshillim|tryez|prezantim"
    r"|diskutim|punetori|workshop|eorkshop|konferenc|organizohe|zhvillohe|mbahe)\w*"
    r"|\b(?:data|dita|kur|koha)\s?:|\bditen e\b"
)
MEETING_LABEL = re.compile(
    r"\b(?:takim|degj(?:es|im)|seanc|mbledhj|debat|forum|konsultim|grafik|orar|kalendari i (?:takim"
    r"|degj(?:es|im)|seanc|konsultim)|data|dita|kur|koha|tryez|keshillim)"
)
LETTER_DATE = re.compile(r"[\s\w]{0,25}[,.:]?\s?(?:me\s)?(?:dat\w{0,4}|dt)?[\s.:]*$")
RANGE_LINK = re.compile(r"\W{0,3}(?:e\s)?deri|\s?-")
STAMP = re.compile(r"20\d\d\S*\s?[-,]?\s?\d{1,2}:\d\d(?::\d\d)?\s*")
RANGE_START = re.compile(r"\b(?:nga|prej|duke filluar nga)\s(?:dat\w{0,4}\.?\s|dt\.?\s?)?$")


def clause(words: str) -> str:
    """The last of several things that are said beside each other: "… anulohet, ndërsa debati i …"."""
    return re.split(r"\b(?:ndersa|kurse|por|ndaj)\b", words)[-1]
