"""What is proposed from a text: as much as a curator recorded, nothing without its words, and never into a release."""

import re
import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from conftest import ALONE, REAL, ROOT
from ruamel.yaml import YAML

from accords_data.curate import intake
from accords_data.model.fields import cells
from accords_data.model.records import Record
from accords_data.problems import AccordsError
from accords_data.seeds import dataset
from accords_data.suggest import filing, gazetteer, mentions, namesakes, proposals, times
from accords_data.suggest.cast import Known, Who

ARTICLE = ALONE / "sources" / "2025-11-06-kazakhstan-to-join.txt"
ID = "2025-11-06-kazakhstan-to-join"
sys.path.insert(0, str(ROOT / "benchmarks" / "suggest"))
import measure  # noqa: E402 - the benchmark is a script beside its texts

TEXTS = sorted((ROOT / "benchmarks" / "suggest").glob("*/*.yaml"))


def take_in(seeds: Path, file: Path, **told: Any) -> None:
    """Add `file` as a source to the seeds folder, as the command does."""
    stored = dataset.load(seeds, drafts=True).texts if seeds.exists() else {}
    intake.write(seeds, intake.intake(file, intake.Origin(**told), stored))


def accept(seeds: Path) -> None:
    """Take the mark off every draft, as a person does who has read it."""
    for path in seeds.glob("*/*.yaml"):
        path.write_text(path.read_text(encoding="utf-8").replace("draft: true\n", ""), encoding="utf-8")


@pytest.fixture
def anew(tmp_path: Path) -> Path:
    """An empty folder into which the article was added, with the drafts that it gives."""
    seeds = tmp_path / "seeds"
    take_in(seeds, ARTICLE, id=ID, published="2025-11-06", attributed_to="AL-Monitor")
    proposal = proposals.propose(dataset.load(seeds, drafts=True), ID)
    for path, text in filing.texts(proposal.sheets, seeds).items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return seeds


def told_cells(seeds: Path) -> Counter[tuple[str, str, str]]:
    """Return every cell that needs evidence, apart from the order of lists and from the ids of meetings."""
    loaded = dataset.load(seeds)
    meetings = {each.id: f"{each.kind} on {each.date}" for each in loaded.records["meeting"]}
    found: Counter[tuple[str, str, str]] = Counter()
    for kind, records in loaded.records.items():
        for record in records:
            name = meetings.get(record.id, record.id)
            for item, value in _values(record):
                found[f"{kind} {name}", item, meetings.get(value, value)] += 1
    return found


def _values(record: Record) -> Iterator[tuple[str, str]]:
    plain = {cell.pointer: str(cell.value) for cell in cells(record)}
    for cell in cells(record):
        if cell.exemption is None:
            place = re.match(r"/\w+/\d+", cell.pointer)
            siblings = [value for pointer, value in plain.items() if place and pointer.startswith(place[0] + "/")]
            anchor = siblings[0] if siblings else ""
            yield f"{re.sub('/[0-9]+', '', cell.pointer)} of {anchor}", str(cell.value)


def test_the_article_added_anew_gives_nine_of_ten_of_the_curated_cells(anew: Path) -> None:
    accept(anew)
    curated, drafted = told_cells(ALONE), told_cells(anew)
    assert sum(curated.values()) > 200
    held = sum((curated & drafted).values())
    assert held >= 0.9 * sum(curated.values()), curated - drafted


def test_the_drafts_say_nothing_that_the_curated_records_do_not(anew: Path) -> None:
    accept(anew)
    assert told_cells(anew) - told_cells(ALONE) == Counter()


def test_a_draft_is_refused_until_its_mark_is_gone(anew: Path) -> None:
    with pytest.raises(AccordsError) as refusal:
        dataset.load(anew)
    drafts = list(anew.glob("*/*.yaml"))
    assert len(refusal.value.problems) == len(drafts) == 18
    assert {problem.message for problem in refusal.value.problems} == {"a draft that nobody has read"}
    assert {problem.line for problem in refusal.value.problems} == {3}
    accept(anew)
    assert dataset.load(anew).tally.cells == dataset.load(anew).tally.covered


