"""An old release is read as ``accords schemas --against`` judges it, by whatever reads releases."""

import shutil
from pathlib import Path
from typing import Any

import attrs
import pytest
from conftest import EXPORTS
from samples import alone

import accords_data
from accords_data.model import tables
from accords_data.model import vocabularies as v
from accords_data.model.attributes import doc
from accords_data.model.defaults import completed
from accords_data.model.record_parts import Participant
from accords_data.model.records import MODELS, Meeting
from accords_data.model.strings import EdtfDate, Text
from accords_data.problems import AccordsError
from accords_data.release import build
from accords_data.release.manifest import MANIFEST, Manifest
from accords_data.site import build as site
from accords_data.site import collection
from accords_data.verify import diff, schema_diff, verify


@attrs.frozen(kw_only=True)
class SeatedParticipant(Participant):
    """A participant with a field more."""

    seat: Text | None = attrs.field(default=None, metadata=doc("The seat.", "A1"))


@attrs.frozen(kw_only=True)
class LaterMeeting(Meeting):
    """A meeting with an optional field more of every sort."""

    weather: Text | None = attrs.field(default=None, metadata=doc("The weather.", "rain"))
    announced: EdtfDate | None = attrs.field(default=None, metadata=doc("When it was announced.", "2025-11-05"))
    stance: v.Stance = attrs.field(default=v.Stance.SUPPORTS, metadata=doc("A code with a default.", "supports"))
    guests: tuple[Text, ...] = attrs.field(default=(), metadata=doc("The guests.", ["Nobody"], column="guest"))
    participants: tuple[SeatedParticipant, ...] = attrs.field(default=(), metadata=doc("Who took part.", []))


@attrs.frozen(kw_only=True)
class StricterMeeting(Meeting):
    """A meeting with a field more that must be given."""

    weather: Text = attrs.field(metadata=doc("The weather.", "rain"))


@attrs.frozen(kw_only=True)
class LooserMeeting(Meeting):
    """A meeting that need not have a label: what reads it would not expect that."""

    label: Text | None = attrs.field(  # type: ignore[assignment]
        default=None, metadata=doc("What it is called.", "A meeting", exempt="label")
    )


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> Any:
    """What makes another class the model of the meetings."""
    return lambda other: monkeypatch.setitem(MODELS, "meeting", other)


def test_a_release_from_before_optional_fields_is_read_by_all_five(model: Any, tmp_path: Path) -> None:
    before = collection.read(EXPORTS).meetings
    model(LaterMeeting)
    lines = schema_diff.changes_since(EXPORTS)
    assert "compatible: meetings: []/weather was added" in lines
    assert not any(line.startswith("breaking") for line in lines)
    assert verify.verify(EXPORTS).problems == []
    found = accords_data.records("meeting", path=EXPORTS)
    for each in found:
        assert isinstance(each, LaterMeeting)
        assert (each.weather, each.announced, each.stance, each.guests) == (None, None, v.Stance.SUPPORTS, ())
        assert {other.seat for other in each.participants} <= {None}
        assert (each.date, len(each.participants)) == (before[each.id].date, len(before[each.id].participants))
    assert len(found) == len(before) > 10
    read = collection.read(EXPORTS)
    assert [*read.meetings.values()] == [*found]
    pages = dict(site.pages(read, None))
    assert b"weather" in pages["tables/meetings.html"]
    assert b"0 rows." in pages["tables/meeting_guests.html"]
    for path, content in build.build(read.dataset, read.manifest.edition).files.items():
        (tmp_path / "new" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "new" / path).write_bytes(content)
    difference = diff.compare(EXPORTS, tmp_path / "new")
    assert "meetings: []/weather" in [change.place for change in difference.schemas]
    assert not any(change.breaking for change in difference.schemas)
    assert (difference.changes, difference.derived) == ((), ())


def test_a_column_that_an_old_release_does_not_have_is_its_default_in_each_row(model: Any) -> None:
    former = collection.read(EXPORTS)
    old = {table.name: former.rows(table) for table in tables.all_tables()}
    model(LaterMeeting)
    read = collection.read(EXPORTS)
    for table in tables.all_tables():
        names = [column.name for column in table.columns]
        rows = [dict(zip(names, row, strict=True)) for row in read.rows(table)]
        if table.name == "meetings":
            new = {"weather", "announced", "announced_earliest", "announced_latest", "announced_precision", "stance"}
            assert {(row["weather"], row["announced_latest"], row["stance"]) for row in rows} == {
                (None, None, "supports")
            }
        else:
            new = {"seat"} if table.name == "meeting_participants" else set()
        kept = [tuple(row[name] for name in names if name not in new) for row in rows]
        assert kept == old.get(table.name, [])


@pytest.mark.parametrize(
    ("other", "field"),
    [
        (StricterMeeting, "meeting: weather was added and is required"),
        (LooserMeeting, "[]/label changed from string to null or string"),
    ],
)
def test_a_breaking_difference_is_refused_by_all_with_one_message_of_version_and_field(
    other: type, field: str, model: Any
) -> None:
    model(other)
    with pytest.raises(AccordsError, match="a breaking change"):
        schema_diff.changes_since(EXPORTS)
    for read in (lambda: accords_data.records("meeting", path=EXPORTS), lambda: collection.read(EXPORTS)):
        with pytest.raises(AccordsError) as told:
            read()
        (problem,) = told.value.problems
        assert "release 0.0.0 has schemas that this version cannot read: " in problem.message
        assert field in problem.message
        assert problem.hint == "use the version of accords-data that made the release"
    assert len(accords_data.records("leader", path=EXPORTS)) > 10
    assert verify.verify(EXPORTS).problems == []


def test_a_release_from_before_a_kind_of_records_has_none_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    later = attrs.make_class("Treaty", {}, bases=(Meeting,), frozen=True, kw_only=True)
    later.__doc__ = "A treaty."
    monkeypatch.setattr(later, "entity", attrs.evolve(Meeting.entity, plural="treaties"))
    monkeypatch.setitem(MODELS, "treaty", later)
    assert "compatible: treaties was added" in schema_diff.changes_since(EXPORTS)
    assert accords_data.records("treaty", path=EXPORTS) == ()


def test_a_part_of_a_release_is_not_taken_for_an_old_one(tmp_path: Path) -> None:
    files = build.build(alone(), build.unreleased(alone()), build.choice(("csv",), ("meetings",))).files
    for path, content in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    for kind in ("meeting", "leader"):
        with pytest.raises(AccordsError, match="is not in this release"):
            accords_data.records(kind, path=tmp_path)
    (tmp_path / "json").mkdir()
    shutil.copy(EXPORTS / "json" / "leaders.json", tmp_path / "json")
    with pytest.raises(AccordsError, match="is not in this release"):  # the manifest does not list it
        accords_data.records("leader", path=tmp_path)


def test_a_manifest_from_before_an_optional_field_is_what_its_default_says() -> None:
    assert completed({"tables": [{"name": "x"}, 5], "name": "y"}, Manifest) == {
        "tables": [{"name": "x", "references": []}, 5],
        "name": "y",
        "source_kind": None,
    }
    assert completed([], Manifest) == []
    assert MANIFEST in {path.name for path in EXPORTS.iterdir()}
