import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { get, post, put } from '../../api/client';
import type { KeptFile } from '../../api/files';
import type { PartDetails, PartRow, PartSummary, SubcontractorKind } from '../../api/parts';
import { noteWrite } from '../../api/queries';
import { useAct } from '../../api/useAct';
import type { Text } from '../../i18n/language';
import { api } from '../../paths';
import type { Part } from '../../saving/StreamSaver';
import { useSaver } from '../../saving/useSaver';
import { bodyOf, isRecordComplete, type Recorded } from '../obligations/parts';

export const partsQuery = queryOptions({
  queryKey: ['parts'],
  queryFn: ({ signal }) => get<PartSummary[]>(api.parts, signal),
});

export const contractPartsQuery = (contractId: string) =>
  queryOptions({
    queryKey: ['contract', contractId, 'parts'],
    queryFn: ({ signal }) => get<PartSummary[]>(api.contractParts(contractId), signal),
  });

export const partQuery = (id: string) =>
  queryOptions({ queryKey: ['part', id], queryFn: ({ signal }) => get<PartDetails>(api.part(id), signal) });

/** Puts a file to a part. */
export const useKeepPartFile = (id: string, after?: (file: KeptFile) => unknown) =>
  useAct(
    (file: File) => {
      const form = new FormData();
      form.append('file', file);
      return post<KeptFile>(api.partFiles(id), form);
    },
    [partQuery(id).queryKey],
    after,
  );

export const kindName = (kind: SubcontractorKind, t: Text): string =>
  ({
    SUBCONTRACTOR: t('再委託先', 'Subcontractor'),
    CONSORTIUM_MEMBER: t('共同事業体の構成員', 'Member of the consortium'),
    JOINT_MEMBER: t('連名の契約者', 'Joint party'),
  })[kind];

export interface EnteredRow extends Recorded {
  method: string;
}

const rowOf = (part: PartDetails, number: number): PartRow | undefined =>
  part.rows.find((row) => row.number === number);

/** One row, saved whole. `paperId` is the signed paper that it is entered from, where one is wanted. */
export const rowPart = (id: string, number: number, paperId: string | null): Part<PartDetails, EnteredRow> => ({
  read: (part) => {
    const row = rowOf(part, number);
    return { method: row?.method ?? '', status: row?.status ?? null, reason: row?.reason ?? '' };
  },
  isComplete: (value) => value.status === null || isRecordComplete(false)(value),
  write: async (value, version) =>
    noteWrite(
      await put(
        api.partRow(id, number),
        { ...bodyOf(value), method: value.method.trim() || null, fileId: paperId },
        version,
      ),
    ),
});

/** The saver of a part: its rows share one version. */
export function usePartSaver(part: PartDetails) {
  const queryClient = useQueryClient();
  const load = async () => {
    const fresh = await get<PartDetails>(api.part(part.id));
    queryClient.setQueryData(partQuery(part.id).queryKey, fresh);
    return fresh;
  };
  const onWritten = () => {
    void load().catch(() => {});
    void queryClient.invalidateQueries({ queryKey: ['parts'] });
    void queryClient.invalidateQueries({ queryKey: ['contract', part.contractId, 'parts'] });
  };
  return useSaver<PartDetails>(`part/${part.id}`, part, load, onWritten);
}
