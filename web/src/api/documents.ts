import { queryOptions } from '@tanstack/react-query';
import type { Messages } from '../i18n/language';
import { api } from '../paths';
import type { ActState } from './acts';
import { get } from './client';
import type { FileRef } from './files';
import type { ActedBy, Can, Check, DiffPart } from './types';

export type PersonRole = 'INFORMATION_MANAGER' | 'HANDLING_MANAGER' | 'WORKER' | 'SUBCONTRACTOR';

/** What stands of a person in the 体制; what this reader has no need of is masked. */
export interface PersonFields {
  name: string;
  duty: string | null;
  affiliation: string | null;
  position: string | null;
  expertise: string | null;
  achievements: string | null;
  nationality: string | null;
  address: string | null;
  birthDate: string | null;
}
export interface RosterPerson extends PersonFields {
  id: string;
  roles: PersonRole[];
  erased: boolean;
  hasAccount: boolean;
}
export interface DocumentMethod {
  number: number;
  requirementId: string;
  heading: string | null;
  text: string;
  method: string | null;
  obligationVersion: number;
  differsFromRecord: boolean;
  recorded: { method: string | null; version: number } | null;
}
export interface DocumentPaper {
  id: string;
  subject: string;
  number: number | null;
  files: FileRef[];
}
export interface DocumentContent {
  structure: string | null;
  places: string | null;
  capitalAndDirectors: string | null;
  people: RosterPerson[];
  methods: DocumentMethod[];
  papers: DocumentPaper[];
  parts: {
    partId: string;
    partVersion: number;
    subcontractorName: string;
    rows: { number: number; method: string | null }[];
  }[];
}
export interface DocumentDiff {
  methods: { number: number; parts: DiffPart[] }[];
  structure: DiffPart[] | null;
  places: DiffPart[] | null;
  capitalAndDirectors: DiffPart[] | null;
  people: {
    added: RosterPerson[];
    removed: RosterPerson[];
    changed: { before: RosterPerson; after: RosterPerson; fields: string[] }[];
  };
  papers: { added: DocumentPaper[]; removed: DocumentPaper[]; changed: unknown[] };
  parts: { added: { subcontractorName: string }[]; removed: { subcontractorName: string }[]; changed: unknown[] };
  material: boolean;
}
export interface DocumentCheck extends Check {
  personId?: string | null;
}
export interface DocumentVersion {
  number: number;
  /** RE_PRESENTATION: the roster alone, shown again without a word being asked for. */
  kind: 'FIRST' | 'CHANGE' | 'RE_PRESENTATION';
  word: string;
  state: 'PRESENTED' | 'AGREED' | 'DECLINED' | 'WITHDRAWN' | 'CANCELLED';
  presentedOn: string;
  act: {
    id: string;
    kind: string;
    wording: string;
    state: ActState;
    actAt: string | null;
    recordedBy: 'OFFICER' | 'CONTRACTOR' | null;
    confirmed: boolean | null;
  } | null;
  submission: { on: string; via: Via; files: FileRef[] } | null;
  effectiveFrom: string | null;
  inForceFrom: string | null;
  inForceUntil: string | null;
  timing: 'BEFORE' | 'AFTER' | 'MISSING' | null;
  /** Fixed for an officer who is not here, and not sent so far. */
  unsent: boolean;
  files: { format: 'DOCX' | 'PDF'; sha256: string; bytes: number }[];
}
export interface SubmissionCorrection {
  number: number;
  before: string;
  on: string;
  reason: string;
  by: ActedBy;
  at: string;
}
export interface SubmissionWayCorrection {
  number: number;
  before: Via;
  via: Via;
  reason: string;
  by: ActedBy;
  at: string;
}
export type Via = 'SYSTEM' | 'MAIL' | 'HAND' | 'POST';
export interface DocumentNeed {
  kind: 'CHANGE_PROPOSAL' | 'RE_PRESENTATION';
  words: Messages;
  numbers: number[];
  reasons: Messages[];
}
type Draft = DocumentContent & {
  basedOn: number | null;
  checks: DocumentCheck[];
  changedSince: DocumentDiff | null;
};
export interface ConfirmationDocument {
  /** Somebody of the 担当課室 is here, so that what is presented reaches them. */
  sectionIsHere: boolean;
  id: string;
  version: number;
  contractId: string;
  title: string;
  firstWord: string;
  changeWord: string;
  layoutNote: Messages;
  inForce: { number: number; from: string } | null;
  versions: DocumentVersion[];
  /** 訂正 of the days on which versions were handed in. */
  corrections: SubmissionCorrection[];
  /** 訂正 of the ways in which versions were handed in. */
  wayCorrections: SubmissionWayCorrection[];
  draft: Draft | null;
  recordDiffers: number[];
  needs: DocumentNeed[];
  /** Which fields of a person this reader sees. */
  personalFields: Partial<Record<keyof PersonFields, boolean>>;
  suggestedPapers: { subject: string; number: number | null; statementId?: string | null; sentence: string }[];
  can: Record<
    | 'startDraft'
    | 'edit'
    | 'present'
    | 'discardDraft'
    | 'submit'
    | 'correctSubmission'
    | 'setEffective'
    | 'erasePeople',
    Can
  >;
}

type DraftDetails = Omit<Draft, keyof DocumentContent> & { content: DocumentContent };

/** The document with its draft, whose content the server sends as a part of its own. */
export async function readDocument(contractId: string, signal?: AbortSignal): Promise<ConfirmationDocument> {
  const answer = await get<Omit<ConfirmationDocument, 'draft'> & { draft: DraftDetails | null }>(
    api.confirmationDocument(contractId),
    signal,
  );
  if (!answer.draft) return { ...answer, draft: null };
  const { content, ...draft } = answer.draft;
  return { ...answer, draft: { ...content, ...draft } };
}

export const documentQuery = (contractId: string) =>
  queryOptions({
    queryKey: ['contract', contractId, 'confirmation-document'],
    queryFn: ({ signal }) => readDocument(contractId, signal),
  });

export const documentVersionQuery = (contractId: string, number: number) =>
  queryOptions({
    queryKey: ['contract', contractId, 'confirmation-document', number],
    queryFn: async ({ signal }) => {
      const { details, content } = await get<{ details: DocumentVersion; content: DocumentContent }>(
        api.documentVersion(contractId, number),
        signal,
      );
      return { ...details, content };
    },
  });

export const documentDiffQuery = (contractId: string, from: number, to: number | 'draft') =>
  queryOptions({
    queryKey: ['contract', contractId, 'confirmation-document', 'diff', from, to],
    queryFn: ({ signal }) => get<DocumentDiff>(api.documentDiff(contractId, from, to), signal),
  });
