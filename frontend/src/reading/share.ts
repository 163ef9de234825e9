// Passing a work on: what the device offers for that, otherwise the link is copied. Where neither can be, the way leads to the address
// on the page, as without a script.
/** As old devices, and pages that do not come by TLS, have it. */
const device: { share?: Navigator['share']; clipboard?: Clipboard } = navigator;

export function offerSharing(way: HTMLElement | null): void {
  way?.addEventListener('click', (event) => {
    const link = { title: document.title, url: location.origin + location.pathname };
    if (device.share) {
      event.preventDefault();
      device.share(link).catch(() => undefined); // given up
    } else if (device.clipboard) {
      event.preventDefault();
      void copy(way, link.url);
    }
  });
}

async function copy(way: HTMLElement, url: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(url);
    say(way, way.dataset.done ?? '');
  } catch {
    location.hash = '#chia-se';
  }
}

/** Beside the tool, for a while, and aloud to who listens to the page. */
function say(beside: HTMLElement, words: string): void {
  const kShown = 4000;
  const told = document.createElement('span');
  told.className = 'told';
  told.setAttribute('role', 'status');
  beside.after(told);
  told.textContent = words;
  setTimeout(() => told.remove(), kShown);
}
