// Filters of the gallery: one choice of each kind, kept in the address so that a selection can be shared.
// Without this script everything is shown and no filter is offered.
const filters = document.getElementById("filters");

if (filters) {
  const chips = [...filters.querySelectorAll("[data-filter]")];
  const cards = [...document.querySelectorAll(".gallery .card")];
  const count = document.getElementById("count");
  const everything = document.getElementById("everything");
  const choices = document.getElementById("choices");
  const wide = matchMedia("(min-width: 48rem)");

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
      chip.setAttribute("aria-pressed", String(choice.get(chip.dataset.filter) === chip.dataset.value));
    }
    for (const card of cards) card.hidden = !fits(card, choice);
    everything.hidden = choice.size === 0;
    count.textContent = words(cards.filter((card) => !card.hidden).length);
  };

  const choose = (choice) => {
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
    choose(choice);
  });
  everything.addEventListener("click", () => {
    choose(new URLSearchParams());
    chips[0]?.focus();
  });
  addEventListener("hashchange", show);

  /** On a phone the choices wait behind one line, unless one has been made. */
  const unfold = () => (choices.open = wide.matches || known().size > 0);
  wide.addEventListener("change", unfold);
  unfold();

  filters.hidden = false;
  show();
}
