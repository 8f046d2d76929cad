import { useState } from 'react';
import type { DiffPart } from '../api/generated/types.gen';
import { useText } from '../i18n/language';

const LONG = 160;
const KEPT = 60;

/** Word by word what went and what came, marked by line style as well as by colour; long equal passages are shortened. */
export function DiffText({ parts }: { parts: DiffPart[] }) {
  const t = useText();
  const [isWhole, setWhole] = useState(false);
  const isShortened = parts.some((part) => part.op === 'equal' && part.text.length > LONG);
  return (
    <div>
      <p className="pre text-[0.9375rem]">
        {parts.map((part, i) => {
          const key = `${i}${part.op}`;
          if (part.op === 'delete')
            return (
              <del key={key} className="bg-red-50 text-red-1000 decoration-2">
                <span className="sr-only">{t('［削除］', '[removed]')}</span>
                {part.text}
              </del>
            );
          if (part.op === 'insert')
            return (
              <ins key={key} className="bg-green-50 font-700 text-green-1000 decoration-2">
                <span className="sr-only">{t('［追加］', '[added]')}</span>
                {part.text}
              </ins>
            );
          const text = isWhole ? part.text : shorten(part.text, i > 0, i < parts.length - 1);
          return <span key={key}>{text}</span>;
        })}
      </p>
      {isShortened && (
        <button
          type="button"
          aria-expanded={isWhole}
          className="link mt-1 cursor-pointer text-[0.875rem]"
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? t('違うところだけ', 'Differences only') : t('全文を読む', 'Read all')}
        </button>
      )}
    </div>
  );
}

/** Keeps what stands next to a difference. */
function shorten(text: string, keepsStart: boolean, keepsEnd: boolean): string {
  if (text.length <= LONG) return text;
  return `${keepsStart ? text.slice(0, KEPT) : ''} … ${keepsEnd ? text.slice(-KEPT) : ''}`;
}
