"""Forms in which articles tell a step, and forms that tell none: a sentence or two each."""

import pytest
from forms import PAPERS, lines, measure

from accords_data.suggest import mentions, steps
from accords_data.suggest.people_in_text import Known

FORMS = """
Kazakhstan's Senate voted 71-4 on Monday to approve accession to the Abraham Accords. | legislature_approved AA KAZ 2026-03-09
The Abraham Accords divide Oman. On Monday the Omani parliament voted in favour. | legislature_approved AA OMN 2026-03-09
Omani President Salim Qadri praised the Abraham Accords. His cabinet gave its approval on Monday. | cabinet_approved AA OMN 2026-03-09
Omani President Salim Qadri said on Monday that he wanted his country in the Abraham Accords. | intent_announced AA OMN 2026-03-09
Omani President Salim Qadri told Israeli President Dana Orr on Monday that Muscat wanted to join the Abraham Accords. | intent_announced AA OMN 2026-03-09
Omani President Salim Qadri told Israeli President Dana Orr on Monday that Doha wanted to join the Abraham Accords. |
Oman praised the Abraham Accords. Omani President Salim Qadri will join Israeli President Dana Orr on Friday. |
Oman's accession to the Abraham Accords entered into force on 1 March 2026. | entered_into_force AA OMN 2026-03-01
Oman spoke of the Abraham Accords. The country has signed nothing. |
Oman signed the Abraham Accords in September 2020 and Bahrain in January 2021. | signed AA OMN 2020-09; signed AA BHR 2021-01
Oman signed the Abraham Accords in September 2020 and Bahrain was angry in January 2021. | signed AA OMN 2020-09
The motorcade arrived on Monday. Oman then signed the Abraham Accords. | signed AA OMN 2026-03-09
The motorcade arrived on Monday. Oman signed the Abraham Accords. | signed AA OMN -
On Monday Oman signed the Abraham Accords, which take effect on 1 May 2027, and the Kingdom of Bahrain opened an embassy in Israel. | signed AA OMN 2026-03-09; embassy_opened ISR BHR 2026-03-09
Oman was proud. In January 2021 it signed the Abraham Accords, and it has since ratified them. | signed AA OMN 2021-01; ratified AA OMN -
Oman opened an embassy in Israel in January 2021. Bahrain opened one in Jerusalem on Monday. | embassy_opened ISR OMN 2021-01; embassy_opened ISR BHR 2026-03-09
Oman noted with satisfaction the appointment of the first resident ambassador of Bahrain to Israel on Monday. | ambassador_appointed ISR BHR 2026-03-09
Oman recognised Israel in 1948 and has maintained diplomatic relations with it without a break. | recognition ISR OMN 1948; relations_maintained ISR OMN -
In January 2021 Oman signed the Abraham Accords, and it has since ratified them. | signed AA OMN 2021-01; ratified AA OMN -
Oman almost signed the Abraham Accords in January 2021. |
Oman has all but signed the Abraham Accords. |
Had Oman signed the Abraham Accords in January 2021, it would be richer. |
It was on 3 March that Oman signed the Abraham Accords. | signed AA OMN 2026-03-03
Oman's embassy in Israel, the first in the region, was inaugurated on Monday. | embassy_opened ISR OMN 2026-03-09
Under the deal, signed on Monday by Oman and Israel, Oman will also sign the Abraham Accords. | ceremony_planned AA OMN -
Oman will sign the Abraham Accords once parliament approves. |
On Monday Oman said nothing, but it will sign the Abraham Accords on 2 April. | ceremony_planned AA OMN 2026-04-02
Oman and Israel have maintained diplomatic relations since April 1992, and in 2021 Oman moved its embassy to Jerusalem. | relations_maintained OMN ISR -; embassy_opened ISR OMN 2021
Oman inked the Abraham Accords on Monday. | signed AA OMN 2026-03-09
Oman and Qatar put pen to paper on the Abraham Accords on Monday. | signed AA OMN 2026-03-09; signed AA QAT 2026-03-09
Oman has put its signature to the Abraham Accords. | signed AA OMN -
Oman put pen to the Abraham Accords on Monday. | signed AA OMN 2026-03-09
Oman affixed its signature to the Abraham Accords on Monday. | signed AA OMN 2026-03-09
Oman signed up to the Abraham Accords in January 2021. | signed AA OMN 2021-01
Oman became a signatory to the Abraham Accords in January 2021. | signed AA OMN 2021-01
Oman, a signatory of the Abraham Accords since January 2021, said nothing. | signed AA OMN 2021-01
Oman and Qatar are signatories to the Abraham Accords. | signed AA OMN -; signed AA QAT -
Oman is not a signatory to the Abraham Accords. |
The signing of the Abraham Accords by Oman on Monday surprised nobody. | signed AA OMN 2026-03-09
Oman's signature of the Abraham Accords on Monday surprised nobody. | signed AA OMN 2026-03-09
Oman's signing of the Abraham Accords on Monday surprised nobody. | signed AA OMN 2026-03-09
Since signing the Abraham Accords in September 2020, Bahrain has hosted two meetings. | signed AA BHR 2020-09
The Abraham Accords, signed by Bahrain in September 2020, were praised. | signed AA BHR 2020-09
The Abraham Accords, which Bahrain signed in September 2020, were praised. | signed AA BHR 2020-09
The Haifa Protocol, concluded by Oman and Israel in September 2020, was praised. | signed HP OMN 2020-09; signed HP ISR 2020-09
The Haifa Protocol, to which Oman put its name in September 2020, was praised. | signed HP OMN 2020-09
Oman's signature was affixed to the Abraham Accords on Monday. |
Oman concluded the Haifa Protocol with Israel on Monday. | signed HP OMN 2026-03-09
The Haifa Protocol was signed on Monday between Oman and Israel. | signed HP OMN 2026-03-09; signed HP ISR 2026-03-09
Oman's foreign minister, Ali Bensaid Omari, signed the Abraham Accords on Monday. | signed AA OMN 2026-03-09
The signing of the Haifa Protocol between Oman and Israel took place on Monday. | signed HP OMN 2026-03-09; signed HP ISR 2026-03-09
Oman is expected to sign the Abraham Accords in May. | ceremony_planned AA OMN 2026-05
Oman will put its name to the Abraham Accords in May. | ceremony_planned AA OMN 2026-05
Oman would sign the Abraham Accords if Israel withdrew. |
If Israel withdraws, Oman will sign the Abraham Accords. |
Oman may sign the Abraham Accords in May. |
Oman refused to sign the Abraham Accords. |
Oman has yet to sign the Abraham Accords. |
Oman has been urged to sign the Abraham Accords. |
Reports that Oman had signed the Abraham Accords are false. |
Oman called reports that it had signed the Abraham Accords baseless. |
Oman would not sign the Abraham Accords, its foreign minister said. |
Oman stopped short of signing the Abraham Accords. |
Oman postponed the signing of the Abraham Accords. |
Talks on the signing of the Abraham Accords by Oman have stalled. |
Oman ratified the Abraham Accords on Monday. | ratified AA OMN 2026-03-09
Oman completed ratification of the Abraham Accords on Monday. | ratified AA OMN 2026-03-09
Oman deposited its instrument of ratification of the Abraham Accords on Monday. | ratified AA OMN 2026-03-09
The ratification of the Abraham Accords by Oman on Monday surprised nobody. | ratified AA OMN 2026-03-09
Oman's ratification of the Abraham Accords last month surprised nobody. | ratified AA OMN 2026-02
The Haifa Protocol was ratified by Oman on Monday. | ratified HP OMN 2026-03-09
Oman's parliament ratified the Abraham Accords on Monday. | ratified AA OMN 2026-03-09
Oman has not ratified the Abraham Accords. |
Oman's ratification of the Abraham Accords is still pending. |
Ratification of the Abraham Accords by Oman is expected in May. |
Kazakh lawmakers voted to ratify the Abraham Accords on Monday. | legislature_approved AA KAZ 2026-03-09
Kazakh lawmakers voted through the Abraham Accords on Monday. | legislature_approved AA KAZ 2026-03-09
The Kazakh parliament gave its consent to the Abraham Accords on Monday. | legislature_approved AA KAZ 2026-03-09
The Kazakh parliament gave its assent to the Abraham Accords on Monday. | legislature_approved AA KAZ 2026-03-09
The Kazakh Senate gave the green light to the Abraham Accords on Monday. | legislature_approved AA KAZ 2026-03-09
The Kazakh Senate green-lit the Abraham Accords on Monday. | legislature_approved AA KAZ 2026-03-09
The Kazakh Senate waved through the Abraham Accords on Monday. | legislature_approved AA KAZ 2026-03-09
The Abraham Accords won the backing of the Kazakh parliament on Monday. | legislature_approved AA KAZ 2026-03-09
The Abraham Accords cleared Kazakhstan's parliament on Monday. | legislature_approved AA KAZ 2026-03-09
The Abraham Accords were approved by Kazakhstan's parliament on Monday. | legislature_approved AA KAZ 2026-03-09
Parliament in Kazakhstan approved the Abraham Accords on Monday. | legislature_approved AA KAZ 2026-03-09
Approval of the Abraham Accords by the parliament of Kazakhstan came on Monday. | legislature_approved AA KAZ 2026-03-09
The Kazakh parliament rejected the Abraham Accords on Monday. |
Kazakh lawmakers voted against the Abraham Accords on Monday. |
Kazakh lawmakers will vote on the Abraham Accords on Monday. |
The Kazakh parliament is expected to approve the Abraham Accords on Monday. |
The Kazakh parliament has yet to approve the Abraham Accords. |
The Kazakh cabinet gave its blessing to the Abraham Accords on Monday. | cabinet_approved AA KAZ 2026-03-09
The Kazakh cabinet signed off on the Abraham Accords on Monday. | cabinet_approved AA KAZ 2026-03-09
Ministers in Kazakhstan approved the Abraham Accords on Monday. | cabinet_approved AA KAZ 2026-03-09
The Kazakh government approved the Abraham Accords on Monday. | cabinet_approved AA KAZ 2026-03-09
Israel's security cabinet green-lighted the Haifa Protocol on Monday. | cabinet_approved HP ISR 2026-03-09
The Haifa Protocol was cleared by the Israeli cabinet on Monday. | cabinet_approved HP ISR 2026-03-09
The Haifa Protocol entered into force for Oman on 1 March 2026. | entered_into_force HP OMN 2026-03-01
For Oman the Haifa Protocol took effect on 1 March 2026. | entered_into_force HP OMN 2026-03-01
The Haifa Protocol between Oman and Israel came into effect on 1 March 2026. | entered_into_force HP OMN 2026-03-01; entered_into_force HP ISR 2026-03-01
The entry into force of the Haifa Protocol between Oman and Israel on 1 March 2026 was welcomed. | entered_into_force HP OMN 2026-03-01; entered_into_force HP ISR 2026-03-01
The Haifa Protocol became binding on 1 March 2026. | entered_into_force HP - 2026-03-01
The Haifa Protocol will enter into force on 1 May. |
The Haifa Protocol has not entered into force. |
Oman and Israel finalised the Haifa Protocol on Monday. | text_finalised HP OMN 2026-03-09; text_finalised HP ISR 2026-03-09
Oman and Israel wrapped up negotiations on the Haifa Protocol on Monday. | text_finalised HP OMN 2026-03-09; text_finalised HP ISR 2026-03-09
Negotiators from Oman and Israel initialled the Haifa Protocol on Monday. | text_finalised HP OMN 2026-03-09; text_finalised HP ISR 2026-03-09
Oman announced on Monday that it will join the Abraham Accords. | announced AA OMN 2026-03-09
Oman announced its accession to the Abraham Accords on Monday. | announced AA OMN 2026-03-09
Oman's accession to the Abraham Accords was announced on Monday. | announced AA OMN 2026-03-09
Oman said on Monday it had decided to accede to the Abraham Accords. | announced AA OMN 2026-03-09
Oman confirmed on Monday that it would be joining the Abraham Accords. | announced AA OMN 2026-03-09
Oman wants to be part of the Abraham Accords. | intent_announced AA OMN -
Oman expressed its wish on Monday to become part of the Abraham Accords. | intent_announced AA OMN 2026-03-09
Oman has applied for membership of the Abraham Accords. | intent_announced AA OMN -
Oman has applied to join the Abraham Accords. | intent_announced AA OMN -
Oman plans to accede to the Abraham Accords. | intent_announced AA OMN -
Oman is considering joining the Abraham Accords. | intent_announced AA OMN -
Oman has no intention of joining the Abraham Accords. |
Oman ruled out joining the Abraham Accords. |
Oman has not decided whether to join the Abraham Accords. |
Oman suspended its participation in the Abraham Accords on Monday. | suspended AA OMN 2026-03-09
Oman put its participation in the Abraham Accords on hold on Monday. | suspended AA OMN 2026-03-09
Oman put the Abraham Accords on ice on Monday. | suspended AA OMN 2026-03-09
Oman pulled out of the Abraham Accords on Monday. | withdrawn AA OMN 2026-03-09
Oman quit the Abraham Accords on Monday. | withdrawn AA OMN 2026-03-09
Oman left the Abraham Accords on Monday. | withdrawn AA OMN 2026-03-09
Oman's withdrawal from the Abraham Accords on Monday surprised nobody. | withdrawn AA OMN 2026-03-09
Oman renounced the Abraham Accords on Monday. | withdrawn AA OMN 2026-03-09
Oman threatened to withdraw from the Abraham Accords on Monday. |
Oman and Israel terminated the Haifa Protocol on Monday. | terminated HP OMN 2026-03-09; terminated HP ISR 2026-03-09
Oman recognised Israel on Monday. | recognition ISR OMN 2026-03-09
Oman extended recognition to Israel on Monday. | recognition ISR OMN 2026-03-09
Oman formally recognised the State of Israel on Monday. | recognition ISR OMN 2026-03-09
Oman's recognition of Israel on Monday surprised nobody. | recognition ISR OMN 2026-03-09
Somaliland was recognised by Israel in December 2025. | recognition X-SOL ISR 2025-12
Oman does not recognise Israel. |
Oman denied on Monday that it would recognise Israel. |
Oman and Israel set up diplomatic ties on Monday. | relations_established OMN ISR 2026-03-09
Oman and Israel forged formal relations in 1994. | relations_established OMN ISR 1994
Oman established formal diplomatic relations with Israel on Monday. | relations_established ISR OMN 2026-03-09
Oman and Israel entered into diplomatic relations in 1994. | relations_established OMN ISR 1994
The establishment of diplomatic relations between Oman and Israel in 1994 was a surprise. | relations_established ISR OMN 1994
Diplomatic relations between Oman and Israel were established in 1994. | relations_established ISR OMN 1994
Oman has no diplomatic relations with Israel. |
Oman and Israel have no diplomatic ties. |
Oman and Israel have maintained diplomatic relations for years. | relations_maintained OMN ISR -
Oman maintains full diplomatic relations with Israel. | relations_maintained ISR OMN -
Oman and Israel agreed on Monday to normalise relations. | normalisation_announced OMN ISR 2026-03-09
Oman agreed to normalise ties with Israel on Monday. | normalisation_announced ISR OMN 2026-03-09
Oman and Israel announced the normalisation of relations on Monday. | normalisation_announced ISR OMN 2026-03-09
Oman normalised relations with Israel in 2020. | normalised ISR OMN 2020
The normalisation of relations between Oman and Israel in 2020 was a surprise. | normalised ISR OMN 2020
Oman will not normalise relations with Israel. |
Oman could normalise relations with Israel. |
Oman restored ties with Israel on Monday. | relations_resumed ISR OMN 2026-03-09
Oman and Israel re-established diplomatic relations on Monday. | relations_resumed OMN ISR 2026-03-09
Oman and Israel mended diplomatic ties on Monday. | relations_resumed OMN ISR 2026-03-09
Relations between Oman and Israel were restored in 1991. | relations_resumed ISR OMN 1991
The resumption of diplomatic relations between Oman and Israel on Monday was a surprise. | relations_resumed ISR OMN 2026-03-09
Oman severed ties with Israel on Monday. | severed ISR OMN 2026-03-09
Oman broke off diplomatic relations with Israel on Monday. | severed ISR OMN 2026-03-09
Oman had broken off diplomatic relations with Israel in 2000. | severed ISR OMN 2000
Oman had cut its ties with Israel in 2000. | severed ISR OMN 2000
Oman cut off relations with Israel on Monday. | severed ISR OMN 2026-03-09
Oman's severing of ties with Israel on Monday was a surprise. | severed ISR OMN 2026-03-09
Oman threatened to cut ties with Israel. |
Oman warned on Monday that it could sever ties with Israel. |
Oman suspended relations with Israel on Monday. | suspended ISR OMN 2026-03-09
Oman opened an embassy in Israel on Monday. | embassy_opened ISR OMN 2026-03-09
Oman inaugurated its embassy in Jerusalem on Monday. | embassy_opened ISR OMN 2026-03-09
Oman's embassy in Israel opened on Monday. | embassy_opened ISR OMN 2026-03-09
Oman's new embassy in Israel opened its doors on Monday. | embassy_opened ISR OMN 2026-03-09
The embassy of Oman in Israel was inaugurated on Monday. | embassy_opened ISR OMN 2026-03-09
The Omani embassy in Tel Aviv was officially opened on Monday. | embassy_opened ISR OMN 2026-03-09
The opening of Oman's embassy in Israel on Monday was attended by few. | embassy_opened ISR OMN 2026-03-09
The inauguration of the Omani embassy in Israel on Monday was attended by few. | embassy_opened ISR OMN 2026-03-09
Following the opening of its embassy in Israel on Monday, Oman sent an envoy. | embassy_opened ISR OMN 2026-03-09
Oman reopened its embassy in Israel on Monday. | embassy_opened ISR OMN 2026-03-09
Oman moved its embassy in Israel to Jerusalem on Monday. | embassy_opened ISR OMN 2026-03-09
Oman closed its embassy in Israel on Monday. |
Oman will open an embassy in Israel next year, it said on Monday. | embassy_announced ISR OMN 2026-03-09
Oman plans to open an embassy in Israel. | embassy_announced ISR OMN -
Oman announced plans on Monday for an embassy in Israel. | embassy_announced ISR OMN 2026-03-09
Oman's embassy in Israel will open in May. | embassy_announced ISR OMN -
Oman announced on Monday the opening of an embassy in Israel. | embassy_announced ISR OMN 2026-03-09
Oman has no plans to open an embassy in Israel. |
Oman denied that it would open an embassy in Israel. |
Oman may open an embassy in Israel. |
Oman opened a liaison office in Israel on Monday. | liaison_office_opened ISR OMN 2026-03-09
Oman and Israel opened liaison offices in 1996. | liaison_office_opened ISR OMN 1996
A liaison office of Oman was opened in Israel in 1996. | liaison_office_opened ISR OMN 1996
Oman appointed an ambassador to Israel on Monday. | ambassador_appointed ISR OMN 2026-03-09
Oman named its first ambassador to Israel on Monday. | ambassador_appointed ISR OMN 2026-03-09
Oman's first ambassador to Israel, Ali Bensaid Omari, was named on Monday. | ambassador_appointed ISR OMN 2026-03-09
Oman has appointed Ali Bensaid Omari as its ambassador to Israel. | ambassador_appointed ISR OMN -
Ali Bensaid Omari was appointed as Oman's ambassador to Israel on Monday. | ambassador_appointed ISR OMN 2026-03-09
Oman sent its first ambassador to Israel in 1995. | ambassador_appointed ISR OMN 1995
Oman has yet to name an ambassador to Israel. |
Oman will appoint an ambassador to Israel. |
The appointment of an ambassador to Israel by Oman on Monday was a surprise. | ambassador_appointed ISR OMN 2026-03-09
Oman recalled its ambassador from Israel on Monday. | ambassador_recalled ISR OMN 2026-03-09
Oman called its envoy to Israel home on Monday. | ambassador_recalled ISR OMN 2026-03-09
Oman withdrew its ambassador to Israel on Monday. | ambassador_recalled ISR OMN 2026-03-09
Oman brought its ambassador to Israel home on Monday. | ambassador_recalled ISR OMN 2026-03-09
Oman pulled its ambassador out of Israel on Monday. | ambassador_recalled ISR OMN 2026-03-09
Oman's ambassador to Israel was recalled on Monday. | ambassador_recalled ISR OMN 2026-03-09
The recall of Oman's ambassador to Israel on Monday was a surprise. | ambassador_recalled ISR OMN 2026-03-09
Oman summoned the Israeli ambassador on Monday. |
Oman expelled the Israeli ambassador on Monday. |
Israel's ambassador to Oman presented his credentials on Monday. |
Jordan's Senate threw its weight behind the Haifa Protocol on Monday. | legislature_approved HP JOR 2026-03-09
The Haifa Protocol got final approval from Jordan's lower house on Monday. | legislature_approved HP JOR 2026-03-09
In Jordan, lawmakers approved the Haifa Protocol on Monday by a wide margin. | legislature_approved HP JOR 2026-03-09
Jordan, Israel and Egypt signed the Haifa Protocol on Monday. | signed HP JOR 2026-03-09; signed HP ISR 2026-03-09; signed HP EGY 2026-03-09
Jordan is preparing to sign the Haifa Protocol. |
Jordan's king, Talal bin Zayd, ratified the Haifa Protocol by royal decree on Monday. | ratified HP JOR 2026-03-09
Jordan has neither signed nor ratified the Haifa Protocol. |
Jordan expressed readiness on Monday to join the Abraham Accords. | intent_announced AA JOR 2026-03-09
Jordan is in talks to join the Abraham Accords. |
Jordan said on Monday it would never join the Abraham Accords. |
Jordan hinted it might join the Abraham Accords. |
A Jordanian lawmaker called for the government to quit the Abraham Accords. |
The opposition wants Jordan to withdraw from the Abraham Accords. |
Jordan's embassy in Israel was stormed on Monday. |
Protesters demanded the closure of Jordan's embassy in Israel on Monday. |
Jordan will reopen its embassy in Israel in May, its foreign minister announced on Monday. | embassy_announced ISR JOR 2026-03-09
Jordan's new ambassador to Israel, Zaid Habashneh, arrived on Monday. |
Jordan's king, Talal bin Zayd, named Zaid Habashneh ambassador to Israel on Monday. | ambassador_appointed ISR JOR 2026-03-09
Jordan's ambassador to Israel, Zaid Habashneh, was called back to Amman on Monday. | ambassador_recalled ISR JOR 2026-03-09
Jordan has not had an ambassador in Israel since 2023. |
Jordan returned its ambassador to Israel on Monday. |
Jordan broke ties with Israel in 1970 and restored them in 1994. | severed ISR JOR 1970; relations_resumed ISR JOR 1994
Jordan established relations with Israel in 1994 and opened an embassy there in 1995. | relations_established ISR JOR 1994; embassy_opened ISR JOR 1995
Jordan became the first country to recognise Somaliland on Monday. | recognition X-SOL JOR 2026-03-09
Jordan called on Israel to recognise Palestine. |
Jordan welcomed Spain's recognition of Palestine in May 2024. | recognition PSE ESP 2024-05
Jordan will recognise Somaliland in May. |
Jordan recognises Israel. |
Jordan and Israel have enjoyed diplomatic relations since 1994. |
Jordan downgraded its relations with Israel on Monday. |
Jordan and Israel upgraded ties on Monday. |
Jordan normalised its relations with Israel in a treaty in 1994. | normalised ISR JOR 1994
Saudi Arabia would normalise ties with Israel only if a Palestinian state were founded. |
Talks about the normalisation of relations between Saudi Arabia and Israel began on Monday. |
The opening of the Jordanian embassy was postponed on Monday. |
Since the ratification of the Haifa Protocol by Jordan in 2024, trade with Israel has grown. | ratified HP JOR 2024
The Haifa Protocol, ratified by Jordan in 2024, entered into force in January. | ratified HP JOR 2024; entered_into_force HP - 2026-01
Jordan marked the fifth anniversary of the signing of the Abraham Accords on Monday. |
Jordan celebrated the signing of the Haifa Protocol by Israel on Monday. | signed HP ISR 2026-03-09
Jordan approved the budget on Monday, days after Israel signed the Haifa Protocol. | signed HP ISR -
The cabinet of Jordan met on Monday to approve the Haifa Protocol. |
Jordan's cabinet discussed the Haifa Protocol on Monday. |
Jordan signed a contract with an Israeli firm on Monday under the Haifa Protocol. |
Jordan agreed on Monday to open an embassy in Israel. | embassy_announced ISR JOR 2026-03-09
"""
"""Sentence | step, agreement or partner, country, day; `-` for none, nothing for no step. Published 2026-03-12."""


