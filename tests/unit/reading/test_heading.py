"""What a notice is about, who issues it and why: better nothing than something wrong."""

# ruff: noqa: E501 - notices are pasted with long lines, and so they stand here

import pytest

from documents.reading.notice import read_notice

_LETTERHEAD = "REPUBLIKA E SHQIPËRISË\nBASHKIA KROI\nDREJTORIA E URBANIZMIT\n\nNr. 312 Prot.   Kroi, më 2.9.2026\n\n"
_MEETING = "\n\nTakimi mbahet më 4.11.2026, ora 10:00, në sallën e vogël."


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (_LETTERHEAD + "NJOFTIM\n\nPlani i lëvizshmërisë në qendër" + _MEETING, "Plani i lëvizshmërisë në qendër"),
        (_LETTERHEAD + "Të nderuar qytetarë,\n\nTitulli: Tarifa e parkimit" + _MEETING, "Tarifa e parkimit"),
        (
            "Bashkia Kroi – shqyrtim publik i rregullores së tregut" + _MEETING,
            "Shqyrtim publik i rregullores së tregut",
        ),
        (
            "Bashkia Kroi\nDëgjesë për buxhetin e vitit 2027, datë 4 nëntor 2026, ora 10:00",
            "Dëgjesë për buxhetin e vitit 2027",
        ),
        (
            "NJOFTIM\nBashkia Kroi fton banorët në dëgjesën për tarifën e ujit, e cila mbahet më 4.11.2026, ora 10:00.",
            "Dëgjesa për tarifën e ujit",
        ),
        (
            "Ministria e Kulturës ka hartuar projektligjin “Për disa ndryshime në ligjin nr. 9616, datë 27.9.2006, “Për"
            " librin”, të ndryshuar”, dhe pret komente deri më 4.11.2026.",
            "Për disa ndryshime në ligjin nr. 9616, datë 27.9.2006, “Për librin”, të ndryshuar",
        ),
        (
            "Në zbatim të ligjit nr. 146/2014 “Për njoftimin dhe konsultimin publik” ftohen banorët për projektvendimin"
            ' "Për ndihmën ekonomike".' + _MEETING,
            "Për ndihmën ekonomike",
        ),
        (
            "Bashkia Kroi\nLënda: Ftesë për takim\nTema: «Plani i pyjeve 2027-2036»" + _MEETING,
            "Plani i pyjeve 2027-2036",
        ),
        (
            "NJOFTIM PËR KONSULTIM PUBLIK\nPËR MIRATIMIN E PLANIT VENDOR\nTË MENAXHIMIT TË MBETJEVE" + _MEETING,
            "NJOFTIM PËR KONSULTIM PUBLIK PËR MIRATIMIN E PLANIT VENDOR TË MENAXHIMIT TË MBETJEVE",
        ),
        ("🏛 Bashkia Kroi\n📢 Plani i plazheve 📢" + _MEETING, "Plani i plazheve"),
        ("ORGANI: Bashkia Kroi\nAKTI: Rregullore e tregut" + _MEETING, "Rregullore e tregut"),
        ("Organi\tBashkia Kroi\nEmërtimi i aktit\tRregullore e tregut\nPublikuar\t2.9.2026", "Rregullore e tregut"),
        (_LETTERHEAD + "Në zbatim të ligjit nr. 146/2014 “Për njoftimin dhe konsultimin publik”." + _MEETING, None),
        ("Bashkia Kroi\n📍 Sheshi i plazhit\n1. Takimi i parë" + _MEETING, None),
        (
            "Bashkia Kroi do të zhvillojë takime me banorët për planin e lagjes si më poshtë:\na) Lagjja e re"
            + _MEETING,
            "Takime me banorët për planin e lagjes",
        ),
        (
            "Këshilli Bashkiak Kroi mblidhet më 4.11.2026, ora 10:00. Rendi i ditës:\n1. Projektvendim “Për fondin”.",
            "Këshilli Bashkiak Kroi mblidhet",
        ),
        (
            "Autoriteti i Ujit\nRaporti për lumin e Kroit është i hapur për konsultim deri më 4.11.2026.",
            "Raporti për lumin e Kroit",
        ),
        ("Bashkia Kroi\nEjani të flasim për planin e plazhit!" + _MEETING, "Flasim për planin e plazhit"),
    ],
)
def test_the_title_is_what_the_notice_is_about(text, title):
    assert read_notice(text).title == title


@pytest.mark.parametrize(
    ("text", "institution"),
    [
        ("MINISTRIA E BUJQËSISË DHE ZHVILLIMIT RURAL\nNJOFTIM", "Ministria e Bujqësisë dhe Zhvillimit Rural"),
        ("pranë Ministrisë së Arsimit, Sportit dhe Rinisë, mbahet", "Ministria e Arsimit, Sportit dhe Rinisë"),
        ("Ministria për Evropën dhe Punët e Jashtme njofton", "Ministria për Evropën dhe Punët e Jashtme"),
        ("Ministria e Drejtësisë njofton", "Ministria e Drejtësisë"),
        ("PREFEKTURA E QARKUT GJIROKASTËR", "Prefektura e Qarkut Gjirokastër"),
        ("PREFEKTURA KORÇË", "Prefektura Korçë"),
        ("BASHKIA URA VAJGURORE", "Bashkia Ura Vajgurore"),
        ("Bashkia Malësi e Madhe fton", "Bashkia Malësi e Madhe"),
        ("BASHKIA VAU I DEJËS", "Bashkia Vau i Dejës"),
        ("Bashkia\tKroi", "Bashkia Kroi"),
        ("PLANI I KONSULTIMIT\nPyetjet i merr koordinatori për konsultimin publik në MB.", "Ministria e Brendshme"),
        ("Koordinatorja e MTM-së pret mendime deri më 4.11.2026.", "Ministria e Turizmit dhe Mjedisit"),
        ("Njoftim i Bashkisë Kroi, në bashkëpunim me MB.", "Bashkia Kroi"),
        ("Dokumenti ka 5 MB dhe hapet në çdo telefon. Modeli MD-2 gjendet në sportel.", None),
        ("Në takim morën pjesë përfaqësues nga MB dhe koordinatori i Bashkisë Gur.", None),
        ("Njësia administrative e bashkisë fton të gjithë", None),
    ],
)
def test_the_issuing_body_is_named_whole(text, institution):
    assert read_notice(text).institution == institution


