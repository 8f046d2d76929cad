import type { OwnMembership } from '../api/generated/types.gen';
import type { ActingSession } from '../api/session';

export const membership: OwnMembership = {
  id: 'm1',
  organisationId: 'o1',
  organisationName: '例示総合研究所株式会社',
  organisationKind: 'CONTRACTOR',
  sectionId: null,
  sectionName: null,
  role: 'CONTRACTOR_OFFICER',
};

/** The contractor's officer, signed in. */
export const session: ActingSession = {
  next: 'DONE',
  factors: [],
  person: { id: 'p1', name: '山田　花子', mail: 'hanako@example.jp' },
  acting: membership,
  memberships: [membership, { ...membership, id: 'm2', role: 'ADMINISTRATOR' }],
  method: 'PASSWORD',
  secondFactor: false,
  signedInAt: '2026-07-10T00:00:00Z',
  reauthenticatedUntil: null,
  expiresAt: '2026-07-10T12:00:00Z',
  idleMinutes: 480,
  can: { readContracts: true, registerContract: true, readPeople: true },
};
