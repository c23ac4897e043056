"""What people tell, in the words of pupils and of tired adults: each written before the row that hears it."""

from typing import Final

BOTH: Final = """
Babai më rrahu mbrëmë
Po më rrahin
Më ka rrahur
na godet mua dhe vëllanë
Nuk dua më të jetoj
S’dua më të jetoj
nuk du me jetu
dua me vdek
të vetëvritem
kam pirë shumë hape
më ka përdhunuar
më prek trupin
Xhaxhai më prek kur jemi vetëm
nuk dua më të jetoj
babi kur pi na rreh mamin edhe mu
burri i mamit më qëllon me rryp
baba i im po e rreh mamin prap
vllau i madh me rreh per cdo gje
me ka rreh aq shum sa smuj me ec
ma ka thye dhëmbin babai
jom tu vujt, burri me rrah perdit
nana jem osht tu u rreh prej babes
mesuesi me goditi me shuplake
e rrahin motrën time çdo natë
Gjyshi e rreh vëllain e vogël me shkop
im shoq më shtyn e më shan dhe mbrëmë më kapi për fyti
më mbyti me duar derisa s'merrja dot frymë
kam frikë të shkoj në shtëpi se do më vrasë babai
më tha që do të më vrasë po i tregova kujt
Ish i dashuri më kërcënon se do më hedhë acid
me ka mbyll ne dhom dhe nuk me le me dal
Prej dy ditësh jam e mbyllur në shtëpi, ma kanë marrë telefonin
ma fut dorën nën bluzë mësuesi i fizkulturës
trajneri na prek kur zhvishemi
kushëriri hyn natën në dhomën time dhe më prek
daja me puth ne goj edhe me thot mos i kallxo kujt
burri i tezes me zhvesh
më detyroi të bëj seks me të
dikush po më kërkon foto pa rroba
më detyron të dërgoj foto
thot qe do ti qes fotot e mia lakuriq ne instagram
ka fotot e mia dhe po më shantazhon
s'du me jetu ma
nuk muj ma, du me e lon kët botë
po mendoj t’i jap fund
Më mirë të isha e vdekur
dua të fle e të mos zgjohem më kurrë
me vjen me u vra
i kam prerë duart me brisk
shoqja ime pret krahët me gillette
do hidhem nga ura
kam pi krejt hapat e nanes
shoku im tha se do ta vrasë veten sonte
po më martojnë me zor
duan të më fejojnë me një 30 vjeçar dhe unë jam 15
më kërcënojnë po nuk e çova pakon
me than qe po nuk e shite drogen ta vrasim familjen
një burrë më ndjek çdo ditë kur kthehem nga shkolla
nji makin e zeze me vjen mrapa
na dërgojnë me lyp lek ne semafor dhe po s'prum na rrahin
vëllai i vogël rri pa ngrënë
mami ikën me ditë dhe jemi vetëm pa bukë
fëmija i komshiut bërtet se e rrahin
Te fqinjët një burrë e dhunon gruan para fëmijëve
jam viktimë e dhunës në familje
më dhunon burri prej vitesh
më kanë përdhunuar dy djem
My father beats me every night
stepfather comes to my bed
he hit me
my father beat me
I took pills
he touched me
my dad hits my mom when he drinks
mum slaps me and pulls my hair
my brother punched me in the face
I dont want to live anymore
I wanna die
i want to kill myself
my friend says she will kill herself
I cut my arms
I have been cutting myself
he forces me to send nudes
he has naked pictures of me and wants money
someone is blackmailing me
my uncle puts his hand under my shirt
my coach touches me after training
I was raped
he made me do things in his bed
they are marrying me to an old man
they will hurt my family if I don't carry the bag
there is a man following me home from school
my little sister has nothing to eat at home
we are alone for days and there is no food
they send us to beg and beat us if we bring nothing
my husband choked me
he locks me in my room
my teacher hit a boy with a stick
babai pi raki e pastaj na bën gjëmën, mamit i kishte nxirë syri
I kam krahët me të nxira nga babai
kur vjen vonë më godet kokën pas murit
mamaja e re na le pa ngrënë kur nuk lajmë enët
njerka më djeg me cigare
më ul në prehër dhe më prek poshtë
prifti më puthi në buzë
ma heq te brendshmet
me kqyr kur lahem
vajza 13 vjec eshte shtatzene nga kusheriri
sduroj dot më, do i jap fund jetës
nuk ja vlen te jetoj
do iki nga kjo bote
Kur bëj prerje në krah më qetësohet dhimbja
vajza ime nuk han dhe thotë që do vdesë
dje piva gjithe ilacet e gjyshes
mendoj shpesh për vdekjen
Askush nuk më do, më mirë të mos isha
po të mos i jap lekë i nxjerr videot
nji tip ne tiktok po me thot qitma foton ose ia tregoj babes
Ish-burri më rri te dera dhe më kërcënon me telefon
dikush me vjen nga pas cdo nat
më kanë thënë po s'e mbajta çantën do e pësoj
babai do të më martojë me një që s'e njoh
14 vjec dhe me kan fejuar
me cojn te lyp te xhamia
vëllezërit e mi të vegjël s'kanë çfarë hanë
nëna na ka braktisur
nana osht e smut e skem kush na qet buk
më tërhoqi zvarrë për flokësh
burri ma ka nxjerr thiken
Më mban peng në shtëpi
mësuesi më qëlloi me vizore
më rrahën tre djem pas shkollës
shokët e klasës më godasin çdo ditë
my stepdad hurts me
dad throws things at us and screams
he is choking my mum
my grandpa touches my private parts
I don't feel safe at home
a man online wants pictures of my body
he said he will post my pictures if I dont pay
I hate my life and want it to end
I've been thinking about ending it
nobody feeds us
my parents left us
they make my brother sell drugs
he hits
dad beat us again
nje burr i dehur ka kap nje vajz
babi e ka zakon te na rrahe kur humb ne bixhoz
Gruaja e xhaxhait më mban si shërbëtore dhe më rreh me fshesë
kam gjak në hundë se më goditi vëllai
kur s'jam e mirë më mbyll në bodrum
jam 12 vjeç dhe një burrë në lojë më shkruan gjëra të pista
me ka thon mos i trego kujt se te vras
nji djal i madh me ka fut doren ne brek ne autobus
du me ik prej shpie se smuj ma
ndihem bosh dhe dua te vdes
ska kuptim asgje, s'du me kan ma gjall
shoqja po thotë lamtumirë të gjithëve dhe ka shkruar letër
nuk kemi ngrënë që dje
motra ime 8 vjec lyp te kryqezimi cdo dit
do më çojnë nuse në Gjermani pa dashje
ato te lagjes me detyrojn te coj drog
ish i dashuri po ma hap videon
my uncle makes me sit on his lap and touches me
I am scared of my dad
They hit me at school every day
I want to disappear forever
my mom says she'll send me back to be married
my teacher texts me asking for pics
he grabbed me by the hair
i swallowed all of moms tablets
""".strip().splitlines()
"""Somebody may be in need themselves, or a child is hurt; numbers are shown as well."""

