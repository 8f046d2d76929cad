import { queryOptions } from '@tanstack/react-query';
import type { Account } from '../../api/access';
import { get } from '../../api/client';
import { useAct } from '../../api/useAct';
import { api } from '../../paths';

/** One's own account: how one signs in and where one is signed in. */
export const accountQuery = queryOptions({
  queryKey: ['account'],
  queryFn: ({ signal }) => get<Account>(api.account, signal),
});

/** An act on one's own account, which is then read anew. */
export const useAccountAct = <T, V = void>(send: (value: V) => Promise<T>, after?: (answer: T) => unknown) =>
  useAct(send, [accountQuery.queryKey], after);
