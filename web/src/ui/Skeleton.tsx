import { useText } from '../i18n/language';

const widths = ['w-2/5', 'w-full', 'w-11/12', 'w-4/5', 'w-full', 'w-3/5'];

/** Grey lines where content is about to stand. */
export function Skeleton({ lines = 6 }: { lines?: number }) {
  const t = useText();
  return (
    <div role="status" className="animate-pulse space-y-4 py-4 motion-reduce:animate-none">
      <span className="sr-only">{t('読み込んでいます', 'Loading')}</span>
      {Array.from({ length: lines }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines without content have no other name
        <div key={i} className={`h-5 rounded-4 bg-solid-gray-100 ${widths[i % widths.length]}`} />
      ))}
    </div>
  );
}
