import { type ReactNode, useState } from 'react';
import { post } from '../../api/client';
import { useText } from '../../i18n/language';
import { api } from '../../paths';
import { ActDialog } from '../../ui/ActDialog';
import { CopyButton } from '../../ui/CopyButton';
import { Dialog } from '../../ui/Dialog';
import { TextField } from '../../ui/Field';
import { useFieldProblems } from '../../ui/useFieldProblems';
import { useOrganisationAct } from './organisation';
import type { GivenRole } from './RoleFields';

/** Whom an invitation went to; the link only where no mail could be sent. */
export interface Sent {
  mail: string;
  link: string | null;
}

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
  onSent: (sent: Sent) => void;
  onClose: () => void;
  children?: ReactNode;
}) {
  const t = useText();
  const [name, setName] = useState('');
  const [mail, setMail] = useState('');
  const invite = useOrganisationAct(
    organisationId,
    () => post<{ link: string | null }>(api.invitations(organisationId), { mail, name, ...role }),
    ({ link }) => onSent({ mail, link }),
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

/** No mail could be sent: the inviter hands the link over. */
export function LinkDialog({
  title,
  link,
  mail,
  onClose,
}: {
  title?: string;
  link: string;
  mail: string;
  onClose: () => void;
}) {
  const t = useText();
  return (
    <Dialog title={title ?? t('招待のリンク', 'Invitation link')} onClose={onClose}>
      <p>
        {t(
          `このシステムからはメールを送れません。次のリンクを、${mail}の方に安全な方法で渡してください。この画面でしか表示されません。`,
          `This system cannot send email. Please give this link to ${mail} in a safe way. It is shown only here.`,
        )}
      </p>
      <p className="my-4 break-all rounded-8 border border-solid-gray-420 p-3 font-mono text-[0.875rem]">{link}</p>
      <div className="flex justify-end gap-2">
        <CopyButton text={link} label={t('コピー', 'Copy')} />
        <button type="button" className="button" onClick={onClose}>
          {t('渡しました', 'Done')}
        </button>
      </div>
    </Dialog>
  );
}
