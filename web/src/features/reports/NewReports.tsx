import { useQueries, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { ContractListItem, PeriodDetails } from '../../api/generated/types.gen';
import { contractsQuery, periodsQuery } from '../../api/queries';
import { useSending } from '../../api/useAct';
import { today } from '../../i18n/dates';
import { useText } from '../../i18n/language';
import { counted } from '../../i18n/punctuation';
import { Loaded } from '../../ui/Loaded';
import { ProblemNotice } from '../../ui/Notice';
import { Page } from '../../ui/Page';
import { Term } from '../../ui/Term';
import { ReportBatch } from './ReportBatch';

const route = getRouteApi('/reports/new');

/** Several contracts reported at once: choose the periods, then see one list of what changed. */
export function NewReports() {
  const t = useText();
  const { contracts: ids, batch } = route.useSearch();
  const contracts = useQuery({ ...contractsQuery({}), enabled: !batch });
  if (batch) return <ReportBatch id={batch} />;
  return (
    <Page title={t('まとめて報告を作る', 'Several reports at once')}>
      <Loaded query={contracts}>
        {(list) => (
          <PeriodChoice
            contracts={list.items.filter((item) => !ids || ids.split(',').includes(item.id))}
            areChosen={ids !== undefined}
          />
        )}
      </Loaded>
    </Page>
  );
}

/** Periods whose report is still to be made: there is none, or its draft, which is then taken as it is. */
const isOpen = ({ reportId, priorReportId, isDraft }: PeriodDetails) => isDraft || (!reportId && !priorReportId);

const NONE = 'none';

/** Who chose the contracts wants a report on each; else it is the period whose work has begun. */
const proposedPeriod = (periods: PeriodDetails[], areChosen: boolean) =>
  periods.find((period) => isOpen(period) && (areChosen || period.workBeginsOn <= today()));

function PeriodChoice({ contracts, areChosen }: { contracts: ContractListItem[]; areChosen: boolean }) {
  const t = useText();
  const navigate = useNavigate();
  const queries = useQueries({ queries: contracts.map((contract) => periodsQuery(contract.id)) });
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const items = contracts.flatMap((contract, i) => {
    const periods = queries[i]?.data ?? [];
    const from = chosen[contract.id] ?? proposedPeriod(periods, areChosen)?.from;
    const period = periods.find((one) => one.from === from);
    return period ? [{ contractId: contract.id, from: period.from, to: period.to }] : [];
  });
  const create = useSending({
    mutationFn: () => call(api.startReportBatch, { body: { items } }),
    onSuccess: async (written) => {
      await navigate({ to: '/reports/new', search: { batch: written.id } });
    },
  });
  return (
    <>
      <ul className="border-solid-gray-300 border-t">
        {contracts.map((contract, i) => {
          const periods = queries[i]?.data?.filter(isOpen);
          return (
            <li
              key={contract.id}
              className="flex flex-wrap items-center justify-between gap-3 border-solid-gray-300 border-b py-3"
            >
              <Link to="/contracts/$id" params={{ id: contract.id }} className="link min-w-0 flex-1 basis-72 font-700">
                {contract.name}
              </Link>
              {periods && periods.length > 0 ? (
                <select
                  className="input w-auto"
                  aria-label={t(`${contract.name}の対象期間`, `Period of ${contract.name}`)}
                  value={chosen[contract.id] ?? proposedPeriod(periods, areChosen)?.from ?? NONE}
                  onChange={(event) => setChosen({ ...chosen, [contract.id]: event.target.value })}
                >
                  <option value={NONE}>{t('今回は作らない', 'Not this time')}</option>
                  {periods.map((period) => (
                    <option key={period.from} value={period.from}>
                      <Term from={period.from} to={period.to} isShort />
                      {period.isDraft && t('（下書きあり）', ' (draft)')}
                    </option>
                  ))}
                </select>
              ) : (
                <span className="hint">{periods && t('作る期間がありません', 'No period left')}</span>
              )}
            </li>
          );
        })}
      </ul>
      <ProblemNotice error={create.error} />
      <button
        type="button"
        className="button mt-6"
        disabled={items.length === 0 || create.isPending}
        onClick={() => create.mutate()}
      >
        {t(`${items.length}件をまとめて進める`, `Go on with ${counted(items.length, 'report')}`)}
      </button>
    </>
  );
}
