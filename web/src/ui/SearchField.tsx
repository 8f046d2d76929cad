import { type ReactNode, useEffect, useRef, useState } from 'react';
import { TextField } from './Field';

/** How long who types pauses before it is looked for. */
const PAUSE_MILLISECONDS = 300;

/**
 * A text that something is looked for by, once its typing pauses: no key is a question to the server, and no reading that an
 * input method has not turned into its characters yet.
 */
export function SearchField({
  label,
  className,
  sought,
  onSeek,
}: {
  label: ReactNode;
  className?: string;
  sought: string;
  onSeek: (text: string) => void;
}) {
  const [typed, setTyped] = useState(sought);
  const asked = useRef(sought);
  const seek = useRef(onSeek);
  seek.current = onSeek;
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(pause.current), []);
  // What is looked for was changed elsewhere, as by going back.
  useEffect(() => {
    if (sought === asked.current) return;
    clearTimeout(pause.current);
    asked.current = sought;
    setTyped(sought);
  }, [sought]);
  const wait = (text: string) => {
    clearTimeout(pause.current);
    pause.current = setTimeout(() => {
      if (text === asked.current) return;
      asked.current = text;
      seek.current(text);
    }, PAUSE_MILLISECONDS);
  };
  return (
    <TextField
      label={label}
      type="search"
      className={className}
      value={typed}
      onChange={(event) => {
        const { value } = event.target;
        setTyped(value);
        if (!(event.nativeEvent as InputEvent).isComposing) wait(value);
      }}
      onCompositionEnd={(event) => wait(event.currentTarget.value)}
    />
  );
}
