import { useQueryClient } from '@tanstack/react-query';
import { remove } from '../../api/client';
import { noteWrite } from '../../api/queries';
import type { Obligation, ObligationStatement } from '../../api/types';
import { useSending } from '../../api/useAct';
import { useText } from '../../i18n/language';
import { api } from '../../paths';
import { ProblemNotice } from '../../ui/Notice';
import { statementIndex } from './parts';

/** Takes a status that was a slip back to unrecorded; the history keeps what it was. */
export function Withdraw({ obligation, statement }: { obligation: Obligation; statement?: ObligationStatement }) {
  const t = useText();
  const queryClient = useQueryClient();
  const { contractId, number, version } = obligation;
  const mutation = useSending({
    mutationFn: () =>
      remove(
        statement
          ? api.statementStatus(contractId, number, statementIndex(statement.id))
          : api.status(contractId, number),
        version,
      ),
    onSuccess: async (written) => {
      noteWrite(written);
      await queryClient.invalidateQueries({ queryKey: ['contract', contractId] });
    },
  });
  return (
    <>
      <button
        type="button"
        className="button button-text button-small"
        disabled={mutation.isPending}
        onClick={() => mutation.mutate()}
      >
        {statement
          ? t(`${statement.label}の記録を取り消す`, `Withdraw the record of ${statement.label}`)
          : t('記録を取り消す', 'Withdraw the record')}
      </button>
      <ProblemNotice error={mutation.error} />
    </>
  );
}

/** One such act for each part that has a status. */
export function WithdrawStatements({ obligation }: { obligation: Obligation }) {
  if (obligation.can.setStatementStatus !== true) return null;
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
