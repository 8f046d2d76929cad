import { useQueryClient } from '@tanstack/react-query';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { FileDetails, PartDetails, PartRowDetails, SubcontractorKind } from '../../api/generated/types.gen';
import { keyOf } from '../../api/operation';
import { query, refresh } from '../../api/query';
import { useAct } from '../../api/useAct';
import type { Text } from '../../i18n/language';
import type { SavedField } from '../../saving/savedField';
import { useSaver } from '../../saving/useSaver';
import { bodyOf, isRecordComplete, type Recorded } from '../obligations/fields';

export const partsQuery = query(api.getParts);

export const contractPartsQuery = (contractId: string) => query(api.getContractParts, { path: { contractId } });

export const partQuery = (id: string) => query(api.getPart, { path: { id } });

/** Puts a file to a part. */
export const useKeepPartFile = (id: string, after?: (file: FileDetails) => unknown) =>
  useAct((file: File) => call(api.keepPartFile, { path: { id }, body: { file } }), after);

export const kindName = (kind: SubcontractorKind, t: Text): string =>
  ({
    SUBCONTRACTOR: t('再委託先', 'Subcontractor'),
    CONSORTIUM_MEMBER: t('共同事業体の構成員', 'Member of the consortium'),
    JOINT_MEMBER: t('連名の契約者', 'Joint party'),
  })[kind];

export interface EnteredRow extends Recorded {
  method: string;
}

const rowOf = (part: PartDetails, number: number): PartRowDetails | undefined =>
  part.rows.find((row) => row.number === number);

/** One row, saved whole. `paperId` is the signed paper that it is entered from, where one is wanted. */
export const rowField = (id: string, number: number, paperId: string | null): SavedField<PartDetails, EnteredRow> => ({
  read: (part) => {
    const row = rowOf(part, number);
    return { method: row?.method ?? '', status: row?.status ?? null, reason: row?.reason ?? '' };
  },
  isComplete: (value) => value.status === null || isRecordComplete(false)(value),
  write: async (value, version) =>
    await call(api.enterPartRow, {
      path: { id, number },
      body: { ...bodyOf(value), method: value.method.trim() || null, fileId: paperId },
      version,
    }),
});

/** The saver of a part: its rows share one version. */
export function usePartSaver(part: PartDetails) {
  const queryClient = useQueryClient();
  const load = () => refresh(queryClient, api.getPart, { path: { id: part.id } });
  const onWritten = () => {
    void load().catch(() => {});
    void queryClient.invalidateQueries({ queryKey: partsQuery.queryKey });
    void queryClient.invalidateQueries({ queryKey: contractPartsQuery(part.contractId).queryKey });
    void queryClient.invalidateQueries({ queryKey: keyOf(api.getInbox) });
  };
  return useSaver<PartDetails>(`part/${part.id}`, part, load, onWritten);
}
