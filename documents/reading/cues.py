"""The words around a date by which its use is known; all are matched folded."""

import re

ACT = re.compile(
    r"\bnr\.?\s?[\w/.\-]+\s?,?\s?(?:e|i|te)?\s?(?:dat\w{0,4}|dt\.?|me)?[\s:,]*$"
    r"|\b(?:ligj|vendim|vkm|vkb|rregullor|udhezim|urdher|marreveshj"
    r"|kontrat)\w*[^.;:\n]{0,40}\b(?:dt\.?|dat\w{1,4})\s*$"
    r"|\b(?:miratuar|hyre ne fuqi|nenshkruar|botuar|themeluar)\b[^.;:\n]{0,40}$"
)
PROTOCOL = re.compile(
    r"\bprot\w*\.?(?![^.;:\n]*\b(?:deri|brenda|jo me)\b)[^.;:\n]{0,12}$|\bnr\W[^.;:\n]{0,14}\bprot\b[^\n]{0,45}$"
)
PUBLISHED = re.compile(
    r"\b(?:hedhur|publikua\w?|publikohet|publikimi\w*|postuar|shpallur|leshuar|afishuar|perditesuar)\b[^.;\n]{0,30}$"
    r"|\bdat\w{1,4} e (?:njoftimi|publikimi|shpallje|leshimi)\w*[^.;\n]{0,6}$"
    r"|\bnjoftim\w*[^.;\n]{0,12} dat\w{1,4}[\s:]*$"
)
MOVED = re.compile(
    r"\bshty(?:het|hen|rj\w*|het|r)?\b|\bshtyn\b|\bu shty|\banul\w+|\bzhvendos\w+|\bkorrigj\w+"
    r"|\bndryshim\w* (?:i|te|ne) (?:dat|or|afat)\w*"
    r"|\bnuk (?:do te )?(?:mba|zhvillo|organizo)\w*|\bzgjat\w+|\briplanifik\w+"
    r"|\b(?:parashikuar|planifikuar|caktuar) (?:per|ne|me)\b[^\n]{0,160}\bdo te (?:mba|zhvillo|organizo)"
    r"|\bdat\w{1,2} e re\b|\bgabim\w*|\bne vend te\b|\bndryshon\b"
)
OLD_BEFORE = re.compile(
    r"\b(?:caktuar|planifikuar|parashikuar|paralajmeruar|njoftuar|ishte|duhej|pritej"
    r"|percaktuar|shpallur|thirrur|kujtojme|gabim\w*)\b[^.\n]{0,60}$"
    r"|\bne vend (?:te|se)\b[^.\n]{0,20}$"
    r"|(?:^|[\s,(])jo (?:me |ne )?(?:dat\w{1,4} )?$"
    r"|\b(?:takim|degj(?:es|im)|seanc|mbledhj|afat|konsultim|forum|debat)\w*[^.\n]{0,50}"
    r"\b(?:i|e|te|se) (?:dat\w{1,4} )?$"
    r"|\b(?:vjeter|meparshm\w+)\b[^.\n]{0,20}$"
)
MOVED_FROM = re.compile(r"\bnga (?:dat\w{1,4} |dita e )?(?:e \w+,? )?$")
OLD_AFTER = re.compile(
    r"[^.\n]{0,70}?\b(?:shtyhet|shtyhen|u shty|anulohe\w*|u anulua|zhvendoset"
    r"|nuk (?:do te )?(?:mba|zhvill|organiz)\w*|behet|kalon|ndryshon|zgjatet)\b"
)
NEW_BEFORE = re.compile(
    r"\b(?:shtyhet|shtyhen|zhvendoset|zhvendosen|behet|kalon|dat\w{1,2} e re|dita e re|tani"
    r"|zgjatet|korrekte|sakte|do te (?:mba|zhvillo|organizo)\w*|mbahet|zhvillohet"
    r"|por)\b[^.\n]{0,60}$"
)
# Only the place is another one.
ELSEWHERE = re.compile(
    r"[^.\n]*\bnuk (?:do te )?(?:mba|zhvillo|organizo)\w* (?:ne|te|tek) [^.\n]*\bpor (?:ne|te|tek) (?!dat|or)"
)
AS_PLANNED = re.compile(r"[^.\n]{0,120}?\b(?:sipas (?:planit|programit|njoftimit)|nuk ndrysho)")
CALLED_OFF = re.compile(r"\banulohe\w*|\bu anulua|\bpa afat\b|\bnuk (?:do te )?(?:mba|zhvillo|organizo)\w*")
DEADLINE = re.compile(
    r"\b(?:deri|gjere?|brenda|jo me (?:vone|larg) se|afat\w*|mbyll\w*|perfundo\w*|skado\w*|(?:dita"
    r"|data) e fundit|para dates|until|by|no later than|deadline|zgjatet"
    r"|periudh\w* (?:e|per) (?:konsultim|koment)\w*)\b[^.;\n]{0,45}$"
)
WINDOW = re.compile(
    r"\b(?:konsultim|koment|propoz|apliko|aplikim|sugjer|verejtj|shqyrtim)\w*[^.;:\n]{0,20}:\s*(?:nga\s)?(?:dat\w{0,2}\s)?$"
)
LIMIT = re.compile(r"\bafat\w*")
OPENS = re.compile(r"\b(?:hapet|hapen|fillo\w*|nis|nisin)\b[^.;\n]{0,30}$")
HAND_IN = re.compile(
    r"\b(?:dorezo\w+|dorezim\w*|aplikim\w*|aplikime\w*|regjistro\w+|regjistrim\w*|konfirmo\w+"
    r"|pranohen)\b[^.;\n]{0,40}$"
)
PAST = re.compile(
    r"\bu (?:zhvill|mbajt|organiz|prezant|miratua|diskutua|perfundua|realiz|hartua)\w*"
    r"|\b(?:zhvilloi|mbajti|organizoi|priti|zhvilluan)\b"
    r"|\b(?:mbajtur|zhvilluar|organizuar) (?:me|ne)\b"
)
PERIOD = re.compile(
    r"\b(?:zbatim\w*|periudh\w*|kohezgjatj\w*|faza|fillo\w*|fillim\w*|nis|niset|nisur"
    r"|hyn ne fuqi|vlefsh\w*|ekspozo\w*|ekspozit\w*|hapet|hapen|hapur)\b[^.;\n]{0,40}$"
)
BEGAN = re.compile(r"\s?(?:filloi|nisi|u hap|hapet|hapen)\b")
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
RANGE_START = re.compile(r"\b(?:nga|prej|duke filluar nga)\s(?:dat\w{0,4}\s)?$")
