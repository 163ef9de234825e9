// The work read aloud by the device, where it has a voice for the work's language. Paragraph by paragraph: some voices stop in the
// middle of a long text.
export function offerListening(button: HTMLElement | null): void {
  const text = document.querySelector<HTMLElement>('.prose');
  if (!button || !text || !('speechSynthesis' in window)) return;
  const lang = text.lang || 'vi';
  const voice = () => speechSynthesis.getVoices().find((one) => one.lang.toLowerCase().startsWith(lang));
  const offer = () => (button.hidden = !voice());
  offer();
  speechSynthesis.addEventListener('voiceschanged', offer);
  addEventListener('pagehide', () => speechSynthesis.cancel());

  const words = button.querySelector('span');
  const [start, stop] = [button.title, button.dataset.done ?? ''];
  const show = (speaking: boolean) => {
    button.title = speaking ? stop : start;
    button.setAttribute('aria-pressed', String(speaking));
    if (words) words.textContent = button.title;
  };
  const paragraphs = () =>
    [...text.querySelectorAll('p, h2, li')].map((one) => one.textContent?.trim() ?? '').filter(Boolean);

  button.onclick = () => {
    const speaking = button.getAttribute('aria-pressed') === 'true';
    speechSynthesis.cancel();
    show(!speaking);
    if (speaking) return;
    const all = paragraphs();
    all.forEach((paragraph, i) => {
      const said = new SpeechSynthesisUtterance(paragraph);
      said.voice = voice() ?? null;
      said.lang = lang;
      if (i === all.length - 1) said.onend = () => show(false);
      speechSynthesis.speak(said);
    });
  };
}
