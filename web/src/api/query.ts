import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { call, read } from './client';
import { type Answer, type Asking, keyOf, type Operation } from './operation';

/** What a screen reads by an operation, kept under the operation's own address. */
export const query = <D, R>(operation: Operation<D, R>, ...asking: Asking<D>) =>
  queryOptions({
    queryKey: keyOf(operation, ...asking),
    queryFn: ({ signal }) => read(operation, asking, signal),
  });

/** Reads it again, whatever is on its way, and shows it wherever it is on the screen. */
export async function refresh<D, R>(
  queryClient: QueryClient,
  operation: Operation<D, R>,
  ...asking: Asking<D>
): Promise<Answer<R>> {
  const fresh = await call(operation, ...asking);
  queryClient.setQueryData(keyOf(operation, ...asking), fresh);
  return fresh;
}
