"""Draft records from what a text says: countries, leaders, agreements and meetings, each cell with its words."""

from accords_data.model.sources import Source
from accords_data.model.vocabularies import AgreementStep
from accords_data.seeds.dataset import Dataset
from accords_data.suggest.drafting import Desk, mentions_of
from accords_data.suggest.entity_drafts import countries, leaders
from accords_data.suggest.meeting_drafts import meeting
from accords_data.suggest.meetings import Encounter
from accords_data.suggest.mentions import Reading
from accords_data.suggest.step_drafts import agreement, event, relation
from accords_data.suggest.steps import Happening


def drafts(
    reading: Reading, source: Source, dataset: Dataset, steps: tuple[Happening, ...], met: tuple[Encounter, ...]
) -> Desk:
    """Return the desk with a sheet for each record that the text adds to or begins."""
    desk = Desk(reading, source, dataset)
    # The order matters: meetings name the leaders, and steps name the meeting at which they were announced.
    countries(desk, steps)
    leaders(desk)
    for mention in mentions_of(reading, "agreement"):
        agreement(desk, mention)
    meetings = [(each, meeting(desk, each)) for each in met]
    for step in steps:
        if isinstance(step.step, AgreementStep):
            at = [(name, each.sentence) for each, name in meetings if each.announces is step]
            event(desk, step, at[0] if at else None)
        else:
            relation(desk, step)
    desk.sheets = {key: sheet for key, sheet in desk.sheets.items() if sheet.adds}
    return desk
