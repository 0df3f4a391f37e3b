// Where this browser keeps a visitor's choices, one place for all pages of an edition; Material's script asks for these names.
window.__md_scope = new URL(document.currentScript.dataset.base, location);
window.__md_hash = (text) => [...text].reduce((sum, sign) => (sum << 5) - sum + sign.charCodeAt(0), 0);
window.__md_get = (key, store, scope = __md_scope) => {
  try {
    return JSON.parse((store ?? localStorage).getItem(scope.pathname + "." + key));
  } catch {
    return null; // no storage here, as in a private window
  }
};
window.__md_set = (key, value, store, scope = __md_scope) => {
  try {
    (store ?? localStorage).setItem(scope.pathname + "." + key, JSON.stringify(value));
  } catch {
    // The choice lasts as long as the page.
  }
};

// Opened from a disk, a link to a folder would show a list of files; it leads to the page in the folder instead.
if (location.protocol === "file:") {
  const lead = (link) => {
    if (link?.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
  };
  addEventListener("DOMContentLoaded", () => [...document.links].forEach(lead));
  for (const kind of ["pointerdown", "focusin", "click"]) {
    addEventListener(kind, (event) => lead(event.target.closest?.("a[href]")), true);
  }
}
