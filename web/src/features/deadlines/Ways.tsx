import { Link } from '@tanstack/react-router';
import type { InboxScope } from '../../api/inbox';
import { useSide } from '../../api/session';
import { addMonths } from '../../i18n/calendar';
import { useText } from '../../i18n/language';

export interface DeadlineSearch {
  /** The first month, yyyy-MM; this one where it is left out. */
  month?: string;
  view?: 'grid' | 'timeline';
  scope?: InboxScope;
}

/** Whose, in which form, and from which month on: each of them an address. */
export function Ways({ search, month, step }: { search: DeadlineSearch; month: string; step: number }) {
  const t = useText();
  const side = useSide();
  const go = (change: DeadlineSearch, name: string, isCurrent?: boolean) => (
    <Link
      key={name}
      to="/deadlines"
      activeOptions={{ exact: true }}
      search={{ ...search, ...change }}
      resetScroll={false}
      aria-current={isCurrent ? 'true' : undefined}
      className="choice choice-small"
    >
      {name}
    </Link>
  );
  const row = 'flex flex-wrap gap-2';
  const months = t(`${step}か月`, step === 1 ? 'month' : `${step} months`);
  return (
    <div className="mb-4 flex flex-wrap gap-x-6 gap-y-2">
      <nav aria-label={t('だれの分か', 'Whose')} className={row}>
        {go({ scope: 'mine' }, t('自分の担当', 'Mine'), search.scope !== 'section')}
        {go(
          { scope: 'section' },
          side === 'CONTRACTOR' ? t('自社全体', 'Our whole organisation') : t('課室全体', 'Whole section'),
          search.scope === 'section',
        )}
      </nav>
      <nav aria-label={t('表し方', 'Form')} className={row}>
        {go({ view: undefined }, t('一覧', 'List'), search.view === undefined)}
        {go({ view: 'grid' }, t('月の暦', 'Month'), search.view === 'grid')}
        {go({ view: 'timeline' }, t('契約ごとの年表', 'By contract'), search.view === 'timeline')}
      </nav>
      <nav aria-label={t('月', 'Months')} className={row}>
        {go({ month: addMonths(month, -step) }, t(`前の${months}`, `Previous ${months}`))}
        {go({ month: undefined }, t('今月', 'This month'), search.month === undefined)}
        {go({ month: addMonths(month, step) }, t(`次の${months}`, `Next ${months}`))}
      </nav>
    </div>
  );
}
