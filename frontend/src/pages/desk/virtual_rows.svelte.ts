// Which rows of a long list are visible when all have one height: only those are rendered. The page scrolls, or a box on it.
const kBeyond = 10; // rows drawn above and below what is in sight
const kFirst = 40; // rows drawn before anything is measured

export const pixels = (rem: number) => rem * parseFloat(getComputedStyle(document.documentElement).fontSize);

export class VirtualRows {
  first = $state(0);
  end = $state(kFirst);

  /** `start` lies where the first row begins; `row` is a row's height in rem; `box` is what scrolls, if it is not the page. */
  measure(start: HTMLElement | undefined, row: number, box?: HTMLElement): void {
    if (!start) return;
    const height = pixels(row);
    const top = box?.getBoundingClientRect().top ?? 0;
    const above = (top - start.getBoundingClientRect().top) / height;
    this.first = Math.max(0, Math.floor(above) - kBeyond);
    this.end = Math.max(kFirst, Math.ceil(above + (box?.clientHeight ?? innerHeight) / height) + kBeyond);
  }

  slice<T>(items: T[]): { rows: T[]; from: number; before: number; after: number } {
    const from = Math.min(this.first, items.length);
    const rows = items.slice(from, this.end);
    return { rows, from, before: from, after: items.length - from - rows.length };
  }
}
