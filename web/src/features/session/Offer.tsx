import type { InvitationDetails } from '../../api/generated/types.gen';
import { roleName } from '../../api/session';
import { formatDate } from '../../i18n/dates';
import { useLanguage } from '../../i18n/language';
import { Facts } from '../../ui/Page';

/** What somebody is invited to, and by whom. */
export function Offer({ invitation }: { invitation: InvitationDetails }) {
  const { t, language } = useLanguage();
  const { invitedBy, organisationName, sectionName, role, mail, expiresOn } = invitation;
  return (
    <>
      <p className="mb-4">
        {t(
          `${invitedBy}さんから、SecurityTrackerに招待されています。`,
          `${invitedBy} has invited you to SecurityTracker.`,
        )}
      </p>
      <Facts
        columns={2}
        items={[
          [t('組織', 'Organisation'), [organisationName, sectionName].filter(Boolean).join(' ')],
          [t('役割', 'Role'), roleName(role, t)],
          [t('メールアドレス', 'Email address'), mail],
          [t('招待の期限', 'Valid until'), formatDate(expiresOn, language)],
        ]}
      />
    </>
  );
}
