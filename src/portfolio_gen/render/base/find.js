// Search in a portfolio that lies on a disk: without a server, a worker or a request. The texts come as a script of their own,
// which is read when somebody opens the search; what they say is only ever shown as text.
{
  const { nonce, dataset } = document.currentScript;
  const most = 30;
  const form = document.forms.namedItem("find");
  const open = document.getElementById("__search");
  const list = form?.parentElement.querySelector(".md-search-result__list");
  const said = form?.parentElement.querySelector(".md-search-result__meta");
  const words = JSON.parse(document.getElementById("__config").textContent).translations;
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const parted = (text) => plain(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  let pages = null;

  const read = () => {
    if (pages) return;
    pages = [];
    const script = document.createElement("script");
    script.nonce = nonce;
    script.src = dataset.index;
    script.addEventListener("load", () => {
      pages = window.portfolioPages.map((page) => ({
        ...page, name: plain(page.title), body: plain(page.text),
      }));
      show();
    });
    document.head.append(script);
  };

  /** How well a page fits: every word is somewhere in it, and counts more in its title. */
  const weight = (page, wanted) => {
    let sum = 0;
    for (const word of wanted) {
      const inTitle = page.name.includes(word);
      if (!inTitle && !page.body.includes(word)) return 0;
      sum += inTitle ? 100 : Math.min(20, page.body.split(word).length - 1);
    }
    return sum;
  };

  /** Some words around the place of the longest word, which are the same letters only where nothing was folded away. */
  const around = (page, wanted) => {
    const longest = wanted.filter((word) => page.body.includes(word)).sort((one, other) => other.length - one.length)[0];
    const start = longest ? Math.max(0, page.body.indexOf(longest) - 60) : 0;
    const from = start && page.text.indexOf(" ", start) + 1;
    const whole = page.text.length <= from + 200;
    const text = page.text.slice(from, from + 200).replace(whole ? /^$/ : /\s+\S*$/, "");
    return (from ? "… " : "") + text + (whole ? "" : " …");
  };

  const marked = (element, text, wanted) => {
    for (const piece of text.split(/([\p{L}\p{N}\p{M}]+)/u)) {
      const hit = wanted.some((word) => plain(piece).includes(word));
      const part = hit ? document.createElement("mark") : document.createTextNode("");
      part.textContent = piece;
      element.append(part);
    }
  };

  const result = (page, wanted) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    const article = document.createElement("article");
    const title = document.createElement("h2");
    const text = document.createElement("p");
    item.className = "md-search-result__item";
    link.className = "md-search-result__link";
    article.className = "md-search-result__article md-typeset";
    link.href = dataset.base + page.location;
    marked(title, page.of && page.of !== page.title ? `${page.of} · ${page.title}` : page.title, wanted);
    marked(text, around(page, wanted), wanted);
    article.append(title, text);
    link.append(article);
    item.append(link);
    return item;
  };

  const show = () => {
    const wanted = parted(form.elements.query.value);
    const found = wanted.length
      ? pages.map((page) => [weight(page, wanted), page]).filter(([sum]) => sum).sort(([one], [other]) => other - one)
      : [];
    const key = !wanted.length ? "placeholder" : !found.length ? "none" : found.length === 1 ? "one" : "other";
    said.textContent = words[`search.result.${key}`].replace("#", found.length);
    list.replaceChildren(...found.slice(0, most).map(([, page]) => result(page, wanted)));
  };

  if (form) {
    said.textContent = words["search.result.placeholder"];
    form.addEventListener("input", show);
    form.addEventListener("reset", () => setTimeout(show));
    form.addEventListener("focusin", read);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      list.querySelector("a")?.click();
    });
    open.addEventListener("change", () => open.checked && form.elements.query.focus());
    addEventListener("keydown", (event) => {
      if (event.key === "Escape" && open.checked) open.checked = false;
    });
  }
}