_AFTER = "\nMinistria e Kulturës pret mendime deri më 4.11.2026."


@pytest.mark.parametrize(
    ("text", "institution"),
    [
        ("- Më datë 6 maj u zhvillua takimi në Gur, ku morën pjesë drejtues nga Bashkia Gur, Bashkia Breg.", None),
        ("Të pranishëm në takim: kryetari i Bashkisë Gur dhe banorë.", None),
        ("Pjesëmarrës: Bashkia Gur, Bashkia Breg\nVendi: Kroi", None),
        ("Takimi i parë u mbajt me përfaqësues nga Bashkia Gur dhe Prefektura Breg.", None),
        ("Në takim do të marrin pjesë drejtues të Bashkisë Gur." + _AFTER, "Ministria e Kulturës"),
        ("Në tryezën e 6 majit morrën pjesë 20 banorë të Bashkisë Gur." + _AFTER, "Ministria e Kulturës"),
        ("Ftohen banorët të marrin pjesë në dëgjesën e Bashkisë Gur.", "Bashkia Gur"),
        ("Jeni të ftuar të merrni pjesë në takimin që organizon Bashkia Gur.", "Bashkia Gur"),
        ("Bashkia Gur fton në takim, ku do të marrin pjesë drejtues nga Bashkia Breg.", "Bashkia Gur"),
    ],
)
def test_a_body_that_takes_part_is_not_taken_for_the_issuer(text, institution):
    assert read_notice(text).institution == institution


@pytest.mark.parametrize(
    ("text", "purpose"),
    [
        ("Qëllimi: Të ulet numri i makinave në qendër." + _MEETING, "Të ulet numri i makinave në qendër."),
        (
            "Qëllimi: Të ulet numri i makinave. Takimi mbahet në Pallatin e Kulturës, sheshi Naim. Tel. 069 00 00 000.",
            "Të ulet numri i makinave.",
        ),
        (
            "Qëllimi: Të ulet numri i makinave; adresa: Rruga e Re, nr. 5, tel. 069 00 00 000" + _MEETING,
            "Të ulet numri i makinave",
        ),
        ("Qëllimi: " + "makinat " * 90 + _MEETING, " ".join(("Makinat", *["makinat"] * 49))),
        ("QËLLIMI I AKTIT\nTë ulet numri i makinave në qendër." + _MEETING, "Të ulet numri i makinave në qendër."),
        (
            "Bashkia Kroi\nProjektvendimi synon të ulë numrin e makinave në qendër." + _MEETING,
            "Projektvendimi synon të ulë numrin e makinave në qendër.",
        ),
        (
            "Bashkia Kroi ju fton në takim. Qëllimi: të vendosim ku mbillen pemët." + _MEETING,
            "Të vendosim ku mbillen pemët.",
        ),
        (
            "Bashkia Kroi kërkon mendimin e banorëve. Rregullorja cakton orarin e natës dhe zhurmën e lejuar."
            + _MEETING,
            "Rregullorja cakton orarin e natës dhe zhurmën e lejuar.",
        ),
        (
            "Bashkia Kroi ka hartuar projektplanin e lumit dhe kërkon mendimin tuaj. Plani parashikon dy ura të reja dhe"
            " një shteg." + _MEETING,
            "Plani parashikon dy ura të reja dhe një shteg.",
        ),
        (
            "Bashkia Kroi ka hartuar projektplanin e lumit dhe kërkon mendimin e banorëve." + _MEETING,
            "Bashkia Kroi ka hartuar projektplanin e lumit dhe kërkon mendimin e banorëve.",
        ),
        (
            "Para se Këshilli të vendosë për taksën e parkimit, duam të dëgjojmë çdo lagje." + _MEETING,
            "Para se Këshilli të vendosë për taksën e parkimit, duam të dëgjojmë çdo lagje.",
        ),
        ("Plani i takimeve gjendet në zyrë. Vendimi i komisionit shpallet më vonë në faqe." + _MEETING, None),
        (
            "Bashkia Kroi do të zhvillojë takime me banorët për planin e lagjes, si më poshtë vijon:\n- më 4.11.2026, ora 10:00",
            None,
        ),
        ("Bashkia Kroi\nRendi i ditës:\n1. Miratimi i procesverbalit të mbledhjes së kaluar." + _MEETING, None),
        ("Bashkia fton banorët të marrin pjesë në tryezën e diskutimit për planin e emergjencave." + _MEETING, None),
        ("Në zbatim të ligjit nr. 146/2014 synohet njoftimi i publikut për çdo projektakt." + _MEETING, None),
        ("Takimi synon të mbledhë mendimet e banorëve më 4.11.2026, ora 10:00.", None),
    ],
)
def test_the_purpose_is_said_or_empty(text, purpose):
    assert read_notice(text).purpose == purpose
