import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { ImplementationStatus, ObligationDetails } from '../../api/generated/types.gen';
import type { SavedField } from '../../saving/savedField';

/** What a person records about a row: one of the form's three words, and its text. */
export interface Recorded {
  status: ImplementationStatus | null;
  reason: string;
}

export interface Overriding extends Recorded {
  overrideReason: string;
  isOn: boolean;
}

export const REASON_MAX = 4_000;

/** 未実施 and 該当なし need a reason; 15)⑩ needs its text whatever the status. */
export const needsText = (status: ImplementationStatus | null, alwaysExplained = false): boolean =>
  status !== null && (alwaysExplained || status !== 'IMPLEMENTED');

export const isRecordComplete =
  (alwaysExplained: boolean) =>
  ({ status, reason }: Recorded): boolean =>
    status !== null && (!needsText(status, alwaysExplained) || reason.trim() !== '');

export const bodyOf = <S extends Recorded['status']>(
  { status, reason }: { status: S; reason: string },
  alwaysExplained = false,
) => ({ status, reason: needsText(status, alwaysExplained) ? reason : null });

/** What is complete has a status. */
function chosen({ status, reason }: Recorded) {
  if (status === null) throw new Error('no status is chosen');
  return { status, reason };
}

/** `17:15.10` → 10. */
export const statementIndex = (id: string): number => Number(id.slice(id.lastIndexOf('.') + 1));

export const statusField = (contractId: string, number: number): SavedField<ObligationDetails, Recorded> => ({
  read: ({ status, reason }) => ({ status, reason: reason ?? '' }),
  isComplete: isRecordComplete(false),
  write: async (value, version) =>
    await call(api.setStatus, { path: { contractId, number }, body: bodyOf(chosen(value)), version }),
});

export const statementField = (
  contractId: string,
  number: number,
  { id, alwaysExplained }: { id: string; alwaysExplained: boolean },
): SavedField<ObligationDetails, Recorded> => ({
  read: (obligation) => {
    const found = obligation.statements.find((statement) => statement.id === id);
    return { status: found?.status ?? null, reason: found?.reason ?? '' };
  },
  isComplete: isRecordComplete(alwaysExplained),
  write: async (value, version) =>
    await call(api.setStatementStatus, {
      path: { contractId, number, index: statementIndex(id) },
      body: bodyOf(chosen(value), alwaysExplained),
      version,
    }),
});

export const methodField = (contractId: string, number: number): SavedField<ObligationDetails, string> => ({
  read: ({ method }) => method ?? '',
  isComplete: () => true,
  write: async (method, version) =>
    await call(api.setComplianceMethod, {
      path: { contractId, number },
      body: { method: method.trim() || null },
      version,
    }),
});

export const overrideField = (contractId: string, number: number): SavedField<ObligationDetails, Overriding> => ({
  read: ({ source, status, reason, overrideReason }) =>
    source === 'OVERRIDDEN'
      ? { isOn: true, status, reason: reason ?? '', overrideReason: overrideReason ?? '' }
      : { isOn: false, status: null, reason: '', overrideReason: '' },
  isComplete: (value) => !value.isOn || (isRecordComplete(false)(value) && value.overrideReason.trim() !== ''),
  write: async (value, version) =>
    value.isOn
      ? await call(api.overrideStatus, {
          path: { contractId, number },
          body: { ...bodyOf(chosen(value)), overrideReason: value.overrideReason },
          version,
        })
      : await call(api.liftOverride, { path: { contractId, number }, version }),
});
