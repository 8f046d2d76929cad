import { Link } from '@tanstack/react-router';
import { memo, useState } from 'react';
import type { ObligationDetails, StatementDetails } from '../../api/generated/types.gen';
import { useText } from '../../i18n/language';
import { inBrackets } from '../../i18n/punctuation';
import type { StreamSaver } from '../../saving/StreamSaver';
import { useSavedField } from '../../saving/useSaver';
import { may } from '../../ui/can';
import { LongText } from '../../ui/LongText';
import { StatusMark } from '../../ui/Status';
import { Assignees } from './Assignees';
import { type Recorded, statementField, statusField } from './fields';
import { LookWanted } from './LookWanted';
import { OverrideFields } from './OverrideFields';
import { RecordFields } from './RecordFields';
import { useObligationSaver } from './useObligationSaver';

type Saver = StreamSaver<ObligationDetails>;

/** Whether the statements speak for the whole: then its status is rolled up, or overridden with a reason. */
export const isByParts = ({ source, statements }: ObligationDetails) =>
  source === 'OVERRIDDEN' || statements.some((one) => one.status && !one.alwaysExplained);

/** One row of the 別紙: 項目, 確認事項, 実施状況; ①, ② … open below it over the whole width. */
export const ObligationRow = memo(function ObligationRow({
  obligation,
  label,
}: {
  obligation: ObligationDetails;
  label: string;
}) {
  const t = useText();
  const { contractId, number } = obligation;
  const [isOpen, setOpen] = useState(() => isByParts(obligation));
  const statements = obligation.statements.filter((statement) => !statement.alwaysExplained);
  const cell = 'block border-solid-gray-800 px-4 py-3 align-top lg:table-cell lg:border';
  const row = 'block border border-solid-gray-800 lg:table-row lg:border-0';
  return (
    <>
      <tr id={`row-${number}`} className={`${row} target:bg-yellow-50 ${isOpen ? '' : 'mb-4'}`}>
        <th scope="row" className={`${cell} text-left font-700 max-lg:bg-solid-gray-50 lg:w-44`}>
          <Link
            to="/contracts/$id/obligations/$number"
            params={{ id: contractId, number: String(number) }}
            className="link"
          >
            {label}
          </Link>
          {obligation.heading && (
            <span className="mt-1 block font-400 text-[0.8125rem] text-solid-gray-700">{obligation.heading}</span>
          )}
          <Assignees obligation={obligation} />
        </th>
        <td className={cell}>
          <LongText text={obligation.rowText ?? obligation.clauseText} />
        </td>
        <td className={`${cell} lg:w-96`}>
          <ObligationRecord obligation={obligation} legend={t(`${number})の実施状況`, `Status of ${number})`)} />
          {statements.length > 0 && (
            <button
              type="button"
              aria-expanded={isOpen}
              aria-controls={`statements-${number}`}
              className="link mt-2 cursor-pointer text-[0.9375rem]"
              onClick={() => setOpen(!isOpen)}
            >
              {isOpen
                ? t('細目をたたむ', 'Hide the sub-items')
                : t(`${statements[0]?.label}〜の細目ごとに記録する`, 'Record each sub-item')}
              {inBrackets(`${statements.filter((one) => one.status).length}/${statements.length}`, t)}
            </button>
          )}
        </td>
      </tr>
      {isOpen && (
        <tr id={`statements-${number}`} className={`${row} mb-4 max-lg:border-t-0`}>
          <td colSpan={3} className={`${cell} bg-solid-gray-50`}>
            <StatementList obligation={obligation} />
          </td>
        </tr>
      )}
    </>
  );
});

