"""The coverage of sources as HTML: each text with its evidence marked, from which one goes to the cells and back.

The pages need no network and run no script; what stands in a text or record is escaped.
"""

import itertools
from collections.abc import Callable, Iterable, Iterator
from html import escape
from pathlib import Path

from accords_data import folder
from accords_data.curate.usage import Citation, Usage, share, totals

_STYLE = """
:root { color-scheme: light dark; --used: #fff3bf; --aside: #e9ecef; --unused: #ffe3e3; --ink: #1f2328; --paper: #fff; --line: #d0d7de }
@media (prefers-color-scheme: dark) { :root { --used: #4d4000; --aside: #30363d; --unused: #5c1f1f; --ink: #e6edf3; --paper: #0d1117; --line: #30363d } }
body { font: 16px/1.6 Georgia, serif; color: var(--ink); background: var(--paper); max-width: 78rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.4rem; line-height: 1.3 } h2 { font-size: 1.05rem }
.columns { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 2.5rem }
@media (max-width: 56rem) { .columns { grid-template-columns: minmax(0, 1fr) } }
.text { white-space: pre-wrap; overflow-wrap: anywhere }
mark { background: var(--used); color: inherit } .aside { background: var(--aside) } .unused { background: var(--unused) } .region { opacity: .6 }
sup a, .back { font: 12px/1 system-ui, sans-serif; text-decoration: none; padding: 0 2px }
table { border-collapse: collapse; font: 14px/1.4 system-ui, sans-serif; width: 100% } td, th { border-bottom: 1px solid var(--line); padding: .3rem .5rem; text-align: left; vertical-align: top }
td.number, th.number { text-align: right }
ol { padding-left: 2.2rem } li { margin-bottom: 1rem; font: 14px/1.45 system-ui, sans-serif } li:target, [id]:target { outline: 2px solid #0969da; outline-offset: 2px }
code { font-size: 13px } blockquote { margin: .2rem 0; font: 14px/1.4 Georgia, serif } .draft { color: #bc4c00; font-weight: 600 } .legend span { padding: 0 .4rem; margin-right: .6rem }
"""
_HEAD = (
    '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
)
_LEGEND = (
    '<p class="legend"><span><mark>used by cells</mark></span><span class="aside">set aside</span>'
    '<span class="unused">unused</span><span class="region">no evidence: title, byline, summary</span></p>\n'
)


def pages(usages: Iterable[Usage]) -> dict[str, bytes]:
    """Return the pages, bytes by file name: one for each source, and ``index.html``."""
    several = list(usages)
    files = {f"{each.source.id}.html": _page(each.source.title, _source(each)) for each in several}
    return {"index.html": _page("Coverage of the sources", _index(several))} | files


def write(out: Path, usages: Iterable[Usage], on_wait: Callable[[], None]) -> None:
    """Make the folder `out` hold exactly the pages.

    Raises:
        AccordsError: something else is there, or it cannot be written; it is then what it was.
    """
    target = out.resolve()
    with folder.locked(target, on_wait):
        folder.check_ours(out, folder.contents(target), lambda name: "/" not in name and name.endswith(".html"))
        folder.replace(target, pages(usages))


def _page(title: str, body: Iterable[str]) -> bytes:
    head = f"{_HEAD}<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
    return (head + "".join(body) + "</body>\n</html>\n").encode()


def _index(usages: list[Usage]) -> Iterator[str]:
    counted = totals(usages)
    yield f"<h1>Coverage of the sources</h1>\n<p>{share(counted):.1f} % of the sentences of {len(usages)} sources are used or set aside.</p>\n"
    yield '<table>\n<tr><th>Source</th><th class="number">Used</th><th class="number">Set aside</th><th class="number">Unused</th><th class="number">No evidence</th></tr>\n'
    for each in usages:
        numbers = "".join(
            f'<td class="number">{each.count(state)}</td>' for state in ("used", "set aside", "unused", "region")
        )
        link = f'<a href="{escape(each.source.id)}.html">{escape(each.source.id)}</a>'
        yield f"<tr><td>{link}<br>{escape(each.source.title)}</td>{numbers}</tr>\n"
    numbers = "".join(
        f'<th class="number">{counted[state]}</th>' for state in ("used", "set aside", "unused", "region")
    )
    yield f"<tr><th>All</th>{numbers}</tr>\n</table>\n"


