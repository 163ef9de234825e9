// The current path below /app. Links are ordinary <a href>; clicks on them change the path without a page load.
const base = '/app';
/** Where one-time links lead: the secret stands in the fragment, which no server, proxy or log gets to see. */
const oneTimePages = ['/invitations', '/password-resets'];

forwardOldLink();
export const route = $state({ path: current(), secret: secretOf(location.hash) });

function current(): string {
  return location.pathname.slice(base.length).replace(/\/$/, '') || '/';
}

/** Of a one-time link; other fragments name places on the page. */
function secretOf(hash: string): string {
  return /^#[\w-]{43}$/.test(hash) ? hash.slice(1) : '';
}

/** Links that were handed out by earlier releases have the secret in the path. */
function forwardOldLink(): void {
  const page = oneTimePages.find((path) => current().startsWith(path + '/'));
  if (page) history.replaceState(null, '', `${base}${page}#${current().slice(page.length + 1)}`);
}

/** Where one is, with the secret of a one-time link: to come back to. */
export function whereabouts(): string {
  return route.path + (route.secret && `#${route.secret}`);
}

function moved(): void {
  route.path = current();
  route.secret = secretOf(location.hash);
}

export function navigate(path: string): void {
  history.pushState(null, '', base + path);
  scrollTo(0, 0);
  moved();
}

/** For the root element: turns clicks on links below /app into moves without loading. */
export function followLink(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
  const link = (event.target as Element).closest('a');
  const href = link?.getAttribute('href');
  if (!href?.startsWith(base + '/') || link?.target) return;
  event.preventDefault();
  navigate(href.slice(base.length));
}

// A place on the page that is gone to ("to the content") is still the same page of the same link.
window.addEventListener('popstate', () => {
  if (route.path !== current() || secretOf(location.hash)) moved();
});
