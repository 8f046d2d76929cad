import { put, remove } from '../../api/client';
import { noteWrite } from '../../api/queries';
import type { Obligation, Status } from '../../api/types';
import { api } from '../../paths';
import type { Part } from '../../saving/StreamSaver';

/** What a person records about a row: one of the form's three words, and its text. */
export interface Recorded {
  status: Status | null;
  reason: string;
}

export interface Overriding extends Recorded {
  overrideReason: string;
  isOn: boolean;
}

export const REASON_MAX = 4_000;

/** 未実施 and 該当なし need a reason; 15)⑩ needs its text whatever the status. */
export const needsText = (status: Status | null, alwaysExplained = false): boolean =>
  status !== null && (alwaysExplained || status !== 'IMPLEMENTED');

export const isRecordComplete =
  (alwaysExplained: boolean) =>
  ({ status, reason }: Recorded): boolean =>
    status !== null && (!needsText(status, alwaysExplained) || reason.trim() !== '');

export const bodyOf = ({ status, reason }: Recorded, alwaysExplained = false) => ({
  status,
  reason: needsText(status, alwaysExplained) ? reason : null,
});

/** `17:15.10` → 10. */
export const statementIndex = (id: string): number => Number(id.slice(id.lastIndexOf('.') + 1));

export const statusPart = (contractId: string, number: number): Part<Obligation, Recorded> => ({
  read: ({ status, reason }) => ({ status, reason: reason ?? '' }),
  isComplete: isRecordComplete(false),
  write: async (value, version) => noteWrite(await put(api.status(contractId, number), bodyOf(value), version)),
});

export const statementPart = (
  contractId: string,
  number: number,
  { id, alwaysExplained }: { id: string; alwaysExplained: boolean },
): Part<Obligation, Recorded> => ({
  read: (obligation) => {
    const found = obligation.statements.find((statement) => statement.id === id);
    return { status: found?.status ?? null, reason: found?.reason ?? '' };
  },
  isComplete: isRecordComplete(alwaysExplained),
  write: async (value, version) =>
    noteWrite(
      await put(api.statementStatus(contractId, number, statementIndex(id)), bodyOf(value, alwaysExplained), version),
    ),
});

export const methodPart = (contractId: string, number: number): Part<Obligation, string> => ({
  read: ({ method }) => method ?? '',
  isComplete: () => true,
  write: async (method, version) =>
    noteWrite(await put(api.method(contractId, number), { method: method.trim() || null }, version)),
});

export const overridePart = (contractId: string, number: number): Part<Obligation, Overriding> => ({
  read: ({ source, status, reason, overrideReason }) =>
    source === 'OVERRIDDEN'
      ? { isOn: true, status, reason: reason ?? '', overrideReason: overrideReason ?? '' }
      : { isOn: false, status: null, reason: '', overrideReason: '' },
  isComplete: (value) => !value.isOn || (isRecordComplete(false)(value) && value.overrideReason.trim() !== ''),
  write: async (value, version) =>
    noteWrite(
      value.isOn
        ? await put(
            api.override(contractId, number),
            { ...bodyOf(value), overrideReason: value.overrideReason },
            version,
          )
        : await remove(api.override(contractId, number), version),
    ),
});
