"""A notice that cancels, moves or calls for something else is no new consultation, and is doubted once."""

import pytest

from documents.reading.notice import read_notice
from participation.consultations.notice import DoubtKind

OCCASIONS = {DoubtKind.CHANGES_ANOTHER, DoubtKind.AN_OPEN_CALL}


def occasions(text: str) -> list[tuple[DoubtKind, str]]:
    return [(doubt.kind, doubt.words) for doubt in read_notice(text).doubts if doubt.kind in OCCASIONS]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Bashkia Kroi njofton se takimi i datës 4.11.2026, ora 10:00, për tregun anulohet.", "anulohet"),
        ("ANULOHET dëgjesa e datës 4 nëntor 2026, ora 10:00. Bashkia Kroi", "ANULOHET"),
        ("Bashkia Kroi: dëgjesa për tregun, e datës 4.11.2026, shtyhet për më 9.11.2026, ora 10:00.", "shtyhet"),
        (
            "NJOFTIM PËR SHTYRJE\nBashkia Kroi: dëgjesa për tregun mbahet më 9.11.2026, ora 10:00.",
            "NJOFTIM PËR SHTYRJE",
        ),
        ("Bashkia Kroi: u shty takimi për tregun. Data e re: 9.11.2026, ora 10:00.", "u shty"),
        ("KORRIGJIM\nBashkia Kroi: takimi për tregun mbahet më 9.11.2026, ora 10:00.", "KORRIGJIM"),
        ("Bashkia Kroi: afati i komenteve për tregun zgjatet deri më 9.11.2026.", "zgjatet"),
        ("Bashkia Kroi: seanca e 4 nëntorit për tregun nuk do të zhvillohet.", "nuk do të zhvillohet"),
        ("Bashkia Kroi njofton ndryshimin e datës së takimit për tregun: 9.11.2026, ora 10:00.", "ndryshimin e datës"),
    ],
)
def test_what_changes_something_announced_before_is_doubted(text, words):
    assert occasions(text) == [(DoubtKind.CHANGES_ANOTHER, words)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("THIRRJE PËR APLIKIME\nBashkia Kroi pret aplikime për grante deri më 4.11.2026.", "THIRRJE PËR APLIKIME"),
        ("Bashkia Kroi shpall thirrjen e hapur për shoqatat: aplikoni deri më 4.11.2026.", "thirrjen e hapur"),
        ("THIRRJE PËR TË RINJTË\nBashkia Kroi pret aplikime deri më 4.11.2026.", "THIRRJE PËR TË RINJTË"),
        ("Bashkia Kroi pret projekt-propozime nga OJF-të deri më 4.11.2026.", "projekt-propozime"),
        ("Bashkia Kroi: ftesë për shprehje interesi, deri më 4.11.2026.", "shprehje interesi"),
    ],
)
def test_a_call_for_applications_is_no_consultation(text, words):
    assert occasions(text) == [(DoubtKind.AN_OPEN_CALL, words)]


@pytest.mark.parametrize(
    "text",
    [
        "Bashkia Kroi shpall konkurs për vendin e lirë të punës “jurist”, dokumentet deri më 4.11.2026.",
        "Bashkia Kroi shpall ankandin publik për qiradhënien e lokalit, më 4.11.2026, ora 10:00.",
        "Bashkia Kroi shpall tenderin për rrugën; ofertat ekonomike dorëzohen deri më 4.11.2026.",
    ],
)
def test_a_vacancy_or_a_sale_calls_nobody_to_speak(text):
    assert not read_notice(text).is_notice
    assert not occasions(text)


