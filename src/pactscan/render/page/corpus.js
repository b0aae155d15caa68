"use strict";
// The table of agreements: sorting by its heads, filtering by words, status and party. And records open when a link leads into them.
(() => {
  const make = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };

  const table = document.querySelector("table.agreements");
  if (table) {
    const body = table.tBodies[0];
    const heads = [...table.tHead.rows[0].cells];
    const names = heads.map((head) => head.textContent);
    const tools = document.querySelector(".tools");
    const numbers = new Set([5, 6]);
    const rows = [...body.rows].map((row, place) => ({
      row,
      place,
      words: row.textContent.toLowerCase(),
      status: row.querySelector(".status").textContent,
      parties: [...row.cells[3].querySelectorAll("abbr")].map((code) => code.textContent),
      keys: [...row.cells].map((cell, n) => {
        if (n === 2) return cell.querySelector("time")?.textContent ?? "";
        const text = cell.textContent.trim();
        return numbers.has(n) ? Number(text.replace(/\D/g, "") || 0) : text.toLowerCase();
      }),
    }));

    const find = make("input", { type: "search", autocomplete: "off" });
    const status = make("select", {});
    const party = make("select", {});
    const order = make("select", {});
    const count = make("output", {});
    const options = (select, all, values) => select.append(new Option(all, ""), ...values.map((value) => new Option(value, value)));
    options(status, "any", [...new Set(rows.map((each) => each.status))].sort());
    const named = new Map();
    for (const each of rows) {
      for (const code of each.row.cells[3].querySelectorAll("abbr")) named.set(code.textContent, code.previousElementSibling.textContent);
    }
    party.append(new Option("any", ""));
    for (const [code, name] of [...named].sort((a, b) => a[1].localeCompare(b[1], "en"))) party.append(new Option(`${name} ${code}`, code));
    order.append(new Option("newest first", ""), ...names.map((name, n) => new Option(name, n)));
    tools.append(
      make("label", { className: "find" }, "Find", find),
      make("label", {}, "Status", status),
      make("label", {}, "Party", party),
      make("label", { className: "order" }, "Sort by", order),
      count,
    );
    tools.hidden = false;

    const filter = () => {
      const wanted = find.value.toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const each of rows) {
        const fits =
          wanted.every((word) => each.words.includes(word)) &&
          (!status.value || each.status === status.value) &&
          (!party.value || each.parties.includes(party.value));
        each.row.hidden = !fits;
        shown += fits;
      }
      count.textContent = `${shown} of ${rows.length} agreements`;
    };

    const compare = (a, b) => (typeof a === "number" ? a - b : (a === "") - (b === "") || (a < b ? -1 : a > b ? 1 : 0));
    const sort = (column, down) => {
      const sorted = [...rows].sort((a, b) => {
        if (column === null) return a.place - b.place;
        const [x, y] = [a.keys[column], b.keys[column]];
        if ((x === "") !== (y === "")) return compare(x, y);
        return (down ? -1 : 1) * compare(x, y) || a.place - b.place;
      });
      body.append(...sorted.map((each) => each.row));
      heads.forEach((head, n) => (n === column ? head.setAttribute("aria-sort", down ? "descending" : "ascending") : head.removeAttribute("aria-sort")));
      order.value = column === null ? "" : String(column);
    };

    heads.forEach((head, column) => {
      const button = make("button", { type: "button" }, names[column]);
      button.addEventListener("click", () => {
        const was = head.getAttribute("aria-sort");
        sort(column, was ? was === "ascending" : numbers.has(column));
      });
      head.replaceChildren(button);
    });
    find.addEventListener("input", filter);
    status.addEventListener("change", filter);
    party.addEventListener("change", filter);
    order.addEventListener("change", () => (order.value === "" ? sort(null, false) : sort(Number(order.value), numbers.has(Number(order.value)))));
    filter();
  }

  const reveal = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (!target) return;
    for (let box = target.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
    let tries = 5; // what a browser lays out only when it is to be seen may move the target
    const settle = () => {
      const { top } = target.getBoundingClientRect();
      if (tries-- > 0 && (top < 0 || top > window.innerHeight - 16)) {
        target.scrollIntoView();
        requestAnimationFrame(settle);
      }
    };
    requestAnimationFrame(settle);
  };
  window.addEventListener("hashchange", reveal);
  reveal();
})();
