import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { ReportDetails, ReportRowDetails } from '../../api/generated/types.gen';
import { threadQuery } from '../../api/review';
import { useAct } from '../../api/useAct';
import { useText } from '../../i18n/language';
import { useFormDraft } from '../../saving/useFormDraft';
import { may } from '../../ui/can';
import { TextAreaField } from '../../ui/Field';
import { ProblemNotice } from '../../ui/Notice';
import { Restored } from '../../ui/Restored';
import { RowVerdict } from '../review/RowVerdict';
import { RowThread, ThreadEntries } from '../review/Thread';

/** What the officer said of this row, and the contractor's answer to a query. */
export function RowExchange({ report, row }: { report: ReportDetails; row: ReportRowDetails }) {
  if (!row.review) return null;
  const canAnswer = may(report.can.answerReportQuery) && row.review.verdict === 'QUERIED';
  return (
    <div className="space-y-2 border-solid-gray-300 border-t pt-2">
      <RowVerdict review={row.review} />
      {row.review.answered && <Answered report={report} row={row} />}
      {canAnswer &&
        (row.review.answered ? <MoreToAnswer report={report} row={row} /> : <Answer report={report} row={row} />)}
      <RowThread contractId={report.contractId} number={row.number} />
    </div>
  );
}

/** What was answered stands there; an empty box would ask for it again. */
function Answered({ report, row }: { report: ReportDetails; row: ReportRowDetails }) {
  const thread = useQuery(threadQuery(report.contractId, row.number));
  const answers = thread.data?.entries.filter((entry) => entry.kind === 'ANSWER' && entry.reportId === report.id) ?? [];
  return <ThreadEntries entries={answers.slice(-1)} here={report.id} />;
}

function MoreToAnswer({ report, row }: { report: ReportDetails; row: ReportRowDetails }) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <Answer report={report} row={row} />;
  return (
    <button type="button" className="button button-outline button-small" onClick={() => setOpen(true)}>
      {t('回答を書き足す', 'Add to the answer')}
    </button>
  );
}

function Answer({ report, row }: { report: ReportDetails; row: ReportRowDetails }) {
  const t = useText();
  const draft = useFormDraft(`answer/${report.id}/${row.number}`, '', (written) => written.trim() !== '');
  const answer = useAct(
    () =>
      call(api.answerReportQuery, {
        path: { id: report.id, number: row.number },
        body: { text: draft.value },
        version: report.version,
      }),
    draft.begin,
  );
  return (
    <form
      className="space-y-2"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        answer.mutate();
      }}
    >
      <Restored draft={draft} />
      <TextAreaField
        label={t(`${row.number})の照会への回答`, `Answer to the query on ${row.number})`)}
        required
        value={draft.value}
        onChange={(event) => draft.set(event.target.value)}
      />
      {!report.sectionIsHere && (
        <p className="hint">
          {t(
            '担当課室の方はこのシステムにいません。記録した回答は、「提出と確認」のメールファイルで送ってください。',
            'Nobody of the section is here. Send the recorded answers by the mail file under “Handing in and review”.',
          )}
        </p>
      )}
      <ProblemNotice error={answer.error} />
      <button type="submit" className="button button-small" disabled={answer.isPending}>
        {report.sectionIsHere ? t('回答を送る', 'Send the answer') : t('回答を記録する', 'Record the answer')}
      </button>
    </form>
  );
}
