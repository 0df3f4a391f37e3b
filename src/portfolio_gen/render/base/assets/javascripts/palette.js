// Light or dark, as the visitor chose or as their device asks, set before anything is painted.
{
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const chosen = __md_get("__palette")?.color ?? { scheme: dark ? "slate" : "default" };
  for (const [key, value] of Object.entries(chosen)) {
    document.body.setAttribute("data-md-color-" + key, value);
  }
}
