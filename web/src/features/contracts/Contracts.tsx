import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import type { ContractListItem } from '../../api/generated/types.gen';
import { type ContractFilter, contractPagesQuery } from '../../api/queries';
import { useSession } from '../../api/session';
import { formatDateShort } from '../../i18n/dates';
import { useLanguage, useText } from '../../i18n/language';
import { counted, dotted } from '../../i18n/punctuation';
import { Loaded } from '../../ui/Loaded';
import { More } from '../../ui/More';
import { Page } from '../../ui/Page';
import { CountsBar, StageChip } from '../../ui/Status';
import { Term } from '../../ui/Term';
import { ContractFilters } from './ContractFilters';

const route = getRouteApi('/contracts');

/** All contracts that the reader sees, those that need attention first. */
export function Contracts() {
  const filter = route.useSearch();
  const t = useText();
  const navigate = useNavigate();
  const { can, acting } = useSession();
  const isStaff = acting?.role === 'CONTRACTOR_STAFF';
  const hasFilter = Boolean(filter.q || filter.stage || filter.edition);
  const contracts = useInfiniteQuery(contractPagesQuery({ ...filter, sort: filter.sort ?? 'attention' }));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const set = (change: ContractFilter) =>
    navigate({ to: '/contracts', search: { ...filter, ...change }, replace: true });
  return (
    <Page
      title={t('契約', 'Contracts')}
      actions={
        <>
          {can.registerContract && (
            <Link to="/start" className="button">
              {t('契約を追加', 'Add a contract')}
            </Link>
          )}
          {chosen.size > 0 && (
            <Link to="/reports/new" search={{ contracts: [...chosen].join(',') }} className="button button-outline">
              {t(`選んだ${chosen.size}件の報告を作る`, `Make ${counted(chosen.size, 'report')}`)}
            </Link>
          )}
        </>
      }
    >
      <ContractFilters filter={filter} onChange={set} />
      <Loaded query={contracts}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          const total = pages.at(-1)?.total ?? 0;
          return items.length === 0 ? (
            <p className="py-10 text-center">
              {isStaff && !hasFilter
                ? t(
                    '担当する事項がまだありません。情報セキュリティ責任者が事項の担当者に決めると、ここに契約が出ます。',
                    'Nothing is assigned to you yet. A contract appears here once the officer in charge gives you an item of it. ',
                  )
                : t('条件に合う契約はありません。', 'No contracts match.')}{' '}
              <button type="button" className="link cursor-pointer" onClick={() => navigate({ to: '/contracts' })}>
                {t('条件を外す', 'Clear the filters')}
              </button>
            </p>
          ) : (
            <>
              <p className="hint my-2" role="status">
                {t(`${total}件`, counted(total, 'contract'))}
                {items.length < total && t(`のうち${items.length}件`, `, ${items.length} shown`)}
              </p>
              <ContractTable
                items={items}
                showsReports={pages[0]?.showsReports ?? false}
                chosen={can.draftReport ? chosen : null}
                onChoose={(id, isChosen) => {
                  const next = new Set(chosen);
                  if (isChosen) next.add(id);
                  else next.delete(id);
                  setChosen(next);
                }}
              />
              <More pages={contracts} left={total - items.length} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

interface Choosing {
  /** Null for who has nothing to do with several at once. */
  chosen: ReadonlySet<string> | null;
  onChoose: (id: string, isChosen: boolean) => void;
}

function ContractTable({
  items,
  showsReports,
  ...choosing
}: { items: ContractListItem[]; showsReports: boolean } & Choosing) {
  const t = useText();
  const shown = useDeferredValue(items);
  return (
    <table className="table-plain block lg:table">
      <thead className="hidden lg:table-header-group">
        <tr>
          {choosing.chosen && (
            <th scope="col">
              <span className="sr-only">{t('選ぶ', 'Choose')}</span>
            </th>
          )}
          <th scope="col">{t('契約件名', 'Contract')}</th>
          <th scope="col">{t('要対応', 'To do')}</th>
          <th scope="col">{t('実施状況', 'Status')}</th>
          <th scope="col">{t('次の報告', 'Next report')}</th>
          <th scope="col">{t('契約期間', 'Term')}</th>
        </tr>
      </thead>
      <tbody className="block lg:table-row-group">
        {shown.map((item) => (
          <ContractRow key={item.id} item={item} showsReports={showsReports} {...choosing} />
        ))}
      </tbody>
    </table>
  );
}

/** What is to be done about this contract and by whom, the reader's own first; then what its record lacks. */
function ToDo({ item }: { item: ContractListItem }) {
  const t = useText();
  const { own, late, officer, contractor, subcontractor } = item.toDo;
  const { reasonMissing, unrecorded, lookWanted } = item.counts;
  const awaited: [n: number, who: string][] = [
    [officer, t('担当職員', 'the officer')],
    [contractor, t('受注者', 'the contractor')],
    [subcontractor, t('再委託先', 'a subcontractor')],
  ];
  const lacks = [
    reasonMissing > 0 && t(`理由なし ${reasonMissing}`, `${reasonMissing} without reason`),
    lookWanted > 0 && t(`見直し ${lookWanted}（条文変更）`, `${lookWanted} to look at (words changed)`),
    unrecorded > 0 && t(`未記録 ${unrecorded}`, `${unrecorded} unrecorded`),
  ].filter(Boolean);
  const isWaiting = awaited.some(([n]) => n > 0);
  if (own === 0 && !isWaiting && lacks.length === 0) return <span className="hint">{t('ありません', 'Nothing')}</span>;
  return (
    <ul className="grid gap-1 text-[0.875rem]">
      {own > 0 && (
        <li className="font-700">
          {t(`当方の対応 ${own}件`, `${own} for your side`)}
          {late > 0 && <span className="text-error-2">{t(`（期限超過 ${late}件）`, `, ${late} overdue`)}</span>}
        </li>
      )}
      {awaited.map(([n, who]) => n > 0 && <li key={who}>{t(`${who}の対応待ち ${n}件`, `${n} waiting for ${who}`)}</li>)}
      {lacks.length > 0 && <li className="hint">{dotted(lacks, t)}</li>}
    </ul>
  );
}

function ContractRow({
  item,
  showsReports,
  chosen,
  onChoose,
}: { item: ContractListItem; showsReports: boolean } & Choosing) {
  const { t, language } = useLanguage();
  const cell = 'block border-0 max-lg:px-0 lg:table-cell lg:border-b';
  return (
    <tr className="relative block border-solid-gray-300 border-b py-3 hover:bg-key-50 lg:table-row">
      {chosen && (
        <td className={`${cell} absolute top-3 right-0 lg:static lg:w-10`}>
          <input
            type="checkbox"
            className="size-5"
            aria-label={t(`${item.name}を選ぶ`, `Choose ${item.name}`)}
            checked={chosen.has(item.id)}
            onChange={(event) => onChoose(item.id, event.target.checked)}
          />
        </td>
      )}
      <td className={`${cell} max-lg:pb-1 ${chosen ? 'max-lg:pr-10' : ''}`}>
        <Link to="/contracts/$id/obligations" params={{ id: item.id }} className="link font-700">
          {item.name}
        </Link>
        <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-[0.8125rem] text-solid-gray-700">
          <StageChip stage={item.stage} />
          <span className="nowrap">{item.editionCode}</span>
          <span>{item.contractorName}</span>
          <span>{[item.officeName, item.sectionName].filter(Boolean).join(' ')}</span>
        </p>
      </td>
      <td className={`${cell} max-lg:py-1`}>
        <ToDo item={item} />
      </td>
      <td className={`${cell} max-lg:py-1`}>
        <CountsBar counts={item.counts} />
      </td>
      <td className={`${cell} text-[0.875rem] max-lg:py-1`}>
        {item.nextReport ? (
          <>
            <span className="hint lg:hidden">{t('次の報告 ', 'Next report ')}</span>
            <time dateTime={item.nextReport.guideOn} className="font-700">
              {formatDateShort(item.nextReport.guideOn, language)}
            </time>{' '}
            {item.nextReport.finalised && (
              <span className="chip border-solid-gray-700 font-700">
                {t('確定済み・未提出', 'finalised, not handed in')}
              </span>
            )}
            {!item.nextReport.confirmed && <span className="chip border-solid-gray-420">{t('目安日', 'guide')}</span>}
          </>
        ) : (
          <span className="hint">
            {showsReports
              ? t('すべて提出済み', 'All handed in')
              : // Reports are not theirs to see: nothing is said of what is planned.
                t('責任者が扱います', 'with the officer in charge')}
          </span>
        )}
      </td>
      <td className={`${cell} text-[0.875rem] max-lg:py-1`}>
        <span className="hint lg:hidden">{t('期間 ', 'Term ')}</span>
        <Term from={item.startsOn} to={item.endsOn} isShort />
      </td>
    </tr>
  );
}
