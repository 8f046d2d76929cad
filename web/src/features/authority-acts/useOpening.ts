import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { call, Problem } from '../../api/client';
import type { Asking, Operation } from '../../api/operation';
import { readAnew } from '../../api/written';

/** Tells the server that this person has this version before the eyes: nobody decides on what was not opened. */
export function useOpening<D, R>(operation: Operation<D, R>, isOpened: boolean, ...asking: Asking<D>) {
  const queryClient = useQueryClient();
  const key = JSON.stringify(asking);
  useEffect(() => {
    if (isOpened) return;
    call(operation, ...(JSON.parse(key) as Asking<D>))
      .then(() => readAnew(queryClient))
      .catch((error) => {
        // who may only read is not noted, and a newer version is about to be shown
        if (!(error instanceof Problem)) throw error;
      });
  }, [operation, isOpened, key, queryClient]);
}
