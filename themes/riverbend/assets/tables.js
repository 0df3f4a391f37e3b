// Tables of data, put in order by whichever column a reader chooses. Without this script they stand as they were written.
for (const table of document.querySelectorAll("table.sortable")) {
  const body = table.tBodies[0];
  const written = [...body.rows];
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true, sensitivity: "base" });
  const amount = (text) => {
    const plain = text.replace(/[\s\u00a0%]/g, "").replace(/^([^.,]*),(\d+)$/, "$1.$2");
    return /^[-+−]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain) ? Number(plain.replace("−", "-")) : NaN;
  };
  const text = (row, at) => row.cells[at]?.textContent.trim() ?? "";

  /** Rows by a column: numbers by their size where the column has little else, words by the alphabet, empty cells last. */
  const ordered = (at, down) => {
    const filled = written.filter((row) => text(row, at));
    const numbers = filled.filter((row) => !Number.isNaN(amount(text(row, at)))).length > filled.length / 2;
    const compare = (one, other) => {
      if (!numbers) return collator.compare(text(one, at), text(other, at));
      const [a, b] = [amount(text(one, at)), amount(text(other, at))];
      return Number.isNaN(a) - Number.isNaN(b) || a - b || 0;
    };
    const sorted = filled.sort((one, other) => (down ? -1 : 1) * compare(one, other));
    return [...sorted, ...written.filter((row) => !text(row, at))];
  };

  for (const [at, head] of [...table.tHead.rows[0].cells].entries()) {
    const name = head.textContent.trim();
    if (!name || written.length < 2) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = name;
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const now = head.getAttribute("aria-sort");
      for (const other of head.parentElement.cells) other.removeAttribute("aria-sort");
      const next = now === "ascending" ? "descending" : now === "descending" ? null : "ascending";
      if (next) head.setAttribute("aria-sort", next);
      body.replaceChildren(...(next ? ordered(at, next === "descending") : written));
    });
  }
}
