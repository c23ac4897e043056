"""What people write with a name in it and without one: each written before the lists that hear it."""

from typing import Final

NAMED: Final = """
agim hoxha parkon | agim hoxha
Agim hoxha po shet | Agim hoxha
AGIM HOXHA SHET DROGË | AGIM HOXHA
Blerimi i klasës 10B | Blerimi
E bëri Blerimi | Blerimi
xhaxhi Beni | Beni
Kreshnik Duka shet drogë | Kreshnik Duka
mesuesi Kreshnik | Kreshnik
John Smith sells drugs | John Smith
@agim_hoxha | @agim_hoxha
069 123 4567 | 069 123 4567
Dje e pashë Besnik Lulën te porta. | Besnik Lulën
Agim Hoxha shet drogë te shkolla. | Agim Hoxha
Te ura. Zana Kola ishte aty. | Zana Kola
Përgjegjës është z. Deda. | Deda
na rreh mësuesi Arben | Arben
I saw John Smith with a bag. | John Smith
e bëri Ana Maria Doda | Ana Maria Doda
ai quhet erion dhe rri te parku | erion
e ka emrin Klajdi | Klajdi
Më rreh vëllai im Altini | Altini
ardit gjoni me rreh ne klase | ardit gjoni
Na e mori topin Elvisi i pallatit tjetër | Elvisi
tezja Lumja më bërtet | Lumja
drejtori Muhamet Lika nuk vjen | Muhamet Lika
Drejtoresha Prenda na fyen | Prenda
mjeku Gjergj merr lekë nën dorë | Gjergj
polici Shkelzen më ndaloi | Shkelzen
komshiu Fatmir hedh plehra | Fatmir
daja Ramadan po pi | Ramadan
e pashe Kevinin me cigare | Kevinin
i dha para Sokolit | Sokolit
Ermirën e ngacmojnë në klasë | Ermirën
Vilsoni dhe Xhuljani zihen | Vilsoni
kjo është puna e Ndue Markut | Ndue Markut
makina është e Tonin Gjokës | Tonin Gjokës
shkruaji te instagrami @ledi.shehu99 | @ledi.shehu99
numri i tij 0682345678 | 0682345678
thirre ne +355 69 23 45 678 | +355 69 23 45 678
teacher Mark shouts at us | Mark
my uncle Sami drinks | Sami
Mr. Brown touched a girl | Brown
Znj. Hysi nuk na lë të dalim | Hysi
SOKOL PRIFTI PARKON NË TROTUAR | SOKOL PRIFTI
shoqja ime Besa u sëmur | Besa
e bëri Drita Kola | Drita Kola
dje Flora më tha | Flora
gezim duka e ka makinen | gezim duka
I biri i Skënderit e theu xhamin | Skënderit
Bashkëpunon me Lulzim Berishën | Lulzim Berishën
rrinë te dyqani i Zybës | Zybës
Hysen Çela mban armë | Hysen Çela
e njoh Agim Hoxha Facebook | Agim Hoxha
Ky është djali i Agronit | Agronit
drejtori i shkolles Petrit Gjoni merr leke | Petrit Gjoni
E di kush e ka, Denisi i 11A | Denisi
roza kamberi shet cigare | roza kamberi
Xheni më fyen | Xheni
ZENEL TAHIRI RREH GRUAN | ZENEL TAHIRI
leonora me tha | leonora
dr Artur Kola kerkon leke | Artur Kola
po e bën Orgesi me shoket | Orgesi
Shkruaj te 067-555-1234 | 067-555-1234
Fredi i lokalit shet hash | Fredi
Këtu banon familja Hoxha | Hoxha
""".strip().splitlines()

NAMELESS: Final = """
Këshillit Bashkiak
Facebook Messenger
Kërkesë për Këshillit Bashkiak
më shkruan në Facebook Messenger
Makinat garojnë te shkolla.
Ndodh te Rruga Naim Frashëri çdo natë.
te shkolla Sami Frashëri
Bulevardi Dëshmorët është pa drita.
Dritat te Bashkia Përmet janë fikur.
Policia Bashkiake nuk vjen.
Çdo Natë zhurmë.
Cars race past the school.
drita është fikur te rruga
Drita nuk ka prej dy ditësh
Dritat janë të fikura
Besa ime, nuk e di kush ishte
jeta ime është e vështirë
Jeta në lagje është bërë e vështirë
flora e parkut po thahet
në verë s'ka ujë
vera është e nxehtë
ana tjetër e rrugës
në anën e majtë të rrugës
mira mbrëma, kam një ankesë
Era ra pemën
era e keqe te kazanët
ylli i kuq
trëndafili në park u tha
luani në kopshtin zoologjik
luan futboll në rrugë
luajnë me gurë
mali është i djegur
Në mal ka plehra
gruaja e komshiut
mësuesi na bërtet
mësuesja e matematikës na fyen
drejtori nuk vjen
xhaxhai më prek
polici më ndaloi te ura
shoqja ime u sëmur
Në Tiranë ka zhurmë
Bashkia e Elbasanit nuk përgjigjet
te Sheshi Skënderbej
MAKINAT GAROJNË TE SHKOLLA
PLEHRAT NUK MERREN PREJ NJË JAVE
NUK KA DRITA
Fusha e sportit te Shkolla 9-vjeçare
U dogj kafja Arta te lagjja Kala
Urgjenca 127 nuk përgjigjet
Kam pritur 20 minuta, 15 ditë, 2026
në datën 12.11.2026 ora 10:30
I told the teacher. She did nothing
thirrëm një mjek. Nuk erdhi
drejtori i shkolles nuk na le
Java e Gjelbër
Kafe Bar Fredi
Sot është festë, Gëzuar Vitin e Ri
Zona Industriale është e ndotur
Njësia Administrative Papër
Faturat 1200 lekë, 15000 lekë
shkruani te bashkia@elbasani.gov.al
Street Lights are off
I saw a man with a bag.
The teacher shouts at us
my uncle drinks
We will be there on Monday Morning
Google Maps e tregon gabim
Qyteti i Përmetit
Kopshti Nr 3
Shkolla e Mesme e Bashkuar
""".strip().splitlines()
