import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { PartSummary } from '../../api/generated/types.gen';
import { useText } from '../../i18n/language';
import { Loaded } from '../../ui/Loaded';
import { Page } from '../../ui/Page';
import { Term } from '../../ui/Term';
import { kindName, partsQuery } from './part';

/** What a subcontractor sees first: the contracts in which it has rows to fill. */
export function Parts() {
  const t = useText();
  const parts = useQuery(partsQuery);
  return (
    <Page title={t('再委託先としての記録', 'Your parts of contracts')}>
      <p className="hint -mt-3 mb-4">
        {t(
          '元請の会社から求められている事項の、遵守の方法と実施状況を記入します。',
          'Record how you comply with the items that the contractor has passed on to you, and how they stand.',
        )}
      </p>
      <Loaded query={parts}>
        {(list) =>
          list.length === 0 ? (
            <p>
              {t(
                '記入する契約はまだありません。元請の会社が登録すると、ここに表示されます。',
                'There is nothing to record yet. Contracts appear here once a contractor has registered your firm.',
              )}
            </p>
          ) : (
            <PartList parts={list} />
          )
        }
      </Loaded>
    </Page>
  );
}

export function PartList({ parts }: { parts: PartSummary[] }) {
  const t = useText();
  return (
    <ul className="grid gap-3">
      {parts.map((part) => {
        const left = part.total - part.recorded;
        return (
          <li key={part.id} className="card flex flex-wrap items-center justify-between gap-4">
            <div className="min-w-0 flex-1 basis-72">
              <Link to="/parts/$id" params={{ id: part.id }} className="link font-700">
                {part.contractName}
              </Link>
              <p className="mt-1 text-[0.875rem] text-solid-gray-700">
                {part.contractorName}
                {t('（元請）・', ' (contractor), ')}
                {kindName(part.kind, t)}
                {t('・', ', ')}
                <span className="nowrap">
                  <Term from={part.startsOn} to={part.endsOn} />
                </span>
              </p>
            </div>
            <p className="text-[0.9375rem]">
              {part.closedOn ? (
                <span className="chip border-solid-gray-420">{t('終了', 'ended')}</span>
              ) : left === 0 ? (
                <span className="text-green-900">{t('すべて記録済み', 'All recorded')}</span>
              ) : (
                <span className="font-700">
                  {t(`未記録 ${left}／${part.total}項目`, `${left} of ${part.total} to do`)}
                </span>
              )}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
