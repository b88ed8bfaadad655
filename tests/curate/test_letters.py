"""Words are found as a reader sees them, and cited as the text has them."""

import unicodedata

import pytest
from article import ARTICLE, ID
from conftest import ALONE
from hypothesis import given
from hypothesis import strategies as st

from accords_data.curate import quotation
from accords_data.curate.letters import letters
from accords_data.seeds import dataset
from accords_data.seeds.evidence import StoredSource


def stored(text: str) -> StoredSource:
    """Return a source of `text` alone."""
    source, _ = dataset.stored_source(ALONE, ID)
    assert source is not None
    return StoredSource(source.record, text, ())


def cited(text: str, words: str) -> list[str]:
    """Return the passages of `text` that read like `words`, each of which stands where it is said to stand."""
    found = quotation.cite(stored(text), words)
    assert all(text[hit.span.start : hit.span.end] == hit.words for hit in found)
    return [hit.words for hit in found]


CASE = [
    ("Talks in İzmir. The White House spoke.", "The White House spoke", "The White House spoke"),
    ("Talks in İzmir.", "izmir", "İzmir"),
    ("Talks in IĞDIR.", "Iğdır", "IĞDIR"),
    ("Straße nach Gießen. The King left.", "the king LEFT", "The King left"),
    ("Straße nach Gießen.", "GIESSEN", "Gießen"),
    ("In STRASSBURG they met.", "Straßburg", "STRASSBURG"),
    ("Ο ΠΡΟΕΔΡΟΣ μίλησε.", "προεδρος", "ΠΡΟΕΔΡΟΣ"),
    ("ŉ marked it. Jordan agreed.", "jordan agreed", "Jordan agreed"),
    ("ΐ stands here. Oman agreed.", "OMAN", "Oman"),
    ("Ⱥ stands here. Qatar agreed.", "qatar", "Qatar"),
    ("ҚАЗАҚСТАН қосылды", "Қазақстан Қосылды", "ҚАЗАҚСТАН қосылды"),
    ("GROẞE Worte", "große worte", "GROẞE Worte"),
]
UNSEEN = [
    (
        "the govern\u00adment of Kazakh\u00adstan said",
        "government of Kazakhstan",
        "govern\u00adment of Kazakh\u00adstan",
    ),
    ("the govern\u00ad\nment said", "government said", "govern\u00ad\nment said"),
    ("the govern\u00ad \n  ment said", "government said", "govern\u00ad \n  ment said"),
    ("Abra\u200bham Accords", "Abraham Accords", "Abra\u200bham Accords"),
    ("Abra\u2060ham\ufeff Accords", "abraham accords", "Abra\u2060ham\ufeff Accords"),
    ("\u200fהסכמי אברהם\u200f נחתמו", "הסכמי אברהם", "הסכמי אברהם"),
    ("وقعت \u202bاتفاقات\u202c أبراهام", "اتفاقات أبراهام", "اتفاقات\u202c أبراهام"),
    ("خامنه\u200cای گفت", "خامنهای", "خامنه\u200cای"),
    ("Kaza\U000e0041khstan joined", "Kazakhstan joined", "Kaza\U000e0041khstan joined"),
    ("joined \u2068Israel\u2069 today", "joined Israel today", "joined \u2068Israel\u2069 today"),
    ("Kaza\u034fkhstan", "Kaza\u00adkhstan", "Kaza\u034fkhstan"),
]
FORMS = [
    ("Sen\u0303or Jose\u0301 Garci\u0301a joined", "Señor José García", "Sen\u0303or Jose\u0301 Garci\u0301a"),
    ("Señor José joined", "Sen\u0303or Jose\u0301", "Señor José"),
    ("the ﬁrst oﬃcial", "first official", "ﬁrst oﬃcial"),
    ("the first official", "ﬁrst", "first"),
    ("an oﬃce", "fice", "ﬃce"),
    ("\u1112\u1161\u11ab\u1100\u116e\u11a8", "한국", "\u1112\u1161\u11ab\u1100\u116e\u11a8"),
    ("ｶﾞｰﾅ と会談", "ガーナと", "ｶﾞｰﾅ と"),
    ("ＷＴＯ 2025", "wto", "ＷＴＯ"),
    ("Казахста\u0438\u0306", "казахстай", "Казахста\u0438\u0306"),
    ("\ufefb\ufe8e", "لاا", "\ufefb\ufe8e"),
    ("\ufb2aלום", "שלום", "\ufb2aלום"),
    ("إِسْرَائِيل وقعت", "إسرائيل", "إِسْرَائِيل"),
    ("إســـرائيل", "إسرائيل", "إســـرائيل"),
    ("Vi\u0323\u0302et Nam", "Vi\u0302\u0323et", "Vi\u0323\u0302et"),
]
MARKS = [
    ("We … will join", "We ... will join", "We … will join"),
    ("We ... will join", "We … will join", "We ... will join"),
    ("We . . . will join", "We … will join", "We . . . will join"),
    ("the Knesset—or part of it", "Knesset--or part", "Knesset—or part"),
    ("Hawaiʻi hosted", "Hawai'i", "Hawaiʻi"),
    ("Qurʾan, Sharʿia", "Qur'an, Shar'ia", "Qurʾan, Sharʿia"),
    ("Saudi Arabia`s envoy", "Saudi Arabia’s", "Saudi Arabia`s"),
    ("said „ja“ and «da»", 'said "ja" and "da"', "said „ja“ and «da»"),
    ("ארה״ב", 'ארה"ב', "ארה״ב"),
    ("תל־אביב", "תל-אביב", "תל־אביב"),
    ("the accord—signed today", "accord - signed", "accord—signed"),
    ("the accord – signed today", "accord--signed", "accord – signed"),
    ("from 2020 — 2025 on", "2020-2025", "2020 — 2025"),
    ("said “yes” to it", "''yes''", "“yes”"),
    ("a ‘‘great’’ call", 'a "great" call', "a ‘‘great’’ call"),
    ("2020\u20112025", "2020-2025", "2020\u20112025"),
    (
        "Kazakh\u00a0and\u2009Israeli\u2028leaders",
        "Kazakh and Israeli leaders",
        "Kazakh\u00a0and\u2009Israeli\u2028leaders",
    ),
    ("日本と\nカザフスタン", "日本とカザフスタン", "日本と\nカザフスタン"),
    ("the Kazakh-\nstan talks", "Kazakhstan talks", "Kazakh-\nstan talks"),
    ("the Israel-\nled talks", "Israel-led talks", "Israel-\nled talks"),
]
SCRIPTS = [
    ("وقعوا في ٦ نوفمبر ٢٠٢٥", "6 نوفمبر 2025", "٦ نوفمبر ٢٠٢٥"),
    ("در ۶ نوامبر ۲۰۲۵", "6 نوامبر 2025", "۶ نوامبر ۲۰۲۵"),
    ("علی خامنه‌ای و کابل", "علي خامنهاي و كابل", "علی خامنه‌ای و کابل"),
    ("على مستوى الوزراء", "علي مستوي", "على مستوى"),
    ("שַׂר הַחוּץ חָתַם", "שר החוץ", "שַׂר הַחוּץ"),
    ("צה״ל וארה׳ב", "צה\"ל וארה'ב", "צה״ל וארה׳ב"),
    ("\u2067שר החוץ\u2069 (Israel)", "שר החוץ (israel)", "שר החוץ\u2069 (Israel)"),
    ("Казахста́н и Королёв", "Казахстан и Королев", "Казахста́н и Королёв"),
    ("Королев приехал", "КОРОЛЁВ", "Королев"),
    ("Министр\u00a0— Мұрат\u2011Нұртілеу", "министр - мұрат-нұртілеу", "Министр\u00a0— Мұрат\u2011Нұртілеу"),
    ("Қасым\u00ad-Жо\u00adмарт Тоқаев", "қасым-жомарт", "Қасым\u00ad-Жо\u00adмарт"),
    ("カザフスタン大\n統領", "カザフスタン大統領", "カザフスタン大\n統領"),
    ("ｶｻﾞﾌｽﾀﾝ共和国", "カザフスタン共和国", "ｶｻﾞﾌｽﾀﾝ共和国"),
    ("か\u3099いむ大臣", "がいむ大臣", "か\u3099いむ大臣"),
    ("２０２５年１１月６日〜７日", "2025年11月6日～7日", "２０２５年１１月６日〜７日"),
    ("葛\U000e0100城市", "葛城市", "葛\U000e0100城市"),
]


