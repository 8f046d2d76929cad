import { useQueryClient } from '@tanstack/react-query';
import { get } from '../../api/client';
import { obligationQuery, obligationsQuery } from '../../api/queries';
import type { Obligation } from '../../api/types';
import { api } from '../../paths';
import { useSaver } from '../../saving/useSaver';

export const obligationSaver = (contractId: string, number: number) => `obligation/${contractId}/${number}`;

/** The saver of one obligation. After a save the record is read anew, so that what the server derives shows. */
export function useObligationSaver(obligation: Obligation) {
  const queryClient = useQueryClient();
  const { contractId, number } = obligation;
  const load = async () => {
    const fresh = await get<Obligation>(api.obligation(contractId, number));
    queryClient.setQueryData(obligationQuery(contractId, number).queryKey, fresh);
    queryClient.setQueryData(obligationsQuery(contractId).queryKey, (list) =>
      list?.map((one) => (one.number === number ? fresh : one)),
    );
    return fresh;
  };
  const onWritten = () => {
    void load().catch(() => {});
    for (const queryKey of [['contracts'], ['contract', contractId, 'history', number]])
      void queryClient.invalidateQueries({ queryKey, refetchType: queryKey.length > 1 ? 'active' : 'none' });
  };
  return useSaver<Obligation>(obligationSaver(contractId, number), obligation, load, onWritten);
}
