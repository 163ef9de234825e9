// The size of the text that a reader chose, kept on the device for the next work.
const kName = 'reading-size';

export function keepTextSize(tools: HTMLElement): void {
  const choices = [...tools.querySelectorAll<HTMLInputElement>('[name="text-size"]')];
  try {
    const kept = localStorage.getItem(kName);
    for (const choice of choices) if (choice.value === kept) choice.checked = true;
    for (const choice of choices) choice.onchange = () => localStorage.setItem(kName, choice.value);
  } catch {
    // nothing may be kept: the choice holds for this page
  }
}
