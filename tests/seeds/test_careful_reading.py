"""What each rule reads in sentences, and what a careful reader would not read in them.

The tables in ``readings`` have a line for a sentence: the words that the rule is given stand in brackets (all of
them, where there are none), and behind the arrow what they mean, or nothing. A day before the sentence is that of
publication.
"""

from pathlib import Path
from typing import Any, cast

import attrs
import pytest
import samples

from accords_data.model import vocabularies
from accords_data.model.fields import Field, fields_of
from accords_data.model.record_parts import Office
from accords_data.model.records import Leader, Meeting
from accords_data.seeds import passages, rules, spans

TABLES = sorted((Path(__file__).parent / "readings").glob("*.txt"))
NAMES: dict[str, dict[str, tuple[str, ...]]] = {
    "country": {
        "ISR": ("Israel", "Israeli"), "SDN": ("Sudan",), "BHR": ("Bahrain",), "OMN": ("Oman", "Omani"),
        "JOR": ("Jordan",), "ARE": ("United Arab Emirates", "UAE"), "USA": ("United States", "US"),
        "KAZ": ("Kazakhstan",), "TCD": ("Chad",), "GEO": ("Georgia",), "KOR": ("South Korea", "Republic of Korea"),
    },
    "leader": {
        "omar-faris": ("Omar Faris", "Faris"), "idris-v": ("Idris V",), "donald-trump": ("Donald Trump", "Trump"),
    },
    "agreement": {
        "abraham-accords": ("Abraham Accords",), "abraham-accords-declaration": ("Abraham Accords Declaration",),
        "lake-treaty": ("Lake Treaty",),
    },
}  # fmt: skip
VOCABULARIES = {
    "step": vocabularies.AgreementStep, "relation": vocabularies.RelationStep, "role": vocabularies.PartyRole,
    "mode": vocabularies.EntryMode, "attendance": vocabularies.Attendance, "kind": vocabularies.AgreementKind,
    "meeting": vocabularies.MeetingKind,
}  # fmt: skip


def index() -> passages.Index:
    @attrs.frozen
    class Named:
        id: str
        names: tuple[str, ...]

    records: Any = {kind: [Named(name, given) for name, given in group.items()] for kind, group in NAMES.items()}
    return passages.Index.of(records, ())


INDEX = index()


def field(rule: str, vocabulary: str) -> Field:
    wanted = fields_of(Office if rule.startswith("office") else Meeting)
    (found,) = [each for each in wanted if each.name == ("held" if rule.startswith("office") else "date")]
    return attrs.evolve(found, vocabulary=VOCABULARIES[vocabulary]) if vocabulary else found


def passage(sentence: str, published: str) -> passages.Passage:
    before, opened, rest = sentence.partition("[")
    words, _, after = rest.partition("]")
    text = before + words + after if opened else sentence
    start, end = (len(before), len(before) + len(words)) if opened else (0, len(text))
    (source,) = samples.alone().sources
    dated = attrs.evolve(source, published=cast("str", None if published == "-" else published))
    return passages.Passage(text[start:end], dated, spans.Span(start, end), text)


def cases() -> list[tuple[str, str, str]]:
    lines = [(path.stem, line.partition(" =>")) for path in TABLES for line in path.read_text("utf-8").splitlines()]
    return [(rule, told, meaning) for rule, (told, _, meaning) in lines]


@pytest.mark.parametrize(("rule", "line", "meaning"), cases(), ids=lambda each: each.strip()[:60])
def test_a_rule_reads_a_sentence_as_a_careful_reader_does(rule: str, line: str, meaning: str) -> None:
    sentence, vocabulary, published = line, "", "2026-03-11"
    if rule == "cue_word":
        vocabulary, _, sentence = line.partition(": ")
    if line.startswith("@"):
        published, _, sentence = line[1:].partition(" ")
    read = rules.RULES[rule][0](field(rule, vocabulary), passage(sentence, published), INDEX)
    assert set(read) == set(meaning.split())


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_a_table_has_thirty_sentences_and_about_as_many_that_mean_nothing(path: Path) -> None:
    told = [bool(meaning.strip()) for rule, _, meaning in cases() if rule == path.stem]
    assert len(told) >= 30
    assert 1 / 3 <= sum(told) / len(told) <= 2 / 3


def test_each_rule_that_reads_words_has_a_table() -> None:
    assert {path.stem for path in TABLES} == set(rules.RULES) - {"same_passage"}


@pytest.mark.parametrize(
    "words", ["the former ", "Nov. 6, ", "Israel ", "not signed, ", "15 and ", "on Monday ", "A. B. ", "in 2020 to "]
)
def test_each_rule_comes_to_an_end_however_often_a_text_repeats_itself(words: str) -> None:
    text = words * 3000
    (source,) = samples.alone().sources
    repeated = passages.Passage(text, source, spans.Span(0, len(text)), text)
    for path in TABLES:
        assert len(rules.RULES[path.stem][0](field(path.stem, "step"), repeated, INDEX)) <= 2


STATED = """
name | Foreign Minister Omar Faris spoke. | Omar Faris | whole
name | Omar Faris, who is 60, spoke. | Omar Faris | whole
name | Omar Faris Jr. spoke. | Omar Faris | part
name | Abu Omar Faris spoke. | Omar Faris | part
name | Idris the Sixth spoke. | Idris | part
title | President Omar Faris spoke. | President | whole
title | Omar Faris, President of Bahrain, spoke. | President | whole
title | Vice President Omar Faris spoke. | Vice President | whole
title | Vice President Omar Faris spoke. | President | part
title | Acting Foreign Minister Dana Orr spoke. | Foreign Minister | part
title | Deputy Foreign Minister Dana Orr spoke. | Foreign Minister | part
title | Prime Minister Dana Orr spoke. | Minister | part
title | President-elect Omar Faris spoke. | President | part
title | President Elect Omar Faris spoke. | President | part
title | Ambassador-designate Dana Orr spoke. | Ambassador | part
title | The candidate for President, Omar Faris, spoke. | President | part
title | Would-be President Omar Faris spoke. | President | part
title | Honorary Consul Dana Orr spoke. | Consul | part
title | Shadow Foreign Minister Dana Orr spoke. | Foreign Minister | part
title | Co-Chair Dana Orr spoke. | Chair | part
"""


@pytest.mark.parametrize("line", STATED.strip().splitlines())
def test_a_stated_name_or_title_is_the_whole_of_what_stands_there(line: str) -> None:
    name, sentence, value, answer = line.split(" | ")
    (stated,) = [each for each in fields_of(Office if name == "title" else Leader) if each.name == name]
    assert rules.stands_whole(stated, value, passage(sentence, "2026-03-11")) == (answer == "whole")


VERBS = ("said that it will join", "said it would join", "agreed to join", "confirmed joining", "has decided to join")


@pytest.mark.parametrize("verb", VERBS)
def test_the_verbs_of_publications_resolve_every_cell_that_they_tell(verb: str) -> None:
    sentence = f"On Thursday Kazakhstan {verb} the Abraham Accords, Akorda reported."
    told = passage(sentence, "2025-11-07")
    for rule, vocabulary, meaning in (
        ("cue_word", "step", {"announced"}),
        ("cue_word", "role", {"aspirant"}),
        ("cue_word", "mode", {"accession"}),
        ("weekday", "", {"2025-11-06"}),
        ("country_name", "", {"KAZ"}),
        ("agreement_title", "", {"abraham-accords"}),
    ):
        assert set(rules.RULES[rule][0](field(rule, vocabulary), told, INDEX)) == meaning, rule
