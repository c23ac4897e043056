"""Who may ask for what, and what fits in a button and in a draft."""

import ast
import importlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.buttons import KINDS, KNOWN
from handlers.dialogs.resuming import RESUMES, Resumed
from handlers.drafts import freeze, thaw
from handlers.routes import Need, Route
from handlers.tables import ALSO, BUTTONS, COMMANDS, DIALOGS, NEEDS
from handlers.turns import Choice, Dialog, Named
from handlers.views.forum_forms import FORMS
from handlers.views.resuming import INSIDE, Anew
from participation.consultations.model import Stage
from participation.consultations.versions import Amendment
from participation.ids import LARGEST
from participation.messages import Media, MediaKind
from participation.packing import LARGEST_OF, SEPARATOR, Action, pack, unpack
from participation.shared import SHARED
from tests.rules.repository import called, modules, name_of, parsed

OFFICE = frozenset(
    {
        "handlers.commands.announcements",
        "handlers.commands.casework",
        "handlers.commands.categories",
        "handlers.commands.colleagues",
        "handlers.commands.comments",
        "handlers.commands.desk",
        "handlers.commands.figures",
        "handlers.commands.forum",
        "handlers.commands.forum_rights",
        "handlers.commands.gathering",
        "handlers.commands.group",
        "handlers.commands.inbox",
        "handlers.commands.annual_calendar",
        "handlers.commands.year",
        "handlers.dialogs.chapter",
        "handlers.dialogs.foreseeing",
        "handlers.commands.days",
        "handlers.commands.managing",
        "handlers.commands.papers",
        "handlers.commands.pending",
        "handlers.commands.plans",
        "handlers.commands.releasing",
        "handlers.commands.unveiling",
        "handlers.dialogs.acts",
        "handlers.dialogs.amending",
        "handlers.dialogs.concluding",
        "handlers.dialogs.days",
        "handlers.dialogs.answering",
        "handlers.dialogs.calling",
        "handlers.dialogs.casework",
        "handlers.dialogs.collecting",
        "handlers.dialogs.filing",
        "handlers.dialogs.founding",
        "handlers.dialogs.grouping",
        "handlers.dialogs.known",
        "handlers.commands.minutes",
        "handlers.commands.oral",
        "handlers.commands.steps",
        "handlers.dialogs.listing",
        "handlers.dialogs.minutes",
        "handlers.dialogs.plan_pages",
        "handlers.dialogs.planning",
        "handlers.dialogs.receiving",
        "handlers.dialogs.releasing",
        "handlers.dialogs.returning",
        "handlers.dialogs.sorting",
        "handlers.dialogs.translating",
        "handlers.dialogs.moving",
        "handlers.dialogs.linking",
        "handlers.dialogs.publishing",
        "handlers.dialogs.unveiling",
    }
)
"""Where a coordinator's work is done."""

STAMP = "0" * 8
LONGEST_VALUE = "x" * 20
ROUTES = {**COMMANDS, **{kind.__name__: route for kind, route in BUTTONS.items()}}
STEPS = [(dialog, kind) for dialog in DIALOGS.values() for kind in dialog.steps]


@pytest.mark.parametrize("route", ROUTES.values(), ids=ROUTES)
def test_what_a_coordinator_does_takes_an_officer_and_nothing_else_does(route: Route) -> None:
    assert (route.need not in {Need.ANYBODY, Need.ACQUAINTED}) is (route.answer.__module__ in OFFICE)


@pytest.mark.parametrize("dialog", DIALOGS.values(), ids=DIALOGS)
def test_a_dialog_takes_an_office_where_its_steps_are_a_coordinators_work(dialog: Dialog) -> None:
    official = bool({step.__module__ for step in dialog.steps.values()} & OFFICE)
    assert (NEEDS.get(dialog.name, Need.ANYBODY) is not Need.ANYBODY) is official


def test_no_two_buttons_begin_alike() -> None:
    """A tag of two kinds would make of a press whatever was looked up first."""
    tags = Counter(kind.tag for kind in (*BUTTONS, Choice, Named))
    assert [tag for tag, count in tags.items() if count > 1] == []


def test_the_council_sees_figures_and_nothing_else() -> None:
    seen = {name for name, route in ROUTES.items() if route.need is Need.COUNCIL}
    assert seen == {"ShowFigures", "TakeFigures"}


