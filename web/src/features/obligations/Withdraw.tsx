import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { ObligationDetails, StatementDetails } from '../../api/generated/types.gen';
import { useAct } from '../../api/useAct';
import { useText } from '../../i18n/language';
import { may } from '../../ui/can';
import { ProblemNotice } from '../../ui/Notice';
import { statementIndex } from './fields';

/** Takes a status that was a slip back to unrecorded; the history keeps what it was. */
export function Withdraw({ obligation, statement }: { obligation: ObligationDetails; statement?: StatementDetails }) {
  const t = useText();
  const { contractId, number, version } = obligation;
  const withdraw = useAct(() =>
    statement
      ? call(api.withdrawStatementStatus, {
          path: { contractId, number, index: statementIndex(statement.id) },
          version,
        })
      : call(api.withdrawStatus, { path: { contractId, number }, version }),
  );
  return (
    <>
      <button
        type="button"
        className="button button-text button-small"
        disabled={withdraw.isPending}
        onClick={() => withdraw.mutate()}
      >
        {statement
          ? t(`${statement.label}の記録を取り消す`, `Withdraw the record of ${statement.label}`)
          : t('記録を取り消す', 'Withdraw the record')}
      </button>
      <ProblemNotice error={withdraw.error} />
    </>
  );
}

/** One such act for each part that has a status. */
export function WithdrawStatements({ obligation }: { obligation: ObligationDetails }) {
  if (!may(obligation.can.setStatementStatus)) return null;
  return (
    <div className="mt-2 flex flex-wrap gap-2">
      {obligation.statements
        .filter((statement) => statement.status)
        .map((statement) => (
          <Withdraw key={statement.id} obligation={obligation} statement={statement} />
        ))}
    </div>
  );
}
