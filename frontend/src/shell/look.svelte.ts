// How the desks look on this device: theme, size of the text, narrow navigation. It is no secret and nobody's
// in particular, so it is kept for the device and not for an account; public/look.js applies it before the
// first paint.
import { route } from '../router.svelte';

const kName = 'look';

export const kThemes = ['system', 'light', 'dark'] as const;
export const kTextSizes = ['usual', 'large', 'larger'] as const;

interface Look {
  theme: (typeof kThemes)[number];
  text: (typeof kTextSizes)[number];
  /** The navigation shows signs without words. */
  narrow: boolean;
  /** The same where a work is read and marked, which needs the room. */
  narrowAtWork: boolean;
}

function kept(): Partial<Look> {
  try {
    return (JSON.parse(localStorage.getItem(kName) ?? '{}') ?? {}) as Partial<Look>;
  } catch {
    return {};
  }
}
const { theme, text, narrow, narrowAtWork } = kept();

export const look = $state<Look>({
  theme: kThemes.find((one) => one === theme) ?? 'system',
  text: kTextSizes.find((one) => one === text) ?? 'usual',
  narrow: narrow === true,
  narrowAtWork: narrowAtWork !== false,
});

const atWork = () => /^\/judging\/\d+\/./.test(route.path);

/** Whether the navigation shows signs without words on the page that one is on. */
export const isNarrow = () => (atWork() ? look.narrowAtWork : look.narrow);

export function turnNavigation(): void {
  setLook(atWork() ? { narrowAtWork: !look.narrowAtWork } : { narrow: !look.narrow });
}

/** Changes how it looks, here and when the page is opened again. */
export function setLook(change: Partial<Look>): void {
  Object.assign(look, change);
  const { dataset } = document.documentElement;
  if (look.theme === 'system') delete dataset.theme;
  else dataset.theme = look.theme;
  if (look.text === 'usual') delete dataset.text;
  else dataset.text = look.text;
  try {
    localStorage.setItem(kName, JSON.stringify(look));
  } catch {
    // the device is full or keeps nothing: it holds until the page is left
  }
}