def test_a_protection_contact_reads_and_deals_with_reports_and_nothing_else() -> None:
    seen = {name for name, route in ROUTES.items() if route.need in {Need.READER, Need.CONTACT}}
    assert seen == {
        "zyra", "ShowReports", "ShowInbox", "AskCategory", "AskArea", "ShowReport", "DoAbout", "ShowJoined",
        "ShowEarlier", "AskName", "ShowRequest", "AgreeToName", "DeclineName", "ShowName", "SayCalled",
        "fto", "InviteTo", "ShowColleagues", "ShowColleague", "DismissColleague",
    }  # fmt: skip


def test_a_second_name_leads_to_a_command_and_hides_none() -> None:
    assert set(ALSO.values()) <= COMMANDS.keys()
    assert not ALSO.keys() & COMMANDS.keys()


def test_every_action_that_letters_and_screens_share_is_answered() -> None:
    assert set(SHARED) <= BUTTONS.keys()


def test_tags_are_unique() -> None:
    kinds = set(KINDS)
    assert len({kind.tag for kind in kinds}) == len(kinds) == len(KNOWN)
    assert all(1 <= len(kind.tag) <= 3 for kind in kinds)


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {Choice, Named, Anew}, key=lambda kind: kind.tag))
def test_the_greatest_numbers_fit_in_a_button_and_come_back(kind: type[Action]) -> None:
    values = [LARGEST_OF.get(field.type, LONGEST_VALUE) for field in fields(kind)]
    action = kind(*values)
    assert unpack(pack(action), KNOWN) == action


@pytest.mark.parametrize(("kind", "resumed"), RESUMES.items())
def test_what_is_begun_anew_fits_in_the_button_that_asks(kind: type[Action], resumed: Resumed) -> None:
    words = max((*Amendment, *Stage, *FORMS), key=len)
    action = kind(*(LARGEST if field.type in LARGEST_OF else words for field in fields(kind)))
    anew = Anew(resumed.dialog.name, STAMP, pack(action).replace(SEPARATOR, INSIDE))
    assert unpack(pack(anew), KNOWN) == anew
    assert unpack(anew.packed, KNOWN) == action


@pytest.mark.parametrize("command", [*COMMANDS, *ALSO])
def test_the_name_of_a_command_fits_in_a_button(command: str) -> None:
    assert unpack(pack(Named(command)), KNOWN) == Named(command)


def choices() -> Iterator[tuple[str, str]]:
    """The module and the name of every choice that a dialog offers."""
    for path in modules("handlers"):
        for node in ast.walk(parsed(path)):
            match node:
                case ast.Call(args=[_, _, ast.Constant(value=str(name)), *_]) if called(node) == "choice":
                    yield name_of(path), name


@pytest.mark.parametrize("dialog", DIALOGS)
def test_every_choice_fits_in_a_button_whatever_its_dialog(dialog: str) -> None:
    names = {name for _, name in choices()}
    assert len(names) > 10
    for name in names:
        choice = Choice(dialog, STAMP, name, LONGEST_VALUE)
        assert unpack(pack(choice), KNOWN) == choice


def test_dialogs_have_names_of_their_own() -> None:
    found = {
        id(value): value.name
        for path in modules("handlers/dialogs")
        for value in vars(importlib.import_module(name_of(path).removesuffix(".py").replace("/", "."))).values()
        if isinstance(value, Dialog)
    }
    assert Counter(found.values()) == Counter(list(DIALOGS))


def test_a_kind_of_draft_belongs_to_one_dialog() -> None:
    assert [kind for kind, times in Counter(kind for _, kind in STEPS).items() if times > 1] == []
    names = Counter((dialog.name, kind.__name__) for dialog, kind in STEPS)
    assert [name for name, times in names.items() if times > 1] == []


st.register_type_strategy(  # as people send them: by the messenger's handle, without the bytes
    Media, st.builds(Media, kind=st.sampled_from(MediaKind), ref=st.text(min_size=1), content=st.none())
)


@pytest.mark.parametrize(("dialog", "kind"), STEPS, ids=[f"{d.name}-{k.__name__}" for d, k in STEPS])
def test_a_draft_comes_back_as_it_was(dialog: Dialog, kind: type[Any]) -> None:
    @settings(max_examples=15)
    @given(st.from_type(kind))
    def comes_back(draft: object) -> None:
        kept = freeze(draft, dialog=dialog, stamp=STAMP)
        again = thaw(kept, dialog)
        assert type(again) is kind
        assert freeze(again, dialog=dialog, stamp=STAMP) == kept

    comes_back()
