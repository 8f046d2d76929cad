import type { Messages } from '../i18n/language';
import type { RoleToGive } from './access';
import type { Side } from './acts';
import type { Subcontractor } from './parts';
import type { DateCorrection, Receipt, ReportStage, RowReview, Submission, WayCorrection } from './review';

export type Status = 'IMPLEMENTED' | 'NOT_IMPLEMENTED' | 'NOT_APPLICABLE';
export type Stage = 'PREPARING' | 'ACTIVE' | 'ENDED' | 'TERMINATED';

/** What can be done, or why not; decided by the server. */
export type Can = true | { reason: Messages };

/** Who recorded something, as of then. */
export interface ActedBy {
  name: string;
  role: string | null;
  organisationName: string | null;
  /** Of an office of the ministry, where the person then was. */
  sectionName: string | null;
}

export interface Organisation {
  id: string;
  kind: 'CONTRACTOR' | 'MINISTRY_OFFICE';
  name: string;
  sections: { id: string; name: string; mail: string | null }[];
  /** As what the reader invites its first person; empty where others do. */
  rolesToGive: RoleToGive[];
}

// Catalogue
export interface Statement {
  id: string;
  label: string;
  text: string;
  alwaysExplained: boolean;
  statements?: Statement[];
}
export interface Requirement {
  number: number;
  id: string;
  heading: string | null;
  text: string;
  statements: Statement[];
}
export interface FormRow {
  number: number;
  label: string;
  text: string;
}
export interface ReportForm {
  mark: string;
  addresseePattern: string;
  title: string;
  preamble: string;
  contractHeading: string;
  reportHeading: string;
  columns: string[];
  rows: FormRow[];
  notes: string[];
  closing: string;
}
/** Whom an edition is for: everyone, the firm that published it, or no further contract. */
export type EditionStanding = 'ADOPTED' | 'OWN' | 'WITHDRAWN';
export type EditionCan =
  | 'registerContract'
  | 'reviseEdition'
  | 'requestEditionAdoption'
  | 'adoptEdition'
  | 'withdrawEditionAdoption'
  | 'withdrawEdition';
export interface EditionStand {
  code: string;
  version: number;
  standing: EditionStanding;
  isOwn: boolean;
  firmName: string | null;
  adoptionRequested: boolean;
  /** It was adopted at some time. */
  readableByAll: boolean;
  can: Record<EditionCan, Can>;
}
export interface EditionHistoryEntry {
  type: string;
  recordedAt: string;
  side: 'PROGRAM' | 'FIRM' | 'MINISTRY';
  organisationName: string | null;
  personName: string | null;
  revision: number | null;
  reason: string | null;
}
export interface Edition extends EditionStand {
  revision: number;
  name: string;
  source: string;
  hash: string;
  contractorWord: string;
  opening: string;
  requirements: Requirement[];
  form: ReportForm | null;
}
export interface DiffPart {
  op: 'equal' | 'delete' | 'insert';
  text: string;
}
export interface DiffEntry {
  kind: 'UNCHANGED' | 'MODIFIED' | 'ADDED' | 'REMOVED' | 'MOVED' | 'SPLIT' | 'MERGED';
  name?: string;
  from: (number | string)[];
  to: (number | string)[];
  fromText: string | null;
  toText: string | null;
  diff: DiffPart[] | null;
}
export interface EditionDiff {
  from: { code: string; revision: number; name: string };
  to: { code: string; revision: number; name: string };
  requirements: DiffEntry[];
  rows: DiffEntry[];
  fixedTexts: DiffEntry[];
}
export type Match = 'equal' | 'differs' | 'missing' | 'new';
export interface Finding {
  code: string;
  messages: Messages;
  number?: number | null;
}
export interface Unread {
  from: number;
  to: number;
  text: string;
}
export interface AnnexImport {
  fileName: string | null;
  match: { code: string | null; kind: 'exact' | 'differs' | 'none' };
  contractorWord: string;
  opening: string;
  requirements: (Requirement & { match: Match; diff: DiffPart[] | null })[];
  form: (Omit<ReportForm, 'rows'> & { rows: (FormRow & { match: Match; diff: DiffPart[] | null })[] }) | null;
  unread: Unread[];
  warnings: Finding[];
  proposals: Partial<
    Record<
      | 'contractName'
      | 'section'
      | 'office'
      | 'startsOn'
      | 'endsOn'
      | 'addressee'
      | 'namedNorm'
      | 'publishedOn'
      | 'fiscalYear',
      string | null
    >
  >;
}