def test_the_mark_of_a_draft_is_true_or_absent(anew: Path) -> None:
    path = anew / "leaders" / "donald-trump.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("draft: true", "draft: false"), encoding="utf-8")
    with pytest.raises(AccordsError, match="/draft"):
        dataset.load(anew, drafts=True)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_proposed_value_has_a_quote_that_the_build_accepts(path: Path, tmp_path: Path) -> None:
    """A country's reference data apart, which names its authority and no text."""
    case = YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))
    text = tmp_path / "text.txt"
    text.write_text(case["text"], encoding="utf-8")
    seeds = tmp_path / "seeds"
    take_in(seeds, text, id="invented", published=case["published"])
    proposal = proposals.propose(dataset.load(seeds, drafts=True), "invented")
    assert proposal.refused == ()
    entries = [entry for sheet in proposal.sheets for entry in sheet.entries.values()]
    assert sum(len(entry["supports"]) for entry in entries) > 40
    for entry in entries:
        assert entry.get("quote", "") in case["text"]
        assert "quote" in entry or {each["basis"] for each in entry["supports"]} == {"background"}
    for target, content in filing.texts(proposal.sheets, seeds).items():
        target.parent.mkdir(exist_ok=True)
        target.write_text(content, encoding="utf-8")
    loaded = dataset.load(seeds, drafts=True)
    assert loaded.tally.cells == loaded.tally.covered
    assert loaded.tally.quotes == loaded.tally.verified


def test_the_benchmark_has_texts_to_tune_on_and_texts_that_are_held_back() -> None:
    folders = Counter(path.parent.name for path in TEXTS)
    assert folders["tuned"] >= 8
    assert folders["held_back"] >= 4


def test_the_documented_figures_are_the_measured_ones() -> None:
    page = (ROOT / "docs" / "curation.md").read_text(encoding="utf-8")
    compared = 0
    for column, folder in enumerate(("tuned", "held_back")):
        totals = measure.score(ROOT / "benchmarks" / "suggest" / folder, detail=False)
        for label, key in [*measure.KINDS.items(), ("flag", "flags")]:
            right, proposed, wanted = totals[key]
            (row,) = re.findall(rf"^\| {label} \|(.*)\|$", page, re.MULTILINE)
            assert row.split("|")[column].strip() == f"{right / proposed:.3f} / {right / wanted:.3f}", label
            compared += 1
    assert compared == 18


def test_an_article_that_is_told_already_adds_nothing(real: Path) -> None:
    assert proposals.propose(dataset.load(real), ID).sheets == ()


NEXT = """Tokayev's man says it again

ASTANA, November 20 - Kazakh President Qasym-Jomart Toqayev met US President Donald Trump on Wednesday.

"Nothing new," said a person familiar with the talks. Washington had no comment. The two will meet again on Sunday.

Azerbaijan's president, Rauf Mammadli, spoke on Thursday, 19 November 2025. His country opened its embassy there.
"""


def proposed(seeds: Path, text: str) -> proposals.Proposal:
    (seeds.parent / "next.txt").write_text(text, encoding="utf-8")
    take_in(seeds, seeds.parent / "next.txt", id="next", published="2025-11-20")
    return proposals.propose(dataset.load(seeds, drafts=True), "next")


def test_another_transliteration_of_a_recorded_name_is_linked_and_told(real: Path) -> None:
    proposal = proposed(real, NEXT)
    (sheet,) = [each for each in proposal.sheets if each.id == "kassym-jomart-tokayev"]
    assert "Qasym-Jomart Toqayev" in sheet.data["other_names"]
    assert any(flag.kind == "link" and "Toqayev" in flag.words for flag in proposal.flags)
    assert not any(each.id == "qasym-jomart-toqayev" for each in proposal.sheets)


