// What a script adds to the page of a work, which can be read without: listening, printing, sharing with one touch, pictures over the
// page, a size of text that is kept. Words stand in data attributes of the tools.
import { enlargePictures } from './lightbox';
import { offerListening } from './listen';
import { offerSharing } from './share';
import { keepTextSize } from './text_size';

const tools = document.querySelector<HTMLElement>('.tools');
if (tools) {
  const act = (name: string) => tools.querySelector<HTMLElement>(`[data-act='${name}']`);
  const print = act('print');
  if (print) {
    print.hidden = false;
    print.onclick = () => window.print();
  }
  offerListening(act('listen'));
  offerSharing(act('share'));
  keepTextSize(tools);
  enlargePictures(tools.dataset);
}
