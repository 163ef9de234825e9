// The little of a browser that the tested modules touch: the cookie with the reader's language, and the device's storage.
const items = new Map<string, string>();

Object.assign(globalThis, {
  document: { cookie: '', documentElement: { lang: 'vi' } },
  localStorage: {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
    clear: () => items.clear(),
    key: (at: number) => [...items.keys()][at] ?? null,
    get length() {
      return items.size;
    },
  },
  addEventListener: () => undefined,
});
