import { type UseMutationOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { FormKeys, inForm, Problem } from './client';
import { readAnew } from './written';

/**
 * What a form sends. What is on its way is not sent a second time (two clicks, Enter twice), and what is tried again after a
 * lost answer is the same act: each form has keys of its own until something is answered for good. There is no other way to
 * send from a form; a test sees to that.
 */
export function useSending<T = unknown, V = void>(
  options: UseMutationOptions<T, Error, V> & { mutationFn: (value: V) => Promise<T> },
) {
  const queryClient = useQueryClient();
  const keys = useRef<FormKeys>(null);
  const underWay = useRef<V[]>([]);
  keys.current ??= new FormKeys();
  const ofForm = keys.current;
  const sending = useMutation<T, Error, V>({
    ...options,
    mutationFn: (value) => inForm(ofForm, () => options.mutationFn(value)),
    onSuccess: (...args) => {
      ofForm.forget();
      return options.onSuccess?.(...args);
    },
    onError: (error, ...rest) => {
      if (!(error instanceof Problem && error.isPassing)) ofForm.forget();
      // Somebody was quicker, or this page's own last act: what stands on the screen is read anew, so that the next try is made from it.
      if (error instanceof Problem && error.status === 412) void queryClient.invalidateQueries();
      return options.onError?.(error, ...rest);
    },
    onSettled: (answer, error, value, ...rest) => {
      underWay.current = underWay.current.filter((one) => !Object.is(one, value));
      return options.onSettled?.(answer, error, value, ...rest);
    },
  });
  const mutate: typeof sending.mutate = (...args) => {
    const value = args[0] as V;
    if (underWay.current.some((one) => Object.is(one, value))) return;
    underWay.current.push(value);
    sending.mutate(...args);
  };
  return { ...sending, mutate };
}

/** An act, after which what it can have moved is read anew; `after` then runs with the answer. */
export function useAct<T, V = void>(send: (value: V) => Promise<T>, after?: (answer: T) => unknown) {
  const queryClient = useQueryClient();
  return useSending<T, V>({
    mutationFn: send,
    onSuccess: async (answer) => {
      await readAnew(queryClient);
      await after?.(answer);
    },
  });
}
