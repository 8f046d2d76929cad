import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { PeriodDetails } from '../../api/generated/types.gen';
import { contractReportsQuery, periodsQuery } from '../../api/queries';
import { useSession } from '../../api/session';
import { useAct } from '../../api/useAct';
import { formatDate } from '../../i18n/dates';
import { useLanguage } from '../../i18n/language';
import { Loaded } from '../../ui/Loaded';
import { ProblemNotice } from '../../ui/Notice';
import { Term } from '../../ui/Term';

/** The periods to report on. Dates that no officer confirmed are guides, and say so. */
export function Periods({ contractId }: { contractId: string }) {
  const { t, language } = useLanguage();
  const navigate = useNavigate();
  const { can } = useSession();
  const periods = useQuery(periodsQuery(contractId));
  const reports = useQuery(contractReportsQuery(contractId));
  const draft = useAct(
    ({ from, to }: PeriodDetails) => call(api.draftReport, { path: { contractId }, body: { from, to } }),
    ({ id }) => navigate({ to: '/reports/$id', params: { id } }),
  );
  const reportOf = (period: PeriodDetails) => reports.data?.find((report) => report.id === period.reportId);
  return (
    <Loaded query={periods}>
      {(list) => (
        <>
          <ul className="border-solid-gray-300 border-t">
            {list.map((period) => {
              const report = reportOf(period);
              return (
                <li
                  key={period.from}
                  className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-solid-gray-300 border-b py-3"
                >
                  <div>
                    <p className="font-700">
                      <Term from={period.from} to={period.to} />
                    </p>
                    <p className="text-[0.875rem] text-solid-gray-700">
                      {period.confirmed ? t('提出日：', 'Due ') : t('提出の目安日：', 'Guide date ')}
                      <time>{formatDate(period.guideOn, language)}</time>
                      {period.isDefault && (
                        <span className="chip ml-2 border-solid-gray-420">{t('既定値', 'default')}</span>
                      )}
                    </p>
                  </div>
                  {period.priorReportId ? (
                    <span className="chip border-solid-gray-600">{t('導入前の記録', 'Prior record')}</span>
                  ) : period.reportId ? (
                    <Link
                      to="/reports/$id"
                      params={{ id: period.reportId }}
                      className={`button button-small ${report?.stage === 'FINALISED' ? '' : 'button-outline'}`}
                    >
                      {report?.stage === 'FINALISED' && can.draftReport
                        ? t('確定（未提出）：提出へ進む', 'Finalised, not handed in: go on')
                        : report?.state === 'DRAFT' && can.draftReport
                          ? t('下書きを続ける', 'Go on with the draft')
                          : t('報告を見る', 'See the report')}
                    </Link>
                  ) : can.draftReport ? (
                    <button
                      type="button"
                      className="button button-small"
                      disabled={draft.isPending}
                      onClick={() => draft.mutate(period)}
                    >
                      {t('報告を作る', 'Draft the report')}
                    </button>
                  ) : (
                    <span className="hint">{t('報告はまだありません', 'No report yet')}</span>
                  )}
                </li>
              );
            })}
          </ul>
          {list[0] && <p className="hint mt-2">{list[0].note[language]}</p>}
          <ProblemNotice error={draft.error} />
        </>
      )}
    </Loaded>
  );
}
