import type { ObligationDetails } from '../api/generated/types.gen';

/** An item of a contract on which nothing is recorded yet. */
export const unrecorded: ObligationDetails = {
  contractId: 'c1',
  number: 5,
  requirementId: '17:5',
  version: 1,
  heading: '【体制】',
  clauseText: '受注者は、再委託する場合は…',
  rowText: '再委託する場合は…',
  reported: true,
  status: null,
  reason: null,
  source: null,
  overrideReason: null,
  explanation: null,
  reasonMissing: false,
  lookWanted: false,
  method: null,
  statements: [],
  updatedAt: '2026-07-10T00:00:00Z',
  updatedBy: { name: '山田', role: null, organisationName: null, sectionName: null },
  assignees: [],
  can: {
    setStatus: true,
    setStatementStatus: true,
    setComplianceMethod: true,
    overrideStatus: true,
    liftOverride: true,
    assignObligation: { code: 'closed', reason: { ja: '', en: '' } },
  },
};
