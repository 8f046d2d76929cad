import { type KeyboardEvent, useRef } from 'react';

const isTyping = (target: EventTarget) =>
  target instanceof HTMLElement &&
  target.closest('textarea, select, input:not([type="radio"], [type="checkbox"])') !== null;

/**
 * A list moved through by keys: arrows or j and k go to the next and the one before, Home and End to the ends. Letters
 * work only while the focus is in the list (WCAG 2.1.4) and never while a text is typed. Entries are `[data-entry]`.
 */
export function useListKeys<E extends HTMLElement>(onKey?: (key: string, entry: HTMLElement) => boolean) {
  const ref = useRef<E>(null);
  const entries = () => [...(ref.current?.querySelectorAll<HTMLElement>('[data-entry]') ?? [])];
  const focus = (entry: HTMLElement | undefined) => {
    entry?.focus();
    entry?.scrollIntoView({ block: 'nearest' });
  };
  const focusOn = (at: number) => {
    const all = entries();
    focus(all[Math.min(at, all.length - 1)]);
  };
  const move = (from: HTMLElement | null, step: number) => {
    const all = entries();
    const at = from ? all.indexOf(from) : -1;
    focus(all[Math.min(all.length - 1, Math.max(0, at + step))]);
  };
  const onKeyDown = (event: KeyboardEvent<E>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const entry = (event.target as HTMLElement).closest<HTMLElement>('[data-entry]');
    const isRadio = (event.target as HTMLElement).matches('input[type="radio"]');
    const steps: Record<string, number> = { j: 1, k: -1, ArrowDown: isRadio ? 0 : 1, ArrowUp: isRadio ? 0 : -1 };
    const step = steps[event.key];
    if (step) move(entry, step);
    else if (event.key === 'Home') focus(entries()[0]);
    else if (event.key === 'End') focus(entries().at(-1));
    else if (!entry || !onKey?.(event.key, entry)) return;
    event.preventDefault();
  };
  return { ref, onKeyDown, next: (entry: HTMLElement) => move(entry, 1), focusOn };
}
