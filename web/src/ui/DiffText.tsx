import type { DiffPart } from '../api/types';
import { useText } from '../i18n/language';

/** Word by word what went and what came; marked by line style as well as by colour. */
export function DiffText({ parts }: { parts: DiffPart[] }) {
  const t = useText();
  return (
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
        return <span key={key}>{part.text}</span>;
      })}
    </p>
  );
}
