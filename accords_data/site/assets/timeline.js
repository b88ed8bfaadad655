// Filter the picture and the table by country and kind; a click on the picture leads to the row.
"use strict";
(() => {
  const [controls, country, sort, status] = ["controls", "country", "sort", "status"].map((id) => document.getElementById(id));
  const rows = [...document.querySelectorAll("#rows tbody tr")];
  const marks = [...document.querySelectorAll("svg .happening[data-row]")];

  const choose = () => {
    let shown = 0;
    for (const row of rows) {
      const of = row.dataset.countries.split(" ");
      row.hidden = (country.value !== "" && !of.includes(country.value)) || (sort.value !== "" && row.dataset.sort !== sort.value);
      shown += row.hidden ? 0 : 1;
    }
    for (const mark of marks) mark.classList.toggle("off", rows[Number(mark.dataset.row)].hidden);
    for (const lane of document.querySelectorAll("svg .lane")) lane.classList.toggle("chosen", lane.dataset.country === country.value);
    status.textContent = shown === rows.length ? `${shown} in all` : `${shown} of ${rows.length}`;
  };

  for (const mark of marks) {
    mark.addEventListener("click", () => { location.hash = `t${mark.dataset.row}`; });
  }
  controls.addEventListener("submit", (event) => event.preventDefault());
  country.addEventListener("change", choose);
  sort.addEventListener("change", choose);
  controls.hidden = false;
  choose();
})();
