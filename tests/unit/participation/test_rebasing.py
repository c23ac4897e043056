"""A correction that another text has overtaken is laid over what the notice says now."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from participation.consultations.model import Consultation, Paper, Stage, Step, Terms
from participation.consultations.notice import ReadStep
from participation.consultations.rewording import as_media, new_version, proof_of_amending, rebased, says_the_same
from participation.consultations.versions import Amendment, Version
from participation.ids import ConsultationId, InstitutionId, PaperId

DAY = date(2023, 6, 20)
TERMS = Terms(title="Rrugët", purpose="Cilat rrugë.", deadline=date(2023, 7, 20), steps=(Step("Hapi 1", DAY),))
OLD, NEW, OTHER = (Paper(PaperId(n), f"{n}.pdf", 1, f"ref{n}") for n in (1, 2, 3))
FOUND = Consultation(
    ConsultationId(1), InstitutionId(1), TERMS, Stage.OPEN, datetime(2023, 6, 20, tzinfo=UTC), (OLD,), version=1
)
BEGUN = Version(1, Amendment.PUBLISHED, DAY, TERMS, papers=(OLD,))


def terms_of(proof):
    return new_version(proof, FOUND).terms


def test_what_nobody_corrected_is_as_it_says_now():
    now = replace(FOUND, version=3, terms=replace(TERMS, deadline=date(2023, 8, 20), steps=()), papers=(OLD, NEW))
    assert rebased(proof_of_amending(FOUND), BEGUN, now) == proof_of_amending(now)


@pytest.mark.parametrize(
    ("field", "mine"), [("title", "Rrugët e qytetit"), ("deadline", date(2023, 9, 1)), ("laws", ("139/2015",))]
)
def test_what_was_corrected_stays_and_what_a_colleague_changed_too(field, mine):
    now = replace(FOUND, version=2, terms=replace(TERMS, purpose="Cilat rrugë dhe kur.", title="Rrugët e reja"))
    corrected = proof_of_amending(FOUND)
    corrected = replace(corrected, terms=replace(corrected.terms, **{field: mine}))
    laid_over = rebased(corrected, BEGUN, now)
    assert getattr(laid_over.terms, field) == mine
    assert laid_over.terms.purpose == "Cilat rrugë dhe kur."
    assert laid_over.seen == 2


def test_steps_and_documents_of_both_stay_and_what_one_of_them_took_out_is_gone():
    now = replace(FOUND, version=2, papers=(OLD, NEW))
    corrected = proof_of_amending(FOUND)
    corrected = replace(corrected, steps=(ReadStep("Hapi 2", None),), papers=(as_media(OTHER),))
    laid_over = rebased(corrected, BEGUN, now)
    assert [paper.ref for paper in laid_over.papers] == ["ref2", "ref3"]
    assert terms_of(laid_over).steps == (Step("Hapi 2"),)


def test_another_meeting_is_no_other_text():
    assert says_the_same(BEGUN, FOUND)
    assert not says_the_same(replace(BEGUN, papers=()), FOUND)
    assert not says_the_same(BEGUN, replace(FOUND, terms=replace(TERMS, title="Tjetër")))
