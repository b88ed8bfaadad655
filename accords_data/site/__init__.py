"""A static site to read a release: plain files that need no network and no server, made from the release alone.

`collection` reads and judges the release, `evidence_view` gathers what each cell rests on, one module makes each sort
of page, `templates` turns them into HTML, and `build` writes them as one whole.
"""
