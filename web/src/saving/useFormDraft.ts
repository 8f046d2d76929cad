import { useEffect, useRef, useState } from 'react';
import { useDraftOwner } from '../api/session';
import { useDrafts } from './useSaver';

export interface FormDraft<T> {
  value: T;
  set(value: T): void;
  /** What is on the screen was typed on an earlier visit. */
  isRestored: boolean;
  /** It was sent, or is to be thrown away. */
  forget(): void;
  /** Throws it away and begins again. */
  begin(): void;
}

/**
 * The values of a form that is sent as a whole, kept in this browser by person and form until they are sent: a reload, the
 * way back or an ended session loses nothing. `isKept` says whether there is anything worth keeping.
 */
export function useFormDraft<T>(name: string, start: T, isKept: (value: T) => boolean): FormDraft<T> {
  const drafts = useDrafts();
  const key = `${useDraftOwner()}/form/${name}`;
  const [value, setValue] = useState(start);
  const [isRestored, setRestored] = useState(false);
  const isTouched = useRef(false);
  useEffect(() => {
    let isGone = false;
    drafts
      .below(key)
      .then((found) => {
        const draft = found.get('');
        if (!draft || isGone || isTouched.current) return;
        setValue(draft.value as T);
        setRestored(true);
      })
      .catch(() => {});
    return () => {
      isGone = true;
    };
  }, [drafts, key]);
  const forget = () => void drafts.remove(key).catch(() => {});
  return {
    value,
    isRestored,
    set(next) {
      isTouched.current = true;
      setValue(next);
      if (isKept(next)) void drafts.put(key, { value: next, base: null }).catch(() => {});
      else forget();
    },
    forget,
    begin() {
      isTouched.current = true;
      setValue(start);
      setRestored(false);
      forget();
    },
  };
}