DANGER: Final = """
ka një armë në çantë
po rrihen me thika
po e mbysin
Ndihmë!
SOS
ndihm
ejani shpejt ju lutem
Dy veta po qëllojnë me pistoletë te lagjja
ka te shtena tek ura
nje djal ka marr koburen e babait ne shkoll
ai ka nji revole
kan nxjerr thikat te dera e shkolles
dikush ka lan nje bomb te shkolla
po digjet shtëpia e komshinjve
ka marr flak pallati
ka rënë zjarr në mal
ra zjarri te kati dytë
bie erë gazi në pallat
Një djalë është rrëzuar dhe ka humbur ndjenjat
osht pa ndjenja ne rruge
s'po merr frymë
i ka dal gjak shum nga koka
e kan ther me thik nje djal
një fëmijë po mbytet në lumë
u mbyt nje cun ne liqen
u përplasën dy makina ka të plagosur
e shtypi makina një plak dhe iku
po vjedhin shtëpinë tani, jam fshehur
dikush po hyn me forcë në shtëpi
E futën një vajzë me zor në makinë
po zihen me shkopinj dhe hekura te fusha
u rrah nje djal te parku nga 5 veta
policia s'vjen, thirrni dikë ju lutem
ka rënë nga kati i tretë
kabllo me rrymë në tokë, një djalë e kapi rryma
help
there is a fire
somebody help please
he has a gun in his backpack
they are fighting with knives
I heard gunshots near the market
a man is shooting
the house is burning
smoke is coming out of the building
a boy fell into the river
he is not breathing
she fainted and does not wake up
there is blood everywhere
someone broke into our house
a child was hit by a car
there is a bomb in school
smells like gas in the building
they pushed a girl into a car
call an ambulance
call the police please
they stabbed a boy
ka nje njeri me arme te oborri
po bëjnë me thika te parku
shpërtheu një bombol gazi
dikush ra nga ballkoni
pallati po digjet shpejt
nje gru po bertet per ndihme
Po na vjedhin
po mbytet një vajzë në det
eshte pa frymë
dikush po gjuan me armë
po shtijn te sheshi
grabitje te dyqani
a man with a knife
people are shooting
my house is on fire
HEEELP
please come fast
two boys fight with bottles
my friend is unconscious
an old man fell down the stairs
someone was shot
ka tym të zi nga kati i pestë
dikush qëlloi me armë në ajër
nje djal po kercenon nje tjeter me thik
dy makina u perplasen dhe ka gjak
bebja nuk merr fryme
ra nji fmi ne pus
my neighbor is screaming for help
there was an explosion
A kid is drowning
someone got stabbed outside
""".strip().splitlines()
"""Danger, though nobody tells of what is done to themselves."""

