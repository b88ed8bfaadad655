// Open the cell that an address names, so that a link from a source shows its words at once.
"use strict";
(() => {
  const show = () => {
    const cell = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const grounds = cell && cell.querySelector("details.grounds");
    if (grounds) {
      grounds.open = true;
      grounds.querySelector("summary").focus({ preventScroll: true });
    }
  };
  addEventListener("hashchange", show);
  show();
})();
