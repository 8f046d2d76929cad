import { useId } from 'react';
import { useText } from '../i18n/language';
import { TextArea } from './Field';

/** One of several texts, each with a day of its own or none. */
export interface DatedLine {
  text: string;
  dueOn: string;
}

const NOTHING: DatedLine = { text: '', dueOn: '' };

/** The lines as they go out: what nobody touched is none, all else is sent as it stands. */
export const datedBody = (lines: DatedLine[]) =>
  lines
    .filter(({ text, dueOn }) => text.trim() || dueOn)
    .map(({ text, dueOn }) => ({ text: text.trim(), dueOn: dueOn || null }));

/** Texts with a day each, one under the other; there is always an empty one to begin with. */
export function DatedLines({
  label,
  hint,
  item,
  due,
  lines,
  onChange,
}: {
  label: string;
  hint?: string;
  /** What one of them is called. */
  item: string;
  /** What its day is. */
  due: string;
  lines: DatedLine[];
  onChange: (lines: DatedLine[]) => void;
}) {
  const t = useText();
  const id = useId();
  const shown = lines.length > 0 ? lines : [NOTHING];
  const set = (place: number, change: Partial<DatedLine>) =>
    onChange(shown.map((line, i) => (i === place ? { ...line, ...change } : line)));
  return (
    <fieldset className="grid min-w-0 gap-2" aria-describedby={hint ? `${id}-hint` : undefined}>
      <legend className="font-700 text-[0.9375rem]">{label}</legend>
      {hint && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
      <ol className="grid gap-3">
        {shown.map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place alone
          <li key={i} className="grid gap-1 border-solid-gray-300 border-l-4 pl-3">
            <label htmlFor={`${id}-${i}`} className="text-[0.875rem]">{`${item}${i + 1}`}</label>
            <TextArea
              id={`${id}-${i}`}
              maxLength={4000}
              value={line.text}
              onChange={(event) => set(i, { text: event.target.value })}
            />
            <div className="flex flex-wrap items-end gap-x-3 gap-y-1">
              <label className="grid gap-1 text-[0.875rem]">
                {t(`${item}${i + 1}の${due}`, `${due} of ${item.toLowerCase()}${i + 1}`)}
                <input
                  type="date"
                  className="input"
                  value={line.dueOn}
                  onChange={(event) => set(i, { dueOn: event.target.value })}
                />
              </label>
              {shown.length > 1 && (
                <button
                  type="button"
                  className="button button-text button-small"
                  onClick={() => onChange(shown.filter((_, place) => place !== i))}
                >
                  {t(`${item}${i + 1}を除く`, `Remove ${item.toLowerCase()}${i + 1}`)}
                </button>
              )}
            </div>
          </li>
        ))}
      </ol>
      <button
        type="button"
        className="button button-outline button-small justify-self-start"
        onClick={() => onChange([...shown, NOTHING])}
      >
        {t(`${item}を加える`, `Add ${item.toLowerCase()}`)}
      </button>
    </fieldset>
  );
}
