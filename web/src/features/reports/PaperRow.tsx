import { useQueryClient } from '@tanstack/react-query';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { ReportDetails, ReportRowDetails } from '../../api/generated/types.gen';
import { reportQuery } from '../../api/queries';
import { useSending } from '../../api/useAct';
import { useText } from '../../i18n/language';
import type { StreamSaver } from '../../saving/StreamSaver';
import { useSavedField, useUnsent } from '../../saving/useSaver';
import { Field, TextArea } from '../../ui/Field';
import { LongText } from '../../ui/LongText';
import { ProblemNotice } from '../../ui/Notice';
import { StatusMark, StatusRadios, statusName } from '../../ui/Status';
import { TakeOver } from '../../ui/TakeOver';
import { REASON_MAX } from '../obligations/fields';
import { RecordFields } from '../obligations/RecordFields';
import { rowField } from './fields';
import { RowExchange } from './RowExchange';

interface Props {
  report: ReportDetails;
  row: ReportRowDetails;
  saver: StreamSaver<ReportDetails>;
  isDraft: boolean;
}

export function PaperRow(props: Props) {
  const { row, isDraft } = props;
  const cell = 'block border-solid-gray-800 px-3 py-3 align-top @min-[40rem]:table-cell @min-[40rem]:border';
  return (
    <tr
      id={`row-${row.number}`}
      className="mb-4 block border border-solid-gray-800 target:bg-yellow-50 @min-[40rem]:table-row @min-[40rem]:border-0"
    >
      <th scope="row" className={`${cell} text-left font-400 text-[0.9375rem] @min-[40rem]:w-26`}>
        {row.label}
      </th>
      <td className={cell}>
        <LongText text={row.text} />
      </td>
      <td className={`${cell} @min-[40rem]:w-[19.5rem]`}>
        {isDraft && row.open !== false ? <EditedRow {...props} /> : <PrintedRow {...props} />}
      </td>
    </tr>
  );
}

function PrintedRow({ report, row, isDraft }: Props) {
  const t = useText();
  return (
    <div className="space-y-2 text-[0.9375rem]">
      <StatusMark status={row.status} />
      {row.reason && <p className="pre">{row.reason}</p>}
      {row.explanation && (
        <p className="pre">
          {t('⑩：', '⑩: ')}
          {row.explanation}
        </p>
      )}
      {isDraft && (
        <p className="hint">
          {t('差替えでは、照会のあった行だけを直せます。', 'In a replacement only queried rows can be changed.')}
        </p>
      )}
      <ChangedSinceLast row={row} />
      <RowExchange report={report} row={row} />
    </div>
  );
}

function EditedRow({ report, row, saver }: Props) {
  const t = useText();
  const name = `row:${row.number}`;
  const view = useSavedField(saver, name, rowField(report.id, row.number));
  const { value } = view;
  return (
    <div className="space-y-2">
      <RecordFields
        legend={t(`${row.number})の実施状況`, `Status of ${row.number})`)}
        size="small"
        view={view}
        onChoose={({ status, reason }) => saver.choose(name, { ...value, status, reason })}
        onType={({ status, reason }) => saver.type(name, { ...value, status, reason })}
        onLeave={() => saver.leave(name)}
        onKeepMine={() => saver.keepMine(name)}
        onTakeTheirs={() => saver.takeTheirs(name)}
      />
      {row.explanationRequired && (
        <div className="space-y-2 border-solid-gray-300 border-t pt-2">
          <p className="font-700 text-[0.9375rem]">{t('⑩（必ず報告）', '⑩ (always reported)')}</p>
          <StatusRadios
            legend={t('⑩の実施状況', 'Status of ⑩')}
            size="small"
            value={value.explanationStatus ?? value.status}
            onChoose={(explanationStatus) => saver.choose(name, { ...value, explanationStatus })}
          />
          <Field
            label={t('⑩の実施内容又は理由', 'What was done for ⑩, or why not')}
            error={value.explanation.trim() === '' && t('⑩について入力してください。', 'Please explain ⑩.')}
          >
            {(attributes) => (
              <TextArea
                {...attributes}
                maxLength={REASON_MAX}
                value={value.explanation}
                onChange={(event) => saver.type(name, { ...value, explanation: event.target.value })}
                onBlur={() => saver.leave(name)}
              />
            )}
          </Field>
        </div>
      )}
      {row.origin === 'LAST_REPORT' && (
        <p className="hint">
          {t('記録がないため、前回の報告から写しました。', 'Nothing is recorded; copied from the last report.')}
        </p>
      )}
      <ChangedSinceLast row={row} />
      <DiffersFromRecord report={report} row={row} saver={saver} />
      <RowExchange report={report} row={row} />
    </div>
  );
}

function ChangedSinceLast({ row }: { row: ReportRowDetails }) {
  const t = useText();
  const before = row.changedSinceLast;
  if (!before) return null;
  return (
    <div className="border-blue-900 border-l-4 bg-blue-50 px-3 py-1 text-[0.875rem]">
      <p className="font-700 text-blue-1000">{t('前回の報告から変わりました', 'Changed since the last report')}</p>
      <p className="pre">
        {t('前回：', 'Last: ')}
        {statusName(before.status, t)}
        {before.reason && `　${before.reason}`}
      </p>
    </div>
  );
}

/** The record went on after the draft was made: a fact, and an offer to take it over. */
function DiffersFromRecord({ report, row, saver }: Omit<Props, 'isDraft'>) {
  const t = useText();
  const queryClient = useQueryClient();
  const takeOver = useSending({
    mutationFn: () =>
      call(api.takeOverReportRow, { path: { id: report.id, number: row.number }, version: report.version }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: reportQuery(report.id).queryKey }),
  });
  const unsent = useUnsent(saver);
  const name = `row:${row.number}`;
  const { value } = useSavedField(saver, name, rowField(report.id, row.number));
  const record = row.differsFromRecord;
  const isErasing =
    (value.explanation.trim() !== '' && !record?.explanation?.trim()) ||
    (value.status === record?.status && value.reason.trim() !== '' && !record?.reason?.trim());
  return (
    <div className={record ? 'space-y-1 border-yellow-900 border-l-4 bg-yellow-50 px-3 py-1 text-[0.875rem]' : ''}>
      {record && (
        <>
          <p className="font-700">{t('記録と異なります', 'Differs from the record')}</p>
          <p className="pre">
            {t('記録：', 'Record: ')}
            {statusName(record.status, t)}
            {record.reason && `　${record.reason}`}
            {record.explanation && `\n⑩　${record.explanation}`}
          </p>
        </>
      )}
      <TakeOver
        written={value}
        hasText={value.reason.trim() !== '' || value.explanation.trim() !== ''}
        isOffered={record !== null}
        isEmpty={isErasing}
        isBusy={unsent.length > 0 || takeOver.isPending}
        onTake={() => takeOver.mutate()}
        onUndo={(before) => saver.choose(name, before)}
      />
      <ProblemNotice error={takeOver.error} />
    </div>
  );
}