def test_what_is_to_be_looked_at_twice_is_flagged(real: Path) -> None:
    proposal = proposed(real, NEXT)
    flagged = {flag.kind: flag.words for flag in proposal.flags}
    assert flagged["dateline"] == "ASTANA, November 20"
    assert flagged["anonymous"].startswith("a person familiar")
    assert flagged["weekday"] == "19 November 2025"
    assert flagged["metonym"] == "Washington"
    assert "planned" in flagged
    assert {each.words for each in proposal.metonyms} == {"Washington"}


def test_an_addition_keeps_the_comments_and_the_order_of_the_record(real: Path) -> None:
    path = real / "leaders" / "kassym-jomart-tokayev.yaml"
    before = path.read_text(encoding="utf-8").replace("other_names:\n", "# forms of the name\nother_names:\n")
    path.write_text(before, encoding="utf-8")
    proposal = proposed(real, NEXT)
    after = filing.texts(proposal.sheets, real)[path]
    added = [line for line in after.splitlines() if line not in before.splitlines()]
    assert "# forms of the name" in after
    assert "draft: true" in added
    assert [line for line in before.splitlines() if line not in after.splitlines()] == []
    assert after.index("  - Qasym-Jomart Toqayev") < after.index("offices:")


def test_a_person_whom_the_text_calls_former_is_no_leader(real: Path) -> None:
    proposal = proposed(
        real, "A title\n\nFormer Israeli foreign minister Dana Orr met Bahraini King Sami bin Isa in Manama today.\n"
    )
    assert [each.id for each in proposal.sheets if each.kind == "leader"] == ["sami-bin-isa"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Oman has not signed the Abraham Accords.", []),
        ("Oman denied that it had signed the Abraham Accords.", []),
        ("Oman will join the Abraham Accords.", ["announced"]),
        ("Oman wants to join the Abraham Accords.", ["intent_announced"]),
        ("Oman is due to sign the Abraham Accords on Monday.", ["ceremony_planned"]),
        ("Oman signed the Abraham Accords on Monday.", ["signed"]),
        ("The Abraham Accords were signed by Oman on Monday.", ["signed"]),
        ("Oman's parliament approved the Abraham Accords.", ["legislature_approved"]),
        ("Oman could join the Abraham Accords.", []),
        ("Oman signed a trade deal on Monday.", []),
        ("Oman opened its embassy in Jerusalem.", ["embassy_opened"]),
        ("Oman said that it would open an embassy in Israel.", ["embassy_announced"]),
    ],
)
def test_a_status_word_gives_the_step_with_its_modality(sentence: str, expected: list[str]) -> None:
    reading = mentions.read(sentence, "2026-03-12", [], Known())
    assert [str(each.step) for each in measure.happenings.happenings(reading)] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("They met on Monday.", {"Monday": "2026-03-09"}),
        ("They met on Thursday.", {"Thursday": "2026-03-12"}),
        ("They will meet on Thursday.", {"Thursday": "2026-03-19"}),
        ("They met yesterday.", {"yesterday": "2026-03-11"}),
        ("They met last month.", {"last month": "2026-02"}),
        ("They meet next month.", {"next month": "2026-04"}),
        ("They met on March 6.", {"March 6": "2026-03-06"}),
        ("They met on 6 December.", {"6 December": "2025-12-06"}),
        ("They will meet on 6 March.", {"6 March": "2027-03-06"}),
        ("They met on 6 March 2024.", {"6 March 2024": "2024-03-06"}),
        ("They met in March 2024.", {"March 2024": "2024-03"}),
        ("It will be signed on 9 April.", {"9 April": "2026-04-09"}),
        ("No date was given.", {}),
    ],
)
def test_a_date_is_resolved_by_the_day_of_publication(sentence: str, expected: dict[str, str]) -> None:
    assert {each.words: each.date for each in times.moments(sentence, "2026-03-12")} == expected


