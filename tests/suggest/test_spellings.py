"""Two names are one name in two spellings only where nothing speaks against it."""

import pytest

from accords_data.suggest import spellings

ORDER, NUMBER, DAUGHTER, VOWELS, FIRST = (
    "its words stand in another order",
    "only one has that number or Jr. after it",
    "one is a daughter's name",
    "its vowels are others",
    "the first name is another",
)
TWO = [
    ("Rashid bin Salim", "Salim bin Rashid", ORDER),
    ("Tamim bin Hamad Al Thani", "Hamad bin Tamim Al Thani", ORDER),
    ("Mohammed ibn Salman", "Salman ibn Mohammed", ORDER),
    ("Kassym-Jomart Tokayev", "Tokayev Kassym-Jomart", ORDER),
    ("Tanaka Taro", "Taro Tanaka", ORDER),
    ("Нурлан Ермеков", "Ермеков Нурлан", ORDER),
    ("סלים רשיד", "רשיד סלים", ORDER),
    ("سالم راشد", "راشد سالم", ORDER),
    ("田中 太郎", "太郎 田中", ORDER),
    ("Omar Faris", "Omar Faris Jr.", NUMBER),
    ("Omar Faris Sr.", "Omar Faris Jr.", NUMBER),
    ("Idris V", "Idris VI", NUMBER),
    ("Hassan II Alami", "Hassan Alami", NUMBER),
    ("Noor bin Salim", "Noor bint Salim", DAUGHTER),
    ("Noor Salim", "Noor binti Salim", DAUGHTER),
    ("Hasan bin Ali", "Hussein bin Ali", VOWELS),
    ("Hamad bin Isa", "Ahmad bin Isa", VOWELS),
    ("Said bin Faisal", "Saud bin Faisal", VOWELS),
    ("Rashid Salim", "Rashad Salim", VOWELS),
    ("Amin Karimi", "Amina Karimi", VOWELS),
    ("Jamal Omari", "Jamil Omari", VOWELS),
    ("Volodymyr Omari", "Vladimir Omari", VOWELS),
    ("Cabinda Mohammed Rashid Maktoum", "Sud Mohammed Rashid Maktoum", FIRST),
]
ONE = [
    ("Hussain bin Isa", "Husayn ibn Isa"),
    ("Mohamed bin Zayed", "Muhammad bin Zayid"),
    ("Faisal bin Farhan", "Faysal bin Farhan"),
    ("Sergei Lavrov", "Sergey Lavrov"),
    ("Gideon Sa'ar", "Gideon Saar"),
    ("Sa‘id Omari", "Saeed Omari"),
    ("Nasser Bourita", "Nasir Burita"),
    ("Abdullah bin Zayed", "Abdallah bin Zayid"),
    ("Şükrü Özal", "Sukru Ozal"),
    ("Omar Faris Jr.", "Umar Faris Jr"),
    ("Qasym-Jomart Toqayev", "Kassym-Jomart Tokayev"),
]


@pytest.mark.parametrize(("one", "other", "against"), TWO)
def test_two_people_with_like_names_are_two(one: str, other: str, against: str) -> None:
    assert spellings.likeness(one, other) >= spellings.ALIKE
    assert spellings.doubt(one, other) == against
    assert spellings.doubt(other, one) == against


@pytest.mark.parametrize(("one", "other"), ONE)
def test_two_spellings_of_one_name_are_one(one: str, other: str) -> None:
    assert spellings.likeness(one, other) >= spellings.ALIKE
    assert spellings.doubt(one, other) is None
    assert spellings.doubt(other, one) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("عمر فارس", "سالم قادري"), ("Иван Петров", "Олег Сидоров"), ("田中 太郎", "佐藤 花子"), ("דנה לוי", "נועם קסל"),
        ("", ""), ("ʻ ʼ", "ʿ"), ("Omar Faris", ""), ("عمر فارس", "Omar Faris"),
    ],
)  # fmt: skip
def test_names_of_other_scripts_are_compared_by_their_letters(one: str, other: str) -> None:
    assert spellings.likeness(one, other) < spellings.ALIKE
