// Filters of the gallery: one choice of each kind, kept in the address so that a selection can be shared.
const filters = document.getElementById("filters");

if (filters) {
  const chips = [...filters.querySelectorAll("[data-filter]")];
  const cards = [...document.querySelectorAll(".gallery .card")];
  const count = document.getElementById("count");
  const everything = document.getElementById("everything");
  const choose = document.getElementById("choose");

  const chosen = () => new URLSearchParams(location.hash.slice(1));

  const fits = (card, choice) =>
    [...choice].every(([kind, value]) => (card.dataset[kind] ?? "").split("|").includes(value));

  /** The choice in the address, without what this page does not know. */
  const known = () =>
    new Map([...chosen()].filter(([kind, value]) => chips.some((chip) => is(chip, kind, value))));

  const is = (chip, kind, value) => chip.dataset.filter === kind && chip.dataset.value === value;

  const words = (shown) => {
    if (shown === cards.length) return count.dataset.all;
    if (shown === 0) return count.dataset.none;
    return count.dataset.some.replace("{n}", new Intl.NumberFormat(document.documentElement.lang).format(shown));
  };

  const show = () => {
    const choice = known();
    for (const chip of chips) {
      const pressed = is(chip, chip.dataset.filter, choice.get(chip.dataset.filter));
      chip.setAttribute("aria-pressed", String(pressed));
      if (pressed) chip.closest("details")?.setAttribute("open", "");
    }
    for (const card of cards) card.hidden = !fits(card, choice);
    everything.hidden = choice.size === 0;
    count.textContent = words(cards.filter((card) => !card.hidden).length);
  };

  const keep = (choice) => {
    const hash = choice.toString();
    history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search);
    show();
  };

  filters.addEventListener("click", (event) => {
    const chip = event.target.closest("[data-filter]");
    if (!chip) return;
    const choice = chosen();
    if (chip.getAttribute("aria-pressed") === "true") choice.delete(chip.dataset.filter);
    else choice.set(chip.dataset.filter, chip.dataset.value);
    keep(choice);
  });
  everything.addEventListener("click", () => {
    keep(new URLSearchParams());
    (choose.offsetParent ? choose : chips[0])?.focus();
  });
  addEventListener("hashchange", show);

  const unfold = (open) => choose.setAttribute("aria-expanded", String(open));
  choose.addEventListener("click", () => unfold(choose.getAttribute("aria-expanded") === "false"));
  if (known().size > 0) unfold(true);

  show();
}
