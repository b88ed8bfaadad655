"""A text as its sentences."""

import pytest
from article import ARTICLE
from forms import lines
from hypothesis import given
from hypothesis import strategies as st

from accords_data.seeds import sentences


@given(st.text(alphabet=st.sampled_from("Ab. !?\n\t”é\u0301🙂“'"), max_size=80))
def test_every_character_that_is_no_space_stands_in_one_sentence(text: str) -> None:
    found = sentences.sentences(text)
    covered = [place for each in found for place in range(each.span.start, each.span.end)]
    assert len(covered) == len(set(covered))
    assert {place for place, letter in enumerate(text) if not letter.isspace()} <= set(covered)
    assert all(text[each.span.start : each.span.end] == each.text for each in found)


def test_the_article_has_eighteen_sentences_and_lines() -> None:
    assert [each.number for each in sentences.sentences(ARTICLE)] == list(range(1, 19))


COUNTED = """
The court heard Amb. Dana Levi on water. Sgt. Omar Aziz stayed.|2
They met at 5 p.m. Thursday in Manama. It was late.|2
They met at 5 p.m. The talks were long.|2
Atty. Gen. Dana Levi spoke. She left.|2
Lt. Gen. Omar Faris and Brig. Gen. Ali Omari met.|1
Maj. Omar Faris, Capt. Ali Omari and Col. Dana Levi met Adm. Noam Kessel.|1
Sen. Dana Levi met Rep. Ali Omari and Gov. Omar Faris.|1
Rev. Ali Omari spoke with Msgr. Noam Kessel.|1
The talks begin Nov. 6 in Manama.|1
They begin Thurs. Nov. 6 at noon.|1
It was adopted as Res. No. 2334 of the council.|1
U.S. President Omar Faris spoke. U.N. Secretary General Dana Levi listened.|2
They met in the U.S. The ministers left.|2
He met George W. Bush and J. R. Omari.|1
It was Plan B. The ministers left.|2
Omar Faris Jr. Met Dana Levi.|1
Omar Faris Jr. spoke. He left.|2
H.E. Omar Faris and H.H. Sheikh Ali met H.R.H. Prince Salim.|1
They flew to Mt. Hermon and Ft. Worth.|1
The envoys, e.g. Dana Levi, met i.e. Omar Faris.|1
Israel vs. Oman was played.|1
Dep. Min. Ali Omari and Asst. Sec. Dana Levi came.|1
The Dept. of State and the Min. of Trade agreed.|1
At 10 a.m. GMT they met. At 5 p.m. Israel time they left.|2
They met at 3 p.m. Nov. 6 in Manama.|1
They met at 3 p.m. local time.|1
Prof. Dr. Ali Omari of St. Petersburg came.|1
Mme. Levi and Mlle. Orr met Messrs. Omari and Faris.|1
Cmdr. Ali Omari, Cpl. Dana Orr, Pvt. Salim Q. and Supt. Noam Kessel came.|1
Eng. Ali Omari, the minister, met Hon. Dana Levi.|1
"We agreed." He left.|2
He asked: "Is it so?" She nodded.|2
He said "It is done." Omari left.|2
Pres. Omar Faris met Sec. Gen. Dana Levi.|1
Amb. (ret.) Dana Levi came.|1
The treaty (Art. 5, para. 2) holds. It does.|2
Oil Co. Ltd. signed. Gas Corp. Inc. did not.|2
They live in Washington, D.C. The embassy is near.|2
The price was approx. 5 dollars. It rose.|2
Omari et al. Wrote it. They left.|2
Президент К. Токаев встретился с г. Леви. Он уехал.|2
Министр проф. А. Б. Иванов прибыл в г. Астана. Он выступил.|2
В 2025 г. Казахстан присоединился. Это важно.|2
В 2025 г. подписано соглашение на 5 млн. долл. США.|1
Ген. Иванов и им. Абая, ул. Сатпаева, д. 5.|1
Қ. Тоқаев 2025 ж. қарашада келді. Ол сөйледі.|2
وقعوا عام 2025 م. ثم غادروا.|2
وصل أ.د. سالم القادري. ثم غادر.|2
وصل د. سالم القادري إلى المنامة. ثم غادر.|2
هل وقعوا؟ نعم. وقعوا.|3
השר ד"ר לוי הגיע. הוא נאם.|2
פרופ' לוי פגש את מר עומרי. הם דיברו!|2
大臣は会談した。「合意した。」と述べた。彼は去った。|3
東京で会談した。両国は合意した。|2
大臣は「はい。そうです。」と言った。|1
They met... and talked. Then they left.|2
The "St. James's" deal etc. was signed. It holds.|2
He was born on Sat. He left on Sun. morning.|2
They spoke at 8 p.m. Omari left.|2
They left at 5 p.m. 20 people stayed.|2
They left on Sat. 5 people stayed.|2
В мае 2025 г. Президент уехал домой. Это важно.|2
Он приехал в мае 2025 г. Президент уехал.|2
They came in Nov. The ministers left.|2
They met on Wed. Nov. 5 at noon.|1
They met at 5 p.m. 6 November.|1
They met at 6 P.M. EST and left.|1
The meeting was at 5 p.m. Greenwich time.|1
Pfc. Ali Omari, Det. Dana Orr, Cllr. Noam Kessel met.|1
Maj. Gen. (res.) Dana Levi spoke.|1
The Rep. of Korea and the Govt. of Oman signed.|1
Vice-Pres. Omar Faris left. He was late.|2
The U.S. Atty. Gen. Dana Levi spoke.|1
Lt. Cmdr. Ali Omari saluted. Ens. stayed.|2
"""
"""Sentences | how many they are."""


@pytest.mark.parametrize(("text", "number"), lines(COUNTED), ids=lambda each: each[:60])
def test_no_sentence_ends_at_a_title_an_hour_or_a_short_form(text: str, number: str) -> None:
    found = [each.text for each in sentences.sentences(text)]
    assert len(found) == int(number), found
    assert "".join(found).replace(" ", "") == text.replace(" ", "")


def test_a_line_that_ends_within_a_sentence_ends_none_and_a_paragraph_does() -> None:
    assert [each.text for each in sentences.sentences("The court heard Amb.\nDana Levi. She left.")] == [
        "The court heard Amb.\nDana Levi.",
        "She left.",
    ]
    assert [each.text for each in sentences.sentences("A talk by Amb.\n\nDana Levi spoke.")] == [
        "A talk by Amb.",
        "Dana Levi spoke.",
    ]
