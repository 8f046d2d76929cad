import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import * as api from '../../api/generated/operations.gen';
import type { ReportDetails, ReviewDetails } from '../../api/generated/types.gen';
import { addressOf } from '../../api/operation';
import { reportQuery } from '../../api/queries';
import { reviewQuery } from '../../api/review';
import { formatDate } from '../../i18n/dates';
import { useLanguage } from '../../i18n/language';
import { May } from '../../ui/can';
import { FileLink } from '../../ui/FileLink';
import { FileLinks } from '../../ui/Files';
import { FormButtons } from '../../ui/FormDialog';
import { Loaded } from '../../ui/Loaded';
import { Facts, Page } from '../../ui/Page';
import { Term } from '../../ui/Term';
import { Chip } from '../../ui/Words';
import { ReadingBar } from '../inbox/ReadingBar';
import { correctionForms, DateCorrections } from './DateCorrections';
import { Disclosures } from './Disclosures';
import { Disposed } from './Disposed';
import { ministryForms } from './ministryForms';
import { isToReview, ReviewRows } from './ReviewRows';
import { stageName, stageTone, viaName } from './words';

const route = getRouteApi('/reports/$id/review');

/** 報告の確認: what changed first, then row by row, by keyboard; nothing is seen by the contractor until it is sent. */
export function ReviewPage() {
  const { id } = route.useParams();
  const { reading } = route.useSearch();
  const review = useQuery(reviewQuery(id));
  const report = useQuery(reportQuery(id));
  return (
    <Loaded query={review}>
      {(data) =>
        report.data ? (
          <ReviewOf review={data} report={report.data} reading={reading} />
        ) : (
          <Loaded query={report}>{() => null}</Loaded>
        )
      }
    </Loaded>
  );
}

function ReviewOf({ review, report, reading }: { review: ReviewDetails; report: ReportDetails; reading?: string }) {
  const { t, language } = useLanguage();
  const day = (date: string) => formatDate(date, language);
  const { submission, receipt, internalApproval, contractId, reportId } = review;
  const params = { id: reportId };
  const title = t('報告の確認', 'Review of a report');
  return (
    <Page
      title={title}
      tab={[title, review.contractName]}
      above={
        <>
          <ReadingBar reading={reading} isAside={!report.disposal && isToReview(review)} />
          <p className="text-[0.875rem]">
            <Link to="/contracts/$id/reports" params={{ id: contractId }} className="link">
              {review.contractName}
            </Link>
          </p>
        </>
      }
      actions={
        !report.disposal && (
          <>
            <Link to="/reports/$id" params={params} className="button button-outline">
              {t('別紙の形で見る', 'See the form')}
            </Link>
            <FileLink
              className="button button-outline"
              href={addressOf(api.getReportForm, { path: { id: reportId, extension: 'pdf' } })}
              isOpened
            >
              PDF
            </FileLink>
          </>
        )
      }
    >
      <Facts
        items={[
          [t('受注者', 'Contractor'), review.contractorName],
          [t('対象期間', 'Period'), <Term key="period" from={review.from} to={review.to} />],
          [
            t('状態', 'State'),
            <span key="state" className="flex flex-wrap gap-1">
              <Chip tone={stageTone(review.stage)}>{stageName(review.stage, t)}</Chip>
              {review.underInternalCheck && <Chip>{t('省内確認中', 'under internal check')}</Chip>}
            </span>,
          ],
          [
            t('提出', 'Handed in'),
            submission ? (
              <>
                {day(submission.on)} {viaName(submission.via, t)}
                <FileLinks files={submission.files} />
              </>
            ) : (
              t('未提出', 'not yet')
            ),
          ],
          [
            t('受領', 'Receipt'),
            receipt ? (
              <>
                {day(receipt.on)} {receipt.number}
                {receipt.recordedBy === 'CONTRACTOR' && (
                  <Chip tone={receipt.confirmed ? 'good' : 'dashed'}>
                    {receipt.confirmed
                      ? t('担当職員確認済', 'confirmed by the officer')
                      : t('受注者が記録', 'recorded by the contractor')}
                  </Chip>
                )}
                {receipt.file && <FileLinks files={[receipt.file]} />}
              </>
            ) : (
              t('未記録', 'not recorded')
            ),
          ],
          [
            t('省内決裁', 'Internal approval'),
            internalApproval?.state === 'APPROVED' && internalApproval.on
              ? `${internalApproval.number ?? ''} ${day(internalApproval.on)}`
              : internalApproval
                ? t('確認中', 'under way')
                : t('なし', 'none'),
          ],
        ]}
      />
      <DateCorrections report={report} />
      <div className="my-4">
        <FormButtons
          forms={[...ministryForms(review, report, t), ...correctionForms(report, t)]}
          contractId={contractId}
        />
      </div>
      {review.headerChecks.length > 0 && (
        <ul className="mb-4 list-disc pl-6">
          {review.headerChecks.map((check) => (
            <li key={check.code}>{check.messages[language]}</li>
          ))}
        </ul>
      )}
      {report.disposal ? <Disposed report={report} /> : <ReviewRows key={reportId} review={review} reading={reading} />}
      <May can={review.can.markDisclosure} what={t('開示請求に応じる写し', 'Copy for a disclosure request')}>
        <Disclosures review={review} />
      </May>
    </Page>
  );
}
