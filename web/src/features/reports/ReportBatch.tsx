import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { BatchedReport, ReportBatchDetails } from '../../api/generated/types.gen';
import { addressOf } from '../../api/operation';
import { query } from '../../api/query';
import { useAct } from '../../api/useAct';
import { today } from '../../i18n/dates';
import { useLanguage, useText } from '../../i18n/language';
import { counted } from '../../i18n/punctuation';
import { Dialog } from '../../ui/Dialog';
import { FileLink } from '../../ui/FileLink';
import { Loaded } from '../../ui/Loaded';
import { Notice, ProblemNotice } from '../../ui/Notice';
import { Page } from '../../ui/Page';
import { StatusMark } from '../../ui/Status';
import { Term } from '../../ui/Term';
import { Chip } from '../../ui/Words';
import { stageName, stageTone } from '../review/words';
import { blockingOf, lacksDate, lacksOnlyDate, NoticesBeforeFreezing, noticesOf, ReportDate } from './BeforeFreezing';

const batchQuery = (id: string) => query(api.getReportBatch, { path: { id } });

/** One list of changes over all drafts, one act to finalise them, one archive of all forms. */
export function ReportBatch({ id }: { id: string }) {
  const t = useText();
  const batch = useQuery(batchQuery(id));
  return (
    <Page
      title={t('まとめて作った報告', 'Reports made together')}
      actions={
        batch.data && (
          <>
            <FileLink href={addressOf(api.getReportBatchForms, { path: { id } })} className="button button-outline">
              {t('すべての様式をZIPで保存', 'Save all forms as ZIP')}
            </FileLink>
            {batch.data.reports.some((item) => item.state === 'DRAFT') && <FinaliseAll batch={batch.data} />}
          </>
        )
      }
    >
      <Loaded query={batch}>
        {(data) => (
          <ul className="border-solid-gray-300 border-t">
            {data.reports.map((item) => (
              <BatchRow key={item.id} item={item} />
            ))}
          </ul>
        )}
      </Loaded>
    </Page>
  );
}

function BatchRow({ item }: { item: BatchedReport }) {
  const t = useText();
  return (
    <li className="border-solid-gray-300 border-b py-4">
      <p className="flex flex-wrap items-center gap-3">
        <Link to="/reports/$id" params={{ id: item.id }} className="link font-700">
          {item.contractName}
        </Link>
        <span className="nowrap text-[0.875rem]">
          <Term from={item.from} to={item.to} isShort />
        </span>
        <BatchedState item={item} />
      </p>
      {item.changes.length === 0 ? (
        <p className="hint mt-1">
          {item.hasPrevious
            ? t('前回から変わったところはありません。', 'Nothing changed since the last report.')
            : t('はじめての報告です。', 'The first report.')}
        </p>
      ) : (
        <ul className="mt-2 space-y-1">
          {item.changes.map((change) => (
            <li key={change.number} className="flex flex-wrap items-center gap-2 text-[0.9375rem]">
              <span className="w-8 font-700">{change.number})</span>
              <StatusMark status={change.before.status} />→<StatusMark status={change.now.status} />
              <span className="min-w-0 flex-1 basis-60">{change.now.reason}</span>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** Where a report of the batch stands; that it can be finalised is said of a draft alone. */
export function BatchedState({ item }: { item: Pick<BatchedReport, 'state' | 'checks'> }) {
  const t = useText();
  if (item.state !== 'DRAFT') return <Chip tone={stageTone(item.state)}>{stageName(item.state, t)}</Chip>;
  const [blocking, notices] = [blockingOf(item.checks).length, noticesOf(item.checks).length];
  return (
    <>
      {lacksOnlyDate(item.checks) ? (
        <Chip>{blocking > 0 ? t('確定のとき日付を記入', 'Dated when finalised') : t('確定できます', 'Ready')}</Chip>
      ) : (
        <span className="chip border-error-1 text-error-2">
          {t(`直すところ ${blocking}件`, `${blocking} to settle`)}
        </span>
      )}
      {notices > 0 && <Chip tone="ask">{t(`お知らせ ${notices}件`, `Notices: ${notices}`)}</Chip>}
    </>
  );
}

function FinaliseAll({ batch }: { batch: ReportBatchDetails }) {
  const { t, language } = useLanguage();
  const [isAsking, setAsking] = useState(false);
  const [reportedOn, setReportedOn] = useState(today());
  const drafts = batch.reports.filter(({ state }) => state === 'DRAFT');
  const isUndated = drafts.some(({ checks }) => lacksDate(checks));
  const finalise = useAct(
    () =>
      call(api.finaliseReportBatch, {
        path: { id: batch.id },
        body: {
          reports: drafts.map(({ id, version }) => ({ id, version })),
          reportedOn: isUndated ? reportedOn : null,
        },
      }),
    ({ outcomes }) => {
      if (outcomes.every((outcome) => outcome.finalised)) setAsking(false);
    },
  );
  const blocked = drafts.filter(({ checks }) => !lacksOnlyDate(checks));
  return (
    <>
      <button type="button" className="button" onClick={() => setAsking(true)}>
        {t('すべて確定する', 'Finalise all')}
      </button>
      {isAsking && (
        <Dialog title={t('すべて確定しますか', 'Finalise all?')} onClose={() => setAsking(false)}>
          {blocked.length > 0 ? (
            <Notice tone="warning" title={t('先に直すところがある報告があります', 'Some reports need work first')}>
              <ul className="list-disc pl-5">
                {blocked.map((item) => (
                  <li key={item.id}>{item.contractName}</li>
                ))}
              </ul>
            </Notice>
          ) : (
            <>
              <p>
                {t(
                  `${drafts.length}件の報告書を確定します。確定した報告書の内容は二度と変わりません。`,
                  `${counted(drafts.length, 'report')} will be finalised and never change again.`,
                )}
              </p>
              {isUndated && <ReportDate value={reportedOn} onChange={setReportedOn} />}
              <div className="max-h-80 overflow-y-auto">
                {drafts.map(({ id, contractName, checks }) => (
                  <NoticesBeforeFreezing key={id} checks={checks} title={contractName} />
                ))}
              </div>
            </>
          )}
          <ProblemNotice error={finalise.error} />
          {finalise.data?.outcomes
            .filter((outcome) => !outcome.finalised)
            .map((outcome) => (
              <Notice key={outcome.reportId} tone="warning" title={outcome.contractName}>
                {outcome.errors.map((error) => error.messages[language]).join(' ')}
              </Notice>
            ))}
          <div className="mt-6 flex justify-end gap-2">
            <button type="button" className="button button-outline" onClick={() => setAsking(false)}>
              {t('やめる', 'Cancel')}
            </button>
            {blocked.length === 0 && (
              <button
                type="button"
                className="button"
                disabled={finalise.isPending || (isUndated && !reportedOn)}
                onClick={() => finalise.mutate()}
              >
                {t('確定する', 'Finalise')}
              </button>
            )}
          </div>
        </Dialog>
      )}
    </>
  );
}
