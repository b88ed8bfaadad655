"""Millions of records: lines of JSON checked on Arrow record batches and written as flat tables, in bounded memory.

`compiler` makes column checks of a JSON Schema. `judge` decides on blocks of lines with them, and sends every doubtful
line to `slow_path`, where `jsonschema` makes the final decision. A unit is a stretch of one input and becomes a part of
each table.
"""
