import * as api from './generated/operations.gen';
import { query } from './query';

export const reviewQuery = (reportId: string) => query(api.getReview, { path: { id: reportId } });

export const threadQuery = (contractId: string, number: number) =>
  query(api.getRowThread, { path: { contractId, number } });

export const disclosuresQuery = (reportId: string) => query(api.getDisclosures, { path: { id: reportId } });