// Contracts
export interface Counts {
  implemented: number;
  notImplemented: number;
  notApplicable: number;
  unrecorded: number;
  reasonMissing: number;
  /** Recorded for words that a 変更契約 changed since; in none of the others until a person has looked. */
  lookWanted: number;
}
export interface ContractListItem {
  id: string;
  version: number;
  name: string;
  stage: Stage;
  editionCode: string;
  editionRevision: number;
  contractorName: string;
  officeName: string | null;
  sectionName: string | null;
  signedOn: string | null;
  startsOn: string;
  endsOn: string;
  counts: Counts;
  nextReport?: { from: string; to: string; guideOn: string; confirmed: boolean; finalised: boolean } | null;
}
export interface ContractList {
  items: ContractListItem[];
  next: string | null;
  total: number;
  /** Who does not see reports is told nothing of the next one. */
  showsReports: boolean;
}
export interface Contractor {
  organisationId?: string | null;
  name: string;
  address: string;
  representativeTitle?: string | null;
  representativeName: string;
  corporateNumber?: string | null;
}
export interface Period {
  from: string;
  to: string;
  guideOn: string;
  latestOn: string | null;
  confirmed: boolean;
  isDefault: boolean;
  reportId: string | null;
  priorReportId: string | null;
  note: Messages;
}
export interface ReportSummary {
  id: string;
  /** Read from a form that was reported before this program was used. */
  prior: boolean;
  state: ReportState | null;
  from: string;
  to: string;
  finalisedAt: string | null;
  stage?: ReportStage | null;
  submittedOn?: string | null;
  receivedOn?: string | null;
  replacesId?: string | null;
  replacedById?: string | null;
}
/** What was reported before this program was used, read from a filled form. */
export interface PriorReport {
  id: string;
  version: number;
  contractId: string;
  from: string;
  to: string;
  source: { name: string; sha256: string };
  recordedAt: string;
  recordedBy: ActedBy;
  /** 取消し; null while it stands. */
  withdrawal: { reason: string; by: ActedBy; at: string } | null;
  can: Record<'withdraw', Can>;
}
export interface Officer {
  post: 'PRIMARY' | 'DEPUTY';
  name: string;
  mail: string | null;
  telephone: string | null;
  from: string;
  /** The person of the ministry's office who sees and decides as this officer, if that was said. */
  personId: string | null;
}
export type ReportingBasis = 'FISCAL_HALF' | 'TERM_HALF' | 'ANNIVERSARY' | 'YEARLY' | 'AGREED_CALENDAR';
export interface AgreedPeriod {
  from: string;
  to: string;
  dueOn: string;
}
export interface ContractDetails {
  id: string;
  version: number;
  name: string;
  stage: Stage;
  editionCode: string;
  editionRevision: number;
  signedOn: string | null;
  startsOn: string;
  endsOn: string;
  contractor: Contractor;
  officeId: string | null;
  officeName: string | null;
  sectionId: string | null;
  sectionName: string | null;
  sectionMail?: string | null;
  /** Somebody of the 担当課室 has joined: else nothing reaches it by this program. */
  sectionIsHere: boolean;
  addressee: string;
  namedNorm: string;
  effectiveNorm: string | null;
  /** The annex was changed to another edition, and which norms hold since is to be said. */
  normsAsked: boolean;
  /** In charge today; all lists with their days in `officerLists`. */
  officers: Officer[];
  officerLists: { from: string; officers: Officer[] }[];
  /** What was agreed with the officer, or null while our default applies. */
  reporting: {
    basis: ReportingBasis;
    periods: AgreedPeriod[];
    consultation: { consultedOn: string; with: string; outcome: string };
  } | null;
  answers: Answers | null;
  /** What was agreed on a change of the roster alone; none while 再提示 and 同意 are both wanted. */
  rosterChanges?: {
    rePresentationOnly: boolean;
    consultation: { consultedOn: string; with: string; outcome: string };
    recordedBy: Side;
  } | null;
  extraItems: ExtraItem[];
  predecessorId?: string | null;
  terminatedOn?: string | null;
  terminationReason?: string | null;
  counts: Counts;
  consortium: 'JOINT' | 'LEAD_ONLY' | null;
  /** The 件名 rule of its mails: null is the default; `example` is a whole subject as it would be now. */
  mailSubject: { pattern: string | null; default: string; example: string };
  subcontractors: Subcontractor[];
  can: Record<
    | 'sign'
    | 'amend'
    | 'correct'
    | 'terminate'
    | 'answerQuestions'
    | 'addExtraItem'
    | 'draftReport'
    | 'registerSubcontractor'
    | 'setMailSubject'
    | 'agreeRosterChanges',
    Can
  >;
}
/** An item that the annex does not have, with the consultation that allowed it. */
export interface ExtraItem {
  number: number;
  text: string;
  consultation: { consultedOn: string; with: string; outcome: string };
}
export interface Answers {
  subcontracting: boolean;
  bringsDevices: boolean;
  copiesOutside: boolean;
  cloud: boolean;
  systemOrSite: boolean;
  applicationOrContent: boolean;
}
export interface Proposal {
  number: number;
  status: Status;
  reason: string | null;
  explanation?: string | null;
  why: Messages;
  /** Proposed whatever was answered; the annex leaves it open and the officer may say otherwise. */
  isDefault: boolean;
}

