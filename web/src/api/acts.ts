import { queryOptions } from '@tanstack/react-query';
import type { Messages } from '../i18n/language';
import { api } from '../paths';
import { get } from './client';
import type { DkimResult, FileRef, SmimeResult } from './files';
import type { ActedBy, Can, HistoryEntry } from './types';

export type ActKind = 'ACKNOWLEDGE' | 'CONSENT' | 'PERMIT' | 'APPROVE' | 'USE_APPROVE' | 'CONFIRM';
export type CommunicationKind =
  | 'PRESENT'
  | 'RE_PRESENT'
  | 'NOTIFY'
  | 'SUBMIT'
  | 'REPORT'
  | 'INFORM'
  | 'PROVE'
  | 'CONSULT'
  | 'SEEK_ADVICE'
  | 'INSTRUCT'
  | 'DESIGNATE'
  | 'SHOW';
export type ActState =
  | 'REQUESTED'
  | 'INQUIRED'
  | 'ANSWERED'
  | 'GRANTED'
  | 'DECLINED'
  | 'CANCELLED'
  | 'WITHDRAWN'
  | 'EXPIRED';
export type NeedKind = 'CHANGE_PROPOSAL' | 'RE_PRESENTATION' | 'NEW_PERMISSION';
export type Channel = 'SYSTEM' | 'MAIL' | 'TELEPHONE' | 'PAPER' | 'MEETING' | 'UNSENT';
export type Direction = 'FROM_CONTRACTOR' | 'FROM_OFFICER' | 'BOTH';
export type Side = 'OFFICER' | 'CONTRACTOR';

/** One thing that the edition asks for, with its own word and sentence. */
export interface Procedure {
  subject: string;
  kind: ActKind | CommunicationKind;
  isCommunication: boolean;
  direction: Direction;
  number: number | null;
  requirementId: string | null;
  wording: string;
  sentence: string;
  source: 'ANNEX' | 'FORM_NOTE' | 'TENDER';
  approver: 'SUPERVISING_OFFICER' | 'RESPONSIBLE_SECTION' | null;
  title: Messages;
  before: boolean;
  standingPossible: boolean;
  /** Whether the reader can ask for it, or record it. */
  can: Can;
}

export interface Timing {
  fact: 'BEFORE' | 'MISSING' | 'AFTER';
  sameDay?: boolean;
}

export interface ActSummary {
  id: string;
  version: number;
  subject: string;
  kind: ActKind;
  number: number | null;
  requirementId: string | null;
  wording: string;
  title: string;
  mode: 'INDIVIDUAL' | 'STANDING';
  state: ActState;
  startsOn: string | null;
  startedOn: string | null;
  timing: Timing | null;
  need: NeedKind | null;
  actAt: string | null;
  expiresOn: string | null;
  recordedBy: Side | null;
  confirmed: boolean | null;
  /** Written down, on a contract whose section is not here, and nobody has sent it so far. */
  unsent: boolean;
  delivery: { channel: Channel; actAt: string } | null;
  /** What changed since, so that it is needed. */
  needReasons: Messages[];
  updatedAt: string;
}

export interface Scope {
  what: string;
  media: string[];
  purposes: string[];
  places: string[];
  people: string[];
  until: string;
}

export interface MailProof {
  file: FileRef;
  dkim: DkimResult;
  signingDomain: string | null;
  /** Whether the signing domain is the sender's. */
  aligned: boolean;
  /** Null where the mail was read in before this was looked at. */
  smime: SmimeResult | null;
}

/** What a word was given on. */
export interface Condition {
  text: string;
  /** Its own last day; the word as a whole ends by `expiresOn`. */
  dueOn: string | null;
}

export interface Decision {
  outcome: 'GRANTED' | 'DECLINED';
  actAt: string;
  recordedAt: string;
  by: ActedBy;
  recordedBy: Side;
  conditions: Condition[];
  expiresOn: string | null;
  reason: string | null;
  /** The number of the record by which it came, where it was given elsewhere. */
  record: number | null;
}

/** What the contractor wrote down of the officer's word given elsewhere. */
export interface OutsideRecord {
  number: number;
  outcome: 'GRANTED' | 'DECLINED' | 'INQUIRED' | 'WITHDRAWN';
  channel: Channel;
  actAt: string;
  recordedAt: string;
  by: ActedBy;
  officerName: string | null;
  note: string | null;
  conditions: Condition[];
  expiresOn: string | null;
  reason: string | null;
  files: FileRef[];
  mail: MailProof | null;
  status: 'UNCONFIRMED' | 'CONFIRMED' | 'OBJECTED';
  statusBy: ActedBy | null;
  statusAt: string | null;
  objection: string | null;
}