def _source(usage: Usage) -> Iterator[str]:
    source = usage.source
    by = source.publisher or source.attributed_to
    yield f'<p><a href="index.html">All sources</a></p>\n<h1>{escape(source.title)}</h1>\n'
    kind = "stored as published" if source.kind == "document" else "an abstract in the words of this project"
    yield f"<p>{escape(source.id)}: {'' if by is None else escape(by) + ', '}{escape(source.published)}; {kind}.</p>\n{_LEGEND}"
    yield '<div class="columns">\n<section>\n<h2>The text</h2>\n<div class="text">'
    yield from _text(usage)
    yield "</div>\n</section>\n<section>\n<h2>The cells that rest on it</h2>\n<ol>\n"
    for number, citation in enumerate(usage.citations, start=1):
        yield from _citation(number, citation)
    yield "</ol>\n"
    asides = [line for line in usage.lines if line.state == "set aside"]
    if asides:
        yield "<h2>Set aside</h2>\n<ul>\n"
        yield from (f"<li>Sentence {line.number}: {escape(line.reason or '')}</li>\n" for line in asides)
        yield "</ul>\n"
    yield "</section>\n</div>\n"


def _text(usage: Usage) -> Iterator[str]:
    """Yield the text, cut wherever a sentence or a quote begins or ends."""
    cuts = {0, len(usage.text)}
    for span in (*(line.span for line in usage.lines), *(each.span for each in usage.citations)):
        cuts |= {span.start, span.end}
    edges = sorted(cuts)
    for start, end in itertools.pairwise(edges):
        yield from _piece(usage, start, end)


def _piece(usage: Usage, start: int, end: int) -> Iterator[str]:
    words = escape(usage.text[start:end])
    here = [
        number for number, each in enumerate(usage.citations, 1) if each.span.start <= start and end <= each.span.end
    ]
    begins = [number for number in here if usage.citations[number - 1].span.start == start]
    ends = [number for number in here if usage.citations[number - 1].span.end == end]
    yield "".join(f'<a id="quote-{number}"></a>' for number in begins)
    line = next((each for each in usage.lines if each.span.start <= start and end <= each.span.end), None)
    if here:
        yield f"<mark>{words}</mark>"
    elif line is None or line.state == "used":
        yield words
    else:
        title = "" if line.reason is None else f' title="{escape(line.reason)}"'
        yield f'<span class="{"aside" if line.state == "set aside" else line.state}"{title}>{words}</span>'
    yield "".join(f'<sup><a href="#cells-{number}">{number}</a></sup>' for number in ends)


def _citation(number: int, citation: Citation) -> Iterator[str]:
    draft = ' <span class="draft">draft</span>' if citation.draft else ""
    back = f'<a class="back" href="#quote-{number}" title="to the text">&#8617; text</a>'
    yield f'<li id="cells-{number}"><strong>{citation.kind} {escape(citation.record)}</strong>{draft} {back}\n'
    yield f"<blockquote>{escape(citation.entry.quote or '')}</blockquote>\n"
    if citation.entry.stance != "supports":
        yield "<p>It disputes:</p>\n"
    yield "<table>\n"
    for support in citation.entry.supports:
        how = str(support.basis) if support.rule is None else f"{support.basis} by {support.rule}"
        note = "" if support.note is None else f"<br>{escape(support.note)}"
        value = escape(support.value or "")
        yield f"<tr><td><code>{escape(support.field)}</code></td><td>{value}</td><td>{escape(how)}{note}</td></tr>\n"
    yield "</table></li>\n"
