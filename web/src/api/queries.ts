import { infiniteQueryOptions, keepPreviousData, QueryClient, queryOptions } from '@tanstack/react-query';
import { Problem, read } from './client';
import * as api from './generated/operations.gen';
import type { GetContractsData, OrganisationKind } from './generated/types.gen';
import { keyOf } from './operation';
import { query } from './query';
import { lastSequence } from './written';

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

export type ContractFilter = Pick<NonNullable<GetContractsData['query']>, 'q' | 'stage' | 'edition' | 'sort'>;

/** Many forms choose from it, and it seldom changes; what is changed from here is read anew at once. */
export const organisationsQuery = (kind: OrganisationKind) =>
  queryOptions({ ...query(api.getOrganisations, { query: { kind } }), staleTime: 60_000 });

export const editionsQuery = query(api.getEditions);

/** Those that one chooses among, without their words. */
export const editionNamesQuery = query(api.getEditionNames);

export const editionHistoryQuery = (code: string) => query(api.getEditionHistory, { path: { code } });

export const editionQuery = (code: string, revision?: number) =>
  queryOptions({ ...query(api.getEdition, { path: { code }, query: { revision } }), staleTime: 60_000 });

export const editionDiffQuery = (from: string, to: string) =>
  query(api.diffEditions, { path: { code: from, other: to } });

const listed = (filter: ContractFilter, cursor?: string) => ({
  query: { ...filter, limit: 100, cursor, after: lastSequence() },
});

export const contractsQuery = (filter: ContractFilter) =>
  queryOptions({
    queryKey: keyOf(api.getContracts, { query: filter }),
    queryFn: ({ signal }) => read(api.getContracts, [listed(filter)], signal),
    placeholderData: keepPreviousData,
  });

/** The list of contracts page by page, in the order asked for. */
export const contractPagesQuery = (filter: ContractFilter) =>
  infiniteQueryOptions({
    queryKey: [...keyOf(api.getContracts, { query: filter }), 'pages'],
    queryFn: ({ pageParam, signal }) => read(api.getContracts, [listed(filter, pageParam)], signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  });

/** What the table over contracts is narrowed by. */
export interface PortfolioFilter {
  q?: string;
  officer?: string;
  year?: number;
  edition?: string;
}

export const portfolioPagesQuery = (filter: PortfolioFilter) =>
  infiniteQueryOptions({
    queryKey: keyOf(api.getPortfolio, { query: filter }),
    queryFn: ({ pageParam, signal }) => read(api.getPortfolio, [{ query: { ...filter, after: pageParam } }], signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  });

export const portfolioChoicesQuery = query(api.getPortfolioChoices);

export const contractQuery = (id: string) => query(api.getContract, { path: { id } });

export const candidatesQuery = (id: string) => query(api.getCandidates, { path: { id } });

export interface ChronicleFilter {
  kind?: string;
  from?: string;
  to?: string;
}

/** 経緯 of a contract, page by page. */
export const chroniclePagesQuery = (contractId: string, filter: ChronicleFilter) =>
  infiniteQueryOptions({
    queryKey: keyOf(api.getChronicle, { path: { contractId }, query: filter }),
    queryFn: ({ pageParam, signal }) =>
      read(api.getChronicle, [{ path: { contractId }, query: { ...filter, before: pageParam } }], signal),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  });

/** Which requirements of the contract's own edition each of the six questions is about. */
export const questionsQuery = (id: string) => query(api.getQuestions, { path: { id } });

export const proposalsQuery = (id: string) => query(api.getProposals, { path: { id } });

export const periodsQuery = (id: string) => query(api.getPeriods, { path: { contractId: id } });

export const contractReportsQuery = (id: string) => query(api.getReports, { path: { contractId: id } });

export const priorReportsQuery = (id: string) => query(api.getPriorReports, { path: { contractId: id } });

export const obligationsQuery = (id: string, asOf?: string) =>
  query(api.getObligations, { path: { contractId: id }, query: { asOf } });

/** 今期もこのとおりですか: what is asked about the items before the next report. */
export const reaffirmationQuery = (id: string) => query(api.getReaffirmation, { path: { contractId: id } });

export const obligationQuery = (id: string, number: number, asOf?: string) =>
  query(api.getObligation, { path: { contractId: id, number }, query: { asOf } });

export const historyQuery = (id: string, number: number) =>
  query(api.getObligationHistory, { path: { contractId: id, number } });

export const reportQuery = (id: string) => query(api.getReport, { path: { id } });

export const mailQuery = (id: string) => query(api.getReportMail, { path: { id } });
