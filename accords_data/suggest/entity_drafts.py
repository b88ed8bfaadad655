"""Drafts of countries and leaders: names as the text writes them, offices, and reference data as background."""

from collections.abc import Iterable

from accords_data.model.vocabularies import Basis, RelationStep
from accords_data.seeds import gazetteer
from accords_data.seeds.spans import Span
from accords_data.suggest import namesakes
from accords_data.suggest.draft_record import Sheet
from accords_data.suggest.drafting import Desk, home, mentions_of, slug
from accords_data.suggest.mask import Mention
from accords_data.suggest.people_in_text import Who
from accords_data.suggest.steps import Happening

_AUTHORITIES = {
    "iso_alpha2": "ISO 3166-1",
    "iso_numeric": "ISO 3166-1",
    "cow_code": "Correlates of War Project, State System Membership v2016",
    "gw_code": "Gleditsch and Ward, list of independent states",
    "wikidata_id": "Wikidata",
    "polity_status": "United Nations, list of Member States",
}
_NAMES = "Unicode CLDR 48"


def countries(desk: Desk, steps: Iterable[Happening]) -> None:
    """Draft each country that the text names, or that a step needs."""
    named: dict[str, dict[str, Mention]] = {}
    for mention in mentions_of(desk.reading, "country"):
        named.setdefault(str(mention.value), {}).setdefault(mention.words, mention)
    for step in steps:
        for name in (step.country, step.other if isinstance(step.step, RelationStep) else None):
            if name is not None:
                named.setdefault(name, {})
    for name, forms in named.items():
        _country(desk, name, forms)


def _country(desk: Desk, name: str, forms: dict[str, Mention]) -> None:
    sheet = desk.sheet("country", name)
    entry = gazetteer.entries().get(name)
    if sheet.known is None and entry is not None:
        _reference(desk, sheet, entry, forms)
    listed = {sheet.data["name"], *sheet.data.get("other_names", [])}
    for form, mention in forms.items():
        if form not in listed:
            sheet.quoted(sheet.append("other_names", form), home(desk.reading, mention.span), Basis.STATED)


def _reference(desk: Desk, sheet: Sheet, entry: gazetteer.GazetteerEntry, forms: dict[str, Mention]) -> None:
    nouns = [form for form in (entry.name, *entry.other_names) if form in forms]
    sheet.data["name"] = nouns[0] if nouns else entry.name
    if not nouns:
        sheet.background("/name", _NAMES)
    else:
        sheet.quoted("/name", home(desk.reading, forms[nouns[0]].span), Basis.STATED)
    for language, name in (("ar", entry.ar), ("he", entry.he)):
        if name is not None:
            sheet.background(sheet.append("local_names", {"language": language, "name": name}) + "/name", _NAMES)
    for field, authority in _AUTHORITIES.items():
        value = getattr(entry, field)
        if value is not None:
            sheet.data[field] = value
            sheet.background(f"/{field}", authority)


def leaders(desk: Desk) -> None:
    """Draft each person who acts for a country."""
    for who in desk.reading.people:
        if not who.acts:
            continue
        name = _leader(desk, who)
        desk.leaders[who] = name
        sheet = desk.sheet("leader", name)
        _names(desk, sheet, who)
        _offices(desk, sheet, who)


def _leader(desk: Desk, who: Who) -> str:
    """Return the id of the record of a person; what a curator must decide about it is remarked."""
    existing = namesakes.same_person(who, desk.dataset)
    if existing is None:
        return _new_id(desk, who)
    leader, first = existing.leader, next(iter(who.forms.values()))
    if existing.doubt is not None:
        message = f"like {leader.id} ({leader.name}), but {existing.doubt}: drafted as another person; is it the same?"
        desk.remarks.append((first, message))
        return _new_id(desk, who)
    if existing.likeness < 1:
        desk.remarks.append((first, f"taken for {leader.id} ({leader.name}): is it the same person?"))
    return leader.id


def _new_id(desk: Desk, who: Who) -> str:
    """Return an id that no other person has."""
    taken = {each.id for each in desk.dataset.records["leader"]} | {*desk.leaders.values()}
    name = slug(who.name)
    return next(each for each in (name, *(f"{name}-{at}" for at in range(2, len(taken) + 3))) if each not in taken)


def _names(desk: Desk, sheet: Sheet, who: Who) -> None:
    for form, span in who.forms.items():
        if sheet.known is None and form == who.name:
            sheet.data["name"] = form
            sheet.quoted("/name", _phrase(who, span) or home(desk.reading, span), Basis.STATED)
        elif form not in {who.name, sheet.data.get("name"), *sheet.data.get("other_names", [])} or (
            sheet.known is not None and form not in {sheet.data["name"], *sheet.data.get("other_names", [])}
        ):
            sheet.quoted(sheet.append("other_names", form), home(desk.reading, span), Basis.STATED)


def _phrase(who: Who, span: Span) -> Span | None:
    """Return the whole phrase, title and all, in which the name at `span` stands."""
    return next((mention.span for mention, _ in who.offices if mention.span.overlaps(span)), None)


def _offices(desk: Desk, sheet: Sheet, who: Who) -> None:
    held = {(office["country"], office["title"]) for office in sheet.data.get("offices", [])}
    for mention, person in who.offices:
        if person.former or person.title is None or person.country is None or (person.country, person.title) in held:
            continue
        held.add((person.country, person.title))
        # That somebody is called a minister says that the office is held on the day of publication, no more.
        office = {"country": person.country, "title": person.title, "held": desk.source.published_by}
        pointer = sheet.append("offices", office)
        if person.basis in {"named", "from before"} and person.country_words is not None:
            # In "Israeli Prime Minister A B and Foreign Minister C D", the country of the second is outside of its
            # phrase.
            quote = mention.span if person.basis == "named" else home(desk.reading, mention.span)
            sheet.quoted(f"{pointer}/country", quote, Basis.RESOLVED, words=person.country_words)
        else:
            note = f"The title {person.title!r} names no country; the text is about {person.country} here."
            sheet.quoted(f"{pointer}/country", home(desk.reading, mention.span), Basis.INFERRED, note=note)
        sheet.quoted(f"{pointer}/title", mention.span, Basis.STATED)
        sheet.quoted(f"{pointer}/held", mention.span, Basis.RESOLVED)
