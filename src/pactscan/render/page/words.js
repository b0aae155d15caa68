"use strict";
// Shows what the words under the pointer, or in the keyboard's focus, are and why. All text goes in as text.
(() => {
  const card = document.createElement("div");
  card.id = "why";
  card.className = "why";
  card.setAttribute("role", "tooltip");
  card.hidden = true;
  document.querySelector("main").append(card);
  let shown = null;
  let leaving = 0;

  const paragraph = (line, first) => {
    const p = document.createElement("p");
    if (first) p.className = "what";
    p.textContent = line;
    return p;
  };

  const fill = (mark) => {
    const seen = new Set();
    const lines = [];
    for (let m = mark; m; m = m.parentElement.closest(".m")) {
      for (const layer of m.dataset.why.split("\n\n")) {
        if (seen.has(layer)) continue;
        seen.add(layer);
        layer.split("\n").forEach((line, n) => lines.push(paragraph(line, n === 0)));
      }
    }
    card.replaceChildren(...lines);
  };

  const place = (mark) => {
    const word = mark.getClientRects()[0];
    const box = card.getBoundingClientRect();
    const left = Math.min(Math.max(word.left, 16), document.documentElement.clientWidth - box.width - 16);
    const below = word.bottom + 8;
    const above = word.top - box.height - 8;
    card.style.left = `${Math.max(left, 8) + window.scrollX}px`;
    card.style.top = `${(below + box.height > window.innerHeight && above > 0 ? above : below) + window.scrollY}px`;
  };

  const show = (mark, focused) => {
    clearTimeout(leaving);
    if (shown === mark) return;
    hide();
    shown = mark;
    fill(mark);
    card.hidden = false;
    card.style.left = card.style.top = "0";
    place(mark);
    if (focused) focused.setAttribute("aria-describedby", "why");
  };

  const hide = () => {
    clearTimeout(leaving);
    document.querySelector("[aria-describedby=why]")?.removeAttribute("aria-describedby");
    card.hidden = true;
    shown = null;
  };

  const leave = () => {
    clearTimeout(leaving);
    leaving = setTimeout(hide, 200);
  };

  const markOf = (target) => target instanceof Element ? target.closest(".m[data-why]") : null;

  document.addEventListener("pointerover", (event) => {
    const mark = markOf(event.target);
    if (mark) show(mark, null);
    else if (card.contains(event.target)) clearTimeout(leaving);
    else if (shown && !document.activeElement?.matches("[aria-describedby=why]")) leave();
  });
  document.addEventListener("focusin", (event) => {
    const mark = markOf(event.target);
    if (mark) show(mark, event.target);
    else hide();
  });
  document.addEventListener("focusout", leave);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
})();
