"""Whether what somebody tells sounds like danger now, or like need of their own: then whom to call stands first.

A word too many only shows some numbers; a word too few leaves somebody alone. Nothing is stored or sent because of it.

The tables are read word by word, folded and without punctuation. `*` is any ending; `|` stands between words of which
one is there, `?` behind what may be missing, `_` for the space within one of them; `..` for up to three words whatever
they are; `^` and `$` for the beginning and the end of all that is said. What is in capitals is a row of `KINDS`.
"""

import re
from typing import Final

from participation.words import fold

KINDS: Final = {
    "ME": "m|me|ma|mi|mu|mua|na",
    "HIM": "e|i|ia|ja|ta",
    "HAS": "ka|kan|kane|kish|kishte|kishin|pat|pata|paten|do|t|te|po",
    "NOT": "s|nuk|nk|nok|mos",
    "WANT": "dua|du|due|doj|don|do|deshiroj|dojsha|desha|deshire",
    "SELF": "vet|vete|veten|vehten|veton",
    "BEAT": "rreh*|rrah*|rrih|rrihn*|rrihje|rraft*",
    "HIT": (
        "godet|godit|goditi|goditin|goditen|goditur|godas|godasin|gjujti|gjuajti|gjuan|gjuajn*|qello*|qellua*|"
        "qellu|shkelmo*|shty|shtyn|shtyu|shtyjn*|zvarrit*|torturo*|torturu*|keqtrajt*|djeg|digj|dogj|plagos*|"
        "lendo*|sulmo*"
    ),
    "KILL": (
        "vras|vrase|vrasi*|vrau|vran|vrane|vrare|vrar|vra|vret|vrit*|mbyt|mbyta|mbyti|mbyte|mbyten|mbytur|mbys*|"
        "mys*|myt|myti|ther|theri|theren|therr*"
    ),
    "THREATEN": "kerceno*|kercenu*|kercenim*|kercno*|kercnu*|kanos*|shantazh*|santazh*",
    "SEIZE": "kap|kapi|kapen|kapin|zuri|zu|zun|ze|terheq*|terhoq*|mori|merr|moren|fut|futi|futen|hipen|hipi",
    "FAMILY": (
        "bab|baba|babai|babes|babe|baben|babi|babin|babit|nena|nene|nenen|nenes|nana|nanen|nanes|mam|mami|mamin|"
        "mamit|mamaja|burr|burri|burrit|burrin|grua|gruaja|gruan|gruas|gruja|vella*|velle*|vlla*|moter|motra|"
        "motren|motres|moterz*|gjysh*|xhaxh*|axha|daja|dajo|dajen|halla|hallen|teze*|tezja|njerk*|kusheri*|"
        "bashkeshort*|shoq|shoqi|dashur*|prind*|femij*|femi|fmi|fmij*|kalama*|familj*"
    ),
    "MAN": (
        "ai|mesus*|arsimtar*|ky|burre|dikush|dikushi|djal*|cun*|plak*|shok*|mesues*|msus*|profesor*|drejtor*|"
        "trajner*|shofer*|polic*|roja|prift*|hoxha|imam*|mjek*|doktor*|fqinj*|komshi*"
    ),
    "BODY": (
        "trup*|gjoks*|cic*|sis*|kofsh*|prapanic*|byth*|bark*|intim*|gju|gjunj*|qaf*|poshte|nen|krahe*|kemb*|"
        "duar*|dore|bluz*|brek*|mbath*|sutjen*"
    ),
    "BED": "krevat*|shtrat*|dyshek*|dhom*",
    "BARE": "lakuriq*|zhvesh*|zhvish*|cveshur*|nudo|nude*|intim*|cullak*|pa_rroba|pa_tesha|pa_petka",
    "PICTURE": "foto|fotot|fotoja|fotografi*|video|videot|videon|pamje*|pic|pics|picture*|photo*|videos",
    "VEINS": "vena*|damar*|krah*|kraht|duar*|dore|doren|kyc*|kofsh*|lekur*",
    "CUT": "pres|prese|pret|presin|prer|prere|preva|prej|preu|pre|prit*",
    "PILLS": "hap|hapa|hape|hapat|hapet|ilac*|barna|barnat|pastil*|tablet*|qetesues*|helm|helmi|helmin",
    "GOODS": "pako|pakon|paket*|drog*|hash*|kokain*|kanabis*|marihuan*|arm|arme|armen",
    "WEAPON": (
        "thik*|hanxhar*|arm|arme|armen|armet|armes|armve|armeve|kobur*|revole*|revolv*|pistolet*|pistalet*|"
        "pushk*|kallash*|granat*|bomb|bombe|bomben|bomba|bombat|bombes|brez_automatiku"
    ),
    "HOUSE": "shtepi*|shpi*|banes*|apartament*|pallat*|dhom*|shkoll*|dritar*|ballkon*|tarrac*|kat|kati|katin",
    "HEIGHT": "kat|kati|ballkon*|tarrac*|dritar*|pus*|lum*|liqen*|kanal*|det|uje|ure|ura|skel*|pallat*|shkemb*",
    "LAMP": "llamb*|drit*|poc*|neon*|televiz*|motor|motorin|panel*|transformator*",
    "NUISANCE": (
        "zhurm*|muzik*|pleh*|mbeturina*|pluhur*|tym*|er|era|ere|trafik*|bora|shiu|fatur*|cmim*|taksa*|balt*|vap*|"
        "merzi*|mushkonj*|noise|music|smell*|dust|traffic|heat|garbage|barking"
    ),
    "STRIKE": (
        "hit|hits|hitting|beat|beats|beating|beaten|punch*|slap*|kick*|chok*|strangl*|whip*|smack*|hurt|hurts|"
        "hurting|attack*|rape*|raping|molest*|abus*|threat*|groped|gropes|kiss|kissed|kisses|burned|burns|"
        "tortur*"
    ),
    "SOMEBODY": (
        "me|us|her|him|mom|mum|mother|sister|brother|kid|kids|child*|boy|boys|girl|girls|woman|wife|student*|"
        "pupil*|baby|friend"
    ),
    "HERSELF": "myself|herself|himself|themselves|yourself|ourselves",
    "DONT": "don_t|dont|do_not|didn_t|doesn_t|doesnt|does_not|never|can_t|cant|cannot|not|isn_t|isnt|won_t|wont|aren_t",
    "LIMB": "body|face|head|arm|arms|leg|legs|chest|breast*|butt|ass|thigh*|skin|hair|wrist*|veins|private*",
    "WATER": "river|lake|sea|water|well|canal|manhole|hole|roof|window|balcon*|bridge|floor|building|stairs|cliff",
    "BUILDING": "building|house|home|flat|apartment|school|roof|window*|kitchen|shop|bar|market",
    "FORCE": "forc*|mak*|made|want|wants",
    "PARENT": (
        "dad|daddy|father|mom|mum|mother|parents|stepdad|stepfather|stepmother|husband|boyfriend|uncle|brother|"
        "grandpa|grandfather"
    ),
}
"""Words that stand for each other."""
NEED: Final = (
    # Beaten
    "ME HAS? BEAT", "ME HAS? HIT", "ME HAS? u? KILL", "HIM HAS? BEAT", "FAMILY .. BEAT", "BEAT .. FAMILY",
    "FAMILY .. HIT", "HIT .. FAMILY", "jam|jom|jemi|jena .. BEAT|vujt|dhunu*",
    "ME HAS? SEIZE .. fyt*|gryk*|flok*|krah*", "SEIZE .. FAMILY .. fyt*|gryk*|flok*",
    "ME|HIM|FAMILY .. grusht*|shuplak*|shkelm*|rryp*|shpull*",
    "ME HAS? thye|thy|theu|theva .. dhemb*|brinj*|dor*|krah*|koke*",
    "dhune|dhunen|dhunes|dhuno*|dhunu*|dhunim*|perdhun*", "frik* .. FAMILY", "frik* .. shtepi*|shpi*",
    "ME HAS? mbyll* ne|brenda|me|n", "mban* .. mbyllur|mbyll|lidhur",
    "jam|jom|jemi|jena e|i|te|t mbyllur|mbyll|nguju*", "NOT me le|len|lejon*|lan|leshon* .. dal|dil|dale",
    "nguju*|gjakmarr*|hakmarr*", "peng|pengje", "FAMILY .. raki|dehur|dehet|deh",
    "sy|syri|syte|syrin|krah* .. nxir*|nxi|enjt*", "nxir*|nxi|enjt* .. sy|syri|syte|syrin|krah*", "mavij*",
    "ME HAS? nxjerr*|nxori|nxirr|drejto* .. WEAPON",
    # Touched, looked at, shown
    "ME HAS? prek* .. BODY|kur|naten|nate|fsheh*|vetem|pa", "ME HAS? prek* .. FAMILY|MAN",
    "FAMILY|MAN .. ME HAS? prek*", "BED .. ME HAS? prek*",
    "ME HAS? fut|fute|futi|vuri|ve|vendos|qet .. dore|doren|dor|duart|gisht*",
    "ME HAS? puth* .. goje|goj|buze*|buz|zor|force|kallxo*|trego*", "ME HAS? zhvesh*|zhvish*|cvesh*",
    "ME HAS? ngacmo*|ngacmu*", "HIM HAS? ngacmo*",
    "hyn|hyri|vjen|vije|futet|hyp*|shtrihet .. BED tim|time|teme|tem|me", "fle|flej|flesh|fjet me ate|mua|zor",
    "seks*|sex*|pedofil*|pornog*", "brendshmet",
    "ME HAS? kqyr*|shikon|shikonte|shef|shof|pergjon .. lahem|zhvish*|nderrohem|dush*", "vajz* .. shtatzen*",
    "jam|jom|mbeta|mbet shtatzen*|barr", "ME HAS? abuz*", "abuz* .. FAMILY|seks*|mitur*|vajz*|mua",
    "qitma|qitm|cojma|cojm|dergoma|dergom|nisma foto*|video*",
    "nxjerr*|nxor*|publiko*|posto*|perhap*|shpernda* fotot|videot|foton|videon",
    "lek|leke|para|euro .. fotot|videot|foton|videon", "PICTURE .. .. BARE", "ma|mi hap* .. foto*|video*",
    "ME shkrua*|shkru*|dergo* .. pista|pist|turp*|palidhje", "BARE .. PICTURE",
    "ME HAS? kerko*|kerku*|lyp*|detyro*|detyru* .. PICTURE",
    "ka|kan|kane|nxjerr*|nxor*|publiko*|shpernda*|hedh*|qes|qet*|posto* .. foto*|video* e|tona .. mia|mija|saj|tona",
    # Death and harm by one's own hand
    "NOT .. WANT .. gjall|gjalle|jetoj|jetu|jetuar|jetue|rroj|rru|ekzisto*|zgjo*",
    "WANT|po|te .. NOT .. zgjohem|zgju|zgjuar|lindur|lind", "WANT .. vdes|vdis|vdek*", "me mir* .. vdes|vdek*|lindur",
    "vetevra*|vetvra*|vetevrit*|vetvrit*", "KILL SELF", "vras*|vrit*|vret .. SELF", "SELF .. vras*|vret|mbys*",
    "me u vra|mbyt|var|hudh|hedh", "te|do|t|u vritem|vetevritem|varem|mbytem",
    "hidhem|hudhem|hidhet .. nga|prej|poshte|ura|uren", "do|t|ti|te|tja i? jap|jape|dhashe .. fund",
    "NOT ja|ia|vlen|mund|mundem|muj|duroj .. jetoj|jetu|jetuar|jetue", "prerj* .. krah*|dor*|kemb*",
    "thot*|tha|thote|shkru* .. vdes*|vdek|vrase|vritet", "mendo*|mendim* .. vdekj*|vdes*",
    "me mir* .. NOT isha|isha_kon|ishem", "askush|kerkush|askujt .. do|don|mungoj", "lendo*|demto*|CUT SELF",
    "CUT .. VEINS", "brisk*|zhilet*|gilet*|gillet*|xhilet*",
    "pi|pij|piva|piu|pire|piri|pine|marr|marre|gelltit* .. PILLS", "mbidoz*|overdoz*",
    "le|len|leme|lo|lon|la|iki|ik|largohem|shkoj .. kjo|kete|ket|kesaj|ksaj bote|jete|bot|jet",
    "jeta|jet .. NOT .. kuptim|vler*", "NOT ka|kan kuptim", "lamtumir*", "NOT ka .. kuptim .. jet*",
    "NOT muj|mundem|mund|duroj|duro ma|me|mo|dot $",
    # Children left, sent, given away
    "pa u? ngren*|buke|buk|hanger|ngran", "NOT .. cfare|cka|qka|gje|gja|asgje .. ha|hane|han|ham|hame|hajme|hanger",
    "ME HAS? braktis*", "foshnj* .. braktis*|vetem",
    "NOT .. kemi|kam|kom|kem|kena|kane|ka .. buk|buke|ushqim|hanger|ngren*", "vdes* .. uri*",
    "FAMILY|ME .. le|lene|len|lan|la|braktis* .. vetem|vet|rruge",
    "jemi|rrime|rri|rrijme|jena|jam|jom vetem|vet .. dit*|nate*|jav*", "ME HAS? te|t|me? martoj*|martu*|fejoj*|feju*",
    "martoj*|martu*|martes*|fejoj*|fejes*|fejua* .. zor|detyr*|forc*|mitur*", "po e|i martoj*|fejoj*",
    "martoj*|fejoj*|fejuan|martuan .. motr*|vajz*|shoqe*", "ME jap*|jep*|dhan*|coj*|coje* .. burr|burre|nuse",
    "lyp|lypi|lypim .. lek|leke|para|rrug*|semafor*|treg*|kryqezim*", "femij*|kalama*|vajz*|djal* .. lyp*",
    "nxjerr*|dergo*|coj*|cojn*|detyr*|shkojm* .. lyp*",
    # Threatened, hunted, made to carry
    "ME HAS? THREATEN", "THREATEN .. FAMILY|PICTURE|mua|mu", "shantazh*|santazh*",
    "do|te|ta|t te|t? me|na|ta? vras*|mbys*|rrah*|rreh*|zhduk*", "ME HAS? ndjek*|ndoq*|ndiq|pergjo*|survejo*",
    "ME HAS? vjen|vije|vijn*|erdh*|shkon nga? pas|mas|mbrapa|mrapa", "acid|acidin",
    "ME HAS? detyro*|detyru* .. coj|mbaj|shes|shit*|vjedh*|lyp*|pi|pij|dergo*|zhvish*|puth*|bej|martoh*|fle|flej|pun*",
    "po|nese|nqs NOT .. cova|mbajta|shita|dergova|solla|coj|mbaj|shes", "e pesoj|peson|pesojm*",
    "coj|mbaj|shes|ruaj|dergoj|transportoj|fsheh|cova|solla .. GOODS",
    # In English: hurt
    "STRIKE up? a|the|my|our|his|little? SOMEBODY", "STRIKE my LIMB", "SOMEBODY .. beaten|raped|abused|molested",
    "beats|beating|beaten|rape*|molest*|groped", "push* me|us", "he|she|PARENT hit|hits|beats|hitting",
    "PARENT .. drunk|drinks|beer", "throw*|threw .. at me|us", "bruise*", "black eye*", "DONT .. safe at|in home|my",
    "unsafe at home", "pull* my|her hair", "grab* me|us|her", "lock* me|us|her|him", "DONT let me|her leave|go|out",
    "domestic violence|abuse", "touch* me|us|her|him", "touch* my|her|his|our LIMB|body",
    "hand|hands|fingers .. under|on|in|into|between my|her", "into|to|in my|his bed",
    "comes|came|come|enters .. my room", "private parts", "nude|nudes|naked|undress*", "ask* .. for pics|nudes",
    "PICTURE .. my|her body|breast*", "want*|ask* .. PICTURE of|from me|my|her", "i|m|am|got pregnant",
    "take off .. clothes", "STRIKE .. HERSELF", "kill* me|us|HERSELF|my|her|him",
    "will|gonna|going|ll to? hurt|kill|beat|find me|us|my|her", "threat* me|us|my|to|her",
    "afraid|scared .. home|father|dad|husband|stepfather|uncle|him|brother|boyfriend",
    # In English: harm by one's own hand
    "suicid*|selfharm*", "self harm*", "want*|wanna|wish .. die|dead", "want|wanna to? disappear",
    "DONT .. want|wanna .. live|alive|wake|exist", "better off|if|without? dead|me",
    "end|ending my|it|everything life|all|$", "ending it|everything", "want* it|everything|this to end|stop $",
    "hate my life", "hate myself", "think*|thought* .. dying|death|suicide|dead", "no reason to? live",
    "cut|cuts|cutting HERSELF", "cut|cuts|cutting my|her LIMB",
    "took|take|taken|swallow* .. pills|tablets|poison|bleach", "overdos*",
    "jump* .. bridge|roof|window|building|balcony",
    # In English: left, sent, given away, made to do
    "FORCE my|our|her? SOMEBODY to? send|marry|sleep|undress|touch|kiss|strip|do_things|do_it|do_stuff",
    "FORCE my|our|her? SOMEBODY to? beg|carry|sell|steal|deliver|drink", "blackmail*|sextort*|extort*",
    "share*|post*|leak*|publish*|spread* my|her PICTURE", "marry*|marri* me|us|her|my .. to|off", "forced marriage",
    "forced to marry", "be|get married .. man", "send* .. to be|get married", "hungry|starv*",
    "nobody|noone|no_one feeds|cares|loves|likes", "PARENT .. left|abandon* me|us", "nothing .. eat",
    "no|any|without food", "alone .. days|weeks|nights", "left|leave|leaves us|me|him|her|kids|children alone",
    "to beg", "go|goes|sent begging", "begging", "follow* me|us|her", "stalk*",
    "i|we|me|us .. carry|deliver|sell|hide .. bag|package|drug*|weed|packet",
)  # fmt: skip
"""What may be told of oneself, or of a child who is hurt; whether it happens now or not."""
DANGER: Final = (
    # Help is called for
    "^ ndihm|ndihme|nihm|nihme", "ndihm|ndihme $", "ndihm|ndihme ndihm|ndihme|tani|shpejt|urgjent|ju|pls|lutem",
    "ME|ta|e HAS? ndihmo*|ndihmu*|nimo*|nihmo*", "kam|kemi|dua|du|duam|duhet .. ndihm|ndihme|nihm|nihme", "sos",
    "eja|ejani|hajde|hajdeni|vini .. shpejt|tani|urgjent",
    "thirr|thirrni|njoftoni|lajmeroni|sillni .. polici*|ambulanc*|dike|dik|urgjenc*|mjek*", "frik|frike tani",
    "po vijn|vijne|vjen tani", "jam|jom|jemi|jena ne|n rrezik", "jam|jom|jemi|jena i|e|te? fsheh*", "^ help", "help $",
    "help me|us|her|him|now|please|pls", "please|plz|pls|somebody|someone|anyone|need* help", "in danger",
    "come fast|quick*|now|please", "i|we m|am|are|re hiding", "call .. ambulance|police|doctor|112|129|127",
    # Weapons and fights
    "WEAPON", "armatos*", "BEAT", "rrihe*|zihe*|sherr*|perlesh*", "HIM|u HAS? KILL", "HIM|po|u HAS? HIT",
    "po|u|duke KILL", "KILL .. nje|nji|dike|njer*|djal*|vajz*|grua*", "THREATEN",
    "shtena|shtenat|krism*|shtiu|shtin|shtijn*|shtijne|shtine|shtien", "qello*|qellua*", "eksploz*|eksplod*",
    "shperthe*|shperthim* .. bomb*|gaz*", "SEIZE|kapur|kape nje|nji vajz*|femij*|grua|gruaje|djal*",
    "knife|knives|gun|guns|gunshot*|gunfire|pistol*|rifle*|weapon*|armed|grenade*|machete", "shooting|shoots|shooter",
    "shots fired", "is|was|got|been shot", "bomb|bombs", "explod*|explos*", "stab|stabs|stabbed|stabbing", "kill*",
    "fight|fights|fighting", "threat*",
    # Fire, water, heights, current
    "zjarr|zjarri|zjarre|zjarrin|zjarret|zjarrit", "mori|merr|marr|marre flak*", "flaket",
    "digjet|digjen|digjem*|dogj|dogjen", "po digj*", "tym .. HOUSE", "ere|er|rrjedh* .. gaz|gazi|gazit",
    "mbytet|mbytem*|mbyten", "mbyt* .. lum*|det|liqen*|pus*",
    "ra|rane|rene|ran|rrezua*|rrezu|ren|bie nga|prej|ne|n .. HEIGHT",
    "ra|rane|rene .. FAMILY|djal*|vajz*|cun*|plak*|grua|njer* .. HEIGHT",
    "kap|kapi|zuri|zu|goditi|vrau rrym*|korrent*|tensioni", "kabl*|tel* .. rrym*|korrent*",
    "fire|fires|burning|flames", "smok* .. .. BUILDING", "gas leak*", "smell* .. gas", "drown*",
    "fell|fallen|falls in|into|from|off|down .. WATER", "electrocut*",
    # Life at stake
    "gjak|gjaku|gjakun|gjakos*|pergjak*", "plagos*|plage|plagen", "pa ndjenja|ndjenj|vetedije|vetdije|frym*",
    "humb*|hup* .. ndjenja*|vetedij*", "ra|rene|bie te|t fik*", "alivanos*|infarkt*|konvuls*|epilep*", "NOT .. frym*",
    "po vdes*|vdek", "kufom*", "helmua*|helmu|helmim*|helm|helmi|helmin",
    "perplas*|shtypi|shtyp|shkeli|goditi .. makin*|kamion*|motor*|femij*|djal*|vajz*|plak*",
    "makin*|motor* .. shtypi|shkeli|perplas*", "blood|bleed*", "unconscious|fainted|fainting|faints|dying",
    "DONT|stopped breath*", "poison*", "hit|run|ran by|over .. car|truck|bus|motor*|boy|girl|child|man|woman",
    "car|bus|motorbike hit* a|my|the SOMEBODY|man", "car crash|accident",
    # Taken, robbed
    "rremby*|rrembe*|kidnap*|abduct*", "SEIZE|futur .. me|n zor|force|forc|dhun*", "grabit*", "po me|na|i|e? vjedh*",
    "hyn|hyjne|futen|futet|hyri|thyen|thyejne .. me|n force|zor|dhune|forc",
    "po hyn|hyjne|hyjn|thyen|thyejne .. shtepi*|shpi*|dere|deren|der", "broke|breaking|break|breaks into",
    "breaking in", "robbed|robbing|robber*|robbery|mugged", "push*|pull*|drag*|forc*|took .. into .. car|van|house",
)  # fmt: skip
"""What calls for the numbers as well, and is not told of oneself."""
HARMLESS: Final = (
    "ndihm* ekonomik*|financiar*|sociale", "ndihm* e|te|se par|pare|pares", "^ ndihmo* te|me",
    "shpell*|rrug*|fest*|vall*|shesh*|mal* e|i zjarr*", "zjarrfik*",
    "qen|qeni|qente|qenit|qenve|qeneve|langone* .. ndjek*|ndoq*|ngacmo*|vijn*|vjen",
    "er|era|zemer|zemra ME|HIM|u? HAS? BEAT", "dhur* .. gjak*", "gjak* .. dhur*", "analiz*|grup*|bank* .. gjak*",
    "LAMP .. fik*|dogj|dogjen|djeg*|digjet|digjen", "dogj|dogjen|digjet|digjen .. LAMP",
    "NUISANCE po|u? ME|HIM? HAS? KILL|BEAT|mbytem*|mbytet", "NUISANCE .. kill*",
    "KILL|mbytem*|mbytet|vdes* nga|prej|ne? te? NUISANCE", "kill* .. NUISANCE|sleep|time", "forc* .. armatos*",
    "pranim* e armatos*",
    "fire station*|department|brigade|extinguisher*|exit*|truck*|alarm*|hydrant*|door*|escape*|work*|fighter*",
    "dog|dogs .. follow*", "hungry dog*|cat*", "follow us|me on", "photo shooting", "blood donat*|donor*|test*|bank*",
    "donat* .. blood", "beg|begging you", "we|they|team beat them|the", "naked wire*|cable*", "sex* education|edukim*",
    "edukim* seks*", "kick* the|a ball", "fight* for|against", "mund|mundeni|mundet .. ndihmo* te|me|per|ne",
)  # fmt: skip
"""What sounds alike and is everyday; it is taken out before anything is listened for."""
MARKS: Final = {"..": r"(?:\w+ ){0,3}", "^": r"\A", "$": r"\Z"}
STRAIGHT: Final = str.maketrans("’‘`´ʼ", "'''''")
STRETCHED: Final = re.compile(r"(\w)\1{2,}")
"""As one shouts: `ndihmëëë`, `heeelp`."""
GLUED: Final = re.compile(
    r"\bs(?=(?:dua|du|due|doj|desha|muj|mund|mundem|merr|po|ka|kam|kom|kem|kemi|kena|kane|jam|jom|duroj)\b)"
)
"""A denial without its apostrophe: `sdua`, `smuj`."""


