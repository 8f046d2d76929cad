import { useState } from 'react';
import { useText } from '../i18n/language';

/**
 * Takes a text over from elsewhere. Where something is written it asks first, and what was there can be brought back; an empty
 * text is never taken over a written one.
 */
export function TakeOver<T>({
  written,
  hasText,
  isOffered,
  isEmpty,
  isBusy,
  onTake,
  onUndo,
}: {
  /** What would be replaced. */
  written: T;
  /** Something is written there. */
  hasText: boolean;
  /** It says something else than what would be taken. */
  isOffered: boolean;
  /** There is no text to take. */
  isEmpty: boolean;
  isBusy: boolean;
  onTake: () => void;
  /** Writes back what was there before. */
  onUndo: (before: T) => void;
}) {
  const t = useText();
  const [isAsking, setAsking] = useState(false);
  const [before, setBefore] = useState<{ value: T } | null>(null);
  const take = () => {
    setAsking(false);
    setBefore(hasText ? { value: written } : null);
    onTake();
  };
  if (isOffered && isEmpty)
    return hasText ? (
      <p className="hint">
        {t('記録が空欄のため、取り込みません。', 'The record is empty: there is nothing to take over.')}
      </p>
    ) : null;
  if (isAsking)
    return (
      <div role="alert" className="flex flex-wrap items-center gap-2">
        <p className="font-700">
          {t('いま書いてある文を記録の文に置き換えますか。', 'Replace what is written by the record?')}
        </p>
        <button type="button" className="button button-small" onClick={take}>
          {t('置き換える', 'Replace')}
        </button>
        <button type="button" className="button button-outline button-small" onClick={() => setAsking(false)}>
          {t('やめる', 'Cancel')}
        </button>
      </div>
    );
  return (
    <div className="flex flex-wrap gap-2">
      {isOffered && (
        <button
          type="button"
          className="button button-outline button-small"
          disabled={isBusy}
          onClick={() => (hasText ? setAsking(true) : take())}
        >
          {t('記録を取り込む', 'Take the record over')}
        </button>
      )}
      {before && !isOffered && (
        <button
          type="button"
          className="button button-text button-small"
          onClick={() => {
            onUndo(before.value);
            setBefore(null);
          }}
        >
          {t('取り込みを元に戻す', 'Undo')}
        </button>
      )}
    </div>
  );
}
