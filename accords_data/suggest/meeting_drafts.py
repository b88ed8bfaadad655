"""Drafts of meetings: when, where, who took part, and what was announced there."""

from accords_data.model.addresses import ITEM, slug
from accords_data.model.backing import located
from accords_data.model.records import Meeting
from accords_data.model.vocabularies import Basis, MeetingLink, ParticipantRole
from accords_data.suggest.draft_record import Sheet
from accords_data.suggest.drafting import Desk, country_cell, date_cell, filled, same
from accords_data.suggest.mask import Mention
from accords_data.suggest.meetings import Encounter
from accords_data.suggest.participants import Seat
from accords_data.suggest.step_drafts import agreement

_SAME = 0.5
"""Share of the countries from which on two meetings of one day may be one."""


def meeting(desk: Desk, met: Encounter) -> str:
    """Draft a meeting, or what the text adds to a recorded one, and return its id."""
    known = _known_meeting(desk, met)
    name = known.id if known is not None else _meeting_id(desk, met)
    sheet = desk.sheet("meeting", name)
    if sheet.known is None:
        sheet.data |= {"label": _label(met), "kind": str(met.kind), "mode": str(met.mode)}
    # A recorded meeting may say otherwise: then this text is no support, and the record stays as it is.
    if sheet.data["kind"] == met.kind:
        sheet.term("/kind", met.kind, met.cue_phrase.sentence, met.cue_phrase.words, anywhere=True)
    if sheet.data["mode"] == met.mode:
        sheet.term("/mode", met.mode, met.cue_phrase.sentence, met.cue_phrase.words, anywhere=True)
    _meeting_day(desk, sheet, met)
    for field, phrase in (("venue", met.venue), ("city", met.city)):
        if phrase is not None and sheet.data.setdefault(field, phrase.words) == phrase.words:
            sheet.quoted(f"/{field}", phrase.sentence, Basis.STATED)
    for seat in met.seats:
        _seat(desk, sheet, met, seat)
    if met.announces is not None:
        _link(desk, sheet, met)
    return name


def _meeting_day(desk: Desk, sheet: Sheet, met: Encounter) -> None:
    if met.moment is None or met.moment_phrase is None:
        return
    if sheet.data.setdefault("date", met.moment.date) != met.moment.date:
        desk.remarks.append(
            (
                met.moment_phrase.span,
                f"{sheet.id} has {sheet.data['date']}, this text says {met.moment.date}: quote it as a dispute",
            )
        )
        return
    if met.moment_why is not None and met.moment.rule is not None:
        sheet.quoted("/date", met.moment_phrase.sentence, Basis.RESOLVED, words=met.moment.words, note=met.moment_why)
    elif met.moment_why is not None:
        sheet.quoted(
            "/date", met.moment_phrase.sentence, Basis.INFERRED, note=f"{met.moment_why} {met.moment.reasoning}."
        )
    else:
        date_cell(sheet, "/date", met.moment, met.moment_phrase)


def _seat(desk: Desk, sheet: Sheet, met: Encounter, seat: Seat) -> None:
    leader = None if seat.who is None else desk.leaders.get(seat.who)
    wanted = {
        "country": seat.country,
        "leader": leader,
        "designation": seat.designation,
        "role": str(seat.role),
        "attendance": str(met.attendance),
    }
    theirs = [each for each in sheet.data.get("participants", []) if each["country"] == seat.country]
    same = [each[ITEM] for each in theirs if leader is None or each.get("leader") == leader]
    unnamed = [each[ITEM] for each in theirs if each.get("leader") is None]
    # Whether the unnamed one of the record is this person would be a guess: a person is asked.
    if not same and unnamed and sheet.known is not None:
        message = f"{sheet.id} does not name /participants/{unnamed[0]} of {seat.country}: is it {leader}?"
        desk.remarks.append((seat.phrase.span, message))
        return
    address = f"/participants/{same[0]}" if same else sheet.append("participants", filled(wanted))
    now = sheet.item(address)
    country_cell(desk, sheet, f"{address}/country", seat.country, seat.country_phrase, seat.who)
    if leader is not None:
        sheet.quoted(f"{address}/leader", seat.phrase.sentence, Basis.RESOLVED, words=_name_in(seat))
    if seat.designation is not None and now.get("designation") == seat.designation:
        sheet.quoted(f"{address}/designation", seat.phrase.sentence, Basis.STATED)
    if now["role"] == seat.role:
        note = "Named as one of those who met." if seat.role is ParticipantRole.PARTICIPANT else None
        sheet.term(f"{address}/role", seat.role, seat.phrase.sentence, met.cue_phrase.words, anywhere=True, note=note)
    if now["attendance"] == met.attendance:
        note = "The text says that the meeting was held." if not met.planned else "The meeting is still to come."
        sheet.term(
            f"{address}/attendance",
            met.attendance,
            seat.phrase.sentence,
            met.cue_phrase.words,
            anywhere=True,
            note=note,
        )


