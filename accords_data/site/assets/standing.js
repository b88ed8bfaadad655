// Any day, as known today or as known then: the statuses are computed before; this chooses among them.
"use strict";
(() => {
  const [controls, slider, date, back, next, told, table] =
    ["controls", "slider", "date", "back", "next", "told", "standing"].map((id) => document.getElementById(id));
  const views = [...document.querySelectorAll("input[name=view]")];
  const countries = [...table.tHead.rows[0].cells].slice(1).map((head) => head.dataset.country);
  const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
  let days = [];
  let places = {};

  const words = (day) => {
    const [year, month, of] = day.split("-").map(Number);
    return `${of} ${MONTHS[month - 1]} ${year}`;
  };

  const made = (name, text, kind) => {
    const element = document.createElement(name);
    element.textContent = text;
    if (kind) element.className = kind;
    return element;
  };

  const fill = (cell, standing) => {
    cell.replaceChildren();
    cell.className = "none";
    if (standing === null) return cell.append(made("span", "nothing reported", "unseen"));
    const [status, since, disputes, address] = standing;
    if (status === null) {
      cell.className = "silent";
      cell.textContent = "no step reported";
      return undefined;
    }
    cell.className = disputes.length ? "step contested" : "step";
    const step = made(address === null ? "strong" : "a", status);
    if (address !== null) step.href = `${table.dataset.root}${address}`;
    cell.append(step, " ", made("span", since, "since"));
    for (const [what, instead, word] of disputes) {
      const by = made("span", instead === null ? "by " : `${instead}, `, "since");
      by.append(made("bdi", word));
      cell.append(" ", made("span", what, "basis disputed"), " ", by);
    }
    return undefined;
  };

  const show = (day, view) => {
    for (const row of table.tBodies[0].rows) {
      countries.forEach((country, index) => {
        const history = places[view].get(`${row.dataset.agreement} ${country}`) ?? [];
        const held = history.filter(([since]) => since <= day).at(-1);
        fill(row.cells[index + 1], held ? held[1] : null);
      });
    }
    const label = views.find((each) => each.value === view).parentElement.textContent.trim();
    told.replaceChildren(made("strong", day === "" ? "undated" : words(day)), `, ${label}`);
    table.dataset.day = day;
    table.dataset.view = view;
    slider.setAttribute("aria-valuetext", day === "" ? "undated" : words(day));
    date.value = day;
    back.disabled = !days.some((each) => each < day);
    next.disabled = !days.some((each) => each > day);
  };

  const view = () => views.find((each) => each.checked).value;
  const last = (day) => Math.max(0, days.findLastIndex((each) => each <= day));

  globalThis.accordsStandings = (data) => {
    days = data.days;
    if (!days.length) return;
    places = Object.fromEntries(
      Object.entries(data.views).map(([name, all]) => [name, new Map(all.map(([agreement, country, history]) => [`${agreement} ${country}`, history]))]),
    );
    slider.max = String(days.length - 1);
    slider.value = String(last(table.dataset.day));
    date.min = days[0];
    slider.addEventListener("input", () => show(days[Number(slider.value)], view()));
    date.addEventListener("change", () => {
      if (!date.value) return;
      slider.value = String(last(date.value));
      show(date.value, view());
    });
    const step = (day) => {
      slider.value = String(days.indexOf(day));
      show(day, view());
    };
    back.addEventListener("click", () => step(days.findLast((each) => each < table.dataset.day)));
    next.addEventListener("click", () => step(days.find((each) => each > table.dataset.day)));
    for (const each of views) each.addEventListener("change", () => show(table.dataset.day, view()));
    controls.addEventListener("submit", (event) => event.preventDefault());
    show(table.dataset.day, view());
    controls.hidden = false;
  };
})();
