import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Written } from './client';
import { noteWrite } from './queries';

/** A write, after which what may have moved is read anew; `after` then runs with the answer. */
export function useAct<T = Written, V = void>(
  send: (value: V) => Promise<T>,
  touched: readonly QueryKey[],
  after?: (answer: T) => unknown,
) {
  const queryClient = useQueryClient();
  return useMutation<T, Error, V>({
    mutationFn: send,
    onSuccess: async (answer) => {
      noteWrite(answer as Partial<Written> | undefined);
      await Promise.all([...touched, ['inbox']].map((queryKey) => queryClient.invalidateQueries({ queryKey })));
      await after?.(answer);
    },
  });
}