@pytest.mark.parametrize(
    "text",
    [
        "Bashkia Kroi fton banorët më 4.11.2026, ora 10:00, në takim. Në rast moti të keq takimi shtyhet.",
        "Bashkia Kroi fton banorët më 4.11.2026, ora 10:00, në dëgjesë për vendimin që anulohet.",
        "Bashkia Kroi: thirrje për komente për tregun, deri më 4.11.2026.",
        "Bashkia Kroi fton banorët më 4.11.2026, ora 10:00, në takimin për ndryshimin e tarifave.",
        "Bashkia Kroi fton banorët më 4.11.2026, ora 10:00, në takim. Nuk mbahet pagesë për pjesëmarrjen.",
    ],
)
def test_an_ordinary_consultation_is_not_doubted(text):
    assert occasions(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Procedura e marrjes dhe shqyrtimit të komenteve\nKomentet dërgohen brenda 20 ditëve pune nga njoftimi në "
        "fjala@kroi.example. Bashkia Kroi i përmbledh.",
        "Shtyhet afati për shpalljen e projekteve fituese\nMinistria njofton se rezultatet dalin më 20.10.2026.",
        "Dëgjesa u mbajt jashtë orarit\nSipas bashkisë, këtë të hënë në orën 16:00 do të zhvillohej konsultim publik."
        " Por dëgjesa ishte mbajtur në orën 11:00, tha nënkryetari.",
        "Mbahet debati publik për hartën zonale\nËshtë mbajtur debat publik për raportin. Qytetarët morën pjesë dhe"
        " kanë pasur"
        " kohë për të dërguar komente.",
        "KONKURS\nTitulli i punës: Edukatore\nKohëzgjatja: kohë e caktuar, deri më 30.6.2027\nKandidatët ftohen në"
        " intervistë më"
        " 24.9.2026 në ora 10:00.",
        "Bashkia Kroi njofton se nga data 12.8.2026 ora 21:00 deri më 14.8.2026 ora 06:00 rruga e stadiumit mbyllet për"
        " asfaltim. Lutemi largoni automjetet.",
        "LISTA E PROJEKTEVE FITUESE\nPas vlerësimit të aplikimeve të pranuara deri më 15.6.2026 komisioni zgjodhi"
        " shtatë "
        "projekte. Marrëveshjet nënshkruhen më 24.7.2026, ora 11:00, në zyrën e fondacionit.",
        "DEBAT PUBLIK PËR BUXHETIN\nKryetari dhe ekzekutivi kanë prezantuar buxhetin. Debati publik është mbajtur"
        " në të gjitha "
        "fshatrat e komunës.",
        "Mbyllen disa rrugë në Kroi\nAktiviteti zhvillohet të premten, më 18 shtator 2026; parashihet mbyllja e"
        " rrugëve.",
        "SI MUND TË MERRNI PJESË?\nLigji nr. 146/2014 ju jep të drejtën të shprehni mendimin për projektaktet.\n1."
        " Sa kohë kam? Jo"
        " më pak se 20 ditë pune nga njoftimi. Koordinatori: fjala@kroi.example",
        "BASHKIA KROI\nV E N D I M\nKëshilli, në mbledhjen e datës 24.6.2026, ora 11:00, në sallën e mbledhjeve,\nV"
        " E N D O S I:\n"
        "1. Miratimin e listës. 2. Ky vendim hyn në fuqi 10 ditë pas shpalljes.",
        "MONITORIM: Sa dëgjesa u bënë?\nData | Ora | Vendi\n2.11.2026 | 10:00 | Lugaj, salla\n3.11.2026 | 10:00 |"
        " Bujan, shkolla",
        "K O N K U R S\nMësimdhënës i matematikës, 20 orë në javë. Intervista me kandidatët mbahet me 29.1.2026 në"
        " ora 10:00,"
        " në sallën e drejtorisë.",
        "Nga e hëna, 12 tetor 2026, lahen rrugët e Kroit. Bizneset janë të lutura të heqin tavolinat deri më 11 tetor "
        "2026; në të kundërt konfiskohen.",
        "Komuna mbajti debatin për tregun, tregtarët dolën të zemëruar\n\nDebati u mbyll dje me zhurmë në Kroi.\n\n"
        "Njoftimi thoshte: „Komuna e Kroit, sipas Ligjit Nr. 03/L-040 „Për Vetëqeverisjen Lokale“, i fton të gjithë "
        "banorët në debatin publik, ditën e premte, më 9.10.2026, në ora 17:00, në sallën e Kuvendit“.\n\n"
        "Tregtarët kërkuan që tregu të mbetet. Kryetari nuk u përgjigj.",
        "BASHKIA KROI – NJOFTIM PER LEVIZJE PARALELE DHE PRANIMIN NE SHERBIMIN CIVIL\n\nNjesia shpall procedurat per:\n"
        "- 1 (nje) Koordinator per konsultimin publik\n\nAfati për dorëzimin e dokumenteve: 5 Tetor 2026\n\nDetyrat: "
        "organizon takimet publike, mban regjistrin e komenteve.\n\nIntervista zhvillohet në zyrat e Bashkisë; ora "
        "njoftohet më 12 Tetor 2026.",
        "Kryetari i Komunës së Kroit shpall:\n\nSHPALLJE INTERNE\nPër plotësimin e vendit të punës me avancim\n\n"
        "1. Udhëheqës i seksionit – 1 përmbarues\n\nKandidatët e dorëzojnë paraqitjen deri më 5.10.2026 në sallën e "
        "pritjes. Intervista mbahet më 9.10.2026 në ora 11.00.",
        "Pjesëmarrja e publikut\n\nPjesa 1. Të dhënat e koordinatorit për njoftim dhe konsultim publik\n 1. Emri dhe "
        "Mbiemri: ____________\n 2. Adresa: ____________\nPjesa 2. Plani vjetor i konsultimeve\n 1. Palët që do të "
        "konsultohen\nPjesa 3. Njoftimi për nismën\n 1. Vendi dhe data e takimit publik: __.__.20__\n 2. Adresa ku "
        "dërgohen komentet\n 3. Mënyra e mbajtjes së procesverbalit",
        "KËSHILLA PËR TAKIMET PUBLIKE:\nsi të dëgjoheni\n\n3 tetor 2026\n\nProcesi për minierën vazhdon dhe pjesë e "
        "tij janë konsultimet. Çfarë duhet të dini?\n\n• Njoftimi i dëgjesës duhet të tregojë ditën dhe vendin.\n"
        "• Sigurohuni që mbahet procesverbal.\n• Komentet me shkrim, brenda afatit, kanë shumë vlerë.",
        "Pak banorë në debatin për buxhetin\n\nKroi, 9 tetor – Debati i parë publik për buxhetin, i mbajtur të enjten "
        "në sallën e Kuvendit, nuk ka tërhequr shumë veta.\n\nKanë ardhur vetëm 12 qytetarë. Të pranishmit kanë folur "
        "për ujin.",
        "RAPORTI VJETOR 2025 PËR KONSULTIMIN PUBLIK\nBashkia Kroi\n\nBashkia gjatë vitit 2025 ka zhvilluar 5 "
        "degjesa publike. Më poshtë dy prej tyre:\n\nNr\tTema\tData\tOra\tVendi\tPjesëmarrës\n1\tBuxheti\t"
        "18.10.2025\t11:00\tPallati i Kulturës\t46\n2\tMbetjet\t14.06.2025\t12:00\tSalla e Këshillit\t22",
        "Mbahet Tryeza Publike për Planin e Mobilitetit\n\n2026/05/11 - 12:08\n\nPlani i Mobilitetit u diskutua "
        "sot në sallën e Kuvendit, në tryezën publike që e organizoi Komuna. Hartuesit e prezantuan dokumentin. "
        "Qytetarët kanë pasur hapësirë një mujore, deri më 10.05.2026, për t'i dërguar komentet. Me tryezën e "
        "sotme procedura mbyllet.",
        "Kryetari raporton në seancën plenare mbi punën e vitit 2025\n\nNjoftim për shtyp\n\nTiranë, më "
        "07.07.2026\n\nKryetari raportoi ditën e sotme në seancën plenare të Kuvendit. Ai vuri theksin te "
        "rekomandimet e pranuara; gjatë vitit u zhvilluan 9 tryeza konsultimi publik. Ligji e detyron "
        "institucionin të raportojë çdo vit para datës 31 mars.",
        "Njoftim për shtyrje afati të vlerësimit\n\nMinistria njofton subjektet që kanë paraqitur projekte se, për "
        "shkak të volumit të madh të propozimeve, shtyhet afati i vlerësimit nga komisioni. Aplikimi është i "
        "mbyllur.\n\nData e shpalljes së projekteve fituese do të jetë 19 shkurt 2026.",
        "Agjencia njofton ekspertët\n\nNjoftim: Mbi formatin e raporteve\n\nAgjencia merr në shqyrtim aplikimet që "
        "duhet të pajisen me vendim.\n• Nuk do të merret në shqyrtim asnjë aplikim nëse raporti nuk është hartuar "
        "sipas VKM Nr. 13, datë 4.1.2013.\n• Raporti duhet të përmbajë edhe procesverbalin e dëgjesës me "
        "publikun.\n• Formati zbatohet për aplikimet e depozituara pas datës 01.03.2026.",
        "Tregtarët kundër tarifës\n\nKroi, 13 shkurt 2026\n\nSalla u mbush dje. Tregtarët erdhën të flasin për "
        "paketën, pasi e kishin lexuar njoftimin që bashkia varte në portë: “Ftohen të gjitha bizneset ditën e "
        "mërkurë, 12 shkurt 2026, ora 11:00, në sallën e Këshillit, për të diskutuar paketën. Komentet dërgohen "
        "deri më 10 shkurt te taksat@kroi.example.”\n\nTakimi zgjati dy orë. Drejtoresha shpjegoi se rritja lidhet "
        "me kostot. Në fund zëvendëskryetari premtoi se tarifa do të shqyrtohet.",
        "REPUBLIKA E SHQIPËRISË\nBASHKIA KROI\nNjësia e Burimeve\n\nSHPALLJE PËR LËVIZJE PARALELE DHE PËR PRANIMIN "
        "NË SHËRBIMIN CIVIL\n\nShpallen procedurat për pozicionin:\n • 1 (një) Specialist Strehimi\n\nAfati për "
        "dorëzimin e dokumentave: 08.03.2026\n\nTestimi me shkrim zhvillohet ditën e martë, datë 24.03.2026, ora "
        "10:00, në sallën e mbledhjeve, kati II.",
        "Pak fjalë në seancat dëgjimore në Kroi\n\n22/05/2026\n\nEnti ishte sot në dëgjesat e fundit të "
        "Ujësjellësit. Shoqëria prezantoi gjendjen dhe propozoi tarifë të njëjtë.\n\nErdhën më shumë qytetarë dhe "
        "disa e kundërshtuan propozimin.",
        "Zëvendësdrejtor/e i/e shkollës (2)\nKomuna Kroi\nPublikuar 19/05/2026\nLloji: Punë\n\nAfati për aplikim: "
        "19/05/2026 - 26/05/2026\n\nDrejtoria shpall K O N K U R S për dy shkolla. Kërkohet kualifikim prej së "
        "paku 240 ECTS.",
        "Komuna e Kroit diskutoi me banorët planin\n\nKomuna e ka përmbyllur fushatën e diskutimeve publike për "
        "planin.\n\n“Me këtë diskutim, që u mbajt sot, më 21 maj, në ora 17:00, në oborrin e shkollës, përmbyllen "
        "të gjitha diskutimet”, thuhet në njoftim.",
        "Afati për dërgimin e komenteve\n\nQë konsultimi të jetë efektiv, palët duhet të kenë kohë për të hartuar "
        "komentet. Ligji parashikon afatet:\n\na) kur organi publik ndjek procedurën e njoftimit, komentet "
        "dërgohen brenda 20 ditëve pune;\n\nb) organi publik vendos të shtyjë takimin publik kur duhet.",
        "FORMULAR NR. 3\n\nKALENDARI I DËGJESAVE PUBLIKE PËR VITIN ______\n\nBashkia: ________________________\n\n"
        "| Nr. | Njësia | Data | Ora | Vendi |\n|---|---|---|---|---|\n| 1 | | ___.___.20___ | | |\n| 2 | | "
        "___.___.20___ | | |\n\nShembull plotësimi: 1 | Njësia X | 15.10.2026 | 10:00 | salla e njësisë\n\nAfati i "
        "komenteve: ___/___/20___",
        "Zyrtar për Auditim\n\nData e publikimit\n02-05-2026\n\nBazuar në nenin 21 të Ligjit për Ndërmarrjet "
        "Publike, Komisioni shpall:\n\nKONKURS PUBLIK\n\nTitulli i vendit të punës: Zyrtar\nKohëzgjatja e "
        "kontratës: Për kohë të caktuar\n\nTesti me shkrim mbahet me datën 05.06.2026 në ora 10:00, në sallën e "
        "mbledhjeve.",
        "Diskutim për planin, largojnë kamerat\n\nBashkia Kroi diskutoi sot ndryshimin e planit.\n\nNjoftimi "
        "thoshte: “Në kuadër të rishikimit, bazuar në nenin 26 të Ligjit Nr.107, datë 31.07.2014, Bashkia Kroi "
        "fton qytetarët në dëgjesën publike ditën e premte datë 09.10.2026 ora 14:00 në Hotel Ura”.\n\nNjë "
        "gazetari iu kërkua të largohet.",
    ],
)
def test_what_is_only_explained_or_done_calls_nobody(text):
    assert not read_notice(text).is_notice