def test_a_weekday_that_contradicts_its_date_is_told() -> None:
    (moment,) = times.moments("They met on Tuesday, 11 March 2026.", "2026-03-12")
    assert moment.contradiction == "Tuesday beside 11 March 2026, which is a Wednesday"
    (moment,) = times.moments("They met on Wednesday, 11 March 2026.", "2026-03-12")
    assert moment.contradiction is None


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Kassym-Jomart Tokayev", "Qasym-Jomart Toqayev", True),
        ("Benjamin Netanyahu", "Binyamin Netanyahu", True),
        ("Abdel Fattah al-Burhan", "Abdulfattah Burhan", True),
        ("Mohammed bin Zayed", "Muhammad Bin Zayid", True),
        ("Mohammed bin Zayed", "Mohammed bin Salman", False),
        ("Donald Trump", "Benjamin Netanyahu", False),
        ("Nasser Bourita", "Saad Eddine El Othmani", False),
    ],
)
def test_two_spellings_of_a_name_sound_alike_and_two_names_do_not(
    one: str,
    other: str,
    alike: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    from rapidfuzz import fuzz

    likeness = fuzz.token_sort_ratio(namesakes.skeleton(one), namesakes.skeleton(other)) / 100
    assert (likeness >= namesakes.ALIKE) is alike, likeness


def test_a_seeming_namesake_must_serve_the_same_country() -> None:
    loaded = dataset.load(REAL)
    same = Who("Qasym-Jomart Toqayev", country="KAZ")
    found = namesakes.same_person(same, loaded)
    assert found is not None
    assert found.leader.id == "kassym-jomart-tokayev"
    assert namesakes.same_person(Who("Qasym-Jomart Toqayev", country="UZB"), loaded) is None


def test_the_gazetteer_agrees_with_the_seeds_and_with_independent_lists() -> None:
    import babel
    import pycountry

    compared = 0
    languages = {name: babel.Locale(name).territories for name in ("ar", "he")}
    for entry in gazetteer.entries().values():
        listed = pycountry.countries.get(alpha_3=entry.id)
        assert (listed and (listed.alpha_2, listed.numeric)) == (listed and (entry.iso_alpha2, entry.iso_numeric))
        code = entry.iso_alpha2 or {"XKX": "XK"}.get(entry.id)
        if code is not None:
            assert (entry.ar, entry.he) == (languages["ar"][code], languages["he"][code])
            compared += 1
    assert compared == len(gazetteer.entries()) - 1
    for country in dataset.load(REAL).records["country"]:
        entry = gazetteer.entries()[country.id]
        assert country.name in entry.forms
        assert set(country.other_names) <= set(entry.forms)
        for field in ("iso_alpha2", "iso_numeric", "cow_code", "gw_code", "wikidata_id", "polity_status"):
            assert getattr(country, field) == getattr(entry, field), (country.id, field)


def test_no_name_of_the_gazetteer_means_two_countries() -> None:
    forms = Counter(form for entry in gazetteer.entries().values() for form in entry.forms)
    assert [form for form, times_ in forms.items() if times_ > 1] == []
    assert len(forms) > 400


@pytest.mark.parametrize(
    ("text", "told"),
    [("A" * 2001 + ".", "a sentence of 2,002 characters"), ("Oman met. " * 10_001, "100,010 characters, more than")],
)
def test_a_text_that_no_article_has_is_refused_rather_than_read_for_minutes(text: str, told: str, real: Path) -> None:
    loaded = dataset.load(real)
    longer = attrs.evolve(loaded, texts=loaded.texts | {ID: text})
    with pytest.raises(AccordsError, match=told):
        proposals.propose(longer, ID)


def test_letters_of_the_private_area_in_a_text_mean_nothing() -> None:
    reading = mentions.read("\U000f0000 signed \U00100000 on \U00104000.", "2026-03-12", [], Known())
    assert measure.happenings.happenings(reading) == ()
    assert [statement.masked.text for statement in reading.statements] == ["\ufffd signed \ufffd on \ufffd."]


def test_suggesting_reads_and_leaves_the_seeds_as_they_are(real: Path, tmp_path: Path) -> None:
    shutil.copytree(real, tmp_path / "before")
    proposals.propose(dataset.load(real), ID)
    for path in (tmp_path / "before").rglob("*.yaml"):
        assert path.read_bytes() == (real / path.relative_to(tmp_path / "before")).read_bytes()
