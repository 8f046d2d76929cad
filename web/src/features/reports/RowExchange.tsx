import { type FormEvent, useState } from 'react';
import { post } from '../../api/client';
import type { Report, ReportRow } from '../../api/types';
import { useAct } from '../../api/useAct';
import { useText } from '../../i18n/language';
import { api } from '../../paths';
import { TextAreaField } from '../../ui/Field';
import { ProblemNotice } from '../../ui/Notice';
import { RowVerdict } from '../review/RowVerdict';
import { RowThread } from '../review/Thread';

/** What the officer said of this row, and the contractor's answer to a query. */
export function RowExchange({ report, row }: { report: Report; row: ReportRow }) {
  if (!row.review) return null;
  const canAnswer = report.can.answer === true && row.review.verdict === 'QUERIED';
  return (
    <div className="space-y-2 border-solid-gray-300 border-t pt-2">
      <RowVerdict review={row.review} />
      {canAnswer && <Answer report={report} row={row} />}
      <RowThread contractId={report.contractId} number={row.number} />
    </div>
  );
}

function Answer({ report, row }: { report: Report; row: ReportRow }) {
  const t = useText();
  const [text, setText] = useState('');
  const answer = useAct(
    () => post(api.reportAnswers(report.id, row.number), { text }, report.version),
    [
      ['report', report.id],
      ['contract', report.contractId],
    ],
    () => setText(''),
  );
  return (
    <form
      className="space-y-2"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        answer.mutate();
      }}
    >
      <TextAreaField
        label={t(`${row.number})の照会への回答`, `Answer to the query on ${row.number})`)}
        required
        value={text}
        onChange={(event) => setText(event.target.value)}
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