@pytest.mark.parametrize(
    "text",
    [
        "Komuna e Kroit hapi thirrje për kulturën.\nShoqatat dorëzojnë një fletëparaqitje. Thirrja zgjat 20 ditë"
        " nga dita e publikimit, tha kryetari.",
        "Projekt-plani i lagjes ekspozohet në hollin e komunës për 15 ditë, që publiku ta shqyrtojë; propozimet dhe"
        " kundërshtimet i merr Drejtoria e Planifikimit.",
        "Është shtyrë afati për subvencionet\nAfati i fundit për dorëzimin e kërkesave për blerjen e deleve është"
        " shtyrë, tha se komuna, deri më 11 qershor 2026. Fermerët paraqesin aplikime në zyrë.",
        "Komuna e Kroit ka publikuar programin e diskutimeve publike.\nDiskutimi publik do të zgjasë 21 ditë, duke"
        " filluar nga"
        " 17.03.2026 deri më 7.4.2026, në katin e parë.",
        "KONKURS I HAPUR\nKush mund të marrë pjesë: nxënës dhe artistë.\nKu dorëzohet: Biblioteka\nDeri kur: 7"
        " nëntor 2026",
        "KONKURS PËR PUNIME LETRARE\nQendra e komunës ka shpallur konkurs për punime letrare. Punimet dërgohen me"
        " postë; mund të"
        " na shkruani për informata.",
        "KËSHILLI I QARKUT\nSekretaria\n\nNJOFTIM PËR MEDIAN DHE PUBLIKUN\n\nMbledhja e Këshillit të Qarkut, e"
        " thirrur për 26 shtator, nuk u zhvillua. Mbledhja ri-thirret më 1 tetor"
        " 2026, ora"
        " 12:30, në sallën “Topulli”.",
        "Nesër në Kroi flitet për kantierin\nNesër në orën 11:00, në Pallatin e Kulturës, banorët do të dëgjohen."
        " Hyrja është e"
        " lirë. Në mars banorët kërkuan largimin e tij.",
        "Tryezë e hapur: Udhëzuesi për kamerat\nZyra kërkon mendimin e banorëve.\nKUR: 11 qershor 2026, ora"
        " 15.00\nKU: Zoom",
        "Konkurs letrar\nBashkia Kroi shpall konkurs për tregim. Krijimet duhet të dorëzohen më së voni deri"
        " më 14.10.2026.",
        "ANKETË PËR PRIORITETET E BUXHETIT\n\nBashkia Kroi i fton banorët të vlerësojnë si u realizua Buxheti 2025. Në "
        "faqe është hedhur një anketë me përmbledhjen. Të dhënat vijnë nga raporti i monitorimit. Duke plotësuar "
        "pyetësorin pranoni që mendimi juaj të përdoret. Të gjithë mund të përgjigjen online.",
        "Njoftim - 12 maj 2026\n\nKomisioni Komunal, në mbledhjen e dt. 11.05.2026, vendosi:\n\nAnulohet Vendimi "
        "Nr. 02-060/01 dt. 02.05.2026. Shtyhen për afat të pacaktuar të gjitha tubimet publike në fshatrat:\n\n- "
        "Lugaj\n- Bujan\n\nBanorët njoftohen dy javë më parë.",
        "NJOFTIM PËR QYTETARË\n\nKuvendi, në mbledhjen e mbajtur me datën 30.09.2026, e la në diskutim publik "
        "planin e lagjes.\n\nPlani do të ekspozohet në hollin e Komunës, në kohëzgjatje prej 15 ditësh, çdo ditë "
        "pune. Komentet i mbledh Drejtoria.",
        "Vazhdojnë zgjedhjet për këshillat e fshatrave\n\nPostuar: 07.10.2026, 10:32\n\nDje u mbajtën zgjedhjet në "
        "Lugaj, ku morën pjesë 52 banorë; kryetari u rizgjodh.\n\nKomisioni i fton banorët që kanë mbetur. E "
        "premte, 9 tetor 2026, tubimi për Bujanin mbahet prej orës 18:00 në shkollën e fshatit.",
        "Plani Hapësinor për Parkun në shqyrtim publik\n\n07 August 2026\n\nInstituti e ka filluar shqyrtimin e "
        "planit. Dokumenti merret në ndërtesën e re.\n\nKomentet: fjala@kroi.example dhe zyra@kroi.example .",
    ],
)
def test_a_call_is_one_whoever_tells_of_it(text):
    assert read_notice(text).is_notice
