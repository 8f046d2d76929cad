import { useState } from 'react';
import { useDraftOwner } from '../api/session';

const keyOf = (owner: string, name: string) => `kept/${owner}/${name}`;

/** Forgets what a form kept, once it was sent or given up. */
export function useForgetKept(): (name: string) => void {
  const owner = useDraftOwner();
  return (name) => sessionStorage.removeItem(keyOf(owner, name));
}

/** State that survives a reload of this tab: a form that is sent as a whole and is not sent yet. */
export function useKept<T>(name: string, initial: T): [value: T, set: (value: T) => void] {
  const key = keyOf(useDraftOwner(), name);
  const [value, setValue] = useState<T>(() => {
    const text = sessionStorage.getItem(key);
    return text === null ? initial : (JSON.parse(text) as T);
  });
  const set = (next: T) => {
    setValue(next);
    try {
      sessionStorage.setItem(key, JSON.stringify(next));
    } catch {
      // larger than this browser keeps: the form works, it only does not survive a reload
    }
  };
  return [value, set];
}
