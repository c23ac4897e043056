"""What the people of the story write, where they have to write something. All of it is invented."""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Words:
    """The coordinator's corrections, the citizens' comments, and what is said about a report."""

    title: str = "Njoftim për konsultim publik"
    """Where the notice has none."""
    purpose: str = "Institucioni do të vendosë për këtë çështje pasi t’ju ketë dëgjuar."
    audience: str = ""
    """Empty where the notice is left as it is."""
    place: str = "Salla e Këshillit Bashkiak"
    ana: str = "Mos i harroni fshatrat larg qytetit: autobusi vjen vetëm një herë në ditë."
    cela: str = "Kjo rrugë te shkolla nuk ka trotuar."
    emily: str = "Please make sure that people in wheelchairs can take part."
    late: str = "A do të ketë edhe diçka për të rinjtë?"
    report: str = "Pas shkollës dikush u ofron nxënësve para për të çuar pako. Ndodh çdo të premte."
    question: str = "Si vjen ai: me makinë apo në këmbë?"
    reply: str = "Me një makinë të zezë, gjithmonë rreth orës dy."
    dark: str = "Te ura është errësirë: dritat nuk ndizen prej një jave dhe fëmijët kalojnë andej."
    """Cela's report; Beni tells of the same."""
    dark_too: str = "Dritat te ura nuk ndizen fare, mbrëmë për pak rashë me biçikletë."
    bridge: str = "Te ura"
    pseudonym: str = "Ura e vjetër"
    contact: str = "Nora Shehu, mbrojtja e fëmijëve"
    need: str = "Kur babai kthehet natën, na godet mua dhe vëllanë."
    """Elsa tells the protection contact; what follows is asked and answered, and what was done."""
    asks_her: str = "A ke dikë ku mund të flesh sonte?"
    tells_her: str = "Po, te tezja, ajo banon afër."
    helped: str = "Fola me tezen; sonte rrini tek ajo dhe nesër vij unë."
    known: str = "Dritat te ura nuk ndizen; elektricisti vjen këtë javë."
    note: str = "Fola me elektricistin, vjen të hënën në mëngjes."
    mended: str = "U vendosën llamba të reja nga ura deri te shkolla."
    measure: str = "Patrulla e shkollës qëndron aty çdo të premte, dhe mësuesit janë njoftuar."
    at_the_meeting: str = "Mira Prifti, Shoqata e Familjeve, drejtuese"
    """Who stands on the list by name: at the door, and on paper."""
    on_paper: str = "Arben Gusho, Furra e Lagjes, pronar"
    moderator: str = "Drita Hoxha, koordinatore"
    agenda: str = "Hapja dhe paraqitja e projektit\nDiskutimi\nHapat e ardhshëm"
    spoken: str = "Mira Prifti, Shoqata e Familjeve: Autobusi duhet të vijë dy herë në ditë."
    recommended: str = "Orari i autobusit të përshtatet me orët e shërbimeve."
    decided: str = "Orari i ri diskutohet me operatorin brenda muajit.\nPërgjigjja publikohet bashkë me përmbledhjen."
    planned: str = (
        "Çështja e këtij njoftimi; qershor; takim dhe komente; Shërbimet Sociale\n"
        "Buxheti i vitit të ardhshëm; nëntor; takime në njësi; Drejtoria e Financës\n"
        "Taksat dhe tarifat vendore; dhjetor; takim publik; Drejtoria e të Ardhurave"
    )
    accepted: str = "E shtuam në tekstin që i shkon këshillit."
    undecided: str = "Këshilli e shqyrton këtë javë; përgjigjet e tjera jepen pas mbledhjes."
    """Why what became of the comments is published before all of them are decided."""
    refused: str = "Kjo kërkon mjete nga buxheti i shtetit; do ta kërkojmë përsëri vitin e ardhshëm."


ANY = Words()
OF_PERMET = replace(
    ANY,
    purpose="Cilat shërbime sociale mbështet bashkia në katër vitet e ardhshme, ku jepen dhe kush i merr.",
    audience="Familjet, të moshuarit, të rinjtë, personat me aftësi të kufizuara.",
    ana="Na duhet një qendër ditore për të moshuarit, sidomos për fshatrat larg qytetit.",
    emily="Please plan places in the kindergarten for children with disabilities.",
    accepted="Qendra ditore hyri në plan, me transport nga fshatrat.",
)
