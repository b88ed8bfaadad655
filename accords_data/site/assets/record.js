// Open the cell that an address names, so that a link from a source shows its words at once.
"use strict";
(() => {
  const show = () => {
    const cell = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const grounds = cell?.classList.contains("cell") ? cell.querySelector("details.grounds") : null;
    if (grounds) {
      grounds.open = true;
      grounds.querySelector("summary").focus({ preventScroll: true });
    }
  };
  addEventListener("hashchange", show);
  show();
})();
