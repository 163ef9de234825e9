// The current path below /app. Links are ordinary <a href>; clicks on them change the path without a page load.
const base = '/app';

export const route = $state({ path: current() });

function current(): string {
  return location.pathname.slice(base.length).replace(/\/$/, '') || '/';
}

export function navigate(path: string): void {
  history.pushState(null, '', base + path);
  route.path = current();
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

window.addEventListener('popstate', () => (route.path = current()));
