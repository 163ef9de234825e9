// Searching as a way to learn: a search for a word of an author's must answer as one for a word that is
// nowhere, to those who may not know that word.
const nowhere = 'Zqnowhere';

/** Where one can search, and who is tried there. */
const searches = [
  {
    who: ['secretary', 'organiser', 'head'],
    at: (it, word) => `/api/contests/${it.contest}/entries?q=${word}`,
  },
  {
    who: ['secretary', 'organiser', 'head'],
    at: (it, word) => `/api/contests/${it.contest}/entries/export?format=csv&q=${word}`,
  },
  { who: ['administrator'], at: (it, word) => `/api/accounts?q=${word}` },
  { who: ['stranger', 'judge'], at: (it, word) => `/tim-kiem?q=${word}` },
  { who: ['stranger', 'judge'], at: (it, word) => `/en/search?q=${word}` },
];
const kinds = ['name', 'pen', 'partner', 'title', 'text'];

/** Every search that told something: {state, role, address, entry's name, kind}. */
export async function tellingSearches(it, state) {
  const telling = [];
  for (const { who, at } of searches)
    for (const role of who) {
      const ask = async (word) => {
        const { status, text } = await it.people[role].call('GET', at(it, word));
        return status + text.replaceAll(word, '');
      };
      const nothing = await ask(nowhere);
      for (const [name, { words }] of Object.entries(it.entries))
        for (const kind of kinds)
          if (words[kind] && (await ask(words[kind])) !== nothing)
            telling.push({ state, role, address: at(it, words[kind]), name, kind });
    }
  return telling;
}