/** What is recorded for the item as a whole, and the part that is explained whatever the status. */
export function ObligationRecord({ obligation, legend }: { obligation: ObligationDetails; legend: string }) {
  const t = useText();
  const saver = useObligationSaver(obligation);
  return (
    <div className="space-y-4">
      {obligation.lookWanted && <LookWanted obligation={obligation} />}
      {isByParts(obligation) ? (
        <RolledUp obligation={obligation} saver={saver} />
      ) : (
        <DirectRecord obligation={obligation} saver={saver} legend={legend} />
      )}
      {obligation.statements
        .filter((statement) => statement.alwaysExplained)
        .map((statement) => (
          <div key={statement.id} className="border-solid-gray-300 border-t pt-3">
            <p className="mb-2 font-700 text-[0.9375rem]">
              {t(`${statement.label}は、実施でも内容を報告します`, `${statement.label} is always explained`)}
            </p>
            {!statement.status && obligation.explanation && (
              <p className="hint mb-2">
                {t(
                  `書かなければ、${obligation.number})の理由を${statement.label}の理由として報告します。`,
                  `If left open, the reason of ${obligation.number}) is reported for ${statement.label}.`,
                )}
              </p>
            )}
            {!statement.status && !obligation.explanation && obligation.status && (
              <p className="mb-2 text-[0.875rem] text-error-2">
                ＊{t(`${statement.label}の実施状況と内容を記録してください。`, `Please record ${statement.label}.`)}
              </p>
            )}
            <StatementRecord obligation={obligation} saver={saver} statement={statement} />
          </div>
        ))}
    </div>
  );
}

/** ①, ② … each with its own status; the one that is always explained stands with the whole. */
export function StatementList({ obligation }: { obligation: ObligationDetails }) {
  const saver = useObligationSaver(obligation);
  return (
    <ul className="divide-y divide-solid-gray-300">
      {obligation.statements
        .filter((statement) => !statement.alwaysExplained)
        .map((statement) => (
          <li key={statement.id} className="grid gap-x-6 gap-y-2 py-3 lg:grid-cols-[minmax(0,1fr)_22rem]">
            <div className="flex gap-2">
              <span className="font-700">{statement.label}</span>
              <LongText text={statement.text} lines={3} />
            </div>
            <StatementRecord obligation={obligation} saver={saver} statement={statement} />
          </li>
        ))}
    </ul>
  );
}

const handlers = (saver: Saver, name: string) => ({
  onChoose: (value: Recorded) => saver.choose(name, value),
  onType: (value: Recorded) => saver.type(name, value),
  onLeave: () => saver.leave(name),
  onKeepMine: () => saver.keepMine(name),
  onTakeTheirs: () => saver.takeTheirs(name),
});

function DirectRecord({ obligation, saver, legend }: { obligation: ObligationDetails; saver: Saver; legend: string }) {
  const view = useSavedField(saver, 'status', statusField(obligation.contractId, obligation.number));
  return (
    <RecordFields
      legend={legend}
      view={view}
      isReadOnly={!may(obligation.can.setStatus)}
      {...handlers(saver, 'status')}
    />
  );
}

function StatementRecord({
  obligation,
  saver,
  statement,
}: {
  obligation: ObligationDetails;
  saver: Saver;
  statement: StatementDetails;
}) {
  const t = useText();
  const { contractId, number } = obligation;
  const name = `statement:${statement.id}`;
  const view = useSavedField(saver, name, statementField(contractId, number, statement));
  const isWholeNotApplicable = obligation.status === 'NOT_APPLICABLE' && obligation.reason;
  return (
    <RecordFields
      legend={t(`${number})${statement.label}の実施状況`, `Status of ${number})${statement.label}`)}
      view={view}
      size="small"
      isReadOnly={!may(obligation.can.setStatementStatus)}
      alwaysExplained={statement.alwaysExplained}
      offeredText={
        isWholeNotApplicable
          ? {
              label: t(`${number})の理由をここにも使う`, `Use the reason of ${number})`),
              text: obligation.reason ?? '',
            }
          : null
      }
      {...handlers(saver, name)}
    />
  );
}

function RolledUp({ obligation, saver }: { obligation: ObligationDetails; saver: Saver }) {
  const t = useText();
  const done = obligation.statements.filter((statement) => statement.status).length;
  return (
    <div className="space-y-2">
      <p className="flex flex-wrap items-center gap-2">
        <StatusMark status={obligation.status} />
        <span className="text-[0.875rem]">
          {obligation.source === 'OVERRIDDEN'
            ? t('細目からの集計を上書きしています', 'overrides the roll-up')
            : obligation.source === 'ROLLED_UP'
              ? t('細目から集計しました', 'rolled up from the sub-items')
              : t(
                  `細目 ${done}/${obligation.statements.length} 記録済み。すべて記録すると集計します`,
                  `${done} of ${obligation.statements.length} sub-items recorded; rolled up when all are`,
                )}
        </span>
      </p>
      {obligation.source === 'ROLLED_UP' && obligation.reason && (
        <p className="pre text-[0.875rem]">{obligation.reason}</p>
      )}
      <OverrideFields obligation={obligation} saver={saver} />
    </div>
  );
}
