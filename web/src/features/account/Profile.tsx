import { useState } from 'react';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { AccountDetails } from '../../api/generated/types.gen';
import { membershipName, useSession } from '../../api/session';
import { useAct } from '../../api/useAct';
import { useText } from '../../i18n/language';
import { ActDialog } from '../../ui/ActDialog';
import { TextField } from '../../ui/Field';
import { KeepTokens } from '../../ui/KeepTokens';
import { Notice } from '../../ui/Notice';
import { Facts } from '../../ui/Page';
import { Panel } from '../../ui/Panel';
import { useFieldProblems } from '../../ui/useFieldProblems';
import { NewPassword } from '../session/NewPassword';

export function Profile({ account }: { account: AccountDetails }) {
  const t = useText();
  const { memberships } = useSession();
  const [open, setOpen] = useState<'name' | 'password' | null>(null);
  const [isChanged, setChanged] = useState(false);
  return (
    <Panel
      title={t('あなた', 'You')}
      actions={
        <div className="flex flex-wrap gap-2">
          <button type="button" className="button button-outline button-small" onClick={() => setOpen('name')}>
            {t('氏名を変える', 'Change your name')}
          </button>
          {account.hasPassword && (
            <button type="button" className="button button-outline button-small" onClick={() => setOpen('password')}>
              {t('パスワードを変える', 'Change your password')}
            </button>
          )}
        </div>
      }
    >
      {isChanged && (
        <Notice tone="success" title={t('パスワードを変えました', 'Your password was changed')}>
          {t('ほかの端末からはサインアウトしました。', 'You have been signed out on your other devices.')}
        </Notice>
      )}
      <Facts
        columns={2}
        items={[
          [t('氏名', 'Name'), account.person.name],
          [t('メールアドレス', 'Email address'), account.person.mail],
          [
            t('所属', 'Memberships'),
            <ul key="memberships">
              {memberships.map((membership) => (
                <li key={membership.id}>{membershipName(membership, t)}</li>
              ))}
            </ul>,
          ],
        ]}
      />
      {open === 'name' && <NameDialog name={account.person.name ?? ''} onClose={() => setOpen(null)} />}
      {open === 'password' && (
        <PasswordDialog account={account} onChanged={() => setChanged(true)} onClose={() => setOpen(null)} />
      )}
    </Panel>
  );
}

function NameDialog({ name: present, onClose }: { name: string; onClose: () => void }) {
  const t = useText();
  const [name, setName] = useState(present);
  const rename = useAct(() => call(api.renameMyself, { body: { name } }), onClose);
  return (
    <ActDialog
      title={t('氏名を変える', 'Change your name')}
      act={rename}
      onClose={onClose}
      confirm={t('変える', 'Change')}
    >
      <TextField
        label={t('氏名', 'Name')}
        autoComplete="name"
        required
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
    </ActDialog>
  );
}

function PasswordDialog({
  account,
  onChanged,
  onClose,
}: {
  account: AccountDetails;
  onChanged: () => void;
  onClose: () => void;
}) {
  const t = useText();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [keepTokens, setKeepTokens] = useState<string[]>([]);
  const change = useAct(
    () => call(api.changePassword, { body: { current, password, keepTokens } }),
    () => {
      onChanged();
      onClose();
    },
  );
  const problemOf = useFieldProblems(change.error);
  return (
    <ActDialog
      title={t('パスワードを変える', 'Change your password')}
      act={change}
      onClose={onClose}
      confirm={t('変える', 'Change')}
    >
      <input type="text" autoComplete="username" value={account.person.mail ?? ''} readOnly hidden />
      <TextField
        label={t('いまのパスワード', 'Current password')}
        type="password"
        autoComplete="current-password"
        required
        value={current}
        onChange={(event) => setCurrent(event.target.value)}
      />
      <NewPassword
        label={t('新しいパスワード', 'New password')}
        value={password}
        error={problemOf('/password')}
        onChange={setPassword}
      />
      <KeepTokens tokens={account.tokens} kept={keepTokens} onKept={setKeepTokens} />
    </ActDialog>
  );
}
