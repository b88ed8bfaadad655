"""The names of countries by which articles call them."""

from collections import Counter

import samples

from accords_data.seeds import gazetteer


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
    for country in samples.countries(samples.whole()):
        entry = gazetteer.entries()[country.id]
        assert country.name in entry.forms
        assert set(country.other_names) <= set(entry.forms)
        for field in ("iso_alpha2", "iso_numeric", "cow_code", "gw_code", "wikidata_id", "polity_status"):
            assert getattr(country, field) == getattr(entry, field), (country.id, field)


def test_no_name_of_the_gazetteer_means_two_countries() -> None:
    forms = Counter(form for entry in gazetteer.entries().values() for form in entry.forms)
    assert [form for form, times_ in forms.items() if times_ > 1] == []
    assert len(forms) > 400