HARMLESS: Final = """
The playground is dark right now
Kjo më prek edhe mua
Gungat në rrugë prishin makinat
nuk e kemi marrë ndihmën ekonomike
Kur jepet ndihma ekonomike për këtë muaj?
Rruga te Shpella e Zjarrit është pa drita
Dritat te shkolla janë fikur prej një jave
Zhurmë deri natën vonë te lokali poshtë
Parkojnë mbi trotuar dhe nuk kalohet dot
Qentë e rrugës na ndjekin kur shkojmë në shkollë
Ka shumë qen pa zot te lagjja
Një qen leh gjithë natën
Gropë e madhe para kopshtit
Plehrat s'janë marrë prej dy javësh
Kazanët janë mbushur plot dhe bie erë e keqe
Uji vjen vetëm dy orë në ditë
Nuk ka ujë të pijshëm në shkollë
Makinat kalojnë me shpejtësi para shkollës
Motorat bëjnë gara natën
Duhet një park për fëmijët
Dua të jetoj në një qytet të pastër
Dua të punoj kur të rritem
Nuk dua të prishet parku
Fusha e futbollit nuk ka rrjetë
Topi na humbi te kopshti i komshiut
Pema ra mbi gardh nga era
Era i rrahu dritaret gjithë natën
Zemra e qytetit është e ndotur
Në klasë bën ftohtë, nuk ka ngrohje
Banjat e shkollës janë të prishura
Mësuesja nuk vjen në orar
autobusi vjen me vones
ska vend me parku
drita osht fik te rruga jon
lokali e ka muzikn tep nalt
Shenja e stopit është thyer
Trotuari është i prishur dhe gjyshja u pengua
Çmimi i biletës është rritur
Më duhet një vërtetim nga bashkia
A mund të më thoni ku mblidhet këshilli?
Ju falënderoj për punën
E godita topin dhe u thye xhami i palestrës
Kanë prerë pemët te parku
Kanë prerë ujin pa lajmëruar
Kam bërë foto, po jua dërgoj
Po ju dërgoj foto të gropës
Fotot i dërgova dje
Martohem në qershor, si bëhet rezervimi i sallës?
Ndihmoni të mbjellim pemë
Gjaku dhurohet në qendrën e re të premten
Fëmijët luajnë në rrugë se s'ka fushë
Hapat e sheshit janë të thyera
Shkallët s'kanë parmak
Kërcimtaret bëjnë prova te pallati i kulturës
Pallati ka lagështi
pres pergjigje nga bashkia prej nje muaji
Librat e shkollës kushtojnë shumë
Më preku shumë historia e qytetit
Street lights are off near the school
Cars race past the school every morning
Garbage has not been collected for two weeks
Loud music from the bar until 3 am
A hole in the road damages the cars
Stray dogs follow us to the bus stop
There are many dogs without owners
No place to park near the market
The skill of the players is bad
The water is dirty and smells
There is no heating in the classroom
The bus is always late
We want to live in a clean town
I want a bike lane
The tree fell on the fence
The swings are broken
How do I send a photo?
The fire station needs a new door
Please fix the sidewalk
The pool is closed
I took a photo of the hole
the music is killing our sleep
They cut the trees in the park
The bell does not work
Në rrugën tonë nuk ka ndriçim
Semafori nuk punon
Gropa te kryqëzimi ka javë që rri hapur
Qentë endacakë hanë plehrat
a mund te me ndihmoni te gjej formularin
Makinat e parkuara na zënë rrugën
Bari i parkut nuk është prerë
me duhet numri i tatimeve
Këndi i lojërave ka rrëshqitëse të thyer
Kanali është bllokuar me plehra
Mungojnë koshat e plehrave
Ashensori nuk funksionon
Kush e pastron lumin?
Duam një bibliotekë
Lumi mban erë
po ndërtojnë pa leje
Kanalizimet kundërmojnë
Muzika e lokalit nuk na lë të flemë
Trotuari i zënë nga tavolinat
Nuk ka vend për karroca
Tarifat e ujit janë rritur
nuk na jepet leja
Ka shumë lagështi në klasë
internet s'ka ne shkolle
E duam parkun tonë
The lamp post is bent
Trash bins are overflowing
The dog barks all night
The road floods when it rains
Where can I pay the tax?
Traffic light is not working
They park on the sidewalk
Children have nowhere to play
There is graffiti on the wall
The river smells bad
The toilets at school are dirty
Kjo punë na prek të gjithëve
Drita e rrugës bie në sy dhe s'më lë të fle
Zjarrfikësja në korridor ka skaduar
Shkolla ka nevojë për ndihmë me librat
Kur hapet pishina?
Nuk na intereson pallati i ri
Duam më shumë kosha
Kemi nevojë për dritë te shkallët
Shkolla ka nevojë për lyerje
Babai im dëshiron të dijë orarin e zyrës
Mami thotë që rruga është e rrezikshme
më pëlqen parku i ri
Një pemë e madhe mund të bjerë mbi rrugë
Uji ka ngjyrë
Motorët bëjnë zhurmë te dritarja ime
Më shqetëson zhurma nga kantieri
Vëllai im ka nevojë për karrocë
Pse mbyllet biblioteka në orën 4?
my brother likes the new park
My mother wants to know the opening hours
Is there a youth centre?
The bus stop has no roof
We need a crossing near the school
My dad parks far away because of the holes
""".strip().splitlines()
"""What a municipality hears every day."""

UNHEARD: Final = """
Shoku i babit më jep para që të mos flas për atë që bën me mua
dje babai theu pjatat dhe i hodhi mamit thikën
trajneri do qe te rri vetem me te ne dush
sot i numërova hapat që kam në sirtar
ma kane vjedh foton dhe e kane bo lakuriq me AI
kanë bllokuar një vajzë në ashensor dhe bërtet
""".strip().splitlines()
"""Need that no list of words hears yet: whoever teaches it one moves it up."""
