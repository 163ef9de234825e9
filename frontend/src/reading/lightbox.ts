// Pictures of the work over the page, one after the other; without a script each leads to itself.
interface Words {
  close?: string;
  before?: string;
  after?: string;
}

function button(words: string, sign: string, press: () => void): HTMLButtonElement {
  const out = document.createElement('button');
  out.type = 'button';
  out.className = 'round';
  out.title = words;
  out.setAttribute('aria-label', words);
  out.textContent = sign;
  out.onclick = press;
  return out;
}

export function enlargePictures(words: Words): void {
  const ways = [...document.querySelectorAll<HTMLAnchorElement>('a.enlarge')];
  const dialog = document.createElement('dialog');
  dialog.className = 'lightbox';
  const picture = document.createElement('img');
  const caption = document.createElement('p');
  let at = 0;

  const show = (next: number) => {
    at = (next + ways.length) % ways.length;
    const way = ways[at];
    if (!way) return;
    const inside = way.querySelector('img');
    picture.src = way.href;
    picture.alt = inside?.alt ?? '';
    caption.textContent = way.closest('figure')?.querySelector('figcaption')?.textContent ?? picture.alt;
  };
  const acts = [button(words.close ?? '', '×', () => dialog.close())];
  if (ways.length > 1)
    acts.unshift(
      button(words.before ?? '', '←', () => show(at - 1)),
      button(words.after ?? '', '→', () => show(at + 1)),
    );
  const bar = document.createElement('div');
  bar.append(caption, ...acts);
  dialog.append(picture, bar);
  document.body.append(dialog);

  dialog.onclick = (event) => {
    if (event.target === dialog || event.target === picture) dialog.close();
  };
  dialog.onkeydown = ({ key }) => {
    if (key === 'ArrowLeft') show(at - 1);
    if (key === 'ArrowRight') show(at + 1);
  };
  ways.forEach((way, i) => {
    way.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      show(i);
      dialog.setAttribute('aria-label', picture.alt);
      dialog.showModal();
    });
  });
}
