"""Draft records from a text, by rule and gazetteer: no network, no model, and nothing without its words.

`mentions` finds countries, people, agreements and dates; `steps` and `meetings` find what they did; `drafts`
makes records of it, which the same build checks that checks a curator's.
"""
