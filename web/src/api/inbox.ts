import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { api } from '../paths';
import { get } from './client';
import { lastWrite } from './queries';

export interface InboxItem {
  /** What `id` is the id of. */
  noun: 'ACT' | 'COMMUNICATION' | 'REPORT' | 'CONFIRMATION_DOCUMENT' | 'PRIOR_REPORT' | 'CONTRACT';
  type: string;
  id: string;
  contractId: string;
  contractName: string;
  contractorName: string;
  kind: string | null;
  subject: string | null;
  wording: string | null;
  title: string | null;
  state: string | null;
  since: string;
  ageDays: number;
  startsOn: string | null;
  urgent: boolean;
  opened: boolean | null;
  mine: boolean;
  /** Of the thing, as the list shows it. */
  version: number;
  /** It tells something and waits for no act: it stays until somebody says that it is done. */
  isNotice: boolean;
  done: { by: string; at: string } | null;
}

export interface Inbox {
  items: InboxItem[];
  counts: { mine: number; section: number; byType: Record<string, number> };
  next: string | null;
}

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
    queryKey: ['inbox', filter.scope ?? 'mine', filter.kind ?? '', filter.sort ?? 'age', filter.done ?? false],
    queryFn: ({ pageParam, signal }) =>
      get<Inbox>(api.inbox({ ...filter, limit: PAGE_SIZE, cursor: pageParam, after: lastWrite() }), signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  });
