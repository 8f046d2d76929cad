import { useQueries, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { ContractListItem, PeriodDetails } from '../../api/generated/types.gen';
import { contractsQuery, periodsQuery } from '../../api/queries';
import { useSending } from '../../api/useAct';
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
        {(list) => <PeriodChoice contracts={list.items.filter((item) => !ids || ids.split(',').includes(item.id))} />}
      </Loaded>
    </Page>
  );
}

const isOpen = (period: PeriodDetails) => !period.reportId && !period.priorReportId;

/** The first period that has no report yet. */
const proposedPeriod = (periods: PeriodDetails[]) => periods.find(isOpen);

function PeriodChoice({ contracts }: { contracts: ContractListItem[] }) {
  const t = useText();
  const navigate = useNavigate();
  const queries = useQueries({ queries: contracts.map((contract) => periodsQuery(contract.id)) });
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const items = contracts.flatMap((contract, i) => {
    const periods = queries[i]?.data ?? [];
    const from = chosen[contract.id] ?? proposedPeriod(periods)?.from;
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
                  value={chosen[contract.id] ?? periods[0]?.from ?? ''}
                  onChange={(event) => setChosen({ ...chosen, [contract.id]: event.target.value })}
                >
                  <option value="none">{t('今回は作らない', 'Not this time')}</option>
                  {periods.map((period) => (
                    <option key={period.from} value={period.from}>
                      <Term from={period.from} to={period.to} isShort />
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
        {t(`${items.length}件の下書きを作る`, `Draft ${counted(items.length, 'report')}`)}
      </button>
    </>
  );
}
