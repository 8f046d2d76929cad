import { useState } from 'react';
import { chosenActor } from '../api/client';

const keyOf = (name: string) => `kept/${chosenActor() ?? 'default'}/${name}`;

function read<T>(name: string): T | undefined {
  const text = sessionStorage.getItem(keyOf(name));
  return text === null ? undefined : (JSON.parse(text) as T);
}

/** Forgets what a form kept, once it was sent or given up. */
export const forgetKept = (name: string) => sessionStorage.removeItem(keyOf(name));

/** State that survives a reload of this tab: a form that is sent as a whole and is not sent yet. */
export function useKept<T>(name: string, initial: T): [value: T, set: (value: T) => void] {
  const [value, setValue] = useState<T>(() => read<T>(name) ?? initial);
  const set = (next: T) => {
    setValue(next);
    try {
      sessionStorage.setItem(keyOf(name), JSON.stringify(next));
    } catch {
      // larger than this browser keeps: the form works, it only does not survive a reload
    }
  };
  return [value, set];
}
