"""What the parts of a consultation plan are called, and what is asked for each."""

from collections.abc import Mapping
from typing import Final

from handlers.turns import Talk
from locales.texts import mark
from participation.paperwork.parts import Gap, PlanField, Value
from participation.paperwork.plan import FrameQuestion, Quality, QualityTool, Quantity, QuantityTool

FIELDS: Final[Mapping[PlanField, str]] = {
    PlanField.NAME: mark("Name of the plan"),
    PlanField.COLLECTION: mark("How answers are collected"),
    PlanField.HUMAN: mark("People needed"),
    PlanField.FINANCIAL: mark("Money needed"),
    PlanField.EQUIPMENT: mark("Equipment needed"),
    PlanField.AUDIENCE: mark("Who is asked"),
    PlanField.METHODS: mark("Methods"),
    PlanField.CHANNEL: mark("Channel of communication"),
    PlanField.DAY: mark("Day"),
    PlanField.PLACE: mark("Place"),
    PlanField.WHAT: mark("Activity"),
    PlanField.ORGANISATIONS: mark("Organisations"),
    PlanField.FRAME_MEASURES: mark("Measures to improve"),
    PlanField.QUANTITY_LABEL: mark("What is counted"),
    PlanField.PLANNED: mark("Planned value"),
    PlanField.ACHIEVED: mark("Achieved value, by hand"),
    PlanField.QUANTITY_MEASURES: mark("Measures to improve"),
    PlanField.QUANTITY_TOOL: mark("Another means of counting"),
    PlanField.QUALITY_LABEL: mark("Which aims"),
    PlanField.FINDINGS: mark("Findings"),
    PlanField.QUALITY_MEASURES: mark("Measures to improve"),
    PlanField.QUALITY_TOOL: mark("Another means of judging"),
}
_MEASURES: Final = mark("What will you do better next time? A sentence is enough.")
ASKS: Final[Mapping[PlanField, str]] = {
    PlanField.NAME: mark("For which law, policy or act is the plan? Write its name."),
    PlanField.COLLECTION: mark(
        "How do you collect the answers? For example: the register, e-mail, Telegram, meetings."
    ),
    PlanField.HUMAN: mark("Which people are needed for it? For example: the coordinator, two experts."),
    PlanField.FINANCIAL: mark("How much money is needed, and from where? For example: 45,000 lekë, from the budget."),
    PlanField.EQUIPMENT: mark("Which equipment is needed? For example: a laptop, a projector."),
    PlanField.AUDIENCE: mark("Who is asked? For example: businesses in the centre."),
    PlanField.METHODS: mark("How are they asked? For example: public meetings, written comments."),
    PlanField.CHANNEL: mark("How do you reach them? For example: e-mail, social networks, phone."),
    PlanField.DAY: mark("On which day? Write it with the year, for example: 26.9.2023."),
    PlanField.PLACE: mark("Where? Write the place as people know it."),
    PlanField.WHAT: mark("What happens? A few words are enough."),
    PlanField.ORGANISATIONS: mark("Which organisations take part? Write them with commas between."),
    PlanField.FRAME_MEASURES: _MEASURES,
    PlanField.QUANTITY_LABEL: mark("What else do you count? A few words are enough."),
    PlanField.PLANNED: mark(
        "Which value do you plan? Write a number if you can: it is compared with what was achieved."
    ),
    PlanField.ACHIEVED: mark(
        "What was achieved? Write it only where it is not counted here: what you write stands before our count."
    ),
    PlanField.QUANTITY_MEASURES: _MEASURES,
    PlanField.QUANTITY_TOOL: mark("By what else is it counted? A few words are enough."),
    PlanField.QUALITY_LABEL: mark("By which aims of the process is it judged? A few words are enough."),
    PlanField.FINDINGS: mark("What did you find? One or two sentences."),
    PlanField.QUALITY_MEASURES: _MEASURES,
    PlanField.QUALITY_TOOL: mark("From what else is it judged? A few words are enough."),
}
FRAME: Final[Mapping[FrameQuestion, str]] = {
    FrameQuestion.ON_TIME: mark("Were the activities held on their planned days?"),
    FrameQuestion.WITHIN_BUDGET: mark("Were they held with the planned money?"),
    FrameQuestion.WITH_STAFF: mark("Were they held with the planned people?"),
}
QUANTITIES: Final[Mapping[Quantity, str]] = {
    Quantity.METHODS: mark("Number of methods of consultation"),
    Quantity.PARTIES: mark("Number of parties involved"),
    Quantity.PARTICIPANTS: mark("Number of participants"),
    Quantity.COMMENTS: mark("Number of comments received"),
    Quantity.OTHER: mark("Another count"),
}
QUANTITY_TOOLS: Final[Mapping[QuantityTool, str]] = {
    QuantityTool.PARTICIPANTS_LIST: mark("List of participants"),
    QuantityTool.ACTIVITY_REPORT: mark("Report on the activity"),
    QuantityTool.FEEDBACK_REPORT: mark("Report on reactions"),
    QuantityTool.COMMENTS_LIST: mark("List of comments received"),
    QuantityTool.OTHER: mark("Another means"),
}
QUALITIES: Final[Mapping[Quality, str]] = {
    Quality.METHODS: mark("Quality of the methods"),
    Quality.EXPECTATIONS: mark("Expectations of participants met"),
    Quality.CONTRIBUTIONS: mark("Quality of comments and contributions"),
    Quality.OBJECTIVES: mark("Indicators by the aims of the process"),
}
QUALITY_TOOLS: Final[Mapping[QualityTool, str]] = {
    QualityTool.QUESTIONNAIRE: mark("Questionnaire"),
    QualityTool.INFORMAL_TALK: mark("Informal talk with participants"),
    QualityTool.RECORDED_VIEWS: mark("Written-down views of participants"),
    QualityTool.ACTIVITY_REPORT: mark("Report on the activity"),
    QualityTool.OTHER: mark("Another means"),
}
GAPS: Final[Mapping[Gap, str]] = {
    Gap.NAME: mark("the name"),
    Gap.AUDIENCE: mark("who is asked"),
    Gap.KINDS: mark("whether each of them is asked before the draft or on it"),
    Gap.ACTIVITIES: mark("the timetable"),
    Gap.DAYS: mark("the day of some activities (they print as “to be set”)"),
    Gap.RESOURCES: mark("people, money or equipment"),
    Gap.COLLECTION: mark("how answers are collected"),
    Gap.QUANTITIES: mark("what will be counted"),
    Gap.PLANNED: mark("a planned value for each chosen count"),
}


def answered(talk: Talk, suits: bool | None) -> str:
    """Yes, no, or that nobody has said it."""
    return talk.t("not said yet") if suits is None else talk.t("yes") if suits else talk.t("no")


def shown(talk: Talk, value: Value) -> str:
    """What stands in a field, in words; nothing where nothing is said."""
    match value:
        case None:
            return ""
        case str():
            return value
        case tuple():
            return ", ".join(value)
        case _:
            return talk.texts.day(value)