// Obligations
export interface ObligationStatement {
  id: string;
  label: string;
  text: string;
  alwaysExplained: boolean;
  status: Status | null;
  reason: string | null;
}
export interface Obligation {
  contractId: string;
  number: number;
  requirementId: string;
  version: number;
  heading: string | null;
  clauseText: string;
  rowText: string | null;
  /** Whether the form has a row for it; 1) has none. */
  reported: boolean;
  status: Status | null;
  reason: string | null;
  source: 'DIRECT' | 'ROLLED_UP' | 'OVERRIDDEN' | null;
  overrideReason: string | null;
  /** The text of ⑩, or the reason of the whole where that stands for it. */
  explanation: string | null;
  reasonMissing: boolean;
  /** Recorded for words that were changed since: it counts once a person has looked. */
  lookWanted: boolean;
  method: string | null;
  statements: ObligationStatement[];
  updatedAt: string;
  updatedBy: ActedBy;
  /** Who of the contractor's staff looks after it. */
  /** `left`: their membership has ended, and the item waits for somebody else. */
  assignees: { id: string; name: string; left: boolean }[];
  can: Record<'setStatus' | 'setStatementStatus' | 'setMethod' | 'override' | 'liftOverride' | 'assign', Can>;
}
export interface HistoryEntry {
  version: number;
  type: string;
  recordedAt: string;
  actor: ActedBy;
  change: Record<string, unknown>;
}

// Reports
export type ReportState = 'DRAFT' | 'FINALISED' | 'DISCARDED' | 'REPLACED';
export interface ReportHeader {
  reportedOn: string | null;
  documentNumber: string | null;
  addressee: string;
  contractorAddress: string;
  contractorName: string;
  representativeTitle: string | null;
  representativeName: string;
  contractSignedOn: string | null;
  contractName: string;
}
export interface ReportRow {
  number: number;
  label: string;
  text: string;
  status: Status | null;
  reason: string | null;
  explanation: string | null;
  /** The status of ⑩ where it is not the row's. */
  explanationStatus: Status | null;
  explanationRequired: boolean;
  origin: 'RECORD' | 'LAST_REPORT' | 'WRITTEN';
  obligationVersion: number;
  changedSinceLast: { status: Status | null; reason: string | null } | null;
  differsFromRecord: {
    status: Status | null;
    reason: string | null;
    explanation: string | null;
    version: number;
  } | null;
  /** Whether it may be changed in this draft: a replacement opens only the rows that were asked about. */
  open: boolean;
  review: RowReview | null;
}
export interface Check {
  code: string;
  severity: 'BLOCKING' | 'NOTICE';
  number: number | null;
  messages: Messages;
}
export interface Report {
  id: string;
  version: number;
  contractId: string;
  contractName: string;
  state: ReportState;
  from: string;
  to: string;
  edition: { code: string; revision: number };
  header: ReportHeader;
  rows: ReportRow[];
  extraRows: ReportRow[];
  checks: Check[];
  finalised: {
    at: string;
    by: ActedBy;
    files: { format: string; sha256: string; bytes: number }[];
  } | null;
  stage: ReportStage;
  submission: Submission | null;
  receipt: Receipt | null;
  corrections: DateCorrection[];
  wayCorrections: WayCorrection[];
  sectionIsHere: boolean;
  replaces: { reportId: string; reason: string | null; rows: number[] | null } | null;
  replacedBy: string | null;
  /** The version of the 確認書類 whose methods the rows answer for. */
  confirmationDocumentVersion?: number | null;
  /** A replacement that is being written and is not in force yet. */
  replacementId: string | null;
  underInternalCheck: boolean;
  unconfirmedRecord: boolean;
  retention: { until: string; isDefault: boolean; yearsAfterFiscalYear: number } | null;
  disposal: { kind: 'DISCARDED' | 'TRANSFERRED'; on: string; number: string } | null;
  can: Record<
    | 'finalise'
    | 'change'
    | 'submit'
    | 'recordReceipt'
    | 'confirmReceipt'
    | 'answer'
    | 'replace'
    | 'review'
    | 'recordOutsideReview'
    | 'confirmOutsideReview'
    | 'dispose'
    | 'disclose'
    | 'correctSubmission'
    | 'correctReceipt'
    | 'correctSubmissionWay'
    | 'withdrawSubmission',
    Can
  >;
}
export interface ReportMail {
  subject: string;
  body: string;
  to: string[];
  cc: string[];
  attachments: string[];
}
export interface ReadingAnswer {
  status: Status | null;
  reason: string | null;
}
export interface FormReading {
  fileName: string;
  sha256: string;
  edition: { code: string | null; kind: string };
  header: Record<string, string | null>;
  rows: {
    number: number;
    status: Status | null;
    statusText: string | null;
    textMatch: Match;
    diff: DiffPart[] | null;
  }[];
  reasons: { number: number; text: string }[];
  explanation10: string | null;
  findings: Finding[];
  unread: string[];
  /** The sheet of a workbook that it stands on; null in other files. */
  sheet: string | null;
  /** The one contract of this name that the actor sees. */
  contractId: string | null;
  /** The earlier file of the same contract, or the id of its last report here; null when there is nothing to compare with. */
  comparedWith: string | null;
  changes: { number: number; before: ReadingAnswer; now: ReadingAnswer }[];
}
