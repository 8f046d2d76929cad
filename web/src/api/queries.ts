import { infiniteQueryOptions, keepPreviousData, QueryClient, queryOptions } from '@tanstack/react-query';
import { api } from '../paths';
import type { Candidates } from './access';
import { get, Problem, type Written } from './client';
import type {
  ContractDetails,
  ContractList,
  Edition,
  EditionDiff,
  EditionHistoryEntry,
  EditionStand,
  HistoryEntry,
  Obligation,
  Organisation,
  Period,
  PriorReport,
  Proposal,
  Report,
  ReportMail,
  ReportSummary,
} from './types';

export const makeQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        retry: (failures, error) => error instanceof Problem && error.isPassing && failures < 3,
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  });

/** Lists across contracts may lag behind a write; they wait for the last one that this page made. */
let lastSequence: number | undefined;
export function noteWrite<T extends Partial<Written> | undefined>(written: T): T {
  if (written?.sequence) lastSequence = Math.max(lastSequence ?? 0, written.sequence);
  return written;
}
export const lastWrite = () => lastSequence;

export interface ContractFilter {
  q?: string;
  stage?: string;
  edition?: string;
  sort?: string;
}

export const organisationsQuery = (kind: 'CONTRACTOR' | 'MINISTRY_OFFICE') =>
  queryOptions({
    queryKey: ['organisations', kind],
    queryFn: ({ signal }) => get<Organisation[]>(api.organisations(kind), signal),
  });

export type ListedEdition = EditionStand & Pick<Edition, 'revision' | 'name' | 'source' | 'hash'>;

export const editionsQuery = queryOptions({
  queryKey: ['editions'],
  queryFn: ({ signal }) => get<ListedEdition[]>(api.editions, signal),
});

export const editionHistoryQuery = (code: string) =>
  queryOptions({
    queryKey: ['editions', code, 'history'],
    queryFn: ({ signal }) => get<EditionHistoryEntry[]>(api.editionHistory(code), signal),
  });

export const editionQuery = (code: string, revision?: number) =>
  queryOptions({
    queryKey: ['editions', code, revision ?? 'newest'],
    queryFn: ({ signal }) => get<Edition>(api.edition(code, revision), signal),
    staleTime: 60_000,
  });

export const editionDiffQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: ['editions', 'diff', from, to],
    queryFn: ({ signal }) => get<EditionDiff>(api.editionDiff(from, to), signal),
  });

export const contractsQuery = (filter: ContractFilter) =>
  queryOptions({
    queryKey: ['contracts', filter],
    queryFn: ({ signal }) => get<ContractList>(api.contracts({ ...filter, limit: 100, after: lastSequence }), signal),
    placeholderData: keepPreviousData,
  });

/** The list of contracts page by page, in the order asked for. */
export const contractPagesQuery = (filter: ContractFilter) =>
  infiniteQueryOptions({
    queryKey: ['contracts', 'pages', filter],
    queryFn: ({ pageParam, signal }) =>
      get<ContractList>(api.contracts({ ...filter, limit: 100, cursor: pageParam, after: lastSequence }), signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  });

export const contractQuery = (id: string) =>
  queryOptions({
    queryKey: ['contract', id],
    queryFn: ({ signal }) => get<ContractDetails>(api.contract(id), signal),
  });

export const candidatesQuery = (id: string) =>
  queryOptions({
    queryKey: ['contract', id, 'candidates'],
    queryFn: ({ signal }) => get<Candidates>(api.candidates(id), signal),
  });

export const contractHistoryQuery = (id: string) =>
  queryOptions({
    queryKey: ['contract', id, 'history'],
    queryFn: ({ signal }) => get<HistoryEntry[]>(api.contractHistory(id), signal),
  });

/** Which requirements of the contract's own edition each of the six questions is about. */
export const questionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['contract', id, 'questions'],
    queryFn: ({ signal }) => get<{ question: string; numbers: number[] }[]>(api.questions(id), signal),
  });

export const proposalsQuery = (id: string) =>
  queryOptions({
    queryKey: ['contract', id, 'proposals'],
    queryFn: ({ signal }) => get<Proposal[]>(api.proposals(id), signal),
  });

export const periodsQuery = (id: string) =>
  queryOptions({
    queryKey: ['contract', id, 'periods'],
    queryFn: ({ signal }) => get<Period[]>(api.periods(id), signal),
  });

export const contractReportsQuery = (id: string) =>
  queryOptions({
    queryKey: ['contract', id, 'reports'],
    queryFn: ({ signal }) => get<ReportSummary[]>(api.contractReports(id), signal),
  });

export const priorReportsQuery = (id: string) =>
  queryOptions({
    queryKey: ['contract', id, 'prior-reports'],
    queryFn: ({ signal }) => get<PriorReport[]>(api.priorReports(id), signal),
  });

export const obligationsQuery = (id: string, asOf?: string) =>
  queryOptions({
    queryKey: ['contract', id, 'obligations', asOf ?? 'now'],
    queryFn: ({ signal }) => get<Obligation[]>(api.obligations(id, asOf), signal),
  });

export const obligationQuery = (id: string, number: number, asOf?: string) =>
  queryOptions({
    queryKey: ['contract', id, 'obligation', number, asOf ?? 'now'],
    queryFn: ({ signal }) => get<Obligation>(api.obligation(id, number, asOf), signal),
  });

export const historyQuery = (id: string, number: number) =>
  queryOptions({
    queryKey: ['contract', id, 'history', number],
    queryFn: ({ signal }) => get<HistoryEntry[]>(api.history(id, number), signal),
  });

export const reportQuery = (id: string) =>
  queryOptions({ queryKey: ['report', id], queryFn: ({ signal }) => get<Report>(api.report(id), signal) });

export const mailQuery = (id: string) =>
  queryOptions({ queryKey: ['report', id, 'mail'], queryFn: ({ signal }) => get<ReportMail>(api.mail(id), signal) });
