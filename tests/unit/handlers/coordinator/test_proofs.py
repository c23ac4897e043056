"""A proof: what a notice becomes on its way, what stays open in it, and what each correction settles."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from participation.calendar.working_days import WorkingCalendar
from participation.clock import wall
from participation.consultations import corrections
from participation.consultations.concerns import Concern, Worry
from participation.consultations.model import Consultation, Kind, Paper, Stage, Step, Terms
from participation.consultations.notice import DayCount, Doubt, DoubtKind, NoticeReading, ReadMeeting, ReadStep
from participation.consultations.plan import Plan
from participation.consultations.proofs import (
    Gap,
    Open,
    Proof,
    first_unfinished,
    gaps,
    name_of,
    plan_of,
    proof_again,
    proof_of,
    questions,
    venue_of,
)
from participation.ids import ConsultationId, InstitutionId, MeetingId, PaperId, UnitId
from participation.meetings.model import Meeting, Venue
from participation.messages import Media, MediaKind
from participation.places import Institution

TODAY = date(2023, 6, 20)
CALENDAR = WorkingCalendar()
PERMET = Institution(
    InstitutionId(1), "Bashkia Përmet", None, "PR", email="zyra@permet.example", register_url="https://r.example"
)
LAUNCH = ReadMeeting(day=date(2023, 7, 25), start=time(11), place="Salla", words="25 .07 .2023")


def proof(**changes: object) -> Proof:
    return replace(Proof(PERMET.id, Terms("Plani social")), **changes)


def asked(found: Proof, on: date = TODAY) -> set[str]:
    return {name_of(question) for question in questions(found, institution=PERMET, on=on, calendar=CALENDAR)}


# from a reading


def test_the_institution_lends_what_the_notice_lacks_and_it_is_remembered():
    found = proof_of(NoticeReading(is_notice=True, title="T"), institution=PERMET, papers=())
    assert (found.terms.email, found.terms.register_url) == ("zyra@permet.example", "https://r.example")
    assert found.lent == ("email", "register_url")


def test_the_notice_goes_before_the_institutions_record():
    found = proof_of(NoticeReading(is_notice=True, title="T", email="k@b.example"), institution=PERMET, papers=())
    assert found.terms.email == "k@b.example"
    assert found.lent == ("register_url",)


def test_what_is_said_anew_is_lent_no_more():
    found = corrections.with_terms(proof(lent=("email", "register_url")), email="a@b.example")
    assert found.lent == ("register_url",)


@pytest.mark.parametrize(
    ("read", "meetings", "kind", "guessed"),
    [
        (Kind.PRIOR, (LAUNCH,), Kind.PRIOR, False),
        (Kind.DRAFT, (), Kind.DRAFT, False),
        (Kind.MEETING, (LAUNCH,), Kind.MEETING, False),
        (None, (LAUNCH,), Kind.MEETING, True),
        (None, (), Kind.PRIOR, True),
    ],
)
def test_an_occasion_that_no_word_names_is_guessed_and_doubted(read, meetings, kind, guessed):
    reading = NoticeReading(is_notice=True, title="T", kind=read, meetings=meetings)
    found = proof_of(reading, institution=PERMET, papers=())
    assert found.terms.kind is kind
    assert ("kind_guessed" in asked(found)) is guessed


def test_a_kind_that_is_said_is_guessed_no_more():
    found = proof(kind_guessed=True)
    assert "kind_guessed" not in asked(corrections.with_terms(found, kind=Kind.PRIOR))
    assert "kind_guessed" in asked(corrections.with_terms(found, title="Tjetër"))


# what would be published


def test_the_notice_is_dated_by_itself_or_by_the_day_of_publishing():
    assert plan_of(proof(), on=TODAY, calendar=CALENDAR).terms.notice_date == TODAY
    dated = corrections.with_terms(proof(), notice_date=date(2023, 6, 1))
    assert plan_of(dated, on=TODAY, calendar=CALENDAR).terms.notice_date == date(2023, 6, 1)


@pytest.mark.parametrize(("on", "deadline"), [(TODAY, date(2023, 7, 18)), (date(2023, 6, 27), date(2023, 7, 25))])
def test_a_deadline_given_as_a_count_is_counted_from_the_notice(on, deadline):
    assert plan_of(proof(days=DayCount(20)), on=on, calendar=CALENDAR).terms.deadline == deadline


def test_calendar_days_that_end_on_a_day_off_go_on_to_the_next_working_day():
    found = proof(days=DayCount(30, working=False))
    assert plan_of(found, on=date(2023, 6, 16), calendar=CALENDAR).terms.deadline == date(2023, 7, 17)


def test_a_deadline_that_is_said_is_never_counted():
    found = corrections.with_deadline(proof(days=DayCount(20)), date(2023, 9, 1))
    assert plan_of(found, on=TODAY, calendar=CALENDAR).terms.deadline == date(2023, 9, 1)


def test_hours_of_a_meeting_are_those_of_the_wall():
    venue = venue_of(replace(LAUNCH, end=time(12, 30)))
    assert venue is not None
    assert venue.starts_at == datetime(2023, 7, 25, 9, tzinfo=UTC)
    assert venue.ends_at == datetime(2023, 7, 25, 10, 30, tzinfo=UTC)


def test_an_end_before_the_beginning_is_left_out():
    venue = venue_of(replace(LAUNCH, end=time(10)))
    assert venue is not None
    assert venue.ends_at is None


def test_steps_keep_their_open_days():
    steps = (ReadStep("Takimi", date(2023, 7, 7)), ReadStep("Drafti"))
    assert plan_of(proof(steps=steps), on=TODAY, calendar=CALENDAR).terms.steps == (
        Step("Takimi", date(2023, 7, 7)),
        Step("Drafti"),
    )


def test_what_was_kept_for_later_comes_back_with_all_that_it_would_say():
    plan = Plan(
        Terms(
            title="Plani", purpose="Pse", audience="Për kë", kind=Kind.MEETING, notice_date=date(2023, 6, 19),
            deadline=date(2023, 8, 18), email="a@b.example", phone="084 300 100", register_url="https://r.example/1",
            protocol="12", laws=("146/2014",), steps=(Step("Drafti", date(2023, 7, 7)), Step("Miratimi")),
            units=(UnitId(3),),
        ),
        (Venue(wall(TODAY, time(11)), "Salla", wall(TODAY, time(12, 30))), Venue(wall(TODAY, time(17)), "")),
        (Media(MediaKind.DOCUMENT, "ref", "plani.pdf", 9),),
    )  # fmt: skip
    again = plan_of(kept_and_back(plan, publish_on=TODAY), on=TODAY, calendar=CALENDAR)
    assert replace(again, margin=plan.margin) == plan


def test_a_notice_dated_by_its_publishing_is_dated_anew():
    plan = plan_of(proof(), on=TODAY, calendar=CALENDAR)
    later = plan_of(kept_and_back(plan, publish_on=TODAY), on=date(2023, 6, 27), calendar=CALENDAR)
    assert later.terms.notice_date == date(2023, 6, 27)


def kept_and_back(plan: Plan, *, publish_on: date) -> Proof:
    found = Consultation(
        ConsultationId(1), PERMET.id, plan.terms, Stage.SCHEDULED, wall(publish_on, time(9)),
        tuple(Paper(PaperId(n), p.name, p.size, p.ref) for n, p in enumerate(plan.papers)),
    )  # fmt: skip
    cancelled = Meeting(MeetingId(9), found.id, Venue(wall(TODAY, time(8)), "Kopshti"), cancelled=True)
    meetings = [Meeting(MeetingId(n), found.id, venue) for n, venue in enumerate(plan.venues)]
    return proof_again(found, [*meetings, cancelled], plan.margin)


def test_what_was_kept_for_later_comes_back_with_the_doubts_it_had():
    found = proof(
        meetings=(LAUNCH,),
        steps=(ReadStep("Njohja", date(2023, 6, 26), words="26.6.2023"), ReadStep("Drafti", None, (7, 7), "7 korrik")),
        doubts=(
            Doubt(DoubtKind.UNKNOWN_LAW, "146/2012", "146/2014"),
            Doubt(DoubtKind.WEEKDAY_CONTRADICTS, f"e hënë, {LAUNCH.words}", "e martë"),
        ),
        issuer="Bashkia Elbasan",
        days=DayCount(20),
        lent=("email",),
        early_steps=("Njohja",),
        kind_guessed=True,
    )
    assert kept_and_back(plan_of(found, on=TODAY, calendar=CALENDAR), publish_on=TODAY) == found


def test_a_meeting_that_moved_while_its_notice_waited_leaves_the_doubt_about_its_old_day_behind():
    doubts = (Doubt(DoubtKind.WEEKDAY_CONTRADICTS, f"e hënë, {LAUNCH.words}"), Doubt(DoubtKind.W_AS_E, "Ëeb", "Web"))
    plan = plan_of(proof(meetings=(LAUNCH,), doubts=doubts), on=TODAY, calendar=CALENDAR)
    moved = replace(plan, venues=(Venue(wall(date(2023, 7, 26), time(11)), "Salla"),))
    assert kept_and_back(moved, publish_on=TODAY).doubts == doubts[1:]


# what is open


@pytest.mark.parametrize(
    ("found", "gap"),
    [
        (proof(meetings=(replace(LAUNCH, day=None),)), Open.MEETING_NO_DAY),
        (proof(meetings=(replace(LAUNCH, day=None, month_day=(7, 25)),)), Open.MEETING_NO_YEAR),
        (proof(meetings=(replace(LAUNCH, start=None),)), Open.MEETING_NO_HOUR),
        (proof(meetings=(replace(LAUNCH, place=None),)), Open.MEETING_NO_PLACE),
        (proof(meetings=(replace(LAUNCH, start=time(14), end=time(11)),)), Open.MEETING_ENDS_EARLY),
        (proof(steps=(ReadStep("Hapi", month_day=(6, 26), words="26 qershor"),)), Open.STEP_NO_YEAR),
        (proof(deadline_month_day=(8, 18)), Open.DEADLINE_NO_YEAR),
        (proof(issuer="Bashkia Elbasan"), Open.OTHER_ISSUER),
    ],
)
def test_what_a_notice_leaves_open_is_a_gap(found, gap):
    assert [one.what for one in gaps(found, PERMET)] == [gap]


@pytest.mark.parametrize("kind", [DoubtKind.IMPOSSIBLE_DATE, DoubtKind.RELATIVE_DATE])
def test_a_day_that_is_doubted_already_is_not_missed_once_more(kind):
    found = proof(meetings=(replace(LAUNCH, day=None, words="31.11.2023"),), doubts=(Doubt(kind, "31.11.2023"),))
    assert asked(found) & {kind.value, "meeting_no_day"} == {kind.value}


def test_a_deadline_that_lacks_only_its_year_is_not_missed_too():
    assert asked(proof(deadline_month_day=(8, 18))) & {"no_deadline", "deadline_no_year"} == {"deadline_no_year"}


def test_a_deadline_that_names_only_its_month_is_asked_about_once_until_it_is_said():
    found = proof(doubts=(Doubt(DoubtKind.NO_DAY, "deri në fund të gushtit"),))
    assert asked(found) & {"no_deadline", "no_day"} == {"no_day"}
    assert not asked(corrections.with_deadline(found, date(2023, 8, 31))) & {"no_deadline", "no_day"}


def test_nothing_is_asked_twice():
    found = proof(
        meetings=(LAUNCH, replace(LAUNCH, start=time(15))), doubts=(Doubt(DoubtKind.W_AS_E, "Ëeb", "Web"),) * 2
    )
    all_questions = questions(found, institution=PERMET, on=date(2023, 7, 20), calendar=CALENDAR)
    assert len(all_questions) == len(set(all_questions))


@pytest.mark.parametrize("issuer", [None, "Bashkia Përmet", "BASHKIA PERMET", "Këshilli i Bashkisë, Bashkia Përmet"])
def test_the_same_institution_in_other_letters_is_the_same(issuer):
    assert not list(gaps(proof(issuer=issuer), PERMET))


def test_a_meeting_without_day_or_hour_is_never_published_silently():
    found = proof(meetings=(LAUNCH, replace(LAUNCH, start=None)))
    assert first_unfinished(found) == 1
    assert len(plan_of(found, on=TODAY, calendar=CALENDAR).venues) == 1


def test_questions_come_from_text_gaps_and_plan_together():
    found = proof(doubts=(Doubt(DoubtKind.W_AS_E, "Ëorkshop", "Workshop"),), issuer="Bashkia Elbasan")
    assert {"w_as_e", "other_issuer", "no_deadline", "no_contact"} <= asked(found)
    assert "no_paper" in asked(replace(found, terms=replace(found.terms, kind=Kind.DRAFT)))


@pytest.mark.parametrize(
    ("question", "name"),
    [
        (Doubt(DoubtKind.UNKNOWN_LAW, "146/2012"), "unknown_law"),
        (Gap(Open.STEP_NO_YEAR), "step_no_year"),
        (Worry(Concern.NO_TITLE), "no_title"),
    ],
)
def test_each_question_has_a_name_for_the_log(question, name):
    assert name_of(question) == name


# what a correction settles


def test_a_step_before_the_launch_is_doubted_until_somebody_says_it_is_right():
    found = proof(meetings=(LAUNCH,), steps=(ReadStep("Njohja", date(2023, 6, 26)), ReadStep("Drafti")))
    assert "step_before_launch" in asked(found)
    assert "step_before_launch" not in asked(corrections.with_early_steps(found))


def test_moving_the_launch_back_settles_the_steps_too():
    found = proof(meetings=(LAUNCH,), steps=(ReadStep("Njohja", date(2023, 6, 26)),))
    earlier = corrections.with_meeting(found, 0, replace(LAUNCH, day=date(2023, 6, 26)))
    assert "step_before_launch" not in asked(earlier)


def test_a_wrong_weekday_is_settled_only_for_its_own_meeting():
    other = replace(LAUNCH, words="26.07.2023")
    doubts = tuple(Doubt(DoubtKind.WEEKDAY_CONTRADICTS, f"e hënë, {m.words}") for m in (LAUNCH, other))
    found = corrections.with_date_settled(proof(meetings=(LAUNCH, other), doubts=doubts), 0)
    assert [doubt.words for doubt in found.doubts] == ["e hënë, 26.07.2023"]


def test_a_removed_meeting_takes_its_doubts_along():
    doubt = Doubt(DoubtKind.WEEKDAY_CONTRADICTS, "e hënë, 25 .07 .2023")
    found = corrections.without_meeting(proof(meetings=(LAUNCH,), doubts=(doubt,)), 0)
    assert (found.meetings, found.doubts) == ((), ())


def test_a_said_deadline_settles_its_missing_year_and_its_doubts():
    doubts = (Doubt(DoubtKind.WEEKDAY_CONTRADICTS, "e hënë, 18.08.2023"), Doubt(DoubtKind.W_AS_E, "Ëeb", "Web"))
    found = corrections.with_deadline(proof(doubts=doubts, deadline_month_day=(8, 18)), date(2023, 8, 18))
    assert [doubt.kind for doubt in found.doubts] == [DoubtKind.W_AS_E]
    assert found.deadline_month_day is None


def test_a_law_is_put_right_wherever_it_stands():
    terms = Terms("Sipas ligjit 146/2012", purpose="Ligji 146/2012 e kërkon.", laws=("146/2012", "139/2015"))
    doubts = (Doubt(DoubtKind.UNKNOWN_LAW, "146/2012", "146/2014"),)
    found = corrections.with_law_corrected(proof(terms=terms, doubts=doubts), "146/2012", "146/2014")
    assert found.terms.laws == ("146/2014", "139/2015")
    assert "146/2012" not in found.terms.title + found.terms.purpose
    assert not found.doubts


def test_spelling_is_put_right_in_all_that_is_published_and_keeps_its_case():
    found = proof(
        terms=Terms("ËORKSHOP për planin", purpose="Ky ëorkshop hap punën; Ëorkshop-i i dytë vjen më pas."),
        meetings=(replace(LAUNCH, place="Salla e Ëorkshop"),),
        steps=(ReadStep("Ëorkshop 1"),),
        doubts=(Doubt(DoubtKind.W_AS_E, "Ëorkshop", "Workshop"),),
    )
    right = corrections.with_spelling(found)
    assert right.terms.title == "WORKSHOP për planin"
    assert right.terms.purpose == "Ky workshop hap punën; Workshop-i i dytë vjen më pas."
    assert right.meetings[0].place == "Salla e Workshop"
    assert right.steps[0].what == "Workshop 1"
    assert not right.doubts


def test_an_albanian_word_with_e_is_never_touched():
    doubts = (Doubt(DoubtKind.W_AS_E, "Ëeb", "Web"),)
    found = corrections.with_spelling(proof(terms=Terms("Është në ëebi? Ëeb"), doubts=doubts))
    assert found.terms.title == "Është në ëebi? Web"


def test_a_meeting_that_was_begun_and_left_is_gone():
    found = corrections.with_meeting(proof(meetings=(LAUNCH,)), 1, ReadMeeting())
    assert corrections.without_empty_meetings(found).meetings == (LAUNCH,)
