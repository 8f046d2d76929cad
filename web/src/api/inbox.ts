import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { api } from '../paths';
import type { Inbox, InboxFilter } from './acts';
import { get } from './client';
import { lastWrite } from './queries';

const PAGE_SIZE = 50;

/** What waits for somebody, page by page, in the order asked for; urgent things are always first. */
export const inboxQuery = (filter: InboxFilter) =>
  infiniteQueryOptions({
    queryKey: ['inbox', filter.scope ?? 'mine', filter.kind ?? '', filter.sort ?? 'age'],
    queryFn: ({ pageParam, signal }) =>
      get<Inbox>(api.inbox({ ...filter, limit: PAGE_SIZE, cursor: pageParam, after: lastWrite() }), signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  });
