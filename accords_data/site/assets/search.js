// Search over names and quotes. A word counts when it is the same, begins or holds the one sought, or differs by a slip.
"use strict";
(() => {
  const [controls, query, status, found] = ["controls", "query", "status", "found"].map((id) => document.getElementById(id));
  const sorts = new Map(JSON.parse(query.dataset.sorts)); // sort -> [heading, folder], in the order in which they are shown
  const MOST = 20;
  const documents = [];
  const words = new Map(); // word -> [document, weight, document, weight, ...]
  let loading = null;

  const split = (text) => accordsFold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

  globalThis.accordsFindings = ([sort, entries]) => {
    for (const [place, title, more, about] of entries) {
      const number = documents.push({ sort, place, title, about }) - 1;
      const seen = new Map();
      // A word of the title counts for more than one of the other names.
      for (const word of split(title)) seen.set(word, 2);
      for (const word of split(more)) if (!seen.has(word)) seen.set(word, 1.5);
      for (const [word, weight] of seen) {
        if (!words.has(word)) words.set(word, []);
        words.get(word).push(number, weight);
      }
    }
  };

  const load = () => {
    loading ??= (async () => {
      status.textContent = "Loading the search index.";
      for (const part of query.dataset.parts.split(" ").filter(Boolean)) await accordsLoad(part);
      status.textContent = "";
    })();
    return loading;
  };

  // How many letters are to be added, left out, replaced or exchanged with their neighbour; more than `most` is `most + 1`.
  const slips = (one, other, most) => {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    let before = [];
    let last = Array.from({ length: other.length + 1 }, (_, index) => index);
    for (let row = 1; row <= one.length; row += 1) {
      const now = [row];
      for (let column = 1; column <= other.length; column += 1) {
        const same = one[row - 1] === other[column - 1] ? 0 : 1;
        let best = Math.min(last[column] + 1, now[column - 1] + 1, last[column - 1] + same);
        if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]) {
          best = Math.min(best, before[column - 2] + 1);
        }
        now.push(best);
      }
      if (Math.min(...now) > most) return most + 1;
      [before, last] = [last, now];
    }
    return last[other.length];
  };

  const closeness = (sought, word) => {
    if (word === sought) return 1;
    if (word.startsWith(sought)) return 0.8;
    if (sought.length >= 3 && word.includes(sought)) return 0.6;
    // A short word is one slip away from too many others, so it has to be right.
    const most = sought.length < 4 ? 0 : sought.length < 8 ? 1 : 2;
    if (!most) return 0;
    const missing = slips(sought, word, most);
    return missing <= most ? 0.5 - 0.15 * missing : 0;
  };

  const scores = (sought) => {
    const best = new Map();
    for (const [word, uses] of words) {
      const close = closeness(sought, word);
      if (!close) continue;
      for (let index = 0; index < uses.length; index += 2) {
        const score = close * uses[index + 1];
        if (score > (best.get(uses[index]) ?? 0)) best.set(uses[index], score);
      }
    }
    return best;
  };

  const matching = (text) => {
    const all = split(text).map(scores);
    if (!all.length) return [];
    const [first, ...others] = all;
    return [...first]
      .filter(([number]) => others.every((each) => each.has(number)))
      .map(([number, score]) => [number, score + others.reduce((sum, each) => sum + each.get(number), 0)])
      .sort((one, other) => other[1] - one[1] || one[0] - other[0])
      .map(([number]) => documents[number]);
  };

  const item = (each) => {
    const line = document.createElement("li");
    const link = document.createElement("a");
    const [name, hash] = each.place.split("#");
    link.href = `${sorts.get(each.sort)[1]}/${name}.html${hash ? `#${hash}` : ""}`;
    const title = document.createElement("bdi");
    title.textContent = each.title;
    link.append(title);
    const about = document.createElement("span");
    about.className = "about";
    about.textContent = each.about;
    about.dir = "auto";
    line.append(link, " ", about);
    return line;
  };

  const show = (all) => {
    found.replaceChildren();
    for (const [sort, [label]] of sorts) {
      const mine = all.filter((each) => each.sort === sort);
      if (!mine.length) continue;
      const heading = document.createElement("h2");
      heading.textContent = mine.length > MOST ? `${label}: the best ${MOST} of ${mine.length.toLocaleString("en")}` : label;
      const list = document.createElement("ul");
      list.className = "register";
      list.append(...mine.slice(0, MOST).map(item));
      found.append(heading, list);
    }
  };

  const search = async () => {
    const text = query.value.trim();
    // Replaced and not pushed: the way back shall not lead through each letter that was typed.
    history.replaceState(null, "", text ? `#q=${encodeURIComponent(text)}` : location.pathname);
    if (!text) {
      found.replaceChildren();
      status.textContent = "";
      return;
    }
    try {
      await load();
    } catch (problem) {
      status.textContent = `Nothing can be searched: ${problem.message}.`;
      return;
    }
    // Somebody typed on while the index was loading: the later search will answer.
    if (text !== query.value.trim()) return;
    const all = matching(text);
    show(all);
    status.textContent = all.length ? `${all.length.toLocaleString("en")} found.` : "Nothing found.";
  };

  let waiting = 0;
  query.addEventListener("focus", () => { load().catch(() => {}); });
  query.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(search, 150); });
  controls.addEventListener("submit", (event) => { event.preventDefault(); search(); });
  controls.hidden = false;
  const asked = new URLSearchParams(location.hash.slice(1)).get("q");
  if (asked) {
    query.value = asked;
    search();
  }
})();
