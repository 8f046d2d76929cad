import { Link } from '@tanstack/react-router';
import type { InboxCounts } from '../../api/generated/types.gen';
import type { InboxFilter } from '../../api/inbox';
import { useSession } from '../../api/session';
import { useText } from '../../i18n/language';
import { askName } from './items';

/** Whose, of which kind, in which order: each of them an address. */
export function Choices({
  filter,
  counts,
  side,
}: {
  filter: InboxFilter;
  counts: InboxCounts;
  side: 'MINISTRY' | 'CONTRACTOR';
}) {
  const t = useText();
  const scope = filter.scope ?? 'mine';
  const whole = side === 'CONTRACTOR' ? t('自社全体', 'Our whole organisation') : t('課室全体', 'Whole section');
  const reports = (counts.byType.REPORT_TO_DRAFT ?? 0) + (counts.byType.REPORT_TO_FINALISE ?? 0);
  const types = Object.entries(counts.byType).filter(([type, count]) => count > 0 || type === filter.kind);
  return (
    <div className="mb-4 space-y-3">
      <nav aria-label={t('だれの分か', 'Whose')} className="flex flex-wrap gap-2">
        {(['mine', 'section'] as const).map((one) => (
          <Link
            key={one}
            to="/inbox"
            activeOptions={{ exact: true }}
            search={{ ...filter, scope: one }}
            aria-current={scope === one ? 'page' : undefined}
            className="choice"
          >
            {one === 'mine' ? t('自分の担当', 'Mine') : whole}
            <strong className="text-[1.125rem]">{one === 'mine' ? counts.mine : counts.section}</strong>
          </Link>
        ))}
      </nav>
      {reports > 1 && <TogetherReports open={reports} />}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        {types.length > 1 && (
          <nav
            aria-label={t('種類', 'Kind')}
            className="flex gap-2 md:flex-wrap max-md:w-full max-md:overflow-x-auto max-md:p-1 max-md:[&>a]:shrink-0"
          >
            <Link
              to="/inbox"
              activeOptions={{ exact: true }}
              search={{ ...filter, kind: undefined }}
              aria-current={filter.kind ? undefined : 'true'}
              className="choice choice-small"
            >
              {t('すべて', 'All')}
            </Link>
            {types.map(([type, count]) => (
              <Link
                key={type}
                to="/inbox"
                activeOptions={{ exact: true }}
                search={{ ...filter, kind: type }}
                aria-current={filter.kind === type ? 'true' : undefined}
                className="choice choice-small"
              >
                {askName(type, t)} <strong>{count}</strong>
              </Link>
            ))}
          </nav>
        )}
        <nav aria-label={t('並び', 'Order')} className="flex flex-wrap gap-2">
          {(['age', 'date'] as const).map((sort) => (
            <Link
              key={sort}
              to="/inbox"
              activeOptions={{ exact: true }}
              search={{ ...filter, sort: sort === 'age' ? undefined : sort }}
              aria-current={(filter.sort ?? 'age') === sort ? 'true' : undefined}
              className="choice choice-small"
            >
              {sort === 'age' ? t('長く待つ順', 'Longest waiting') : t('日付の近い順', 'Soonest day')}
            </Link>
          ))}
        </nav>
        <Link
          to="/inbox"
          activeOptions={{ exact: true }}
          search={{ ...filter, kind: undefined, done: filter.done ? undefined : true }}
          className="link text-[0.9375rem] print:hidden"
        >
          {filter.done
            ? t('← 対応を待っているもの', '← What is waiting')
            : t('対応済みにしたものを見る', 'What was said to be done')}
        </Link>
      </div>
    </div>
  );
}

/** Several reports that are to be made are made together, by who makes reports. */
function TogetherReports({ open }: { open: number }) {
  const t = useText();
  const { can } = useSession();
  if (!can.draftReport) return null;
  return (
    <p className="print:hidden">
      <Link to="/reports/new" search={{}} className="link">
        {t(`${open}件の報告書をまとめて作る`, `Make ${open} reports together`)}
      </Link>
    </p>
  );
}
