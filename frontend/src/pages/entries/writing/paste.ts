// Cleans HTML pasted from Word and web pages before the editor reads it: only blocks and their text are kept.

const kGone =
  'style, script, meta, link, title, xml, :not(figure[data-picture]) > img, svg, o\\:p, [style*="mso-list:Ignore"], [style*="mso-list: Ignore"]';
const kBlocks = 'p, div, h1, h2, h3, h4, h5, h6, li, blockquote, td, th, figure[data-picture]';

export function cleanPastedHtml(html: string): string {
  // Word wraps what other programs should not read in conditional comments.
  const page = new DOMParser().parseFromString(trusted(html.replace(/<!--[\s\S]*?-->|<!\[[^>]*\]>/g, '')), 'text/html');
  for (const gone of page.querySelectorAll(kGone)) gone.remove();
  for (const quoted of page.querySelectorAll('blockquote')) {
    for (const inner of quoted.querySelectorAll('p, div')) inner.replaceWith(...lines(page, inner, 'blockquote'));
  }
  const out = page.createElement('div');
  for (const element of page.querySelectorAll(kBlocks)) {
    if (element.querySelector(kBlocks)) continue; // its own blocks come by themselves
    // A picture of the work itself, moved within the text.
    if (element.tagName === 'FIGURE') out.append(element.cloneNode(true));
    else out.append(...lines(page, element, tagOf(element)));
  }
  if (!out.childElementCount) out.append(...lines(page, page.body, 'p'));
  return out.innerHTML;
}

/** A line break is a new block. */
function lines(page: Document, element: Element, tag: string): Element[] {
  for (const stop of element.querySelectorAll('br')) stop.replaceWith('\u2028');
  const texts = (element.textContent ?? '').split('\u2028').map((text) => text.replace(/\s+/g, ' ').trim());
  return texts.filter(Boolean).map((text) => {
    const made = page.createElement(tag);
    made.textContent = text;
    return made;
  });
}

function tagOf(element: Element): string {
  if (/^H[1-6]$/.test(element.tagName)) return 'h2';
  if (element.tagName === 'LI' || element.closest('li') || /MsoListParagraph/.test(element.className)) return 'li';
  return element.closest('blockquote') ? 'blockquote' : 'p';
}

/** Parsed into a document of its own, which runs no script; Trusted Types must be told so. */
function trusted(html: string): string {
  const types = (
    window as { trustedTypes?: { createPolicy(name: string, rules: object): { createHTML(html: string): string } } }
  ).trustedTypes;
  policy ??= types?.createPolicy('guong-paste', { createHTML: (text: string) => text });
  return policy ? policy.createHTML(html) : html;
}
let policy: { createHTML(html: string): string } | undefined;