def sounds_dangerous(words: str) -> bool:
    """Whether somebody seems to be in danger or in need, however it is written."""
    plain = _plain(words)
    return IN_NEED.search(plain) is not None or IN_DANGER.search(plain) is not None


def sounds_like_need(words: str) -> bool:
    """Whether somebody seems to tell of what is done to themselves or to a child, now or not."""
    return IN_NEED.search(_plain(words)) is not None


def _plain(words: str) -> str:
    """Its words, folded, with one space behind each; a dot stands where everyday ones were."""
    folded = STRETCHED.sub(r"\1", fold(words.translate(STRAIGHT)))
    said = "".join(f"{word} " for word in re.findall(r"[^\W_]+", GLUED.sub("s ", folded)))
    return EVERYDAY.sub(". ", said)


def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """All the phrases in one; none looks further than some words ahead, so that twice the text takes twice the time."""
    return re.compile(rf"\b(?:{'|'.join(''.join(map(_word, phrase.split())) for phrase in phrases)})")


def _word(word: str) -> str:
    """One word of a table as an expression, which takes the space behind it along."""
    if word in MARKS:
        return MARKS[word]
    kind = re.sub(r"[A-Z]+", lambda found: KINDS[found[0]], word.removesuffix("?"))
    one = kind.replace("*", r"\w*").replace("_", " ")
    return f"(?:{one}) " if word[-1] != "?" else f"(?:(?:{one}) )?"


IN_NEED: Final = _pattern(NEED)
IN_DANGER: Final = _pattern(DANGER)
EVERYDAY: Final = _pattern(HARMLESS)
