"""A reader who touches everything on a page, and notices whatever runs there or asks another host for something."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Error,
    Page,
    Request,
)

from hostile_slots import WORD

_WATCH = """
window.alert = (words) => console.log('ran ' + words);
window.__refused = [];
document.addEventListener('securitypolicyviolation', (event) =>
    window.__refused.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`));
"""
"""Lets alerts speak without stopping the page, and notes what its policy refuses; runs before anything of the page."""

_TOUCH = """
async () => {
    const runs = (address) => /^[\\s\\u0000-\\u001f]*(javascript|vbscript):/i.test(address ?? '');
    const done = () => new Promise((next) => setTimeout(next));
    const all = [...document.querySelectorAll('body, body *')];
    for (const name of ['pointerover', 'pointerenter', 'mouseover', 'focus', 'toggle', 'load', 'error'])
        for (const one of all) one.dispatchEvent(new Event(name));
    for (const link of document.querySelectorAll('a[href], area[href]'))
        if (!runs(link.href)) link.removeAttribute('href');
    addEventListener('submit', (event) => {
        const form = Element.prototype.getAttribute.bind(event.target);
        if (!runs(form('action')) && !runs(event.submitter?.getAttribute('formaction'))) event.preventDefault();
    }, true);
    for (const one of all) {
        if (one.matches('label, input, summary')) continue;
        if (one.matches('a, area, button, [onclick]'))
            one.click ? one.click() : one.dispatchEvent(new MouseEvent('click', {cancelable: true, bubbles: true}));
        if (one.matches('a[href], area[href], form *')) await done();
    }
    for (let frame = 0; frame < 2; frame += 1) await new Promise((shown) => requestAnimationFrame(shown));
    await done();
}
"""
"""Hovers over, focuses and clicks everything, and waits for what that sets off; links to other pages are not followed,
and forms not sent there."""

_TRACES = """
() => ({
    ran: [window.ran, document.documentElement.dataset.ran].filter((one) => typeof one === 'string'),
    refused: window.__refused ?? [],
    suspect: [...document.querySelectorAll('*')].flatMap((one) => [...one.attributes].filter((each) =>
        each.name.startsWith('on') || each.name === 'style' || each.name === 'srcdoc'
        || (/^(href|src|action|formaction|xlink:href|data|poster)$/.test(each.name)
            && /^[\\s\\u0000-\\u001f]*(javascript|vbscript|data:text)/i.test(each.value))
    ).map((each) => `<${one.localName} ${each.name}="${each.value.slice(0, 80)}">`)),
    strange: [...document.querySelectorAll(
        'iframe, frame, object, embed, applet, base, template, noscript, math, marquee, portal, xmp, '
        + 'plaintext, textarea:not(#ballot *), select:not(#ballot *), body meta, body style, body link, '
        + 'dialog:not(body > .closer), '
        + 'form:not([name=search], [data-md-component=palette], #filters, .score > #ballot), '
        + 'svg script, svg style, svg foreignObject, svg image, svg use, svg a, svg animate, svg set, '
        + 'script:not([src], #__config), script[type=module]'
    )].map((one) => one.outerHTML.slice(0, 120)),
})
"""
"""What stays in a page after something has run, what its policy refused, and markup that no page of ours holds."""


@dataclass
class Seen:
    """What a visitor noticed."""

    ran: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    """Requests to another host."""
    refused: list[str] = field(default_factory=list)
    """What policies of pages kept from being loaded or run; cleaning should leave nothing to refuse."""
    suspect: list[str] = field(default_factory=list)
    """Attributes and elements that could run, load or cover something."""
    led_away: list[str] = field(default_factory=list)
    """Pages that wanted to go elsewhere, or stopped answering."""
    pages: int = 0
    files: int = 0

    def words(self) -> set[str]:
        """The words of all payloads that ran or asked."""
        return {word[0] for one in (*self.ran, *self.asked) for word in WORD.finditer(one.lower())}


class Visitor:
    """A reader with one tab, on a host of ours."""

    def __init__(self, browser: Browser, host: str, *, bypass_csp: bool = False) -> None:
        self.host, self.seen, self.here = host, Seen(), ""
        self.context: BrowserContext = browser.new_context(
            bypass_csp=bypass_csp, reduced_motion="reduce", viewport={"width": 1200, "height": 900}
        )
        self.context.add_init_script(_WATCH)
        self.context.on("request", self._ask)
        self.context.on("requestfailed", self._fail)
        self.page = self._open()

    def _open(self) -> Page:
        page = self.context.new_page()
        # Nobody listens to the page's own event for dialogs, so that Playwright closes them all by itself.
        session = self.context.new_cdp_session(page)
        session.on("Page.javascriptDialogOpening", lambda one: self._hear(one["message"]))
        session.send("Page.enable")
        page.on("console", self._say)
        return page

    def close(self) -> None:
        """Go away."""
        self.context.close()

    def visit(self, address: str) -> None:
        """Open a page, touch everything, and note what came of it."""
        self.here, before = address, len(self.seen.led_away)
        try:
            self.page.goto(f"{self.host}/{address}", wait_until="load")
            self.page.evaluate(_TOUCH)
            self._note()
        except Error:
            self.seen.led_away.append(address)
        if len(self.seen.led_away) > before:
            # The other page may still come, and would come in place of the next.
            self.page.close()
            self.page = self._open()

    def open(self, address: str) -> None:
        """Open a file that is no page; a browser may also save it."""
        self.here = address
        with suppress(Error):
            self.page.goto(f"{self.host}/{address}", wait_until="load")
        self.seen.files += 1
        self._hear(*self.page.evaluate(_TRACES)["ran"])

    def search(self, words: str) -> None:
        """Search the site of the page that was visited last, and look at what is found."""
        self.page.reload()
        self.page.locator("label[for=__search]:visible").first.click()
        self.page.locator("input[name=query]").press_sequentially(words)
        found = self.page.locator(".md-search-result__link")
        found.first.wait_for()
        found.first.hover()
        self._note()

    def _note(self) -> None:
        found = self.page.evaluate(_TRACES)
        self.seen.pages += 1
        self._hear(*found["ran"])
        self.seen.refused += [f"{self.here}: {one}" for one in found["refused"]]
        self.seen.suspect += [
            f"{self.here}: {one}" for one in (*found["suspect"], *found["strange"])
        ]

    def _hear(self, *words: str) -> None:
        self.seen.ran += [f"{self.here}: {one}" for one in words]

    def _say(self, said: ConsoleMessage) -> None:
        if said.type == "log":
            self._hear(said.text)

    def _ask(self, request: Request) -> None:
        own = self.host.split("/", 3)[2]
        if request.url.startswith(("http", "ws")) and not request.url.startswith(f"http://{own}/"):
            self.seen.asked.append(f"{self.here}: {request.url}")
            if request.is_navigation_request() and not request.frame.parent_frame:
                self.seen.led_away.append(f"{self.here}: {request.url}")

    def _fail(self, request: Request) -> None:
        """Forget a request that the policy of the page has stopped before it was sent."""
        if request.failure == "csp" and (one := f"{self.here}: {request.url}") in self.seen.asked:
            self.seen.asked.remove(one)
