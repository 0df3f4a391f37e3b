// Everything works without this: it only reloads the preview, takes what is dropped, and warns of what is not saved.
(() => {
  "use strict";
  const form = document.getElementById("form");
  const preview = document.getElementById("preview");

  if (form) {
    const sign = form.querySelector(".unsaved");
    let unsaved = false;
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
