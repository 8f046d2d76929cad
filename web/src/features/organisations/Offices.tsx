import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { ListedOrganisation } from '../../api/generated/types.gen';
import { organisationsQuery } from '../../api/queries';
import { useAct } from '../../api/useAct';
import { useText } from '../../i18n/language';
import { useFormDraft } from '../../saving/useFormDraft';
import { ActDialog } from '../../ui/ActDialog';
import { TextAreaField, TextField } from '../../ui/Field';
import { linesOf } from '../../ui/FormFields';
import { Loaded } from '../../ui/Loaded';
import { Panel, Row } from '../../ui/Panel';
import { InviteDialog } from './InviteDialog';
import { InvitationSent, LinkDialog, type Mailed } from './MailedLink';
import { firstRole, RoleFields } from './RoleFields';

const offices = organisationsQuery('MINISTRY_OFFICE');

/** The ministry's offices, brought in by whoever set the system up; an office then looks after its people itself. */
export function Offices() {
  const t = useText();
  const query = useQuery(offices);
  const [isAdding, setAdding] = useState(false);
  const [inviting, setInviting] = useState<ListedOrganisation | null>(null);
  const [sent, setSent] = useState<Mailed | null>(null);
  return (
    <Panel
      title={t('発注する省・局', 'Ministry offices')}
      hint={t(
        '登録して最初の職員を招待すると、その後は省・局が自ら利用者を招待します。',
        'Register an office and invite its first officer; it then invites its own people.',
      )}
      actions={
        <button type="button" className="button button-outline button-small" onClick={() => setAdding(true)}>
          {t('省・局を登録', 'Register an office')}
        </button>
      }
    >
      <InvitationSent sent={sent} />
      <Loaded query={query}>
        {(list) => (
          <ul>
            {list.map((office) => (
              <Row
                key={office.id}
                action={
                  office.rolesToGive.length > 0 && (
                    <button
                      type="button"
                      className="button button-outline button-small"
                      aria-label={t(`${office.name}の最初の職員を招待`, `Invite the first officer: ${office.name}`)}
                      onClick={() => setInviting(office)}
                    >
                      {t('最初の職員を招待', 'Invite the first officer')}
                    </button>
                  )
                }
              >
                <span className="font-700">{office.name}</span>
                <span className="hint block">{office.sections.map(({ name }) => name).join(t('・', ', '))}</span>
              </Row>
            ))}
          </ul>
        )}
      </Loaded>
      {isAdding && <NewOffice onClose={() => setAdding(false)} />}
      {inviting && (
        <FirstOfficer
          office={inviting}
          onSent={(done) => {
            setSent(done);
            setInviting(null);
          }}
          onClose={() => setInviting(null)}
        />
      )}
      {sent?.link && <LinkDialog sent={sent} onClose={() => setSent(null)} />}
    </Panel>
  );
}

function FirstOfficer({
  office,
  onSent,
  onClose,
}: {
  office: ListedOrganisation;
  onSent: (sent: Mailed) => void;
  onClose: () => void;
}) {
  const [role, setRole] = useState(() => firstRole(office));
  return (
    <InviteDialog organisationId={office.id} role={role} onSent={onSent} onClose={onClose}>
      <RoleFields data={office} value={role} onChange={setRole} />
    </InviteDialog>
  );
}

function NewOffice({ onClose }: { onClose: () => void }) {
  const t = useText();
  const draft = useFormDraft('office', { name: '', sections: '' }, ({ sections }) => sections.trim() !== '');
  const { name, sections } = draft.value;
  const add = useAct(
    () =>
      call(api.registerOrganisation, {
        body: {
          kind: 'MINISTRY_OFFICE',
          name,
          sections: linesOf(sections).map((section) => ({ name: section })),
        },
      }),
    () => {
      draft.forget();
      onClose();
    },
  );
  return (
    <ActDialog
      title={t('省・局を登録する', 'Register an office')}
      act={add}
      draft={draft}
      onClose={onClose}
      confirm={t('登録する', 'Register')}
    >
      <TextField
        label={t('省・局の名称', 'Name of the office')}
        required
        value={name}
        onChange={(event) => draft.set({ ...draft.value, name: event.target.value })}
      />
      <TextAreaField
        label={t('課室の名称', 'Names of its sections')}
        hint={t('1行に一つ入力してください。', 'One on each line.')}
        required
        value={sections}
        onChange={(event) => draft.set({ ...draft.value, sections: event.target.value })}
      />
    </ActDialog>
  );
}
