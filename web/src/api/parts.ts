import type { KeptFile } from './files';
import type { Can, Status } from './types';

export type SubcontractorKind = 'SUBCONTRACTOR' | 'CONSORTIUM_MEMBER' | 'JOINT_MEMBER';

/** A firm that takes part in a contract, and which items flow down to it. */
export interface Subcontractor {
  id: string;
  organisationId: string | null;
  name: string;
  kind: SubcontractorKind;
  numbers: number[];
  from: string;
  endedOn: string | null;
  partId: string | null;
  can: Record<'change' | 'chooseOrganisation' | 'release', Can>;
}

interface PartHead {
  id: string;
  version: number;
  contractId: string;
  contractName: string;
  contractorName: string;
  editionCode: string;
  subcontractorId: string;
  name: string;
  kind: SubcontractorKind;
  startsOn: string;
  endsOn: string;
  closedOn: string | null;
}
export interface PartSummary extends PartHead {
  recorded: number;
  total: number;
  can: Record<'invite', Can>;
}
/** What a firm says on one item, beside the item's words. */
export interface PartRow {
  number: number;
  requirementId: string;
  heading: string | null;
  clauseText: string;
  rowText: string | null;
  method: string | null;
  status: Status | null;
  reason: string | null;
  enteredBy: 'SUBCONTRACTOR' | 'CONTRACTOR' | null;
  /** The signed paper it was entered from. */
  fileId: string | null;
}
export interface PartDetails extends PartHead {
  rows: PartRow[];
  /** What was put to it, as far as the reader sees it. */
  files: KeptFile[];
  /** Whoever looks enters for the firm, and so from its signed paper. */
  paperWanted: boolean;
  can: Record<'enterRow' | 'keepFile', Can>;
}
