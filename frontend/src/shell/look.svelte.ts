// How the desks look on this device: theme, size of the text, narrow navigation. It is no secret and nobody's
// in particular, so it is kept for the device and not for an account; public/look.js applies it before the
// first paint.
const kName = 'look';

export const kThemes = ['system', 'light', 'dark'] as const;
export const kTextSizes = ['usual', 'large', 'larger'] as const;

interface Look {
  theme: (typeof kThemes)[number];
  text: (typeof kTextSizes)[number];
  /** The navigation shows signs without words. */
  narrow: boolean;
}

function kept(): Partial<Look> {
  try {
    return (JSON.parse(localStorage.getItem(kName) ?? '{}') ?? {}) as Partial<Look>;
  } catch {
    return {};
  }
}
const { theme, text, narrow } = kept();

export const look = $state<Look>({
  theme: kThemes.find((one) => one === theme) ?? 'system',
  text: kTextSizes.find((one) => one === text) ?? 'usual',
  narrow: narrow === true,
});

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
