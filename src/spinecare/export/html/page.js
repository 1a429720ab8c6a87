"use strict";
(() => {
  const key = `spinecare:${document.body.dataset.plan}:ticks`;
  const boxes = [...document.querySelectorAll("table input[type=checkbox]")];
  const nameOf = (box) => {
    const session = document.getElementById(box.getAttribute("aria-labelledby")).dataset.session;
    return `${session} ${box.closest("table").dataset.exercise || ""}`;
  };
  const kept = () => {
    try {
      return new Set(JSON.parse(localStorage.getItem(key) || "[]"));
    } catch {
      return new Set();
    }
  };
  const ticked = kept();
  for (const box of boxes) {
    box.checked = ticked.has(nameOf(box));
    box.addEventListener("change", () => {
      ticked[box.checked ? "add" : "delete"](nameOf(box));
      try {
        localStorage.setItem(key, JSON.stringify([...ticked]));
      } catch {
        // Some browsers keep nothing for a file; the box is ticked until the page is closed.
      }
    });
  }

  const folds = [...document.querySelectorAll("details[open]")].filter((fold) => !fold.closest("#guided-session"));
  for (const fold of folds) fold.open = false;
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = folds.filter((fold) => !fold.open);
    for (const fold of closed) fold.open = true;
  });
  addEventListener("afterprint", () => {
    for (const fold of closed) fold.open = false;
  });
  const unfold = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const fold = target && target.closest("details");
    if (fold && !fold.open) {
      fold.open = true;
      target.scrollIntoView();
    }
  };
  addEventListener("hashchange", unfold);
  unfold();
})();
