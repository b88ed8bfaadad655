"""Which parts of a text no quote may come from."""

import pytest
import samples
from article import ARTICLE

from accords_data.curate import regions


def test_the_regions_of_the_article_are_found_as_the_curator_marked_them() -> None:
    (source,) = samples.alone().sources
    marked = {(str(each.kind), each.text) for each in source.regions}
    assert {(str(each.kind), ARTICLE[each.span.start : each.span.end]) for each in regions.propose(ARTICLE)} == marked


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("By Someone Else", "byline"),
        ("Updated 6 November 2025", "byline"),
        ("Read more", "navigation"),
        ("Advertisement", "navigation"),
        ("Photo: the leaders at the table", "caption"),
        ("Reporting by A B; editing by C D", "boilerplate"),
        ("© 2025 The Outlet. All rights reserved.", "boilerplate"),
        ("What comes next", "heading"),
    ],
)
def test_a_line_that_is_no_sentence_of_the_report_is_a_region(line: str, kind: str) -> None:
    body = "Kazakhstan announced on Thursday that it will join the accords, as several people had expected it to do."
    text = f"A headline\n\n{body}\n\n{line}\n\n{body.replace('Thursday', 'Friday')}\n"
    found = {text[each.span.start : each.span.end]: str(each.kind) for each in regions.propose(text)}
    assert found == {"A headline": "headline", line: kind}


@pytest.mark.parametrize(
    "title",
    [
        "The accords in brief",
        "Kazakhstan at a glance: what it signed",
        "Will Kazakhstan sign?",
        "Will the U.S. be there when Kazakhstan, as expected, signs what it has long promised to sign?",
    ],
)
def test_the_title_of_a_text_is_a_headline_and_makes_no_summary_of_what_follows(title: str) -> None:
    body = "Kazakhstan announced on Thursday that it will join the accords, as several people had expected it to do."
    text = f"{title}\n\n{body}\n\nKey points\n\nIt will join.\n"
    found = {text[each.span.start : each.span.end]: str(each.kind) for each in regions.propose(text)}
    assert found == {title: "headline", "Key points": "heading", "It will join.": "summary"}


def test_a_question_within_the_text_is_no_headline() -> None:
    body = "Kazakhstan announced on Thursday that it will join the accords, as several people had expected it to do."
    text = f"A headline\n\nWho is next?\n\n{body}\n"
    assert [str(each.kind) for each in regions.propose(text)] == ["headline"]


def test_a_dateline_is_a_region_and_the_sentence_after_it_is_not() -> None:
    text = (
        "A headline\n\nMANAMA, March 12 (Agency) - Bahrain said on Thursday that it will sign them soon with others.\n"
    )
    (_, dateline) = regions.propose(text)
    assert text[dateline.span.start : dateline.span.end] == "MANAMA, March 12 (Agency) -"
