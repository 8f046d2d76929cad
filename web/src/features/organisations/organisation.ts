import { queryOptions } from '@tanstack/react-query';
import * as api from '../../api/generated/operations.gen';
import type {
  OpenInvitation,
  OrganisationPeopleDetails,
  ReviewedKind,
  SectionDetails,
} from '../../api/generated/types.gen';
import { query } from '../../api/query';
import type { Text } from '../../i18n/language';

export const organisationQuery = (id: string) => query(api.getPeople, { path: { id } });

export const invitationsQuery = (id: string) =>
  queryOptions({
    ...query(api.getInvitations, { path: { id } }),
    // A mail that is on its way will have gone out, or not, in a while.
    refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? 5000 : false),
  });

const isUnderWay = ({ delivery }: OpenInvitation) => delivery === 'QUEUED' || delivery === 'SENDING';

export const serviceAccountsQuery = (id: string) => query(api.getServiceAccounts, { path: { id } });

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

/** What an act on a section is given. */
export interface SectionActProps {
  data: OrganisationPeopleDetails;
  section: SectionDetails;
  onClose: () => void;
}
