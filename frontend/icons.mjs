// The icons that the pages use, from Lucide: their drawing as JSON, for the desks' build and for the pages
// that the service renders.
import { readFileSync, writeFileSync } from 'node:fs';

// Of the whole set of 1,700, those that some page shows.
const used = `
  a-large-small arrow-down arrow-left arrow-right arrow-up award bell bold building-2 calendar-days check chevron-down
  chevron-left chevron-right chevrons-up-down circle circle-alert circle-check circle-help clipboard-check clock-alert
  columns-3 copy download ellipsis
  external-link eye feather file-text file-up files flag git-compare-arrows globe headphones heading-2 history image-plus
  inbox info layout-dashboard list list-checks log-out mail map-pin megaphone menu message-square-text moon panel-left-close
  panel-left-open phone plus printer quote rows-4 rss scroll-text search send settings share-2 shield-alert shield-check
  sliders-horizontal stamp sun sun-moon table-2 tag trash-2 trophy undo-2 user user-plus users x`;

const drawing = (name) => {
  const file = readFileSync(new URL(`./node_modules/lucide-static/icons/${name}.svg`, import.meta.url), 'utf8');
  return file
    .slice(file.indexOf('>', file.indexOf('<svg')) + 1, file.indexOf('</svg>'))
    .replace(/\s+/g, ' ')
    .replaceAll(' />', '/>')
    .replaceAll('> <', '><')
    .trim();
};

const names = used.trim().split(/\s+/);
writeFileSync(
  new URL('./src/styles/icons.json', import.meta.url),
  JSON.stringify(Object.fromEntries(names.map((name) => [name, drawing(name)]))),
);
