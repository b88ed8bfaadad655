"""What a text names: a country by the whole of its name, not by a part of another's."""

import pytest
from forms import lines

from accords_data.suggest import mentions
from accords_data.suggest.people_in_text import Known

COUNTRIES = """
Norway and the Democratic People's Republic of Korea signed it. | NOR PRK
The Democratic People's Republic of Korea left. | PRK
Norway met the DPRK. | NOR PRK
Norway met the Republic of Korea. | KOR NOR
The Republic of Korea and the Democratic People's Republic of Korea met. | KOR PRK
North Korea met South Korea. | KOR PRK
The Democratic Republic of the Congo met the Republic of the Congo. | COD COG
Papua New Guinea met Equatorial Guinea and Guinea-Bissau. | GNB GNQ PNG
South Sudan and Sudan met. | SDN SSD
The Dominican Republic is not Dominica. | DMA DOM
The People's Republic of China spoke. | CHN
"""
"""Sentences | the countries that they name."""


@pytest.mark.parametrize(("sentence", "told"), lines(COUNTRIES), ids=lambda each: each[:60])
def test_a_country_is_named_by_the_whole_of_its_name(sentence: str, told: str) -> None:
    reading = mentions.read(sentence, "2026-03-12", [], Known())
    found = {
        str(each.value)
        for statement in reading.statements
        for each in statement.masked.mentions.values()
        if each.kind == "country"
    }
    assert " ".join(sorted(found)) == told
