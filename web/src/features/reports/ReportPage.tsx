import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReportDetails } from '../../api/generated/types.gen';
import { editionQuery, reportQuery } from '../../api/queries';
import { useText } from '../../i18n/language';
import { Loaded } from '../../ui/Loaded';
import { useTitle } from '../../ui/Page';
import { Term } from '../../ui/Term';
import { Chip } from '../../ui/Words';
import { ReadingBar } from '../inbox/ReadingBar';
import { Disposed } from '../review/Disposed';
import { stageName, stageTone } from '../review/words';
import { Checks } from './Checks';
import { Finalisation } from './Finalisation';
import { Finalised } from './Finalised';
import { PdfPane } from './PdfPane';
import { ReportExchange } from './ReportExchange';
import { ReportPaper } from './ReportPaper';

const route = getRouteApi('/reports/$id');

export function ReportPage() {
  const { id } = route.useParams();
  const { reading } = route.useSearch();
  const report = useQuery(reportQuery(id));
  return (
    <div className="mx-auto w-full max-w-[112rem] px-4 pt-6 pb-20 md:px-8">
      <ReadingBar reading={reading} />
      <Loaded query={report}>{(data) => <ReportOf report={data} />}</Loaded>
    </div>
  );
}

function ReportOf({ report }: { report: ReportDetails }) {
  const t = useText();
  const edition = useQuery(editionQuery(report.edition.code, report.edition.revision));
  const [isPdfShown, setPdfShown] = useState(() => matchMedia('(min-width: 80rem)').matches);
  const title = t('実施状況報告書', 'Report');
  useTitle(title, report.contractName);
  return (
    <>
      <p className="text-[0.875rem]">
        <Link to="/contracts/$id/reports" params={{ id: report.contractId }} className="link">
          {report.contractName}
        </Link>
      </p>
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div>
          <h1 className="heading-1">{title}</h1>
          <p className="mt-1 flex flex-wrap items-center gap-3">
            <Chip tone={stageTone(report.stage ?? report.state)}>{stageName(report.stage ?? report.state, t)}</Chip>
            {report.underInternalCheck && <Chip>{t('省内確認中', 'Under internal check')}</Chip>}
            <span>
              {t('対象期間', 'Period')} <Term from={report.from} to={report.to} />
            </span>
            {report.confirmationDocumentVersion && (
              <Link
                to="/contracts/$id/confirmation-document/$version"
                params={{ id: report.contractId, version: String(report.confirmationDocumentVersion) }}
                className="link"
              >
                {t(
                  `確認書類 第${report.confirmationDocumentVersion}版の遵守の方法について`,
                  `On the methods of confirmation document ${report.confirmationDocumentVersion}`,
                )}
              </Link>
            )}
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          {!report.disposal && (
            <button
              type="button"
              className="button button-outline"
              aria-pressed={isPdfShown}
              onClick={() => setPdfShown(!isPdfShown)}
            >
              {isPdfShown ? t('PDFを隠す', 'Hide the PDF') : t('PDFを横に表示', 'Show the PDF')}
            </button>
          )}
          {report.state === 'DRAFT' && <Finalisation report={report} />}
        </div>
      </div>
      {report.stage && report.stage !== 'DRAFT' && report.stage !== 'DISCARDED' && <ReportExchange report={report} />}
      {(report.state === 'FINALISED' || report.state === 'REPLACED') && !report.disposal && (
        <Finalised report={report} />
      )}
      {report.state === 'DRAFT' && <Checks checks={report.checks} />}
      {report.disposal ? (
        <Disposed report={report} />
      ) : (
        <div className={isPdfShown ? 'grid gap-6 xl:grid-cols-[minmax(0,1.75fr)_minmax(0,1fr)]' : ''}>
          <Loaded query={edition}>{(data) => <ReportPaper report={report} edition={data} />}</Loaded>
          {isPdfShown && <PdfPane report={report} />}
        </div>
      )}
    </>
  );
}
