import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { read } from './client';
import * as api from './generated/operations.gen';
import { keyOf } from './operation';

export interface InboxFilter {
  scope?: 'mine' | 'section';
  kind?: string;
  sort?: 'age' | 'date';
  /** The notices that were said to be done. */
  done?: true;
}

const PAGE_SIZE = 50;

/** What waits for somebody, page by page, in the order asked for; urgent things are always first. */
export const inboxQuery = (filter: InboxFilter) =>
  infiniteQueryOptions({
    queryKey: keyOf(api.getInbox, { query: { ...filter } }),
    queryFn: ({ pageParam, signal }) =>
      read(api.getInbox, [{ query: { ...filter, limit: PAGE_SIZE, cursor: pageParam } }], signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  });
