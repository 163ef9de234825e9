// Short messages at the foot of the page: what was done and, for a few seconds, a button to undo it.
const kShown = 4000; // ms
const kUndo = 6000; // ms

interface Toast {
  text: string;
  undo?: () => void;
}
export const toasts = $state<{ shown: Toast | undefined }>({ shown: undefined });
let timer: ReturnType<typeof setTimeout> | undefined;
let pending: (() => void | Promise<void>) | undefined;

function show(toast: Toast, ms: number, then: () => void): void {
  toasts.shown = toast;
  clearTimeout(timer);
  timer = setTimeout(() => {
    toasts.shown = undefined;
    then();
  }, ms);
}

/** Does what waits for its undo, now. */
export async function settle(): Promise<void> {
  const act = pending;
  pending = undefined;
  await act?.();
}
window.addEventListener('pagehide', () => void settle());

export function showToast(text: string): void {
  void settle();
  show({ text }, kShown, () => undefined);
}

/** Does `act` when the time for undoing has passed; `undone` puts the page back. */
export function undoable(text: string, act: () => void | Promise<void>, undone: () => void): void {
  void settle();
  pending = act;
  const undo = () => {
    clearTimeout(timer);
    pending = undefined;
    toasts.shown = undefined;
    undone();
  };
  show({ text, undo }, kUndo, () => void settle());
}
