// Sort, filter, turn pages and copy. The rows are loaded when they are first asked for, in parts, as scripts.
"use strict";
(() => {
  const table = document.getElementById("table");
  const columns = JSON.parse(table.dataset.columns);
  const folders = JSON.parse(table.dataset.folders);
  const parts = table.dataset.parts.split(" ").filter(Boolean);
  const total = Number(table.dataset.total);
  const perPage = Number(table.dataset.perPage);
  const [controls, filter, column, copy, back, next, status] =
    ["controls", "filter", "column", "copy", "back", "next", "status"].map((id) => document.getElementById(id));
  const body = table.tBodies[0];
  // Ids are slugs or codes; anything else stays text and becomes no address.
  const SAFE = /^[A-Za-z0-9-]+$/;

  // One of each value of a column, and for each row the place of its value.
  const data = columns.map(() => ({ values: [], places: new Map(), cells: new Uint32Array(total), ranks: null, folded: null }));
  let loaded = 0;
  let order = null;
  let page = 0;
  let sorted = { column: null, down: false };
  let loading = null;

  globalThis.accordsRows = (told) => {
    told.forEach(([values, cells], index) => {
      const mine = data[index];
      const moved = values.map((value) => {
        if (!mine.places.has(value)) {
          mine.places.set(value, mine.values.length);
          mine.values.push(value);
        }
        return mine.places.get(value);
      });
      cells.forEach((place, row) => { mine.cells[loaded + row] = moved[place]; });
    });
    loaded += told[0][1].length;
  };

  const load = () => {
    loading ??= (async () => {
      for (const part of parts) {
        status.textContent = `Loading: ${loaded.toLocaleString("en")} of ${total.toLocaleString("en")} rows.`;
        await accordsLoad(part);
      }
      order = Uint32Array.from({ length: total }, (_, row) => row);
    })();
    return loading;
  };

  const value = (row, index) => data[index].values[data[index].cells[row]];

  // Each distinct value is compared once and gets a number; rows are then sorted by numbers.
  const ranks = (index) => {
    const { values } = data[index];
    if (!data[index].ranks) {
      const collator = new Intl.Collator("en", { numeric: false });
      const compare = (one, other) => {
        if (one === null || other === null) return (one === null) - (other === null);
        return typeof one === "number" ? one - other : collator.compare(one, other) || (one < other ? -1 : one > other ? 1 : 0);
      };
      const places = values.map((_, place) => place).sort((one, other) => compare(values[one], values[other]));
      data[index].ranks = new Uint32Array(values.length);
      places.forEach((place, rank) => { data[index].ranks[place] = rank; });
    }
    return data[index].ranks;
  };

  const matching = (index, wanted) => {
    const mine = data[index];
    mine.folded ??= mine.values.map((each) => (each === null ? "" : accordsFold(each)));
    return Uint8Array.from(mine.folded, (each) => (each.includes(wanted) ? 1 : 0));
  };

  const arrange = () => {
    const wanted = accordsFold(filter.value.trim());
    const asked = column.value === "" ? columns.map((_, index) => index) : [Number(column.value)];
    let rows = Array.from({ length: total }, (_, row) => row);
    if (wanted) {
      const hits = asked.map((index) => [data[index].cells, matching(index, wanted)]);
      rows = rows.filter((row) => hits.some(([cells, hit]) => hit[cells[row]]));
    }
    if (sorted.column !== null) {
      const rank = ranks(sorted.column);
      const { cells, values } = data[sorted.column];
      const sign = sorted.down ? -1 : 1;
      const empty = (row) => values[cells[row]] === null;
      // Empty cells come last in either direction, and equal rows keep the order of the file.
      rows.sort((one, other) => (empty(one) - empty(other)) || sign * (rank[cells[one]] - rank[cells[other]]) || one - other);
    }
    order = rows;
    page = 0;
    show();
  };

  const cell = (row, index) => {
    const made = document.createElement("td");
    const content = value(row, index);
    const [, own, number, from] = columns[index];
    const folder = from === null ? own : folders[value(row, from)];
    if (number) made.className = "number";
    if (content === null) return made;
    if (!number && content.length > 60) made.className = "long";
    if (!number && content.length <= 12) made.className = "brief";
    const inner = document.createElement(folder && SAFE.test(content) ? "a" : "bdi");
    if (inner.tagName === "A") inner.href = `../${folder}/${content}.html`;
    inner.textContent = content;
    made.append(inner);
    return made;
  };

  const show = () => {
    const first = page * perPage;
    const rows = Array.from(order.slice(first, first + perPage), (row) => {
      const made = document.createElement("tr");
      made.append(...columns.map((_, index) => cell(row, index)));
      return made;
    });
    body.replaceChildren(...rows);
    const count = order.length.toLocaleString("en");
    const of = order.length === total ? "" : `, filtered from ${total.toLocaleString("en")}`;
    status.textContent = order.length
      ? `Rows ${(first + 1).toLocaleString("en")} to ${(first + rows.length).toLocaleString("en")} of ${count}${of}.`
      : `No row has it${of}.`;
    back.disabled = page === 0;
    next.disabled = first + perPage >= order.length;
  };

  const after = (act) => async () => {
    try {
      await load();
      act();
    } catch (problem) {
      status.textContent = `The rows could not be loaded: ${problem.message}. The files below have them.`;
    }
  };

  const sort = (index) => {
    sorted = { column: index, down: sorted.column === index && !sorted.down };
    [...table.tHead.rows[0].cells].forEach((head, place) => {
      if (place === index) head.setAttribute("aria-sort", sorted.down ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
    arrange();
  };

  const csv = () => {
    const quoted = (content) => (content === null ? "" : /[",\r\n]/.test(content) ? `"${String(content).replaceAll('"', '""')}"` : String(content));
    const line = (cells) => cells.map(quoted).join(",");
    return [line(columns.map(([name]) => name)), ...Array.from(order, (row) => line(columns.map((_, index) => value(row, index))))].join("\r\n") + "\r\n";
  };

  const copied = async () => {
    const text = csv();
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Where a browser refuses the clipboard, the older way may still be open.
      const box = document.createElement("textarea");
      box.value = text;
      document.body.append(box);
      box.select();
      const done = document.execCommand("copy");
      box.remove();
      if (!done) throw new Error("this browser does not let pages copy");
    }
    status.textContent = `${order.length.toLocaleString("en")} rows copied as CSV.`;
  };

  let waiting = 0;
  const soon = () => { clearTimeout(waiting); waiting = setTimeout(after(arrange), 150); };
  [...table.tHead.rows[0].cells].forEach((head, index) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    button.addEventListener("click", after(() => sort(index)));
    head.replaceChildren(button);
  });
  controls.addEventListener("submit", (event) => event.preventDefault());
  filter.addEventListener("input", soon);
  column.addEventListener("change", soon);
  copy.addEventListener("click", async () => {
    try {
      await load();
      await copied();
    } catch (problem) {
      status.textContent = `Nothing was copied: ${problem.message}.`;
    }
  });
  back.addEventListener("click", after(() => { page -= 1; show(); }));
  next.addEventListener("click", after(() => {
    // The first view may have fewer rows than a page: then the first step forward shows the whole first page.
    page = body.rows.length < perPage && page === 0 ? 0 : page + 1;
    show();
  }));
  back.disabled = true;
  next.disabled = total <= body.rows.length;
  controls.hidden = false;
})();
