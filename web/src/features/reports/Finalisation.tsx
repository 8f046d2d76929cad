import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { ReportDetails } from '../../api/generated/types.gen';
import { useAct } from '../../api/useAct';
import { today } from '../../i18n/dates';
import { useText } from '../../i18n/language';
import { may, WhyNot } from '../../ui/can';
import { Dialog } from '../../ui/Dialog';
import { ProblemNotice } from '../../ui/Notice';
import { lacksDate, lacksOnlyDate, NoticesBeforeFreezing, ReportDate } from './BeforeFreezing';

/** Freezing the report for ever, or giving the draft up; both after a question. */
export function Finalisation({ report }: { report: ReportDetails }) {
  const t = useText();
  const [reportedOn, setReportedOn] = useState(today());
  const [asked, setAsked] = useState<'finalise' | 'discard' | null>(null);
  const navigate = useNavigate();
  const at = { path: { id: report.id }, version: report.version };
  const finalise = useAct(
    () => call(api.finaliseReport, { ...at, body: isUndated ? { reportedOn } : {} }),
    () => {
      setAsked(null);
      scrollTo({ top: 0 });
    },
  );
  const discard = useAct(
    () => call(api.discardReport, at),
    () => navigate({ to: '/contracts/$id/reports', params: { id: report.contractId } }),
  );
  const { finaliseReport: can } = report.can;
  const isUndated = lacksDate(report.checks);
  const isFree = may(can) || lacksOnlyDate(report.checks);
  return (
    <>
      <button type="button" className="button button-outline" onClick={() => setAsked('discard')}>
        {t('下書きを破棄', 'Discard')}
      </button>
      <button type="button" className="button" onClick={() => setAsked('finalise')}>
        {t('確定して発行する', 'Finalise')}
      </button>
      {asked === 'finalise' && (
        <Dialog title={t('報告書を確定しますか', 'Finalise the report?')} onClose={() => setAsked(null)}>
          {!isFree ? (
            <strong>
              <WhyNot can={can} />
            </strong>
          ) : (
            <>
              <p>
                {t(
                  '確定すると、Word・PDF・Excel のファイルを作り、内容は二度と変わりません。訂正があるときは差替えの報告書を作ります。',
                  'The Word, PDF and Excel files are made and the content never changes again. A correction is a new report that replaces it.',
                )}
              </p>
              {isUndated && <ReportDate value={reportedOn} onChange={setReportedOn} />}
              <NoticesBeforeFreezing checks={report.checks} />
            </>
          )}
          <ProblemNotice error={finalise.error} />
          <div className="mt-6 flex justify-end gap-2">
            <button type="button" className="button button-outline" onClick={() => setAsked(null)}>
              {!isFree ? t('戻って直す', 'Back') : t('やめる', 'Cancel')}
            </button>
            {isFree && (
              <button
                type="button"
                className="button"
                disabled={finalise.isPending || (isUndated && !reportedOn)}
                onClick={() => finalise.mutate()}
              >
                {finalise.isPending ? t('作っています…', 'Working…') : t('確定する', 'Finalise')}
              </button>
            )}
          </div>
        </Dialog>
      )}
      {asked === 'discard' && (
        <Dialog title={t('下書きを破棄しますか', 'Discard the draft?')} onClose={() => setAsked(null)}>
          <p>{t('遵守事項の記録はそのまま残ります。', 'The records of the obligations stay as they are.')}</p>
          <ProblemNotice error={discard.error} />
          <div className="mt-6 flex justify-end gap-2">
            <button type="button" className="button button-outline" onClick={() => setAsked(null)}>
              {t('やめる', 'Cancel')}
            </button>
            <button
              type="button"
              className="button button-danger"
              disabled={discard.isPending}
              onClick={() => discard.mutate()}
            >
              {t('破棄する', 'Discard')}
            </button>
          </div>
        </Dialog>
      )}
    </>
  );
}
