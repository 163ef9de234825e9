// Short messages at the foot of the page: what was done and, for a few seconds, a button to undo it.
const kShown = 4000; // ms
const kUndo = 6000; // ms

interface Toast {
  text: string;
  undo?: () => void;
}
export const toasts = $state<{ shown: Toast | undefined }>({ shown: undefined });
let timer: ReturnType<typeof setTimeout> | undefined;
let pending: (() => void) | undefined;

function show(toast: Toast, ms: number, then: () => void): void {
  toasts.shown = toast;
  clearTimeout(timer);
  timer = setTimeout(() => {
    toasts.shown = undefined;
    then();
  }, ms);
}

/** Does what waits for its undo, now. */
function settle(): void {
  const act = pending;
  pending = undefined;
  act?.();
}
window.addEventListener('pagehide', settle);

export function showToast(text: string): void {
  settle();
  show({ text }, kShown, () => undefined);
}

/** Does `act` when the time for undoing has passed; `undone` puts the page back. */
export function undoable(text: string, act: () => void, undone: () => void): void {
  settle();
  pending = act;
  const undo = () => {
    clearTimeout(timer);
    pending = undefined;
    toasts.shown = undefined;
    undone();
  };
  show({ text, undo }, kUndo, settle);
}
