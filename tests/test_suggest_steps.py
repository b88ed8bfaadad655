"""Forms in which articles tell a step or a meeting, and forms that tell none: a sentence or two each."""

import sys
from typing import Any

import pytest
from conftest import ROOT

from accords_data.suggest import mentions
from accords_data.suggest.cast import Known

sys.path.insert(0, str(ROOT / "benchmarks" / "suggest"))
import measure

PAPERS = {"AA": "Abraham Accords", "HP": "Haifa Protocol"}
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
DATES = """
Oman signed yesterday. | 2026-03-11
Yesterday Oman signed. | 2026-03-11
This morning Oman signed. | 2026-03-12
Last night Oman signed. | 2026-03-11
Oman signed two days ago. | 2026-03-10
Oman signed three months ago. | 2025-12
Oman signed in September 2020 and Bahrain three months later. | 2020-09 2020-12
Oman signed on 3 March. Bahrain followed a day later. | 2026-03-03 2026-03-04
Oman signed on 3 March. Bahrain had signed a day earlier. | 2026-03-03 2026-03-02
Oman signed on Monday. Bahrain ratified on 3 March. Qatar kept silent. The two had met a day earlier. | 2026-03-09 2026-03-03 2026-03-08
Oman signed on 3 March. The same day Bahrain signed. | 2026-03-03 2026-03-03
Oman signed in March 2021. Bahrain signed a day later. | 2021-03
Oman signed on 3 March, a day earlier than planned. | 2026-03-03
Bahrain signed a day later. |
Oman signed on 3 March. Bahrain signed the day before the summit. | 2026-03-03
In May Oman is to sign. | 2026-05
In May Oman said that Bahrain will sign. | 2025-05
On Friday Oman will sign. | 2026-03-13
Oman signed last Thursday. | 2026-03-05
Next Monday Oman will sign. | 2026-03-16
Mr Qadri is awaited in Rome in April. | 2026-04
"""
"""Sentences of a text of 12 March 2026, a Thursday | the dates that they tell."""


def _lines(table: str) -> list[tuple[str, str]]:
    return [
        (left.strip(), right.strip()) for left, _, right in (line.partition("|") for line in table.split("\n") if line)
    ]


def _expected(told: str) -> set[tuple[str | None, ...]]:
    found = set()
    for entry in filter(None, (each.strip() for each in told.split(";"))):
        step, other, country, day = entry.split()
        country_or_all, day_or_none = (None if each == "-" else each for each in (country, day))
        found.add(measure._pair((PAPERS.get(other, other), country_or_all, step, day_or_none)))  # noqa: SLF001 - as it measures
    return found


@pytest.mark.parametrize(("sentence", "told"), _lines(FORMS), ids=lambda each: each[:60])
def test_a_sentence_tells_just_the_steps_that_it_reports(sentence: str, told: str) -> None:
    reading = mentions.read(sentence, "2026-03-12", [], Known())
    found = measure.happenings.happenings(reading)
    steps = {measure._pair((x.other, x.country, str(x.step), x.moment and x.moment.date)) for x in found}  # noqa: SLF001
    assert steps == _expected(told)


@pytest.mark.parametrize(("sentences", "told"), _lines(MEETINGS), ids=lambda each: each[:90])
def test_a_meeting_has_the_participants_that_its_sentences_name(sentences: str, told: str) -> None:
    reading = mentions.read(sentences, "2026-03-12", [], Known())
    met = measure.encounters.encounters(reading, measure.happenings.happenings(reading))
    found = {
        (str(each.kind), each.moment.date if each.moment else "-", *sorted(map(_seat, each.seats))) for each in met
    }
    expected = [entry.split() for entry in told.split(";") if entry.strip()]
    assert found == {(kind, day, *sorted(seats)) for kind, day, *seats in expected}


def _seat(seat: Any) -> str:
    return f"{seat.country}:{seat.who.name.split()[-1] if seat.who else '-'}"


@pytest.mark.parametrize(("sentences", "told"), _lines(PEOPLE), ids=lambda each: each[:60])
def test_a_person_has_the_country_and_the_title_that_the_text_gives(sentences: str, told: str) -> None:
    reading = mentions.read(sentences, "2026-03-12", [], Known())
    found = {(who.name, office.country or "-", office.title) for who in reading.people for _, office in who.offices}
    assert found == {tuple(map(str.strip, entry.split(","))) for entry in told.split(";")}


@pytest.mark.parametrize(("sentences", "told"), _lines(DATES), ids=lambda each: each[:60])
def test_an_expression_of_time_means_the_day_from_which_it_counts(sentences: str, told: str) -> None:
    reading = mentions.read(sentences, "2026-03-12", [], Known())
    assert [each.date for _, each in sorted(reading.moments.items(), key=lambda pair: pair[0].start)] == told.split()
