// Looking closer: pictures and pages of papers in large, one beside the next. Without this script each link opens what it leads to.
const links = [...document.querySelectorAll("a.enlarge")];

if (links.length && window.HTMLDialogElement) {
  const words = document.querySelector("[data-closer]").dataset;
  const number = new Intl.NumberFormat(document.documentElement.lang);
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const make = (name, className, content = "") => {
    const made = document.createElement(name);
    made.className = className;
    made.append(content);
    return made;
  };
  const button = (className, label) => {
    const made = make("button", className);
    made.type = "button";
    made.setAttribute("aria-label", label);
    return made;
  };

  /** A picture in large, with what stands under it on the page. */
  const ofPicture = (link) => {
    const small = link.querySelector("img");
    const image = new Image();
    image.alt = small.alt;
    image.loading = "lazy";
    image.sizes = `min(100vw, ${small.getAttribute("width")}px)`;
    image.srcset = link.querySelector("picture") ? "" : small.srcset;
    image.src = link.href;
    return slide(image, link.closest("figure")?.querySelector("figcaption")?.cloneNode(true).childNodes ?? []);
  };

  /** The pages of a paper that can be leafed through; the last caption leads to the paper itself. */
  const ofPaper = (link) => {
    const leaves = link.dataset.leaves.split(" ");
    const name = link.closest("figure").querySelector(".file-name")?.textContent ?? "";
    return leaves.map((leaf, at) => {
      const image = new Image();
      image.alt = words.page.replace("{n}", number.format(at + 1));
      image.loading = "lazy";
      image.src = leaf;
      const whole = make("a", "", name);
      whole.href = link.href;
      return slide(image, [whole]);
    });
  };

  const slide = (image, below) => {
    const made = make("figure", "closer-slide", image);
    const caption = make("figcaption", "");
    caption.append(...below);
    if (caption.textContent.trim()) made.append(caption);
    return made;
  };

  const open = (slides, first) => {
    const dialog = make("dialog", "closer");
    dialog.setAttribute("aria-label", words.closer);
    const strip = make("div", "closer-strip");
    strip.tabIndex = 0;
    strip.setAttribute("role", "group");
    strip.setAttribute("aria-label", words.closer);
    strip.append(...slides);
    const count = make("p", "closer-count");
    count.setAttribute("aria-live", "polite");
    const close = button("closer-close", words.close);
    const before = button("closer-before", words.before);
    const after = button("closer-after", words.after);
    dialog.append(strip, count, before, after, close);
    let here = first;

    const tell = () => {
      count.textContent = words.count.replace("{n}", number.format(here + 1)).replace("{all}", number.format(slides.length));
      before.disabled = here === 0;
      after.disabled = here === slides.length - 1;
      if (!dialog.contains(document.activeElement) || document.activeElement.disabled) strip.focus(); // keys go on working
    };
    const go = (to, behavior = calm.matches ? "instant" : "smooth") => {
      here = Math.max(0, Math.min(slides.length - 1, to));
      slides[here].scrollIntoView({ behavior, inline: "start", block: "nearest" });
      tell();
    };
    const seen = new IntersectionObserver(
      (entries) => {
        const one = entries.find((entry) => entry.isIntersecting);
        if (one) {
          here = slides.indexOf(one.target);
          tell();
        }
      },
      { root: strip, threshold: 0.6 },
    );

    const forward = getComputedStyle(document.body).direction === "rtl" ? -1 : 1;
    const steps = { ArrowRight: forward, ArrowLeft: -forward, PageDown: 1, PageUp: -1, Home: -Infinity, End: Infinity };
    dialog.addEventListener("keydown", (event) => {
      if (!(event.key in steps) || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      go(here + steps[event.key]);
    });
    dialog.addEventListener("click", (event) => {
      if (event.target.matches(".closer-close, .closer-slide, .closer-strip, dialog")) dialog.close();
    });
    before.addEventListener("click", () => go(here - 1));
    after.addEventListener("click", () => go(here + 1));
    dialog.addEventListener("close", () => {
      seen.disconnect();
      dialog.remove();
    });
    document.body.append(dialog);
    dialog.classList.toggle("alone", slides.length === 1);
    dialog.showModal();
    strip.focus();
    go(first, "instant");
    slides.forEach((one) => seen.observe(one));
  };

  const pictures = links.filter((link) => !link.dataset.leaves);
  for (const link of links) {
    link.addEventListener("click", (event) => {
      if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      if (link.dataset.leaves) open(ofPaper(link), 0);
      else open(pictures.map(ofPicture), pictures.indexOf(link));
    });
  }
}
