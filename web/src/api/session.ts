import { queryOptions } from '@tanstack/react-query';
import { createContext, use } from 'react';
import type { Text } from '../i18n/language';
import { dotted } from '../i18n/punctuation';
import { outside, Problem, read } from './client';
import * as api from './generated/operations.gen';
import type { OwnMembership, Role, SessionDetails } from './generated/types.gen';
import { keyOf } from './operation';

/** Who is signed in; null when nobody is. Once somebody was, an ended session asks to sign in again instead. */
export const sessionQuery = queryOptions<SessionDetails | null>({
  queryKey: keyOf(api.getSession),
  queryFn: async ({ client, signal }) => {
    if (client.getQueryData<SessionDetails>(keyOf(api.getSession))?.next === 'DONE')
      return read(api.getSession, [], signal);
    try {
      return await outside.read(api.getSession, [], signal);
    } catch (error) {
      if (error instanceof Problem && error.code === 'sign-in-required') return null;
      throw error;
    }
  },
  staleTime: 60_000,
});

export const signInWaysQuery = queryOptions({
  queryKey: keyOf(api.getSignIn),
  queryFn: ({ signal }) => outside.read(api.getSignIn, [], signal),
});

/** A session in which somebody acts. */
export type ActingSession = SessionDetails & { acting: OwnMembership };

export const SessionContext = createContext<ActingSession | null>(null);

/** Who is signed in and acts. Only below the shell, where somebody always is. */
export function useSession(): ActingSession {
  const session = use(SessionContext);
  if (!session) throw new Error('nobody is signed in here');
  return session;
}

/** Which side of a contract the reader acts for; it words screens and decides nothing. */
export const useSide = (): 'MINISTRY' | 'CONTRACTOR' =>
  use(SessionContext)?.acting.organisationKind === 'MINISTRY_OFFICE' ? 'MINISTRY' : 'CONTRACTOR';

/** Drafts belong to one person in one membership. */
export const useDraftOwner = (): string => use(SessionContext)?.acting.id ?? 'nobody';

export const roleName = (role: Role, t: Text): string =>
  ({
    CONTRACTOR_OFFICER: t('受注者の情報セキュリティ責任者', 'Contractor, security officer'),
    CONTRACTOR_STAFF: t('受注者の担当者', 'Contractor, staff'),
    SUBCONTRACTOR_OFFICER: t('再委託先の責任者', 'Subcontractor, officer'),
    SUPERVISING_OFFICER: t('担当職員', 'Supervising officer'),
    SECTION_HEAD: t('課室長', 'Head of section'),
    AUDITOR: t('監査担当', 'Auditor'),
    ADMINISTRATOR: t('管理者', 'Administrator'),
  })[role];

/** 関東経済産業局 地域経済課・担当職員 */
export const membershipName = (membership: OwnMembership, t: Text): string =>
  dotted(
    [[membership.organisationName, membership.sectionName].filter(Boolean).join(' '), roleName(membership.role, t)],
    t,
  );
