// Mark every part of the words that an address names: a passage that crosses another is written in parts.
"use strict";
(() => {
  const show = () => {
    for (const part of document.querySelectorAll("mark.chosen")) part.classList.remove("chosen");
    const name = decodeURIComponent(location.hash.slice(1));
    const mark = name && document.getElementById(name);
    if (!mark || mark.tagName !== "MARK") return;
    const rest = [...document.querySelectorAll("mark.rest")].filter((part) => part.dataset.of === name);
    for (const part of [mark, ...rest]) part.classList.add("chosen");
    mark.focus({ preventScroll: true });
  };
  addEventListener("hashchange", show);
  show();
})();
