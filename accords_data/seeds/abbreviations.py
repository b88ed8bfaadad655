"""Full stops that end no sentence: after titles, days, hours and other short forms, by what follows them."""

import re

_TITLES = (
    "Adm|Ald|Amb|Arch|Asst|Atty|Ayat|Brig|Capt|Cdr|Cllr|Cmdr|Cmdt|Col|Comdr|Cpl|Cpt|Del|Dep|Det|Dir|Dr|Eng|Fr|Gen|Gov|Hon|Ing|Insp"
    "|Lieut|Lt|Maj|Messrs|Mgr|Min|Mlle|Mme|Mr|Mrs|Ms|Msgr|Ofc|Pfc|Pres|Prof|Pte|Pvt|Rep|Rev|Sec|Secy|Sen|Sgt|Spc|Supt|Treas|Vice-Pres"
    "|Фельдм|Ген|Проф|Акад|Мин|Адм|Полк|Тов|ген|проф|акад|мин|адм|полк|тов|зам|пред|пом|нач|деп|им|ул|св|обл|гр|просп"
)
"""Before a name, where no sentence ends."""
_PLACES = r"Ft|Mt|Pt|St|Ste|(?<!\d )(?<!\d\u00a0)г|пос"
_COUNTED = (
    "Art|Arts|Ch|Chap|Ex|Fig|Figs|No|Nos|Op|Par|Para|Res|Sect|Vol|Vols|art|ca|ch|chap|fig|figs|p|pp|par|para|paras|sect|vol|vols"
    "|approx|est|max|гл|д|кв|л|п|пп|разд|рис|ст|стр|т"
)
"""Before a number."""
_MONTHS = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
_DAYS = "Mon|Tues?|Weds?|Thu|Thurs?|Fri|Sat|Sun"
_WITHIN = "e\\.g|i\\.e|cf|viz|vs|incl|excl|т\\.е|т\\. е|напр|см|ср"
"""Within a sentence, whatever follows."""
_SMALL = (
    f"{_MONTHS}|{_DAYS}|Assn|Ave|Blvd|Co|Corp|Dept|Est|Govt|Inc|Intl|Jr|Ltd|Natl|Rd|Ret|Sr|Univ"
    "|[ap]\\.m|etc|г|гг|ж|жж|в|вв"
)
"""Followed by a small letter, where the sentence goes on."""

_CAPITAL = r"[\"“«'‘(\[]*[^\W\d_a-zа-яё]"
_DATED = rf"(?:{_MONTHS})\.|January|February|March|April|May|June|July|August|September|October|November|December"
_DAY_FIRST = rf"\d{{1,2}}(?:st|nd|rd|th)? (?:{_DATED})"
_WEEKDAY = rf"(?:{_DAYS})\.|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_ZONE = (
    r"\(?(?:GMT|UTC|[A-Z]{1,3}[SD]?T)\b|(?:[A-Z][\w-]+ ){1,3}[Tt]ime\b"
    r"|(?:Eastern|Central|Mountain|Pacific|Greenwich|Zulu|Local)\b"
)

_RULES = tuple(
    (re.compile(rf"(?<!\w)(?:{before})\.[)\"”]?$"), re.compile(after))
    for before, after in (
        (_TITLES, rf"{_CAPITAL}|\((?:ret|res)"),
        (_PLACES, _CAPITAL),
        (_COUNTED, r"[\d№§]|(?:No|Nos)\.|[IVXLC]+\b"),
        ("Res", r"(?:No|Nos)\."),
        (_MONTHS, r"\d"),
        (_DAYS, rf"{_DAY_FIRST}|{_DATED}|\d{{1,2}}[:.]\d\d"),
        (r"[ap]\.m|[AP]\.M", rf"{_DAY_FIRST}|{_DATED}|{_WEEKDAY}|{_ZONE}"),
        (r"тыс|млн|млрд|долл|руб", r"[а-яё]|США|долл|руб"),
        (_WITHIN, r"\S"),
        (f"{_SMALL}|{_TITLES}", r"[a-zа-яёәғқңөұүһі]"),
        # An initial before a name: one capital letter of Cyrillic, or one of a script that has no capitals.
        (r"[А-ЯЁӘҒҚҢӨҰҮҺІ]", r"[А-ЯЁӘҒҚҢӨҰҮҺІ]"),
        # But "2025 م." is a year.
        (r"(?<!\d )(?:[\u0621-\u064a]\. ?)?[\u0621-\u064a]", r"[\u0621-\u064a]"),
        (r"(?:[\u05d0-\u05ea]\. ?)?[\u05d0-\u05ea]", r"[\u05d0-\u05ea]"),
    )
)
_YEAR_FIRST = re.compile(r"^(?:\w+ ){0,3}\d{4} (?:г|гг|ж)\.$")
"""A sentence of which there is no more than its year, as "В 2025 г."."""
_QUOTED = re.compile(r"[」』）]$")
_AFTER_QUOTE = re.compile(r"[と」』をがはにのでもや、。]")
"""Particles that go on after what was said."""


def goes_on(before: str, after: str) -> bool:
    """Return whether the sentence that `before` begins goes on with `after`, though a full stop parts them."""
    if _QUOTED.search(before) and _AFTER_QUOTE.match(after):
        return True
    if _YEAR_FIRST.match(before):
        return True
    return any(ends.search(before) and follows.match(after) for ends, follows in _RULES)
