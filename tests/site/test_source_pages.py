"""A source with its passages marked."""

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from sites import HOSTILE, Page, drawn, pages, real

from accords_data.seeds import dataset
from accords_data.site import source_pages, urls
from accords_data.site.source_pages import MarkedStretch


def test_each_passage_of_a_source_is_marked_from_its_first_to_its_last_letter() -> None:
    marked = 0
    for name, source in real().sources.items():
        page = pages()[urls.record("source", source.id)]
        text = real().texts[name]
        assert page.texts["text"] == text
        spans = {
            (entry.start, entry.end)
            for group in real().records.values()
            for record in group.values()
            for entry in record.evidence
            if entry.source == name and entry.start is not None and entry.end is not None
        }
        for start, end in spans:
            anchor = urls.anchor(start, end)
            assert page.texts[anchor] + page.texts.get(f"rest {anchor}", "") == text[start:end]
            assert f"n{start}-{end}" in page.ids
            marked += 1
        for each in source.set_aside:
            assert each.reason in page.text
            assert page.texts[f"a{each.start}-{each.end}"] == each.text
    assert marked > 200


def test_a_quote_that_would_be_markup_is_shown_as_text_and_marked(base: Path) -> None:
    source = base / "sources" / "wire.txt"
    words = "Freedonia signed the Zenda Pact on 2024-05-01"
    text = source.read_text(encoding="utf-8").replace("“Nobody’s fool,”", f"“Nobody’s fool,” {HOSTILE}")
    source.write_text(text, encoding="utf-8")
    import hashlib

    record = base / "sources" / "wire.yaml"
    digest = hashlib.sha256(source.read_bytes()).hexdigest()
    record.write_text(re.sub(r"sha256: \w+", f"sha256: {digest}", record.read_text(encoding="utf-8")), encoding="utf-8")
    page = Page(drawn(dataset.load(base))["sources/wire.html"])
    assert page.texts["text"] == text
    assert words in page.text
    assert not page.all("img")


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 10)), max_size=8))
def test_marks_nest_and_cover_their_words_however_they_cross(spans: list[tuple[int, int]]) -> None:
    text = "".join(chr(97 + number % 26) for number in range(40))
    stretches = [MarkedStretch("mark", start, start + size, number) for number, (start, size) in enumerate(set(spans))]
    written, open_, covered = "", [], dict.fromkeys(stretches, "")
    for token in source_pages.tokens(text, stretches):
        match token.sort:
            case "open":
                open_.append(token.stretch)
            case "close":
                assert open_.pop() == token.stretch
            case _:
                written += token.words
                for each in filter(None, open_):
                    covered[each] += token.words
    assert written == text
    assert open_ == []
    assert covered == {each: text[each.start : each.end] for each in stretches}
