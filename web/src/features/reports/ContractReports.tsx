import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReportSummary } from '../../api/generated/types.gen';
import { contractReportsQuery } from '../../api/queries';
import { formatInstant } from '../../i18n/dates';
import { useLanguage, useText } from '../../i18n/language';
import { Loaded } from '../../ui/Loaded';
import { useTitleIn } from '../../ui/Page';
import { Term } from '../../ui/Term';
import { ReadingBar } from '../inbox/ReadingBar';
import { stageName } from '../review/words';
import { Periods } from './Periods';
import { PriorReports } from './PriorReports';

const route = getRouteApi('/contracts/$id/reports');

/** The contract's reporting periods, and the reports that were made. */
export function ContractReports() {
  const t = useText();
  const { id } = route.useParams();
  const { reading } = route.useSearch();
  const reports = useQuery(contractReportsQuery(id));
  useTitleIn(id, t('報告', 'Reports'));
  return (
    <div className="page">
      <ReadingBar reading={reading} />
      <h1 className="heading-1 mb-4">{t('報告', 'Reports')}</h1>
      <h2 className="heading-2 mb-2">{t('報告の時期', 'Reporting periods')}</h2>
      <Periods contractId={id} />
      <h2 className="heading-2 mt-10 mb-2">{t('作った報告書', 'Reports made')}</h2>
      <Loaded query={reports}>{(list) => <Made reports={list.filter(({ prior }) => !prior)} />}</Loaded>
      <PriorReports contractId={id} />
      <p className="mt-6">
        <Link to="/readings" className="link">
          {t('導入前に出した別紙を読み取って残す', 'Keep forms that were reported before')}
        </Link>
      </p>
    </div>
  );
}

function Made({ reports }: { reports: ReportSummary[] }) {
  const { t, language } = useLanguage();
  if (reports.length === 0) return <p>{t('まだありません。', 'None yet.')}</p>;
  return (
    <ul className="border-solid-gray-300 border-t">
      {reports.map((report) => (
        <li key={report.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-solid-gray-300 border-b py-3">
          <Link to="/reports/$id" params={{ id: report.id }} className="link font-700">
            <Term from={report.from} to={report.to} />
          </Link>
          {report.stage && <span className="chip border-solid-gray-600">{stageName(report.stage, t)}</span>}
          {report.finalisedAt && <span className="hint">{formatInstant(report.finalisedAt, language)}</span>}
        </li>
      ))}
    </ul>
  );
}
