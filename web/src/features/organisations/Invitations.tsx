import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { OrganisationPeopleDetails } from '../../api/generated/types.gen';
import { roleName } from '../../api/session';
import { useAct } from '../../api/useAct';
import { formatDate } from '../../i18n/dates';
import { useLanguage } from '../../i18n/language';
import { inBrackets } from '../../i18n/punctuation';
import { Loaded } from '../../ui/Loaded';
import { ProblemNotice } from '../../ui/Notice';
import { Panel, Row } from '../../ui/Panel';
import { InviteDialog } from './InviteDialog';
import { InvitationSent, LinkDialog, type Mailed, notSent } from './MailedLink';
import { invitationsQuery } from './organisation';
import { firstRole, RoleFields } from './RoleFields';

/** Those who are invited and have not come yet. */
export function Invitations({ data }: { data: OrganisationPeopleDetails }) {
  const { t, language } = useLanguage();
  const { id } = data.organisation;
  const invitations = useQuery(invitationsQuery(id));
  const [isOpen, setOpen] = useState(false);
  const [role, setRole] = useState(() => firstRole(data));
  const [sent, setSent] = useState<Mailed | null>(null);
  const withdraw = useAct((invitation: string) => call(api.withdrawInvitation, { path: { invitationId: invitation } }));
  return (
    <Panel
      title={t('招待', 'Invitations')}
      hint={t(
        'メールのリンクから7日以内に加わってもらいます。',
        'People join through a link sent by email, valid for seven days.',
      )}
      actions={
        <button type="button" className="button button-small" onClick={() => setOpen(true)}>
          {t('招待する', 'Invite')}
        </button>
      }
    >
      <InvitationSent sent={sent} />
      <ProblemNotice error={withdraw.error} />
      <Loaded query={invitations}>
        {(list) =>
          list.length === 0 ? (
            <p>{t('返事を待っている招待はありません。', 'No invitations are pending.')}</p>
          ) : (
            <ul>
              {list.map((one) => {
                const inviter = data.people.find(({ id: person }) => person === one.invitedBy)?.name;
                const section = data.sections.find(({ id }) => id === one.sectionId)?.name;
                return (
                  <Row
                    key={one.id}
                    action={
                      <button
                        type="button"
                        className="button button-text button-small"
                        aria-label={t(`${one.name}への招待を取り消す`, `Withdraw the invitation to ${one.name}`)}
                        disabled={withdraw.isPending}
                        onClick={() => withdraw.mutate(one.id)}
                      >
                        {t('取り消す', 'Withdraw')}
                      </button>
                    }
                  >
                    <span className="font-700">{one.name}</span> <span className="hint">{one.mail}</span>
                    <span className="hint block">
                      {roleName(one.role, t)}
                      {section && inBrackets(section, t)}
                      {inviter && t(`・${inviter}さんから`, `, by ${inviter}`)}
                      {t('・期限 ', ', until ')}
                      {formatDate(one.expiresOn, language)}
                      {!one.sent && t('・', ', ') + notSent(one.delivery, t)}
                    </span>
                  </Row>
                );
              })}
            </ul>
          )
        }
      </Loaded>
      {isOpen && (
        <InviteDialog
          organisationId={id}
          role={role}
          onSent={(done) => {
            setSent(done);
            setOpen(false);
          }}
          onClose={() => setOpen(false)}
        >
          <RoleFields data={data} value={role} onChange={setRole} />
        </InviteDialog>
      )}
      {sent?.link && <LinkDialog sent={sent} onClose={() => setSent(null)} />}
    </Panel>
  );
}