@pytest.mark.parametrize(("text", "words", "passage"), [*CASE, *UNSEEN, *FORMS, *MARKS, *SCRIPTS])
def test_a_passage_is_found_as_it_looks_and_cited_as_it_stands(text: str, words: str, passage: str) -> None:
    assert cited(text, words) == [passage]
    assert cited(f"İ ß … ﬁ e\u0301 {text} ß", words) == [passage]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("José spoke", "Jose"),
        ("Jose\u0301 spoke", "Jose"),
        ("한국", "하"),
        ("कि", "क"),
        ("Kazakhstan", "Kazakstan"),
        ("an Israeli-led talk", "an Israeliled talk"),
        ("an Israeli-led talk", "an Israeli led talk"),
        ("日本 Japan", "日本Japan"),
        ("now here", "nowhere"),
        ("Македонија: ѓ", "г"),
        ("Новый", "Новыи"),
        ("أحمد", "احمد"),
        ("۲۰۲۵", "2026"),
    ],
)
def test_other_words_are_not_found(text: str, words: str) -> None:
    assert cited(text, words) == []


@pytest.mark.parametrize(("text", "words"), [("A ß ß B", "s"), ("A … B", "."), ("A ﬀ B", "f")])
def test_a_character_that_is_several_letters_is_found_once(text: str, words: str) -> None:
    assert cited(text, words) == [letter for letter in text if letter not in "A B"]


