// The form of a ballot: drafts stay in this browser, and what comes out is a small file. Nothing is sent anywhere, but to
// `portfolio-gen review`, where that serves the page.
const form = document.getElementById("ballot");

if (form) {
  const say = form.dataset;
  const field = (name) => form.elements[name];
  const part = (id) => document.getElementById(id);
  const sheets = [...form.querySelectorAll(".sheet")];
  const key = `portfolio-gen ballot ${say.student}/${say.pitch}`;
  const written = (name) => field(name).value.trim();
  const served = Boolean(say.to);

  // Who scores, and whether they may

  const typed = () => field("reviewer").value === "*";
  const chosen = () => field("reviewer").selectedOptions[0];
  const named = () => (typed() ? written("name") : (chosen().dataset.name ?? ""));
  const slug = (words) =>
    words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
  const reviewer = () => (typed() ? slug(written("name")) : field("reviewer").value);
  const conflicted = () => field("conflicted").value === "yes";

  const arrange = () => {
    part("typed").hidden = !typed();
    part("reason").hidden = !conflicted();
    part("scores").hidden = conflicted();
    const barred = "barred" in chosen().dataset;
    part("barred").hidden = !barred;
    part("barred").textContent = barred ? say.barred : "";
    part("mail").href = `mailto:?subject=${encodeURIComponent(say.title)}&body=${encodeURIComponent(text())}`;
    part("text").value = text();
  };

  // What it says

  const heading = (fieldset) => fieldset.querySelector("legend").textContent.trim();
  const criteria = (sheet) => [...sheet.querySelectorAll(".criterion")];
  const outcome = (sheet) => sheet.querySelector(".verdict");
  const comment = (sheet) => sheet.querySelector("textarea").value.trim();
  const today = () => {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((one) => String(one).padStart(2, "0")).join("-");
  };
  const filled = (entries) => Object.fromEntries(Object.entries(entries).filter(([, value]) => value));

  const score = (sheet) =>
    filled({
      credit: sheet.dataset.credit,
      level: sheet.dataset.level,
      ratings: filled(Object.fromEntries(criteria(sheet).map((one) => [one.dataset.criterion, field(one.id).value]))),
      outcome: field(outcome(sheet).id).value,
      comment: comment(sheet),
    });
  const ballot = () =>
    filled({
      ballot: "1",
      student: say.student,
      pitch: say.pitch,
      submission: say.submission,
      reviewer: reviewer(),
      name: named(),
      date: today(),
      conflict: conflicted() && written("conflict"),
      scores: !conflicted() && sheets.map(score),
      strong: !conflicted() && written("strong"),
      missing: !conflicted() && written("missing"),
      note: written("note"),
    });
  const text = () => `${JSON.stringify(ballot(), null, 2)}\n`;

  /** What is missing, each with the field where it can be mended. */
  const lacking = () => {
    const found = [];
    if (!reviewer()) found.push([say.noReviewer, typed() ? field("name") : field("reviewer")]);
    if (!field("conflicted").value) found.push([say.noConflict, field("conflicted")[0]]);
    if (conflicted() && !written("conflict")) found.push([say.noReason, field("conflict")]);
    for (const sheet of conflicted() ? [] : sheets) {
      for (const one of criteria(sheet)) {
        if (!field(one.id).value) found.push([say.noRating.replace("{what}", heading(one)), field(one.id)[0]]);
      }
      const verdict = outcome(sheet);
      if (!field(verdict.id).value) found.push([say.noOutcome.replace("{what}", heading(sheet)), field(verdict.id)[0]]);
    }
    return found;
  };

  const complete = () => {
    const found = lacking();
    const box = part("incomplete");
    box.hidden = found.length === 0;
    if (found.length === 0) return true;
    const list = document.createElement("ul");
    for (const [words, where] of found) {
      const link = document.createElement("a");
      link.href = `#${where.closest("fieldset[id]")?.id ?? where.id}`;
      link.textContent = words;
      link.addEventListener("click", (event) => {
        event.preventDefault();
        where.focus();
        where.closest("fieldset")?.scrollIntoView({ block: "center" });
      });
      const item = document.createElement("li");
      item.append(link);
      list.append(item);
    }
    const head = document.createElement("p");
    head.textContent = say.missing;
    box.replaceChildren(head, list);
    box.focus();
    return false;
  };

  // Drafts

  const told = (words) => {
    part("told").textContent = words;
    part("told").focus();
  };
  const values = () => Object.fromEntries(new FormData(form));
  const keep = () => {
    try {
      localStorage.setItem(key, JSON.stringify({ submission: say.submission, values: values() }));
      const time = new Intl.DateTimeFormat(document.documentElement.lang, { timeStyle: "short" }).format(new Date());
      part("draft").textContent = say.kept.replace("{time}", time);
    } catch {
      part("draft").textContent = say.notKept;
    }
  };
  const forget = () => {
    try {
      localStorage.removeItem(key);
    } catch {
      // Then nothing was kept either.
    }
  };
  const recall = () => {
    let draft = null;
    try {
      draft = JSON.parse(localStorage.getItem(key));
    } catch {
      return;
    }
    if (!draft?.values) return;
    for (const [name, value] of Object.entries(draft.values)) {
      const one = form.elements[name];
      if (one && "value" in one) one.value = value;
    }
    if (draft.submission !== say.submission) told(say.changed);
  };
  const clear = () => {
    form.reset();
    forget();
    part("incomplete").hidden = true;
    part("draft").textContent = say.cleared;
  };

  // What becomes of it

  const save = () => {
    const link = document.createElement("a");
    link.download = `${say.student}--${say.pitch}--${reviewer()}.json`;
    link.href = URL.createObjectURL(new Blob([text()], { type: "application/json" }));
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    told(say.saved.replace("{file}", link.download));
  };
  const handIn = async () => {
    let answer, words;
    try {
      answer = await fetch(say.to, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-Review-Stamp": say.stamp },
        body: text(),
      });
      ({ words } = await answer.json());
    } catch {
      told(say.unreached);
      return;
    }
    told(words.join(" "));
    if (!answer.ok) return;
    forget();
    form.reset();
    arrange();
    part("draft").textContent = say.cleared;
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text());
      told(say.copied);
    } catch {
      part("as-text").open = true;
      told(say.notCopied);
      part("text").select();
    }
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!complete()) return;
    if (served) handIn();
    else save();
  });
  form.addEventListener("input", () => {
    keep();
    arrange();
    if (!part("incomplete").hidden && lacking().length === 0) part("incomplete").hidden = true;
  });
  part("copy").addEventListener("click", () => complete() && copy());
  part("mail").addEventListener("click", (event) => complete() || event.preventDefault());
  part("clear").addEventListener("click", () => {
    clear();
    arrange();
    field("reviewer").focus();
  });

  form.hidden = part("as-text").hidden = false;
  if (served) form.querySelector("[type=submit]").textContent = say.handIn;
  recall();
  arrange();
}
