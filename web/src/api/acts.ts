import { queryOptions } from '@tanstack/react-query';
import * as api from './generated/operations.gen';
import type { ActDetails, ActSummary } from './generated/types.gen';
import { query } from './query';

/** An act with what lists say of it, in one. */
export type Act = ActSummary & Omit<ActDetails, 'summary'>;

export const proceduresQuery = (contractId: string) => query(api.getProcedures, { path: { contractId } });

export const contractActsQuery = (contractId: string) => query(api.getActs, { path: { contractId } });

export const actQuery = (id: string) =>
  queryOptions({
    ...query(api.getAct, { path: { id } }),
    select: ({ summary, ...details }: ActDetails): Act => ({ ...summary, ...details }),
  });

export const actMailQuery = (id: string) => query(api.getActMail, { path: { id } });