@pytest.mark.parametrize(
    ("text", "words", "near"),
    [
        (
            "İzmir hosted the Kazakh delegation on Monday.",
            "hosted the Kazakh delegates on",
            "hosted the Kazakh delegation on",
        ),
        (
            "The govern\u00adment of Kazakh\u00adstan agreed.",
            "goverment of Kazakhstan",
            "govern\u00adment of Kazakh\u00adstan",
        ),
        ("Sen\u0303or Jose\u0301 Garci\u0301a joined.", "Senor José García", "Sen\u0303or Jose\u0301 Garci\u0301a"),
        (
            "«Мы присоединились к соглашениям», — сказал он.",
            "мы присоединимся к соглашениям",
            "Мы присоединились к соглашениям",
        ),
    ],
)
def test_the_nearest_passage_is_found_in_any_text(text: str, words: str, near: str) -> None:
    assert cited(text, words) == []
    hit = quotation.nearest(stored(text), words)
    assert hit is not None
    assert hit.words == near == text[hit.span.start : hit.span.end]


def test_words_that_nobody_sees_find_nothing() -> None:
    assert cited("A \u200b B", "\u200b") == ["\u200b"]
    assert cited("A B", "\u200b\u00ad") == []
    assert quotation.nearest(stored("A B"), "\u200b") is None


@given(st.text(alphabet=st.sampled_from("aİßﬁ…é\u0301\u00ad\u200b -—.\n日한\u1161ـאּ"), max_size=40), st.data())
def test_each_stretch_of_any_text_is_found_in_whatever_form_it_is_typed(text: str, data: st.DataObject) -> None:
    seen = letters(text)
    assert len(seen.text) == len(seen.starts) == len(seen.ends)
    assert list(seen.starts) == sorted(seen.starts)
    assert all(0 <= start < end <= len(text) for start, end in zip(seen.starts, seen.ends, strict=True))
    at = data.draw(st.integers(0, max(0, len(text) - 1)))
    words = text[at : at + data.draw(st.integers(1, 20))]
    for form in ("NFC", "NFD", "NFKC", "NFKD"):
        assert letters(unicodedata.normalize(form, words)).text == letters(words).text
    assert all(text[hit.span.start : hit.span.end] == hit.words for hit in quotation.cite(stored(text), words))


def test_a_long_text_is_found_to_its_last_letter() -> None:
    text = ARTICLE + "İ" * 3 + ARTICLE
    assert len(quotation.cite(stored(text), "Abraham Accords")) == 12