def _name_in(seat: Seat) -> str:
    assert seat.who is not None  # noqa: S101 - only a named person has a leader
    return next(
        (form for form in sorted(seat.who.forms, key=len, reverse=True) if form in seat.phrase.words), seat.phrase.words
    )


def _link(desk: Desk, sheet: Sheet, met: Encounter) -> None:
    step = met.announces
    assert step is not None  # noqa: S101 - the caller looks
    name = agreement(desk, Mention("agreement", step.other_phrase.span, step.other, step.other))
    wanted = {"agreement": name, "link": str(MeetingLink.ANNOUNCED_AT)}
    address = same(sheet, "agreements", wanted) or sheet.append("agreements", wanted)
    sheet.quoted(f"{address}/agreement", step.other_phrase.sentence, Basis.RESOLVED, words=step.other_phrase.words)
    sheet.term(f"{address}/link", MeetingLink.ANNOUNCED_AT, met.sentence, met.cue_phrase.words, anywhere=True)


def _known_meeting(desk: Desk, met: Encounter) -> Meeting | None:
    """Return the recorded meeting that this is, if it is one: the likest of the same day, or of this very sentence."""
    found = [
        (_likeness(desk, met, each), each) for each in desk.dataset.records["meeting"] if isinstance(each, Meeting)
    ]
    best = max(found, key=lambda pair: pair[0], default=None)
    return None if best is None or best[0] == (0, 0.0) else best[1]


def _likeness(desk: Desk, met: Encounter, known: Meeting) -> tuple[int, float]:
    """Return how many people and which share of the countries two meetings have in common; zeros where they differ."""
    # Where a record quotes this very sentence for its kind, it is that meeting, whatever its day.
    here = any(
        each.source == desk.source.id
        and met.sentence.start <= each.start < met.sentence.end
        and any(cell.field in {"/kind", "/mode"} for cell in each.cells)
        for each in located(known.evidence)
    )
    same_day = met.moment is not None and known.date == met.moment.date
    countries = {place.country for place in known.participants}
    share = len(countries & set(met.countries)) / max(len(countries | set(met.countries)), 1)
    same = here or (same_day and share >= _SAME and len(countries & set(met.countries)) > 1)
    if not same or (known.kind == "call") != (met.kind == "call"):
        return 0, 0.0
    people = {desk.leaders.get(seat.who) for seat in met.seats if seat.who is not None}
    return len(people & {place.leader for place in known.participants if place.leader is not None}), share


def _meeting_id(desk: Desk, met: Encounter) -> str:
    names = [seat.who.name.split()[-1] for seat in met.seats if seat.who is not None]
    place = met.venue or met.city
    what = (
        slug(place.words.removeprefix("the "))
        if place is not None
        else "-".join([*map(slug, names), str(met.kind).replace("_", "-")])
    )
    when = desk.source.published_by[:4] if met.moment is None else met.moment.date.replace("/", "-to-")
    base = f"{when}-{what}"[:90].strip("-")
    taken = {name for kind, name in desk.sheets if kind == "meeting"} | {
        each.id for each in desk.dataset.records["meeting"]
    }
    return (
        base
        if base not in taken
        else next(f"{base}-{number}" for number in range(2, 100) if f"{base}-{number}" not in taken)
    )


def _label(met: Encounter) -> str:
    names = [seat.who.name.split()[-1] if seat.who is not None else seat.country for seat in met.seats]
    listed = " and ".join(names[-2:]) if len(names) < 3 else f"{', '.join(names[:-1])} and {names[-1]}"  # noqa: PLR2004
    of = f" of {listed}" if listed else ""
    where = "" if met.venue is None else f" at {met.venue.words}"
    return f"{str(met.kind).replace('_', ' ').capitalize()}{of}{where}"
