import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useSession } from '../../api/session';
import { useText } from '../../i18n/language';
import { may } from '../../ui/can';
import { Loaded } from '../../ui/Loaded';
import { Page } from '../../ui/Page';
import { Invitations } from './Invitations';
import { Offices } from './Offices';
import { organisationQuery } from './organisation';
import { People } from './People';
import { Sections } from './Sections';
import { ServiceAccounts } from './ServiceAccounts';

const route = getRouteApi('/organisations/$id');

/** 組織と利用者: who belongs to one's organisation, and what its sections work by. */
export function OrganisationPage() {
  const t = useText();
  const { id } = route.useParams();
  const { can } = useSession();
  const organisation = useQuery(organisationQuery(id));
  return (
    <Page
      title={t('組織と利用者', 'Organisation and people')}
      above={organisation.data && <p className="mb-1 font-700">{organisation.data.organisation.name}</p>}
    >
      <Loaded query={organisation}>
        {(data) => (
          <div className="grid gap-10">
            {(can.readDeliveries || can.readAuditEvents) && (
              <ul className="grid gap-1">
                {can.readDeliveries && (
                  <li>
                    <Link to="/deliveries" className="link">
                      {t('通知の記録を見る（送ったメール）', 'Mails sent')}
                    </Link>
                  </li>
                )}
                {can.readAuditEvents && (
                  <li>
                    <Link to="/organisations/$id/sign-in-failures" params={{ id }} className="link">
                      {t('失敗したサインインを見る', 'Failed sign-ins')}
                    </Link>
                  </li>
                )}
              </ul>
            )}
            <People data={data} />
            {may(data.can.invite) && <Invitations data={data} />}
            {data.organisation.kind === 'MINISTRY_OFFICE' && <Sections data={data} />}
            {may(data.can.registerOrganisation) && <Offices />}
            {may(data.can.createServiceAccount) && <ServiceAccounts data={data} />}
          </div>
        )}
      </Loaded>
    </Page>
  );
}
