import { type ReactNode, useState } from 'react';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import { useAct } from '../../api/useAct';
import { useText } from '../../i18n/language';
import { ActDialog } from '../../ui/ActDialog';
import { TextField } from '../../ui/Field';
import { useFieldProblems } from '../../ui/useFieldProblems';
import type { Mailed } from './MailedLink';
import { chosenRole, type GivenRole } from './RoleFields';

/** Invites somebody into an organisation in a role; `children` are the fields that choose it. */
export function InviteDialog({
  organisationId,
  role,
  hint,
  onSent,
  onClose,
  children,
}: {
  organisationId: string;
  role: GivenRole | null;
  hint?: string;
  onSent: (sent: Mailed) => void;
  onClose: () => void;
  children?: ReactNode;
}) {
  const t = useText();
  const [name, setName] = useState('');
  const [mail, setMail] = useState('');
  const invite = useAct(
    () => call(api.invite, { path: { id: organisationId }, body: { mail, name, ...chosenRole(role) } }),
    ({ link, delivery }) => onSent({ mail, link, delivery }),
  );
  const problemOf = useFieldProblems(invite.error);
  return (
    <ActDialog
      title={t('招待する', 'Invite')}
      act={invite}
      onClose={onClose}
      confirm={t('招待を送る', 'Send the invitation')}
    >
      {hint && <p className="hint">{hint}</p>}
      <TextField
        label={t('氏名', 'Name')}
        required
        value={name}
        error={problemOf('/name')}
        onChange={(event) => setName(event.target.value)}
      />
      <TextField
        label={t('メールアドレス', 'Email address')}
        type="email"
        required
        value={mail}
        error={problemOf('/mail')}
        onChange={(event) => setMail(event.target.value)}
      />
      {children}
    </ActDialog>
  );
}
