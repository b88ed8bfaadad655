"""Drafts of agreements and relations: titles, parties and steps."""

import re

from accords_data.model.addresses import slug
from accords_data.model.vocabularies import AgreementKind, AgreementStep, Basis, EntryMode, PartyRole, RelationStep
from accords_data.seeds.spans import Span
from accords_data.suggest.draft_record import Sheet
from accords_data.suggest.drafting import Desk, country_cell, date_cell, filled, home, same
from accords_data.suggest.mask import Mention
from accords_data.suggest.steps import Happening

_KINDS = {
    "Accords": (
        AgreementKind.FRAMEWORK,
        "The text speaks of several accords under one title; no kind of instrument is named.",
    ),
    "Treaty": (AgreementKind.TREATY, "Its title calls it so."),
    "Memorandum": (AgreementKind.MEMORANDUM, "Its title calls it so."),
}
"""What a word of the title says of the kind of an agreement."""


def agreement(desk: Desk, mention: Mention) -> str:
    """Return the id of the agreement that `mention` means, recorded or to be drafted."""
    title = mention.words
    if title in desk.agreements:
        return desk.agreements[title]
    known = [each.id for each in desk.dataset.agreements if title in {each.title, *each.other_titles}]
    desk.agreements[title] = name = known[0] if known else slug(title)
    sheet = desk.sheet("agreement", name)
    if sheet.known is None and not sheet.data:
        sentence = home(desk.reading, mention.span)
        sheet.data |= {"title": title, "kind": str(AgreementKind.NOT_STATED)}
        sheet.quoted("/title", sentence, Basis.STATED)
        for word, (kind, note) in _KINDS.items():
            if word in title.split():
                sheet.data["kind"] = str(kind)
                sheet.quoted("/kind", sentence, Basis.INFERRED, note=note)
    return name


def event(desk: Desk, step: Happening, meeting: tuple[str, Span] | None) -> None:
    """Draft a step of an agreement; of the `meeting` in whose course it was announced, id and passage are given."""
    sheet = desk.sheet(
        "agreement", agreement(desk, Mention("agreement", step.other_phrase.span, step.other, step.other))
    )
    _party(desk, sheet, step)
    date = None if step.moment is None else step.moment.date
    wanted = {"event": str(step.step), "country": step.country, "date": date, "meeting": meeting and meeting[0]}
    address = same(sheet, "events", wanted) or sheet.append("events", filled(wanted))
    anywhere = step.step is AgreementStep.ANNOUNCED
    sheet.term(f"{address}/event", step.step, step.cue.sentence, step.cue.words, anywhere=anywhere)
    country_cell(desk, sheet, f"{address}/country", step.country, step.country_phrase)
    date_cell(sheet, f"{address}/date", step.moment, step.moment_phrase)
    recorded = sheet.item(address)
    if meeting is not None and recorded.get("meeting") == meeting[0]:
        sheet.quoted(f"{address}/meeting", meeting[1], Basis.RESOLVED)


_ROLES: dict[AgreementStep | RelationStep, tuple[PartyRole, EntryMode]] = {
    AgreementStep.ANNOUNCED: (PartyRole.ASPIRANT, EntryMode.ACCESSION),
    AgreementStep.SIGNED: (PartyRole.PARTY, EntryMode.NOT_STATED),
}
"""What a step makes of the country that takes it."""


def _party(desk: Desk, sheet: Sheet, step: Happening) -> None:
    if step.step not in _ROLES or step.country is None:
        return
    if any(party["country"] == step.country for party in sheet.data.get("parties", [])):
        return
    role, entry = _ROLES[step.step]
    address = sheet.append("parties", {"country": step.country, "role": str(role), "entry_mode": str(entry)})
    country_cell(desk, sheet, f"{address}/country", step.country, step.country_phrase)
    sheet.term(f"{address}/role", role, step.cue.sentence, step.cue.words, anywhere=True)
    sheet.term(f"{address}/entry_mode", entry, step.cue.sentence, step.cue.words, anywhere=True)


def relation(desk: Desk, step: Happening) -> None:
    """Draft a step in the relations of two countries, with the one whose act it is."""
    if step.country is None:
        return
    sheet = desk.sheet("country", step.country)
    if step.by is not None:
        _parties_by_effect(desk, step, step.by)
    # A step between two countries is recorded once, with whichever of them tells it.
    if _recorded_by_the_other(desk, step):
        return
    date = None if step.moment is None else step.moment.date
    wanted = {"partner": step.other, "event": str(step.step), "date": date}
    address = same(sheet, "relations", wanted) or sheet.append("relations", filled(wanted))
    country_cell(desk, sheet, f"{address}/partner", step.other, step.other_phrase)
    sheet.term(f"{address}/event", step.step, step.cue.sentence, step.cue.words)
    date_cell(sheet, f"{address}/date", step.moment, step.moment_phrase)


def _recorded_by_the_other(desk: Desk, step: Happening) -> bool:
    other = desk.sheet("country", step.other).data.get("relations", [])
    date = None if step.moment is None else step.moment.date
    return any(
        (each["partner"], each["event"], each.get("date")) == (step.country, str(step.step), date) for each in other
    )


def _parties_by_effect(desk: Desk, step: Happening, by: Mention) -> None:
    """Make parties of the countries between which an agreement is said to have normalised relations."""
    sheet = desk.sheet("agreement", agreement(desk, by))
    original = re.search(r"\b(?:original|initial)\b", sheet.text[step.cue.sentence.start : step.cue.span.start])
    entry = EntryMode.ORIGINAL if original is not None else EntryMode.NOT_STATED
    for name, phrase in ((step.other, step.other_phrase), (step.country, step.country_phrase)):
        if name is None or any(party["country"] == name for party in sheet.data.get("parties", [])):
            continue
        address = sheet.append("parties", {"country": name, "role": str(PartyRole.PARTY), "entry_mode": str(entry)})
        country_cell(desk, sheet, f"{address}/country", name, phrase)
        note = f"It normalised relations between its parties; the text does not say that {name} signed."
        sheet.quoted(f"{address}/role", step.cue.sentence, Basis.INFERRED, note=note)
        if original is not None:
            sheet.term(f"{address}/entry_mode", entry, step.cue.sentence, original[0])
