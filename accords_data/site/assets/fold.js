// Text made comparable: case, accents, vowel points and letters that are written in more than one way count as one.
"use strict";
const accordsFold = (() => {
  const LIKE = { "ك": "ک", "ي": "ی", "ى": "ی", "ة": "ه", "ٱ": "ا", "ך": "כ", "ם": "מ", "ן": "נ", "ף": "פ", "ץ": "צ", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe" };
  const MARKS = /[\p{M}\u0640\u02bc\u02bb’'ʿʾ`]/gu;
  return (text) =>
    String(text).normalize("NFKD").toLowerCase().replace(MARKS, "").replace(/[كيىةٱךםןףץßøłđıæœ]/gu, (letter) => LIKE[letter]);
})();