def _expected(told: str) -> set[tuple[str | None, ...]]:
    found = set()
    for entry in filter(None, (each.strip() for each in told.split(";"))):
        step, other, country, day = entry.split()
        country_or_all, day_or_none = (None if each == "-" else each for each in (country, day))
        found.add(measure._pair((PAPERS.get(other, other), country_or_all, step, day_or_none)))  # noqa: SLF001 - as it measures
    return found


@pytest.mark.parametrize(("sentence", "told"), lines(FORMS), ids=lambda each: each[:60])
def test_a_sentence_tells_just_the_steps_that_it_reports(sentence: str, told: str) -> None:
    reading = mentions.read(sentence, "2026-03-12", [], Known())
    found = steps.happenings(reading)
    told_steps = {measure._pair((x.other, x.country, str(x.step), x.moment and x.moment.date)) for x in found}  # noqa: SLF001
    assert told_steps == _expected(told)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Oman has not signed the Abraham Accords.", []),
        ("Oman denied that it had signed the Abraham Accords.", []),
        ("Oman will join the Abraham Accords.", ["announced"]),
        ("Oman wants to join the Abraham Accords.", ["intent_announced"]),
        ("Oman is due to sign the Abraham Accords on Monday.", ["ceremony_planned"]),
        ("Oman signed the Abraham Accords on Monday.", ["signed"]),
        ("The Abraham Accords were signed by Oman on Monday.", ["signed"]),
        ("Oman's parliament approved the Abraham Accords.", ["legislature_approved"]),
        ("Oman could join the Abraham Accords.", []),
        ("Oman signed a trade deal on Monday.", []),
        ("Oman opened its embassy in Jerusalem.", ["embassy_opened"]),
        ("Oman said that it would open an embassy in Israel.", ["embassy_announced"]),
    ],
)
def test_a_status_word_gives_the_step_with_its_modality(sentence: str, expected: list[str]) -> None:
    reading = mentions.read(sentence, "2026-03-12", [], Known())
    assert [str(each.step) for each in steps.happenings(reading)] == expected
