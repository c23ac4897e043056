"""What members of a forum are told, word for word: these words are marked in the proof of notice."""

from collections.abc import Callable, Mapping

from handlers.turns import Talk
from participation.consultations.dossier import Dossier
from participation.forum.model import Forum, Wording
from participation.layout import lines, paragraphs
from participation.meetings.model import Meeting
from participation.people.model import Language


def in_all_languages(talk: Talk, write: Callable[[Talk], Wording]) -> Mapping[Language, Wording]:
    """The same in each language."""
    return {language: write(talk.in_language(language)) for language in Language}


def informed(talk: Talk, dossier: Dossier, forum: Forum) -> Wording:
    """The draft, with the last day for comments and where it is read."""
    terms = dossier.terms
    until = talk.t("Comments until: {day}.", day=talk.texts.day(terms.deadline)) if terms.deadline else ""
    return Wording(
        terms.title,
        paragraphs(
            talk.t(
                "{institution} tells {forum} about this before the decision: "
                "please read it and say what you recommend.",
                institution=dossier.institution.name,
                forum=forum.name,
            ),
            talk.t("What is decided: {purpose}", purpose=terms.purpose) if terms.purpose else "",
            until,
            _where_to_read(talk, dossier),
            signed(talk),
        ),
    )


def invited(talk: Talk, dossier: Dossier, forum: Forum, meeting: Meeting) -> Wording:
    """When and where."""
    venue = meeting.venue
    when = talk.texts.stretch(venue.starts_at, venue.ends_at)
    return Wording(
        dossier.terms.title,
        paragraphs(
            talk.t(
                "{institution} invites {forum} to a meeting on this consultation.",
                institution=dossier.institution.name,
                forum=forum.name,
            ),
            lines((when, venue.place or talk.t("the place will be announced"))),
            _where_to_read(talk, dossier),
            talk.t("At the meeting, say for which organisation you are there: so it stands on the list."),
        ),
    )


def _where_to_read(talk: Talk, dossier: Dossier) -> str:
    """Everything of it, also without Telegram."""
    page = talk.house.links.to(f"k_{dossier.id}")
    register = dossier.terms.register_url or dossier.institution.register_url
    named = ", ".join(paper.name for paper in dossier.papers)
    return lines(
        (
            talk.t("Documents: {names}.", names=named) if named else "",
            talk.t("Everything about it: {link}", link=page),
            talk.t("The official notice is in the register: {url}", url=register) if register else "",
        )
    )


def signed(talk: Talk) -> str:
    """How a recommendation becomes one of the forum."""
    return talk.t(
        "Sign it with a name, your own or that of your organisation: without one it counts as anybody's, and not as "
        "the forum's."
    )


def accepted(talk: Talk, forum: Forum) -> Wording:
    """They are in it."""
    return Wording(
        talk.t("You are a member of {forum}", forum=forum.name),
        talk.t(
            "From now on you are told of each consultation in time, invited, and heard. In the menu, under “The "
            "forum”, you see what is kept of you, and can leave at any time."
        ),
    )


def declined(talk: Talk, forum: Forum, reason: str) -> Wording:
    """They are not, and why."""
    return Wording(
        talk.t("Your application to {forum}", forum=forum.name),
        paragraphs(
            talk.t("You were not taken into the forum this time."),
            talk.t("Why: {why}", why=reason),
            talk.t("You can still comment on each consultation, and come to its meetings: press “Menu”."),
        ),
    )


def ended(talk: Talk, forum: Forum) -> Wording:
    """They are not any more."""
    return Wording(
        talk.t("You are not a member of {forum} any more", forum=forum.name),
        talk.t("The institution has ended your membership. If that is a mistake, please ask there."),
    )
