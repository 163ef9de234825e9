// The fields of an entry by the pointer that the service calls them by, as data-field on the page.

const kTakesFocus = 'input, select, textarea, button, [contenteditable="true"]';

/** Puts the focus on the field that a fault is about, or on the nearest that stands for it. */
export function goToField(pointer: string): void {
  for (let at = pointer; at; at = at.slice(0, at.lastIndexOf('/'))) {
    const place = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(at)}"]`);
    if (!place) continue;
    const field = place.matches(kTakesFocus) ? place : place.querySelector<HTMLElement>(kTakesFocus);
    field?.focus({ preventScroll: true });
    place.scrollIntoView({ block: 'center' });
    return;
  }
}

/** What an entry needs, in the order of the page: the first field of each, and the pointers of its faults. */
export const kParts = [
  { key: 'subject', field: '/field', pointers: ['/category', '/field', '/exemplar'] },
  { key: 'title', field: '/title', pointers: ['/title'] },
  { key: 'body', field: '/body', pointers: ['/body'] },
  { key: 'files', field: '/files', pointers: ['/files'] },
  { key: 'declarations', field: '/declarations', pointers: ['/declarations'] },
] as const;

export type PartKey = (typeof kParts)[number]['key'];

/** Whether a fault is about one of these fields. */
export const isAbout = (pointers: readonly string[], pointer: string) =>
  pointers.some((one) => pointer === one || pointer.startsWith(one + '/'));
