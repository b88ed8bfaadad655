// Load a script that hands data over: a page that was opened from a disk can fetch nothing.
"use strict";
const accordsLoad = (name) => new Promise((done, failed) => {
  const made = document.createElement("script");
  made.src = name;
  made.onload = done;
  made.onerror = () => failed(new Error(`${name} is missing beside this page`));
  document.head.append(made);
});
