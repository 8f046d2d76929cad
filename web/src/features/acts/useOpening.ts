import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Problem, post } from '../../api/client';

/** Tells the server that this person has this version before the eyes: nobody decides on what was not opened. */
export function useOpening(address: string, thing: { version: number; opened: boolean }, touched: QueryKey) {
  const queryClient = useQueryClient();
  const { version, opened } = thing;
  const key = JSON.stringify(touched);
  useEffect(() => {
    if (opened) return;
    post(address, {}, version)
      .then(() => queryClient.invalidateQueries({ queryKey: JSON.parse(key) }))
      .catch((error) => {
        // who may only read is not noted, and a newer version is about to be shown
        if (!(error instanceof Problem)) throw error;
      });
  }, [address, version, opened, key, queryClient]);
}
