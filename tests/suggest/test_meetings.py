"""Forms in which articles tell a meeting."""

from typing import Any

import pytest
from forms import lines

from accords_data.suggest import meetings, mentions, steps
from accords_data.suggest.people_in_text import Known

MEETINGS = """
Oman's Sultan Fahd bin Jaber kept silent, and his foreign minister, Salim Qadri, told Israeli Trade Minister Dana Orr so by phone on Monday. | call 2026-03-09 OMN:Qadri ISR:Orr
Omani Foreign Minister Salim Qadri will meet Israeli Trade Minister Dana Orr, the ministry said on Monday. | bilateral - OMN:Qadri ISR:Orr
Omani Foreign Minister Salim Qadri spoke. Qadri's predecessor met Israeli Trade Minister Dana Orr on Monday. |
Omani Foreign Minister Salim Qadri's meeting with Israeli Trade Minister Dana Orr took place on Monday. | bilateral 2026-03-09 OMN:Qadri ISR:Orr
Omani Foreign Minister Salim Qadri phoned Israeli Trade Minister Dana Orr, whose country voted in January 2021. | call - OMN:Qadri ISR:Orr
Qatari Energy Minister Faisal Noori smiled. Omani Foreign Minister Salim Qadri was in Rome on Monday, where Israeli Trade Minister Dana Orr received him. | bilateral 2026-03-09 OMN:Qadri ISR:Orr
US President Harold Brickman hosted Prime Minister Dana Orr and President Salim Qadri on Monday. |
Visiting Muscat on Monday, Israeli Foreign Minister Dana Orr met his Omani opposite number, Salim Qadri. | bilateral 2026-03-09 OMN:Qadri ISR:Orr
Omani Foreign Minister Salim Qadri told Israeli Trade Minister Dana Orr by phone on Monday that he was tired. | call 2026-03-09 OMN:Qadri ISR:Orr
Omani Foreign Minister Salim Qadri ruled out any step when he met Israeli Trade Minister Dana Orr on Monday. | bilateral 2026-03-09 OMN:Qadri ISR:Orr
Omani Foreign Minister Salim Qadri could not say when he would meet Israeli Trade Minister Dana Orr. |
Omani Foreign Minister Salim Qadri smiled. Beside him stood Israeli Trade Minister Dana Orr. The two had met on Monday. | bilateral 2026-03-09 OMN:Qadri ISR:Orr
Omani Foreign Minister Salim Qadri received Israeli Trade Minister Dana Orr on Monday. Qatar and Egypt protested. The two ministers will meet again next Friday. | bilateral 2026-03-09 OMN:Qadri ISR:Orr; bilateral 2026-03-13 OMN:Qadri ISR:Orr
Sultan Salim Qadri of Oman smiled. On Monday the sovereign telephoned with Israeli Trade Minister Dana Orr. | call 2026-03-09 OMN:Qadri ISR:Orr
Omani Foreign Minister Salim Qadri held talks with Israeli Trade Minister Dana Orr on Monday. | bilateral 2026-03-09 OMN:Qadri ISR:Orr
Omani Foreign Minister Salim Qadri hosted Israeli Trade Minister Dana Orr on Monday. | bilateral 2026-03-09 OMN:Qadri ISR:Orr
Omani Foreign Minister Salim Qadri received Israeli Trade Minister Dana Orr on Monday. | bilateral 2026-03-09 OMN:Qadri ISR:Orr
Omani Foreign Minister Salim Qadri sat down with Israeli Trade Minister Dana Orr on Monday. | bilateral 2026-03-09 OMN:Qadri ISR:Orr
Omani Foreign Minister Salim Qadri will sit down with Israeli Trade Minister Dana Orr next Monday. | bilateral 2026-03-16 OMN:Qadri ISR:Orr
Omani Foreign Minister Salim Qadri dined with Israeli Trade Minister Dana Orr on Monday. | bilateral 2026-03-09 OMN:Qadri ISR:Orr
Omani Foreign Minister Salim Qadri had lunch with Israeli Trade Minister Dana Orr on Monday. | bilateral 2026-03-09 OMN:Qadri ISR:Orr
Omani Foreign Minister Salim Qadri conferred with Israeli Trade Minister Dana Orr on Monday. | bilateral 2026-03-09 OMN:Qadri ISR:Orr
Omani Foreign Minister Salim Qadri huddled with Israeli Trade Minister Dana Orr on Monday. | bilateral 2026-03-09 OMN:Qadri ISR:Orr
Omani Foreign Minister Salim Qadri called on Israeli President Dana Orr on Monday. | bilateral 2026-03-09 OMN:Qadri ISR:Orr
Omani Foreign Minister Salim Qadri paid a courtesy call on Israeli President Dana Orr on Monday. | bilateral 2026-03-09 OMN:Qadri ISR:Orr
Omani Foreign Minister Salim Qadri called on Israeli President Dana Orr to resign. |
Omani Foreign Minister Salim Qadri had a quick chat with Israeli President Dana Orr on Monday. | bilateral 2026-03-09 OMN:Qadri ISR:Orr
Omani Foreign Minister Salim Qadri met Israeli Trade Minister Dana Orr on the sidelines of a summit in Rome on Monday. | bilateral 2026-03-09 OMN:Qadri ISR:Orr
Omani Foreign Minister Salim Qadri and Israeli Trade Minister Dana Orr met on Monday on the margins of the summit. | bilateral 2026-03-09 OMN:Qadri ISR:Orr
Omani Foreign Minister Salim Qadri and Israeli Trade Minister Dana Orr had met in Rome on Monday. | bilateral 2026-03-09 OMN:Qadri ISR:Orr
Omani Foreign Minister Salim Qadri and Israeli Trade Minister Dana Orr will meet in Rome next Monday. | bilateral 2026-03-16 OMN:Qadri ISR:Orr
Omani Foreign Minister Salim Qadri was received by Israeli President Dana Orr on Monday. | bilateral 2026-03-09 OMN:Qadri ISR:Orr
Omani Foreign Minister Salim Qadri had an audience with Israeli President Dana Orr on Monday. | bilateral 2026-03-09 OMN:Qadri ISR:Orr
Omani Foreign Minister Salim Qadri flew to Rome on Monday for talks with Israeli President Dana Orr. | bilateral 2026-03-09 OMN:Qadri ISR:Orr
Talks between Omani Foreign Minister Salim Qadri and Israeli President Dana Orr took place on Monday. | bilateral 2026-03-09 OMN:Qadri ISR:Orr
Monday's meeting between Omani Foreign Minister Salim Qadri and Israeli President Dana Orr lasted an hour. | bilateral 2026-03-09 OMN:Qadri ISR:Orr
Omani Foreign Minister Salim Qadri spoke by phone with Israeli Trade Minister Dana Orr on Monday. | call 2026-03-09 OMN:Qadri ISR:Orr
Omani Foreign Minister Salim Qadri phoned Israeli Trade Minister Dana Orr on Monday. | call 2026-03-09 OMN:Qadri ISR:Orr
Omani Foreign Minister Salim Qadri and Israeli Trade Minister Dana Orr talked on the telephone on Monday. | call 2026-03-09 OMN:Qadri ISR:Orr
Omani Foreign Minister Salim Qadri held a phone call on Monday with Israeli Trade Minister Dana Orr. | call 2026-03-09 OMN:Qadri ISR:Orr
Omani Foreign Minister Salim Qadri took a call on Monday from Israeli Trade Minister Dana Orr. | call 2026-03-09 OMN:Qadri ISR:Orr
Omani Foreign Minister Salim Qadri received a phone call on Monday from Israeli Trade Minister Dana Orr. | call 2026-03-09 OMN:Qadri ISR:Orr
Omani Foreign Minister Salim Qadri and Israeli Trade Minister Dana Orr spoke via video link on Monday. | call 2026-03-09 OMN:Qadri ISR:Orr
Omani Foreign Minister Salim Qadri did not meet Israeli Trade Minister Dana Orr on Monday. |
Omani Foreign Minister Salim Qadri refused to meet Israeli Trade Minister Dana Orr on Monday. |
Omani Foreign Minister Salim Qadri cancelled a meeting with Israeli Trade Minister Dana Orr on Monday. |
Omani Foreign Minister Salim Qadri was due to meet Israeli Trade Minister Dana Orr on Monday, but the talks were called off. |
Omani Foreign Minister Salim Qadri could meet Israeli Trade Minister Dana Orr on Monday. |
Omani Foreign Minister Salim Qadri wants to meet Israeli Trade Minister Dana Orr. |
Omani Foreign Minister Salim Qadri said that conditions set by Israeli Trade Minister Dana Orr had been met in full. |
Omani Foreign Minister Salim Qadri hosted Israeli Trade Minister Dana Orr on Monday. They were joined by Qatari Energy Minister Faisal Noori. | ministerial 2026-03-09 OMN:Qadri ISR:Orr QAT:Noori
Omani Foreign Minister Salim Qadri hosted Israeli Trade Minister Dana Orr on Monday. Also present were Qatari Energy Minister Faisal Noori and the Bahraini ambassador, Huda Zayani. | ministerial 2026-03-09 OMN:Qadri ISR:Orr QAT:Noori BHR:Zayani
Omani Foreign Minister Salim Qadri hosted Israeli Trade Minister Dana Orr on Monday. The talks, also attended by Qatari Energy Minister Faisal Noori, lasted an hour. | ministerial 2026-03-09 OMN:Qadri ISR:Orr QAT:Noori
Omani Foreign Minister Salim Qadri hosted Israeli Trade Minister Dana Orr on Monday. Qatari Energy Minister Faisal Noori sat in on the talks. | ministerial 2026-03-09 OMN:Qadri ISR:Orr QAT:Noori
Omani Foreign Minister Salim Qadri hosted Israeli Trade Minister Dana Orr on Monday. Qatari Energy Minister Faisal Noori also attended. | ministerial 2026-03-09 OMN:Qadri ISR:Orr QAT:Noori
Omani Foreign Minister Salim Qadri hosted Israeli Trade Minister Dana Orr on Monday. The meeting was chaired by Qatari Energy Minister Faisal Noori. | ministerial 2026-03-09 OMN:Qadri ISR:Orr QAT:Noori
Omani Foreign Minister Salim Qadri hosted Israeli Trade Minister Dana Orr on Monday. Qatari Energy Minister Faisal Noori criticised the talks. | bilateral 2026-03-09 OMN:Qadri ISR:Orr
Omani Foreign Minister Salim Qadri hosted Israeli Trade Minister Dana Orr on Monday. Qatari Energy Minister Faisal Noori did not attend the talks. | bilateral 2026-03-09 OMN:Qadri ISR:Orr
Omani Foreign Minister Salim Qadri hosted Israeli Trade Minister Dana Orr on Monday. On Tuesday he met Qatari Energy Minister Faisal Noori. | bilateral 2026-03-09 OMN:Qadri ISR:Orr ; bilateral 2026-03-10 OMN:Qadri QAT:Noori
Omani Foreign Minister Salim Qadri spoke by phone with Israeli Trade Minister Dana Orr on Monday. The two will meet in Rome next Friday. | call 2026-03-09 OMN:Qadri ISR:Orr ; bilateral 2026-03-13 OMN:Qadri ISR:Orr
Omani Foreign Minister Salim Qadri spoke by phone with Israeli Trade Minister Dana Orr on Monday, and they are due to meet in Rome next month. | call 2026-03-09 OMN:Qadri ISR:Orr ; bilateral 2026-04 OMN:Qadri ISR:Orr
Omani Foreign Minister Salim Qadri arrived on Monday. Israeli Trade Minister Dana Orr received him the same day. | bilateral 2026-03-09 OMN:Qadri ISR:Orr
Omani Foreign Minister Salim Qadri landed in Rome on Monday. He sat down with Israeli Trade Minister Dana Orr that evening. | bilateral 2026-03-09 OMN:Qadri ISR:Orr
Omani Foreign Minister Salim Qadri hosted his counterparts from Israel and Qatar for trilateral talks on Monday. | ministerial 2026-03-09 OMN:Qadri ISR:- QAT:-
The foreign ministers of Oman, Israel and Qatar gathered in Rome on Monday. | ministerial 2026-03-09 OMN:- ISR:- QAT:-
Omani Foreign Minister Salim Qadri, Israeli Trade Minister Dana Orr and Qatari Energy Minister Faisal Noori gathered in Rome on Monday. | ministerial 2026-03-09 OMN:Qadri ISR:Orr QAT:Noori
A meeting chaired by Omani Foreign Minister Salim Qadri and attended by Israeli Trade Minister Dana Orr was held in Rome on Monday. | bilateral 2026-03-09 OMN:Qadri ISR:Orr
Oman will host a summit in Muscat next Friday. Israeli President Dana Orr and Qatari Prime Minister Faisal Noori will attend. | summit 2026-03-13 OMN:- ISR:Orr QAT:Noori
The Haifa Protocol was signed on Monday at a signing ceremony in Rome. Omani Foreign Minister Salim Qadri signed for his country and Israeli Trade Minister Dana Orr for hers. | signing_ceremony 2026-03-09 OMN:Qadri ISR:Orr
A signing ceremony was held in Rome on Monday. Omani Foreign Minister Salim Qadri and Israeli Trade Minister Dana Orr signed the Haifa Protocol. Qatari Energy Minister Faisal Noori looked on. | signing_ceremony 2026-03-09 OMN:Qadri ISR:Orr QAT:Noori
A signing ceremony was held in Rome on Monday. Bahrain signed the Abraham Accords in September 2020. Oman walked out of the talks last month. | signing_ceremony 2026-03-09
Jordanian Prime Minister Zaid Habashneh and Israeli President Dana Orr reviewed trade over dinner in Amman on Monday. | bilateral 2026-03-09 JOR:Habashneh ISR:Orr
Israeli President Dana Orr travelled to Amman on Monday and was welcomed there by Jordanian Prime Minister Zaid Habashneh. | bilateral 2026-03-09 JOR:Habashneh ISR:Orr
On Monday Jordanian Prime Minister Zaid Habashneh welcomed to Amman Israeli President Dana Orr. | bilateral 2026-03-09 JOR:Habashneh ISR:Orr
Jordanian Prime Minister Zaid Habashneh told reporters that Israeli President Dana Orr had never met Egyptian President Adel Nour. |
Jordanian Prime Minister Zaid Habashneh said on Monday that a meeting with Israeli President Dana Orr was out of the question. |
In a video call on Monday, Jordanian Prime Minister Zaid Habashneh thanked Israeli President Dana Orr. | call 2026-03-09 JOR:Habashneh ISR:Orr
Jordanian Prime Minister Zaid Habashneh met Israeli President Dana Orr in Amman on Monday. Their talks lasted an hour. Egyptian President Adel Nour arrived too late to take part in the meeting. | bilateral 2026-03-09 JOR:Habashneh ISR:Orr
Jordanian Prime Minister Zaid Habashneh met Israeli President Dana Orr in Amman on Monday. Egyptian President Adel Nour, who joined the talks by invitation, spoke little. | leaders_meeting 2026-03-09 JOR:Habashneh ISR:Orr EGY:Nour
The leaders of Jordan, Egypt and Israel held a trilateral summit in Amman on Monday. | summit 2026-03-09 JOR:- EGY:- ISR:-
Jordanian Prime Minister Zaid Habashneh chaired a ministerial meeting in Amman on Monday. Taking part were Israeli Energy Minister Dana Orr and Egyptian Oil Minister Adel Nour. | ministerial 2026-03-09 JOR:Habashneh ISR:Orr EGY:Nour
Jordanian Prime Minister Zaid Habashneh met protesters in Amman on Monday, and Israeli President Dana Orr praised him. |
Jordanian Prime Minister Zaid Habashneh criticised Israeli President Dana Orr at a meeting of his party on Monday. |
A meeting between Jordanian Prime Minister Zaid Habashneh and Israeli President Dana Orr is planned for next Monday. | bilateral 2026-03-16 JOR:Habashneh ISR:Orr
A planned meeting between Jordanian Prime Minister Zaid Habashneh and Israeli President Dana Orr was cancelled on Monday. |
"""
"""Sentences | kind, day, and each participant: country, surname; `-` for an unnamed one."""


def _seat(seat: Any) -> str:
    return f"{seat.country}:{seat.who.name.split()[-1] if seat.who else '-'}"


@pytest.mark.parametrize(("sentences", "told"), lines(MEETINGS), ids=lambda each: each[:90])
def test_a_meeting_has_the_participants_that_its_sentences_name(sentences: str, told: str) -> None:
    reading = mentions.read(sentences, "2026-03-12", [], Known())
    met = meetings.encounters(reading, steps.happenings(reading))
    found = {
        (str(each.kind), each.moment.date if each.moment else "-", *sorted(map(_seat, each.seats))) for each in met
    }
    expected = [entry.split() for entry in told.split(";") if entry.strip()]
    assert found == {(kind, day, *sorted(seats)) for kind, day, *seats in expected}
