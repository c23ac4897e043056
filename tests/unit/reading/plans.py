"""A plan in the government's form as it arrives by e-mail, with its boxes as a converter leaves them; all invented."""
# ruff: noqa: E501 - a form is pasted with long lines, and so it stands here

FILLED = """PËRGATITJA E PLANIT TË KONSULTIMIT

1. Emri i ligjit/politikës të propozuar:

“Për një ndryshim në rregulloren e tregut të Bashkisë Kroi”

Audienca e synuar, lloji i konsultimeve (paraprake/k. për projekt-ligjet), metodat e konsultimit, kanali i komunikimit për shkëmbimin e informacionit

Audienca e synuar\tLloji i konsultimeve: (1) konsultime paraprake, (2) konsultime për projekt-ligjit\tMetodat e konsultimit (e-konsultimi, takimet publike, etj.)\tKanali i komunikimit për shkëmbimin e informacionit dhe ftesave (e-mail, rrjetet sociale, etj.)
Publiku\t(2)\tKonsultim elektronik: publikimi në RENJK\te-mail: fjala@kroi.example
Tregtarët (p.sh. shitësit e perimeve,\t(1) dhe (2)\tKontribute përmes\t3 takime
fermerët)\t\ttakimeve\t

2. Afati kohor i aktiviteteve të konsultimit (nga fillimi deri në raportim)

- Më datë 26 shtator 2027, u zhvillua takimi në Kroi, ku morrën pjesë përfaqësues nga Bashkia Kroi, Bashkia Lug, Shoqata e Fermerëve dhe Nisma Gurra.
- Më datë 30 tetor, u zhvillua takimi në Lug i Madh, ku morrën pjesë përfaqësues nga Prefektura.
- Gjithashtu, më datë 26 tetor 2027, Drejtoria organizoi takimin e anëtarëve të këshillit.
- Publikimi i përmbledhjes.

3. Burimet e nevojshme

Përshkruani nr. e stafit të nevojshëm, mjetet financiare dhe teknike të nevojshme etj.

- *Burime njerëzore të nevojshme:*

- Koordinatori për konsultimin.
- Ekspertët e fushës.

- *Burime financiare të nevojshme:*

Pa kosto shtesë.

Pajisje të nevojshme:

- Laptop, projektor.

4. Mbledhja e përgjigjeve

Përshkruani mënyrën se si mendoni që të mblidhni përgjigjet.

- Regjistri RENJK <http://register.example>.
- E-mail.

5. Monitorimi i procesit

Kjo matricë mund t'ju ndihmojë në monitorimin e vazhdueshëm.

Treguesit dhe metodat për monitorimin e procesit\t\t\t\t
Korniza e procesit\t\tPërshtatshmëria\t\tMasat për përmirësime
A u realizuan aktivitetet sipas afatit të planifikuar?\t\t<input type="checkbox" checked> po <input type="checkbox"/> jo\t\tTë nisim më herët.
A u realizuan aktivitetet sipas burimeve financiare të planifikuara?\t\t<input type="checkbox"/> po x <input type="checkbox"/> jo\t\t
A u realizuan aktivitetet sipas burimeve njerëzore të planifikuara?\t\t<input type="checkbox" checked/> po <input type="checkbox" checked/> jo\t\t
Treguesit sasiorë\t\t\t\t
Treguesit sasiorë (deklaroni treguesit për monitorim)\tVlerat e planifikuara\tVlerat e arritura\tPërshtatshmëria\tMasat për përmirësime
<i>(plotësojeni gjatë fazës së planifikimit të procesit)</i>\t\t<i>(plotësojeni gjatë monitorimit)</i>\t\t
x <input type="checkbox"/> numri i metodave të konsultimit\t<i>1 takim dhe disa mesazhe</i>\t\t<input type="checkbox"/> po <input type="checkbox"/> jo\t
<input type="checkbox"/> numri i palëve të përfshira\t12\t9\t<input type="checkbox"/> po ☑ jo\tFtesa më herët.
<input checked="" type="checkbox"/> numri i pjesëmarrësve\t\t\t<input type="checkbox"/> po <input type="checkbox"/> jo\t
[x] numri i komenteve të pranuara\t\t\t[ ] po [ ] jo\t
<input type="checkbox"/> tjetër: fletëpalosje\t\t\t<input type="checkbox"/> po <input type="checkbox"/> jo\t
Mjetet për matjen e treguesve\t\t\t\t
<input checked="" type="checkbox"/> lista e pjesëmarrësve <input type="checkbox"/> raportimi i aktivitetit <input type="checkbox"/> raporti i reagimeve <input checked="" type="checkbox"/> lista e komenteve të marra <input type="checkbox"/> tjetër: fotografi\t\t\t\t
Treguesit cilësorë\t\t\t\t
Treguesit cilësorë (zgjidhni treguesit cilësorë)\tGjetjet <i>(deklaroni gjetet)</i>\t\tMasat për përmirësime
<input type="checkbox" checked/> cilësia e metodave të konsultimit\tMetodat ishin\t\tAsgjë

\ttë mjaftueshme.\t
<input type="checkbox"/> përmbushja e pritshmërive të pjesëmarrësve\t\t\t
<input type="checkbox"/> treguesit sipas objektivave të procesit: fshatrat\t\t\t
Mjetet për matjen e treguesve\t\t\t\t
<input checked="" type="checkbox"/> pyetësi i vlerësimit x <input type="checkbox"/> diskutimi joformal me pjesëmarrësit <input type="checkbox"/> tjetër:\t\t\t\t
"""
