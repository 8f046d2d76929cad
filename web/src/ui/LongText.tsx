import { useId, useState } from 'react';
import { useText } from '../i18n/language';

const clamps = { 1: 'line-clamp-1', 3: 'line-clamp-3', 8: 'line-clamp-8' };
const shortEnough = { 1: 40, 3: 150, 8: 330 };

/** A text as printed; a long one shows its beginning and opens on request. */
export function LongText({ text, lines = 8 }: { text: string; lines?: 1 | 3 | 8 }) {
  const t = useText();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const isLong = text.length > shortEnough[lines] || text.split('\n').length > lines;
  return (
    <div className={`min-w-0 ${lines === 1 && isLong && !isOpen ? 'flex items-baseline gap-x-3' : ''}`}>
      <p id={id} className={`pre text-[0.9375rem] leading-[1.75] ${isLong && !isOpen ? clamps[lines] : ''}`}>
        {text}
      </p>
      {isLong && (
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={id}
          className="link mt-1 shrink-0 cursor-pointer text-[0.875rem]"
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? t('たたむ', 'Less') : t('全文を読む', 'Read all')}
        </button>
      )}
    </div>
  );
}
