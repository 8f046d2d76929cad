import { useQueryClient } from '@tanstack/react-query';
import * as api from '../../api/generated/operations.gen';
import type { ObligationDetails } from '../../api/generated/types.gen';
import { keyOf } from '../../api/operation';
import { historyQuery, obligationsQuery } from '../../api/queries';
import { refresh } from '../../api/query';
import { useSaver } from '../../saving/useSaver';

export const obligationSaver = (contractId: string, number: number) => `obligation/${contractId}/${number}`;

/** The saver of one obligation. After a save the record is read anew, so that what the server derives shows. */
export function useObligationSaver(obligation: ObligationDetails) {
  const queryClient = useQueryClient();
  const { contractId, number } = obligation;
  const load = async () => {
    const fresh = await refresh(queryClient, api.getObligation, { path: { contractId, number } });
    queryClient.setQueryData(obligationsQuery(contractId).queryKey, (list) =>
      list?.map((one) => (one.number === number ? fresh : one)),
    );
    return fresh;
  };
  const onWritten = () => {
    void load().catch(() => {});
    void queryClient.invalidateQueries({ queryKey: historyQuery(contractId, number).queryKey });
    void queryClient.invalidateQueries({ queryKey: keyOf(api.getContracts), refetchType: 'none' });
    void queryClient.invalidateQueries({ queryKey: keyOf(api.getInbox) });
  };
  return useSaver<ObligationDetails>(obligationSaver(contractId, number), obligation, load, onWritten);
}
