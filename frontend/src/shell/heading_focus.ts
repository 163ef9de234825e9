// Puts the focus on the heading of each page that is gone to, so that whoever hears the page or uses the
// keyboard begins at its top. Pages come in pieces: until the person acts, a heading that takes the place of
// another is followed.
const kPatience = 10_000; // ms

let stop: () => void = () => undefined;

/** The page at a new address is about to come. */
export function focusHeading(main: HTMLElement): void {
  stop();
  let taken: Element | null = null;
  const take = () => {
    const heading = main.querySelector('h1');
    const at = document.activeElement;
    // The page has put the focus on something of its own: that is where it belongs.
    if (at && at !== taken && at !== heading && main.contains(at) && at !== main) return stop();
    if (!heading || heading === at) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    taken = heading;
  };
  const observer = new MutationObserver(take);
  const ended = new AbortController();
  stop = () => {
    observer.disconnect();
    ended.abort();
    clearTimeout(timer);
  };
  const timer = setTimeout(() => stop(), kPatience);
  for (const act of ['keydown', 'pointerdown', 'input'])
    addEventListener(act, () => stop(), { capture: true, signal: ended.signal });
  observer.observe(main, { childList: true, subtree: true });
  take();
}
