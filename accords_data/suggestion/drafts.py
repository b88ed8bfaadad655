"""Draft records from what a text says: countries, leaders, agreements and meetings, each cell with its words."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from accords_data.dataset import Dataset, plain
from accords_data.fields import fields_of
from accords_data.models import Evidence, Meeting, Record, Source, Support
from accords_data.spans import Span
from accords_data.suggestion import gazetteer, namesakes
from accords_data.suggestion.encounters import Encounter, Seat
from accords_data.suggestion.happenings import Happening, Told
from accords_data.suggestion.mask import Mention
from accords_data.suggestion.mentions import Reading, Who
from accords_data.suggestion.sheets import Sheet
from accords_data.suggestion.times import Moment
from accords_data.vocabulary import (
    AgreementKind,
    AgreementStep,
    Basis,
    EntryMode,
    MeetingLink,
    ParticipantRole,
    PartyRole,
    RelationStep,
)

_AUTHORITIES = {
    "iso_alpha2": "ISO 3166-1",
    "iso_numeric": "ISO 3166-1",
    "cow_code": "Correlates of War Project, State System Membership v2016",
    "gw_code": "Gleditsch and Ward, list of independent states",
    "wikidata_id": "Wikidata",
    "polity_status": "United Nations, list of Member States",
}
_NAMES = "Unicode CLDR 48"


@attrs.define
class Desk:
    """What drafts are made from, and the sheets that are made."""

    reading: Reading
    source: Source
    dataset: Dataset
    sheets: dict[tuple[str, str], Sheet] = attrs.field(factory=dict)
    leaders: dict[Who, str] = attrs.field(factory=dict)
    agreements: dict[str, str] = attrs.field(factory=dict)
    remarks: list[tuple[Span, str]] = attrs.field(factory=list)
    """What a person should know of a link to an existing record."""

    def sheet(self, kind: str, name: str) -> Sheet:
        """Return the sheet of the record `name`, begun anew or from the record that there is."""
        if (kind, name) not in self.sheets:
            known = next((each for each in self.dataset.records[kind] if each.id == name), None)
            written = None if known is None else written(known)
            data = {} if written is None else {key: value for key, value in written.items() if key not in {"id", "evidence"}}
            self.sheets[kind, name] = Sheet(kind, name, self.reading.text, self.source.id, _copied(data), written)
        return self.sheets[kind, name]


def drafts(
    reading: Reading, source: Source, dataset: Dataset, steps: tuple[Happening, ...], met: tuple[Encounter, ...]
) -> Desk:
    """Return the desk with a sheet for each record that the text adds to or begins."""
    desk = Desk(reading, source, dataset)
    _countries(desk, steps)
    _leaders(desk)
    for mention in _mentions(reading, "agreement"):
        _agreement(desk, mention)
    meetings = [(each, _meeting(desk, each)) for each in met]
    for step in steps:
        if isinstance(step.step, AgreementStep):
            _step(desk, step, next((name for each, name in meetings if each.announces is step), None))
        else:
            _relation(desk, step)
    desk.sheets = {key: sheet for key, sheet in desk.sheets.items() if sheet.adds}
    return desk


def _mentions(reading: Reading, kind: str) -> Iterator[Mention]:
    for statement in reading.statements:
        found = [each for each in statement.plain.mentions.values() if each.kind == kind]
        yield from sorted(found, key=lambda each: each.span.start)


def _home(reading: Reading, span: Span) -> Span:
    return next(each.span for each in reading.statements if each.span.overlaps(span))


def _countries(desk: Desk, steps: Iterable[Happening]) -> None:
    named: dict[str, dict[str, Mention]] = {}
    for mention in _mentions(desk.reading, "country"):
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
            sheet.quoted(sheet.append("other_names", form), _home(desk.reading, mention.span), Basis.STATED)


def _reference(desk: Desk, sheet: Sheet, entry: gazetteer.Entry, forms: dict[str, Mention]) -> None:
    nouns = [form for form in (entry.name, *entry.other_names) if form in forms]
    sheet.data["name"] = nouns[0] if nouns else entry.name
    if not nouns:
        sheet.background("/name", _NAMES)
    else:
        sheet.quoted("/name", _home(desk.reading, forms[nouns[0]].span), Basis.STATED)
    for language, name in (("ar", entry.ar), ("he", entry.he)):
        if name is not None:
            sheet.background(sheet.append("local_names", {"language": language, "name": name}) + "/name", _NAMES)
    for field, authority in _AUTHORITIES.items():
        value = getattr(entry, field)
        if value is not None:
            sheet.data[field] = value
            sheet.background(f"/{field}", authority)


def _leaders(desk: Desk) -> None:
    for who in desk.reading.people:
        if not who.acts:
            continue
        existing = namesakes.same_person(who, desk.dataset)
        if existing is not None and existing.likeness < 1:
            first = next(iter(who.forms.values()))
            desk.remarks.append((first, f"taken for {existing.leader.id} ({existing.leader.name}): is it the same person?"))
        name = slug(who.name) if existing is None else existing.leader.id
        desk.leaders[who] = name
        sheet = desk.sheet("leader", name)
        _names(desk, sheet, who)
        _offices(desk, sheet, who)


def _names(desk: Desk, sheet: Sheet, who: Who) -> None:
    for form, span in who.forms.items():
        if sheet.known is None and form == who.name:
            sheet.data["name"] = form
            sheet.quoted("/name", _phrase(who, span) or _home(desk.reading, span), Basis.STATED)
        elif form not in {who.name, sheet.data.get("name"), *sheet.data.get("other_names", [])} or (
            sheet.known is not None and form not in {sheet.data["name"], *sheet.data.get("other_names", [])}
        ):
            sheet.quoted(sheet.append("other_names", form), _home(desk.reading, span), Basis.STATED)


def _phrase(who: Who, span: Span) -> Span | None:
    """Return the whole phrase, title and all, in which the name at `span` stands."""
    return next((mention.span for mention, _ in who.offices if mention.span.overlaps(span)), None)


def _offices(desk: Desk, sheet: Sheet, who: Who) -> None:
    held = {(office["country"], office["title"]) for office in sheet.data.get("offices", [])}
    for mention, person in who.offices:
        if person.former or person.title is None or person.country is None or (person.country, person.title) in held:
            continue
        held.add((person.country, person.title))
        office = {"country": person.country, "title": person.title, "held": desk.source.published}
        pointer = sheet.append("offices", office)
        if person.basis in {"named", "from before"} and person.country_words is not None:
            quote = mention.span if person.basis == "named" else _home(desk.reading, mention.span)
            sheet.quoted(f"{pointer}/country", quote, Basis.RESOLVED, words=person.country_words)
        else:
            note = f"No country stands with the title {person.title!r}; the text is about {person.country} here."
            sheet.quoted(f"{pointer}/country", _home(desk.reading, mention.span), Basis.INFERRED, note=note)
        sheet.quoted(f"{pointer}/title", mention.span, Basis.STATED)
        sheet.quoted(f"{pointer}/held", mention.span, Basis.RESOLVED)


def _agreement(desk: Desk, mention: Mention) -> str:
    title = mention.words
    if title in desk.agreements:
        return desk.agreements[title]
    known = [
        each.id for each in desk.dataset.agreements if title in {each.title, *each.other_titles}
    ]
    desk.agreements[title] = name = known[0] if known else slug(title)
    sheet = desk.sheet("agreement", name)
    if sheet.known is None and not sheet.data:
        home = _home(desk.reading, mention.span)
        sheet.data |= {"title": title, "kind": str(AgreementKind.NOT_STATED)}
        sheet.quoted("/title", home, Basis.STATED)
        for word, kind, note in (
            ("Accords", AgreementKind.FRAMEWORK, "The text speaks of several accords under one title; no kind of instrument is named."),
            ("Treaty", AgreementKind.TREATY, "Its title calls it so."),
            ("Memorandum", AgreementKind.MEMORANDUM, "Its title calls it so."),
        ):
            if word in title.split():
                sheet.data["kind"] = str(kind)
                sheet.quoted("/kind", home, Basis.INFERRED, note=note)
    return name


def _step(desk: Desk, step: Happening, meeting: str | None) -> None:
    sheet = desk.sheet("agreement", _agreement(desk, Mention("agreement", step.other_told.span, step.other, step.other)))
    assert isinstance(step.step, AgreementStep)  # noqa: S101 - the caller parts the two
    _party(desk, sheet, step)
    date = None if step.moment is None else step.moment.date
    wanted = {"event": str(step.step), "country": step.country, "date": date, "meeting": meeting}
    pointer = _same(sheet, "events", wanted) or sheet.append("events", _filled(wanted))
    anywhere = step.step is AgreementStep.ANNOUNCED
    sheet.term(f"{pointer}/event", step.step, step.cue.sentence, step.cue.words, anywhere=anywhere)
    _country_cell(desk, sheet, f"{pointer}/country", step.country, step.country_told)
    _date_cell(sheet, f"{pointer}/date", step.moment, step.moment_told)
    if meeting is not None:
        passage = next(entry for entry in desk.sheet("meeting", meeting).entries.values() if "quote" in entry and any(x["field"] == "/kind" for x in entry["supports"]))
        quote = Span(sheet.text.index(passage["quote"]), sheet.text.index(passage["quote"]) + len(passage["quote"]))
        sheet.quoted(f"{pointer}/meeting", quote, Basis.RESOLVED)


def _party(desk: Desk, sheet: Sheet, step: Happening) -> None:
    role, entry = {
        AgreementStep.ANNOUNCED: (PartyRole.ASPIRANT, EntryMode.ACCESSION),
        AgreementStep.SIGNED: (PartyRole.PARTY, EntryMode.NOT_STATED),
    }.get(AgreementStep(step.step), (None, None))
    if role is None or entry is None or step.country is None:
        return
    if any(party["country"] == step.country for party in sheet.data.get("parties", [])):
        return
    pointer = sheet.append("parties", {"country": step.country, "role": str(role), "entry_mode": str(entry)})
    _country_cell(desk, sheet, f"{pointer}/country", step.country, step.country_told)
    sheet.term(f"{pointer}/role", role, step.cue.sentence, step.cue.words, anywhere=True)
    sheet.term(f"{pointer}/entry_mode", entry, step.cue.sentence, step.cue.words, anywhere=True)


def _relation(desk: Desk, step: Happening) -> None:
    assert isinstance(step.step, RelationStep)  # noqa: S101 - the caller parts the two
    assert step.country is not None  # noqa: S101 - a relation has its country
    sheet = desk.sheet("country", step.country)
    if step.by is not None:
        _parties_by_effect(desk, step)
    if _recorded_by_the_other(desk, step):
        return
    date = None if step.moment is None else step.moment.date
    wanted = {"partner": step.other, "event": str(step.step), "date": date}
    pointer = _same(sheet, "relations", wanted) or sheet.append("relations", _filled(wanted))
    _country_cell(desk, sheet, f"{pointer}/partner", step.other, step.other_told)
    sheet.term(f"{pointer}/event", step.step, step.cue.sentence, step.cue.words)
    _date_cell(sheet, f"{pointer}/date", step.moment, step.moment_told)


def _recorded_by_the_other(desk: Desk, step: Happening) -> bool:
    other = desk.sheet("country", step.other).data.get("relations", [])
    date = None if step.moment is None else step.moment.date
    return any((each["partner"], each["event"], each.get("date")) == (step.country, str(step.step), date) for each in other)


def _parties_by_effect(desk: Desk, step: Happening) -> None:
    """Make parties of the countries between which an agreement is said to have normalised relations."""
    assert step.by is not None  # noqa: S101 - the caller looks
    sheet = desk.sheet("agreement", _agreement(desk, step.by))
    original = re.search(r"\b(?:original|initial)\b", sheet.text[step.cue.sentence.start : step.cue.span.start])
    entry = EntryMode.ORIGINAL if original is not None else EntryMode.NOT_STATED
    for name, told in ((step.other, step.other_told), (step.country, step.country_told)):
        if name is None or any(party["country"] == name for party in sheet.data.get("parties", [])):
            continue
        pointer = sheet.append("parties", {"country": name, "role": str(PartyRole.PARTY), "entry_mode": str(entry)})
        _country_cell(desk, sheet, f"{pointer}/country", name, told)
        note = f"Relations that the agreement normalised are relations between its parties; that {name} signed is not said."
        sheet.quoted(f"{pointer}/role", step.cue.sentence, Basis.INFERRED, note=note)
        if original is not None:
            sheet.term(f"{pointer}/entry_mode", entry, step.cue.sentence, original[0])


def _meeting(desk: Desk, met: Encounter) -> str:
    known = _known_meeting(desk, met)
    name = known.id if known is not None else _meeting_id(desk, met)
    sheet = desk.sheet("meeting", name)
    if sheet.known is None:
        sheet.data |= {"label": _label(met), "kind": str(met.kind), "mode": str(met.mode)}
    if sheet.data["kind"] == met.kind:
        sheet.term("/kind", met.kind, met.cue_told.sentence, met.cue_told.words, anywhere=True)
    if sheet.data["mode"] == met.mode:
        sheet.term("/mode", met.mode, met.cue_told.sentence, met.cue_told.words, anywhere=True)
    _meeting_day(desk, sheet, met)
    for field, told in (("venue", met.venue), ("city", met.city)):
        if told is not None and sheet.data.setdefault(field, told.words) == told.words:
            sheet.quoted(f"/{field}", told.sentence, Basis.STATED)
    for seat in met.seats:
        _seat(desk, sheet, met, seat)
    if met.announces is not None:
        _link(desk, sheet, met)
    return name


def _meeting_day(desk: Desk, sheet: Sheet, met: Encounter) -> None:
    if met.moment is None or met.moment_told is None:
        return
    if sheet.data.setdefault("date", met.moment.date) != met.moment.date:
        desk.remarks.append((met.moment_told.span, f"{sheet.id} has the date {sheet.data['date']}, this text says {met.moment.date}: quote it as a dispute"))
        return
    if met.moment_why is not None and met.moment.rule is not None:
        sheet.quoted("/date", met.moment_told.sentence, Basis.RESOLVED, words=met.moment.words, note=met.moment_why)
    elif met.moment_why is not None:
        sheet.quoted("/date", met.moment_told.sentence, Basis.INFERRED, note=f"{met.moment_why} {met.moment.reasoning}.")
    else:
        _date_cell(sheet, "/date", met.moment, met.moment_told)


def _seat(desk: Desk, sheet: Sheet, met: Encounter, seat: Seat) -> None:
    leader = None if seat.who is None else desk.leaders.get(seat.who)
    wanted = {"country": seat.country, "leader": leader, "designation": seat.designation, "role": str(seat.role), "attendance": str(met.attendance)}
    items = sheet.data.get("participants", [])
    same = [index for index, each in enumerate(items) if each["country"] == seat.country and each.get("leader") == leader]
    pointer = f"/participants/{same[0]}" if same else sheet.append("participants", _filled(wanted))
    now = sheet.data["participants"][int(pointer.rpartition("/")[2])]
    _country_cell(desk, sheet, f"{pointer}/country", seat.country, seat.country_told, seat.who)
    if leader is not None:
        sheet.quoted(f"{pointer}/leader", seat.told.sentence, Basis.RESOLVED, words=_name_in(seat))
    if seat.designation is not None and now.get("designation") == seat.designation:
        sheet.quoted(f"{pointer}/designation", seat.told.sentence, Basis.STATED)
    if now["role"] == seat.role:
        note = "Named among those who met." if seat.role is ParticipantRole.PARTICIPANT else None
        sheet.term(f"{pointer}/role", seat.role, seat.told.sentence, met.cue_told.words, anywhere=True, note=note)
    if now["attendance"] == met.attendance:
        note = "The meeting is told as held." if not met.planned else "The meeting lies ahead."
        sheet.term(f"{pointer}/attendance", met.attendance, seat.told.sentence, met.cue_told.words, anywhere=True, note=note)


def _name_in(seat: Seat) -> str:
    assert seat.who is not None  # noqa: S101 - only a named person has a leader
    return next((form for form in sorted(seat.who.forms, key=len, reverse=True) if form in seat.told.words), seat.told.words)


def _link(desk: Desk, sheet: Sheet, met: Encounter) -> None:
    step = met.announces
    assert step is not None  # noqa: S101 - the caller looks
    agreement = _agreement(desk, Mention("agreement", step.other_told.span, step.other, step.other))
    wanted = {"agreement": agreement, "link": str(MeetingLink.ANNOUNCED_AT)}
    pointer = _same(sheet, "agreements", wanted) or sheet.append("agreements", wanted)
    sheet.quoted(f"{pointer}/agreement", step.other_told.sentence, Basis.RESOLVED, words=step.other_told.words)
    sheet.term(f"{pointer}/link", MeetingLink.ANNOUNCED_AT, met.sentence, met.cue_told.words, anywhere=True)


def _known_meeting(desk: Desk, met: Encounter) -> Meeting | None:
    """Return the recorded meeting that this is, if it is one: of the same day, a call or not, with the same countries."""
    for each in desk.dataset.records["meeting"]:
        assert isinstance(each, Meeting)  # noqa: S101 - records by kind
        there = {place.country for place in each.participants}
        same_day = met.moment is not None and each.date == met.moment.date
        if same_day and (each.kind == "call") == (met.kind == "call") and len(there & set(met.countries)) > 1:
            return each
    return None


def _meeting_id(desk: Desk, met: Encounter) -> str:
    names = [seat.who.name.split()[-1] for seat in met.seats if seat.who is not None]
    place = met.venue or met.city
    what = slug(place.words.removeprefix("the ")) if place is not None else "-".join([*map(slug, names), str(met.kind).replace("_", "-")])
    when = desk.source.published[:4] if met.moment is None else met.moment.date.replace("/", "-to-")
    base = f"{when}-{what}"[:90].strip("-")
    taken = {name for kind, name in desk.sheets if kind == "meeting"} | {each.id for each in desk.dataset.records["meeting"]}
    return base if base not in taken else next(f"{base}-{number}" for number in range(2, 100) if f"{base}-{number}" not in taken)


def _label(met: Encounter) -> str:
    names = [seat.who.name.split()[-1] if seat.who is not None else seat.country for seat in met.seats]
    listed = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    where = "" if met.venue is None else f" at {met.venue.words}"
    return f"{str(met.kind).replace('_', ' ').capitalize()} of {listed}{where}"


def _country_cell(desk: Desk, sheet: Sheet, pointer: str, value: str | None, told: Told | None, who: Who | None = None) -> None:
    """Say on what the country `value` rests: on its name, or on the office of the person who stands for it."""
    if value is None or told is None:
        return
    names = {mention.words for mention in _mentions(desk.reading, "country") if mention.value == value and mention.span.start < told.sentence.end and told.sentence.start < mention.span.end}
    inside = [name for name in names if name in told.words]
    if inside:
        sheet.quoted(pointer, told.sentence, Basis.RESOLVED, words=max(inside, key=len))
        return
    person = who or next((each for each in desk.reading.people if any(form in told.words for form in each.forms)), None)
    offices = [] if person is None else [x for x in person.offices if x[1].country == value and x[1].country_words is not None]
    if offices:
        sheet.quoted(pointer, _home(desk.reading, offices[0][0].span), Basis.RESOLVED, words=offices[0][1].country_words)
    else:
        sheet.quoted(pointer, told.sentence, Basis.INFERRED, note=f'"{told.words}" acts for {value} here, by what the text says before.')


def _date_cell(sheet: Sheet, pointer: str, moment: Moment | None, told: Told | None) -> None:
    if moment is None or told is None:
        return
    if moment.rule is not None and moment.contradiction is None:
        sheet.quoted(pointer, told.sentence, Basis.RESOLVED, words=moment.words)
    else:
        sheet.quoted(pointer, told.sentence, Basis.INFERRED, note=f"{moment.reasoning}.".capitalize() if moment.contradiction is None else f"{moment.reasoning}.")
    if moment.contradiction is not None:
        sheet.quoted(pointer, told.sentence, Basis.INFERRED, note=f"The text itself says {moment.contradiction}.", stance="disputes")


def _same(sheet: Sheet, name: str, wanted: dict[str, Any]) -> str | None:
    """Return the pointer of the item of the list `name` that says the same, if there is one."""
    for index, item in enumerate(sheet.data.get(name, [])):
        if all(item.get(key) == value for key, value in wanted.items() if key != "meeting"):
            return f"/{name}/{index}"
    return None


def _filled(item: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in item.items() if value is not None}


def written(record: Record) -> dict[str, Any]:
    """Return `record` as a curator writes it: without what the build fills in, and without what is empty."""
    return _uncomputed(plain(record), type(record))


def _uncomputed(value: dict[str, Any], model: type) -> dict[str, Any]:
    kept: dict[str, Any] = {}
    for field in fields_of(model):
        each = value[field.name]
        if field.computed or each is None or each == []:
            continue
        if field.model is not None:
            each = [_uncomputed(item, field.model) for item in each]
        kept[field.name] = each
    if model is Support and kept.get("basis") == "stated":
        kept.pop("words", None)
    if model is Evidence and kept.get("stance") == "supports":
        kept.pop("stance")
    return kept


def _copied(data: dict[str, Any]) -> dict[str, Any]:
    return {key: list(value) if isinstance(value, list) else value for key, value in data.items()}


def slug(name: str) -> str:
    """Return an id made of `name`: plain small letters and figures, joined by hyphens."""
    plain_letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain_letters.lower()).strip("-")[:90]
