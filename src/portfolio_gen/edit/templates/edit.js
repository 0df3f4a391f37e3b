// Everything works without this: it only keeps the preview up to date, takes what is dropped, and warns of what is not saved.
(() => {
  "use strict";
  const form = document.getElementById("form");
  const preview = document.getElementById("preview");

  let unsaved = false;
  if (form) {
    const sign = form.querySelector(".unsaved");
    const change = () => { unsaved = true; if (sign) sign.hidden = false; };
    form.addEventListener("input", change);
    form.addEventListener("change", change);
    form.addEventListener("submit", () => { unsaved = false; });
    addEventListener("beforeunload", (leaving) => { if (unsaved) leaving.preventDefault(); });
    addEventListener("keydown", (key) => {
      if ((key.ctrlKey || key.metaKey) && key.key.toLowerCase() === "s") { key.preventDefault(); form.requestSubmit(); }
    });
  }

  // A link to a field moves the focus to where one writes.
  const go = () => {
    const place = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (!place) return;
    for (let one = place; one; one = one.parentElement) if (one.tagName === "DETAILS") one.open = true;
    const first = place.matches("input, textarea, select") ? place : place.querySelector("input:not([type=hidden]), textarea, select");
    if (first) first.focus();
  };
  addEventListener("hashchange", go);
  go();

  for (const drop of document.querySelectorAll(".drop")) {
    const input = drop.querySelector("input[type=file]");
    const list = drop.querySelector(".dropped");
    const show = () => {
      list.replaceChildren();
      Array.from(input.files).forEach((file, place) => {
        const entry = document.createElement("div");
        entry.className = "entry";
        if (file.type.startsWith("image/")) {
          const image = document.createElement("img");
          image.alt = "";
          image.onerror = () => image.remove();
          image.src = URL.createObjectURL(file);
          entry.append(image);
        }
        const label = document.createElement("label");
        label.textContent = list.dataset.asks.replace("{name}", () => file.name);
        const text = document.createElement("textarea");
        text.rows = 2;
        text.name = `upload.${place}.alt`;
        text.id = `${input.id}-${place}`;
        label.htmlFor = text.id;
        entry.append(label, text);
        list.append(entry);
      });
      const first = list.querySelector("textarea");
      if (first) first.focus();
    };
    input.addEventListener("change", show);
    drop.addEventListener("dragover", (over) => { over.preventDefault(); drop.classList.add("over"); });
    drop.addEventListener("dragleave", () => drop.classList.remove("over"));
    drop.addEventListener("drop", (dropped) => {
      dropped.preventDefault();
      drop.classList.remove("over");
      const all = new DataTransfer();
      for (const file of [...input.files, ...dropped.dataTransfer.files]) all.items.add(file);
      input.files = all.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }

  // Lays a new version of an element into the old one; what is the same in both stays, so that nothing flickers or jumps.
  const blend = (old, fresh) => {
    const were = [...old.childNodes], are = [...fresh.childNodes];
    const most = Math.min(were.length, are.length);
    let head = 0, tail = 0;
    while (head < most && were[head].isEqualNode(are[head])) head++;
    while (tail < most - head && were.at(-1 - tail).isEqualNode(are.at(-1 - tail))) tail++;
    const next = were[were.length - tail] ?? null;
    const gone = were.slice(head, were.length - tail), come = are.slice(head, are.length - tail);
    come.forEach((one, place) => {
      const before = gone[place];
      if (before?.nodeType === 1 && before.cloneNode().isEqualNode(one.cloneNode())) blend(before, one);
      else if (before) before.replaceWith(old.ownerDocument.adoptNode(one));
      else old.insertBefore(old.ownerDocument.adoptNode(one), next);
    });
    gone.slice(come.length).forEach((one) => one.remove());
  };

  // While somebody writes, the preview shows what it would become. Nothing is saved by that.
  if (preview && form?.dataset.glance) {
    const sign = document.getElementById("draft");
    const home = new URL(preview.src).pathname;
    let waiting, asking;
    // The same words again would be read aloud again.
    const say = (words) => { if (sign.textContent !== words) sign.textContent = words; };
    const glance = async () => {
      asking?.abort();
      asking = new AbortController();
      const words = new FormData(form);
      for (const name of new Set(words.keys())) if (words.get(name) instanceof File) words.delete(name);
      try {
        const answer = await fetch(form.dataset.glance, { method: "POST", body: words, signal: asking.signal });
        const page = preview.contentDocument;
        const old = page.querySelector("main"), text = await answer.text();
        // The head of the page has a style of its own, which the policy of this page would not allow.
        const body = text.slice(text.indexOf("<body"));
        const fresh = new DOMParser().parseFromString(body, "text/html").querySelector("main");
        const here = preview.contentWindow.location.pathname === home;
        say(answer.ok && here && old && fresh ? sign.dataset.words : "");
        if (!sign.textContent) return;
        fresh.querySelectorAll("script").forEach((one) => one.remove());
        blend(old, fresh);
      } catch { /* somebody writes on, or the program was stopped */ }
    };
    const later = () => { clearTimeout(waiting); waiting = setTimeout(glance, 500); };
    form.addEventListener("input", later);
    form.addEventListener("change", later);
    preview.addEventListener("load", () => { if (unsaved) glance(); });
  }

  if (preview) {
    let seen = document.body.dataset.version;
    setInterval(async () => {
      try {
        const now = await (await fetch("/version", { cache: "no-store" })).text();
        if (now !== seen) { seen = now; preview.contentWindow.location.reload(); }
      } catch { /* the program was stopped */ }
    }, 700);
  }
})();
