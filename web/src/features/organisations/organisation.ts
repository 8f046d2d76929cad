import { queryOptions } from '@tanstack/react-query';
import type { OpenInvitation, OrganisationPeople, ReviewedKind, ServiceAccount } from '../../api/access';
import { get } from '../../api/client';
import { useAct } from '../../api/useAct';
import type { Text } from '../../i18n/language';
import { api } from '../../paths';

export const organisationQuery = (id: string) =>
  queryOptions({
    queryKey: ['organisation', id, 'people'],
    queryFn: ({ signal }) => get<OrganisationPeople>(api.people(id), signal),
  });

export const invitationsQuery = (id: string) =>
  queryOptions({
    queryKey: ['organisation', id, 'invitations'],
    queryFn: ({ signal }) => get<OpenInvitation[]>(api.invitations(id), signal),
    // A mail that is on its way will have gone out, or not, in a while.
    refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? 5000 : false),
  });

const isUnderWay = ({ delivery }: OpenInvitation) => delivery === 'QUEUED' || delivery === 'SENDING';

export const serviceAccountsQuery = (id: string) =>
  queryOptions({
    queryKey: ['organisation', id, 'service-accounts'],
    queryFn: ({ signal }) => get<ServiceAccount[]>(api.serviceAccounts(id), signal),
  });

/** An act on an organisation, of which everything is then read anew. */
export const useOrganisationAct = <T, V = void>(
  id: string,
  send: (value: V) => Promise<T>,
  after?: (answer: T) => unknown,
) => useAct(send, [['organisation', id]], after);

/** 保存期間 where a section set none, in years. */
export const defaultRetentionYears = 5;

export const reviewedKinds: ReviewedKind[] = [
  'ACKNOWLEDGE',
  'CONSENT',
  'PERMIT',
  'APPROVE',
  'USE_APPROVE',
  'CONFIRM',
  'REPORT_REVIEW',
];

export const reviewedKindName = (kind: ReviewedKind, t: Text): string =>
  ({
    ACKNOWLEDGE: t('了承', 'Acknowledgement'),
    CONSENT: t('同意', 'Consent'),
    PERMIT: t('許可', 'Permission'),
    APPROVE: t('承認', 'Approval'),
    USE_APPROVE: t('利用承認', 'Approval of use'),
    CONFIRM: t('確認', 'Confirmation'),
    REPORT_REVIEW: t('報告への照会・確認', 'Review of reports'),
  })[kind];
