import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Account } from '../../api/access';
import { get } from '../../api/client';
import { api } from '../../paths';

/** One's own account: how one signs in and where one is signed in. */
export const accountQuery = queryOptions({
  queryKey: ['account'],
  queryFn: ({ signal }) => get<Account>(api.account, signal),
});

/** An act on one's own account; afterwards the account is read anew. */
export function useAccountAct<T, V = void>(act: (value: V) => Promise<T>, onDone?: (answer: T) => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: async (answer) => {
      await queryClient.invalidateQueries({ queryKey: accountQuery.queryKey });
      onDone?.(answer);
    },
  });
}
