// Preferences of the desk in this device's storage: nothing that the service needs to know.
export function readPreference<T>(key: string, otherwise: T): T {
  try {
    return (JSON.parse(localStorage.getItem(key) ?? 'null') as T | null) ?? otherwise;
  } catch {
    return otherwise;
  }
}

export function writePreference(key: string, value: unknown): void {
  localStorage.setItem(key, JSON.stringify(value));
}
