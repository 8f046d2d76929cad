import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { FormKeys, inForm, Problem, type Written } from './client';
import { noteWrite } from './queries';

/**
 * A write, after which what may have moved is read anew; `after` then runs with the answer. What is on its way is not sent a
 * second time, and what is tried again after a lost answer is the same act.
 */
export function useAct<T = Written, V = void>(
  send: (value: V) => Promise<T>,
  touched: readonly QueryKey[],
  after?: (answer: T) => unknown,
) {
  const queryClient = useQueryClient();
  const keys = useRef<FormKeys>(null);
  const underWay = useRef<V[]>([]);
  keys.current ??= new FormKeys();
  const ofForm = keys.current;
  const act = useMutation<T, Error, V>({
    mutationFn: (value) => inForm(ofForm, () => send(value)),
    onSuccess: async (answer) => {
      ofForm.forget();
      noteWrite(answer as Partial<Written> | undefined);
      await Promise.all([...touched, ['inbox']].map((queryKey) => queryClient.invalidateQueries({ queryKey })));
      await after?.(answer);
    },
    onError: (error) => {
      if (!(error instanceof Problem && error.isPassing)) ofForm.forget();
    },
    onSettled: (_answer, _error, value) => {
      underWay.current = underWay.current.filter((one) => !Object.is(one, value));
    },
  });
  const mutate: typeof act.mutate = (...args) => {
    const value = args[0] as V;
    if (underWay.current.some((one) => Object.is(one, value))) return;
    underWay.current.push(value);
    act.mutate(...args);
  };
  return { ...act, mutate };
}
