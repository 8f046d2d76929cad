import type { ScopeDetails } from '../../api/generated/types.gen';
import { formatDate } from '../../i18n/dates';
import { useLanguage } from '../../i18n/language';
import { listed } from '../../i18n/punctuation';

/** What a 包括 act reaches. */
export function ScopeList({ scope }: { scope: ScopeDetails }) {
  const { t, language } = useLanguage();
  const rows = [
    [t('対象', 'What'), scope.what],
    [t('媒体', 'Media'), listed(scope.media, t)],
    [t('目的', 'Purposes'), listed(scope.purposes, t)],
    [t('場所', 'Places'), listed(scope.places, t)],
    [t('扱う者', 'People'), listed(scope.people, t)],
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
