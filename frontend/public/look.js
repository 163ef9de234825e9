// How the desks look on this device, before anything is painted: light or dark, and the size of the text. Kept by src/shell/look.svelte.ts.
(() => {
  let kept = {};
  try {
    kept = JSON.parse(localStorage.getItem('look') ?? '{}') ?? {};
  } catch {
    // nothing kept, or nothing may be
  }
  const { theme, text } = kept;
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  if (text === 'large' || text === 'larger') document.documentElement.dataset.text = text;
})();
