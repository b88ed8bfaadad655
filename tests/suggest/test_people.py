"""Forms in which articles name a person."""

import pytest
from forms import lines

from accords_data.suggest import mentions
from accords_data.suggest.people_in_text import Known

PEOPLE = """
At the invitation of His Excellency Ali Omari, Minister of Trade of the Kingdom of Bahrain, Her Excellency Dana Orr, Minister of Trade of the Republic of Rwanda, came. | Ali Omari, BHR, Minister of Trade; Dana Orr, RWA, Minister of Trade
Oman spoke. In the palace of Al Bustan, Minister of Foreign Affairs Salim Qadri smiled. | Salim Qadri, OMN, Minister of Foreign Affairs
Ali Omari, Minister of Trade and Industry of Oman, smiled. | Ali Omari, OMN, Minister of Trade and Industry
Oman spoke. Mr Qadri will go to Israel, where Prime Minister Dana Orr will receive him. | Dana Orr, ISR, Prime Minister
Oman spoke. Mr Qadri will go to Rome, where Prime Minister Dario Orr will receive him. | Dario Orr, ITA, Prime Minister
The Sultanate of Oman and Israel spoke. Prime Minister Salim Qadri smiled. | Salim Qadri, OMN, Prime Minister
Israel's ambassador to Oman presented his credentials to Sultan Fahd bin Jaber on Monday. | Fahd bin Jaber, OMN, Sultan
Omani President Salim Qadri visited Israel and met Prime Minister Dana Orr. | Salim Qadri, OMN, President; Dana Orr, ISR, Prime Minister
Israel spoke. Omani President Salim Qadri met Prime Minister Dana Orr. | Salim Qadri, OMN, President; Dana Orr, ISR, Prime Minister
A visit to Israel by King Semisi Havea of Tonga ended. | Semisi Havea, TON, King
Tunisian President Slim Ferchichi left for Algiers, where he dined with President Karim Benali. | Slim Ferchichi, TUN, President; Karim Benali, DZA, President
Tunisian President Slim Ferchichi spoke. His foreign minister, Karim Benali, smiled. | Slim Ferchichi, TUN, President; Karim Benali, TUN, foreign minister
Uzbekistan spoke. Ambassador Noam Kessel smiled. | Noam Kessel, -, Ambassador
Fiji spoke. He saw King Semisi Havea, whose country, Tonga, was silent. | Semisi Havea, TON, King
"""
"""Sentences | whom they name: name, country, title."""


@pytest.mark.parametrize(("sentences", "told"), lines(PEOPLE), ids=lambda each: each[:60])
def test_a_person_has_the_country_and_the_title_that_the_text_gives(sentences: str, told: str) -> None:
    reading = mentions.read(sentences, "2026-03-12", [], Known())
    found = {(who.name, office.country or "-", office.title) for who in reading.people for _, office in who.offices}
    assert found == {tuple(map(str.strip, entry.split(","))) for entry in told.split(";")}


FAMILIES = """
Omani Emir Rashid bin Salim met Omani Culture Minister Salim bin Rashid. | Rashid bin Salim; Salim bin Rashid
Emirati Prime Minister Mohammed bin Rashid Al Maktoum came with Emirati Foreign Minister Hamdan bin Mohammed bin Rashid Al Maktoum. | Hamdan bin Mohammed bin Rashid Al Maktoum; Mohammed bin Rashid Al Maktoum
Emirati Foreign Minister Hamdan bin Mohammed bin Rashid Al Maktoum came. Emirati Prime Minister Mohammed bin Rashid Al Maktoum left. | Hamdan bin Mohammed bin Rashid Al Maktoum; Mohammed bin Rashid Al Maktoum
Omani President Ali ibn Omar met Omani Trade Minister Omar ibn Ali. | Ali ibn Omar; Omar ibn Ali
Omani Trade Minister Noor bint Salim met Omani President Salim Qadri. | Noor bint Salim; Salim Qadri
"""
"""Sentences | everybody whom they name."""


@pytest.mark.parametrize(("sentences", "told"), lines(FAMILIES), ids=lambda each: each[:60])
def test_father_and_son_are_two_people(sentences: str, told: str) -> None:
    reading = mentions.read(sentences, "2026-03-12", [], Known())
    assert "; ".join(sorted(who.name for who in reading.people)) == told
    assert all(set(who.forms) == {who.name} for who in reading.people)


def test_a_name_within_that_of_a_child_is_no_mention_of_the_recorded_person() -> None:
    known = Known(leaders={"Rashid bin Salim": "x-y", "Omar Faris": "o-f"})
    reading = mentions.read("Hamad bin Rashid bin Salim and Omar Faris Jr. spoke in Oman.", "2026-03-12", [], known)
    assert [who for who in reading.people if who.forms] == []
