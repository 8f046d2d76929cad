import type { Scope } from '../../api/acts';
import { formatDate } from '../../i18n/dates';
import { useLanguage } from '../../i18n/language';

/** What a 包括 act reaches. */
export function ScopeList({ scope }: { scope: Scope }) {
  const { t, language } = useLanguage();
  const rows = [
    [t('対象', 'What'), scope.what],
    [t('媒体', 'Media'), scope.media.join('、')],
    [t('目的', 'Purposes'), scope.purposes.join('、')],
    [t('場所', 'Places'), scope.places.join('、')],
    [t('扱う者', 'People'), scope.people.join('、')],
    [t('いつまで', 'Valid until'), formatDate(scope.until, language)],
  ] as const;
  return (
    <dl className="grid grid-cols-[5rem_1fr] gap-x-3 gap-y-1 rounded-8 bg-solid-gray-50 p-3 text-[0.9375rem]">
      {rows.map(([label, value]) => (
        <div key={label} className="contents">
          <dt className="text-solid-gray-700">{label}</dt>
          <dd>{value || t('限定なし', 'not limited')}</dd>
        </div>
      ))}
    </dl>
  );
}