export interface StandingUse {
  number: number;
  on: string;
  medium: string | null;
  purpose: string | null;
  place: string | null;
  people: string[];
  note: string | null;
  recordedAt: string;
  by: ActedBy;
}

export type CorrectedField =
  | 'ACT_AT'
  | 'EXPIRES_ON'
  | 'CHANNEL'
  | 'NOTE'
  | 'REASON'
  | 'STARTS_ON'
  | 'STARTED_ON'
  | 'OFFICER_NAME'
  | 'TITLE'
  | 'CONDITION'
  | 'CONDITION_DUE_ON';

export interface Correction {
  field: string;
  oldValue: string | null;
  newValue: string | null;
  reason: string;
  recordedAt: string;
  by: ActedBy;
  /** Which of the conditions, from 0, where one was put right. */
  condition?: number | null;
}

export interface Inquiry {
  text: string;
  at: string;
  by: ActedBy;
  answer: { text: string; files: FileRef[]; at: string; by: ActedBy } | null;
}

export type ActCan =
  | 'change'
  | 'cancel'
  | 'answer'
  | 'recordOutside'
  | 'start'
  | 'use'
  | 'keepCondition'
  | 'recordTargetChange'
  | 'deliver'
  | 'correct'
  | 'inquire'
  | 'decide'
  | 'confirmRecord'
  | 'object'
  | 'withdraw'
  | 'assess';

export interface Act extends ActSummary {
  contractId: string;
  contractName: string;
  contractorName: string;
  sectionIsHere: boolean;
  edition: { code: string; revision: number };
  sentence: string | null;
  text: string;
  scope: Scope | null;
  target: { kind: string; id: string; version: number; sha256?: string | null } | null;
  targetVersionNow: number | null;
  files: FileRef[];
  requestedAt: string;
  requestedBy: ActedBy;
  decision: Decision | null;
  records: OutsideRecord[];
  inquiries: Inquiry[];
  uses: StandingUse[];
  conditionsKept: { condition: number; on: string; text: string; files: FileRef[]; recordedAt: string; by: ActedBy }[];
  corrections: Correction[];
  assessments: { text: string; recordedAt: string; by: ActedBy }[];
  /** What the contractor wrote of a change of the thing that the word was given for. */
  targetChanges: { text: string; recordedAt: string; by: ActedBy }[];
  withdrawal: { reason: string; actAt: string; recordedAt: string; by: ActedBy } | null;
  cancellation: { text: string; recordedAt: string; by: ActedBy } | null;
  /** All that happened to it, oldest first. */
  history: HistoryEntry[];
  opened: boolean;
  /** A decision that waits for a second pair of eyes; only the ministry's side ever sees one. */
  draft: {
    id: string;
    version: number;
    outcome: 'GRANTED' | 'DECLINED';
    conditions: Condition[];
    expiresOn: string | null;
    reason: string | null;
    actAt: string | null;
    /** The number of the contractor's record that is to be confirmed. */
    record: number | null;
    draftedAt: string;
    draftedBy: ActedBy;
    mine: boolean;
    stale: boolean;
  } | null;
  /** What the reader's side entered and may put right. */
  correctable: CorrectedField[];
  can: Record<ActCan, Can>;
}

/** As the server sends it: what stands in lists is a part of its own. */
type ActDetails = Omit<Act, keyof ActSummary> & { id: string; version: number; summary: ActSummary };

export interface ActMail {
  to: string[];
  cc: string[];
  subject: string;
  body: string;
  attachments: FileRef[];
  totalBytes: number;
  tooLarge: boolean;
}

/** Whether something planned lies inside a 包括 act in force. */
export interface Coverage {
  covered: boolean;
  acts: { id: string; title: string; covered: boolean; messages: Messages[] }[];
}

export const proceduresQuery = (contractId: string) =>
  queryOptions({
    queryKey: ['contract', contractId, 'procedures'],
    queryFn: ({ signal }) => get<Procedure[]>(api.procedures(contractId), signal),
  });

export const contractActsQuery = (contractId: string) =>
  queryOptions({
    queryKey: ['contract', contractId, 'acts'],
    queryFn: ({ signal }) => get<{ items: ActSummary[] }>(api.contractActs(contractId), signal),
  });

export const actQuery = (id: string) =>
  queryOptions({
    queryKey: ['act', id],
    queryFn: async ({ signal }): Promise<Act> => {
      const { summary, ...details } = await get<ActDetails>(api.act(id), signal);
      return { ...summary, ...details };
    },
  });

export const actMailQuery = (id: string) =>
  queryOptions({ queryKey: ['act', id, 'mail'], queryFn: ({ signal }) => get<ActMail>(api.actMail(id), signal) });
