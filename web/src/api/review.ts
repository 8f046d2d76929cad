import { queryOptions } from '@tanstack/react-query';
import { api } from '../paths';
import type { Channel, Side } from './acts';
import { get } from './client';
import type { Via } from './documents';
import type { FileRef } from './files';
import type { ActedBy, Can, Check, ReportHeader, Status } from './types';

/** How far a report is on its way between the two sides. */
export type ReportStage =
  | 'DRAFT'
  | 'FINALISED'
  | 'SUBMITTED'
  | 'RECEIVED'
  | 'QUERIED'
  | 'ANSWERED'
  | 'MEASURE_AGREED'
  | 'SETTLED'
  | 'REPLACED'
  | 'DISPOSED'
  | 'DISCARDED';
export type Verdict = 'CONFIRMED' | 'CONFIRMED_UNCHANGED' | 'QUERIED' | 'INSUFFICIENT';

export interface Submission {
  via: Via;
  on: string;
  files: FileRef[];
  by: ActedBy;
  at: string;
}
export interface Receipt {
  on: string;
  number: string | null;
  file: FileRef | null;
  recordedBy: Side;
  confirmed: boolean;
  by: ActedBy;
  at: string;
}
/** 訂正 of a day that was written down: what stood there before, what stands there since, and why. */
export interface WayCorrection {
  before: Via;
  /** Null where the submission was taken back. */
  via: Via | null;
  reason: string;
  by: ActedBy;
  at: string;
}
export interface DateCorrection {
  date: 'SUBMITTED_ON' | 'RECEIVED_ON';
  before: string;
  on: string;
  reason: string;
  by: ActedBy;
  at: string;
}
export interface Consultation {
  on: string;
  ministrySide: string;
  contractorSide: string;
  outcome: string;
  measure: string;
  by: string;
}
/** What the ministry's side said of a row, as both see it. */
export interface RowReview {
  /** How a person sent the answer, outside of the program; null while nobody did. */
  answerSent: { via: Via; on: string } | null;
  verdict: Verdict;
  comment: string | null;
  answered: boolean;
  recordedBy: Side;
  confirmed: boolean;
  carried: boolean;
  consultation: Consultation | null;
}
export interface ThreadEntry {
  reportId: string;
  from: string;
  to: string;
  side: Side;
  kind: 'QUERY' | 'ANSWER' | 'CONFIRMATION' | 'INSUFFICIENCY';
  text: string | null;
  by: ActedBy;
  at: string;
  on: string | null;
  recordedBy: Side;
  channel: Channel | null;
}
export interface RowThread {
  number: number;
  requirementId: string;
  label: string;
  entries: ThreadEntry[];
}
export type Attention =
  | 'CHANGED'
  | 'ANSWERED'
  | 'NOT_IMPLEMENTED'
  | 'NOT_APPLICABLE'
  | 'CONTRADICTION'
  | 'EXPLANATION_MISSING';

export interface ReviewRow {
  number: number;
  label: string;
  text: string;
  status: Status | null;
  reason: string | null;
  explanation: string | null;
  explanationStatus: Status | null;
  changedSinceLast: { status: Status | null; reason: string | null; explanation?: string | null } | null;
  unchanged: boolean;
  attention: Attention[];
  checks: Check[];
  review: RowReview | null;
  draft: { verdict: Exclude<Verdict, 'INSUFFICIENT'>; comment: string | null; by: ActedBy } | null;
  /** How much was said about this row so far, in this report and earlier ones. */
  threadEntries: number;
}
/** The ministry's own view of a report; no contractor ever reads it. */
export interface ReportReview {
  version: number;
  reportVersion: number;
  reportId: string;
  contractId: string;
  contractName: string;
  contractorName: string;
  from: string;
  to: string;
  stage: ReportStage;
  previousId: string | null;
  submission: Submission | null;
  receipt: Receipt | null;
  underInternalCheck: boolean;
  settled: boolean;
  counts: Record<
    'rows' | 'confirmed' | 'unchanged' | 'queried' | 'answered' | 'insufficient' | 'undecided' | 'drafted',
    number
  >;
  rows: ReviewRow[];
  /** The rows that may be confirmed in one stroke: none that contradicts what else is known. */
  unchangedRows: number[];
  header: ReportHeader;
  headerChecks: Check[];
  internalApproval: { state: 'UNDER_WAY' | 'APPROVED'; number: string | null; on: string | null } | null;
  secondPersonRequired: boolean;
  can: Record<
    'review' | 'send' | 'confirmUnchanged' | 'insufficiency' | 'internalApproval' | 'dispose' | 'disclose',
    Can
  >;
}
export interface Disclosure {
  number: number;
  at: string;
  by: ActedBy;
  withheld: { part: string; ground: string }[];
  sha256: string;
}

export const reviewQuery = (reportId: string) =>
  queryOptions({
    queryKey: ['report', reportId, 'review'],
    queryFn: ({ signal }) => get<ReportReview>(api.review(reportId), signal),
  });

export const threadQuery = (contractId: string, number: number) =>
  queryOptions({
    queryKey: ['contract', contractId, 'thread', number],
    queryFn: ({ signal }) => get<RowThread>(api.thread(contractId, number), signal),
  });

export const disclosuresQuery = (reportId: string) =>
  queryOptions({
    queryKey: ['report', reportId, 'disclosures'],
    queryFn: ({ signal }) => get<Disclosure[]>(api.disclosures(reportId), signal),
  });
