import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { OrganisationPeopleDetails, ServiceAccountDetails } from '../../api/generated/types.gen';
import { roleName } from '../../api/session';
import { useAct } from '../../api/useAct';
import { useText } from '../../i18n/language';
import { inBrackets } from '../../i18n/punctuation';
import { ActDialog } from '../../ui/ActDialog';
import { TextField } from '../../ui/Field';
import { Loaded } from '../../ui/Loaded';
import { ProblemNotice } from '../../ui/Notice';
import { Panel } from '../../ui/Panel';
import { NewToken, TokenDialog } from '../account/NewToken';
import { TokenRow } from '../account/Tokens';
import { serviceAccountsQuery } from './organisation';
import { chosenRole, firstRole, RoleFields } from './RoleFields';

/** Programs of the organisation that act by themselves, each with its own role and tokens. */
export function ServiceAccounts({ data }: { data: OrganisationPeopleDetails }) {
  const t = useText();
  const { id } = data.organisation;
  const accounts = useQuery(serviceAccountsQuery(id));
  const [isOpen, setOpen] = useState(false);
  return (
    <Panel
      title={t('サービスアカウント', 'Service accounts')}
      hint={t(
        'プログラムが使う利用者です。人の異動があっても、そのまま使えます。',
        'Users for programs. They keep working when people change posts.',
      )}
      actions={
        <button type="button" className="button button-outline button-small" onClick={() => setOpen(true)}>
          {t('サービスアカウントを作る', 'Create a service account')}
        </button>
      }
    >
      <Loaded query={accounts}>
        {(list) =>
          list.length === 0 ? (
            <p>{t('ありません。', 'None.')}</p>
          ) : (
            <ul className="grid gap-4">
              {list.map((account) => (
                <Account key={account.id} data={data} account={account} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {isOpen && <NewAccount data={data} onClose={() => setOpen(false)} />}
    </Panel>
  );
}

function Account({ data, account }: { data: OrganisationPeopleDetails; account: ServiceAccountDetails }) {
  const t = useText();
  const section = data.sections.find(({ id }) => id === account.sectionId)?.name;
  const [isAdding, setAdding] = useState(false);
  const [isEnding, setEnding] = useState(false);
  const [token, setToken] = useState<string | null>(null);
  const revoke = useAct((id: string) =>
    call(api.revokeServiceToken, { path: { serviceAccountId: account.id, tokenId: id } }),
  );
  const end = useAct(
    () => call(api.endServiceAccount, { path: { serviceAccountId: account.id } }),
    () => setEnding(false),
  );
  const refresh = useAct(async (made: string | null) => made, setToken);
  return (
    <li className="card">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p>
          <span className="font-700">{account.name}</span>
          <span className="hint block">
            {roleName(account.role, t)}
            {section && inBrackets(section, t)}
          </span>
        </p>
        <div className="flex flex-wrap gap-2">
          <button type="button" className="button button-outline button-small" onClick={() => setAdding(true)}>
            {t('トークンを作る', 'Create a token')}
          </button>
          <button type="button" className="button button-text button-small" onClick={() => setEnding(true)}>
            {t('廃止する', 'Remove')}
          </button>
        </div>
      </div>
      <ProblemNotice error={revoke.error} />
      <ul className="mt-2">
        {account.tokens.map((one) => (
          <TokenRow key={one.id} token={one} isBusy={revoke.isPending} onEnd={() => revoke.mutate(one.id)} />
        ))}
      </ul>
      {isAdding && (
        <NewToken
          send={(values) => call(api.issueServiceToken, { path: { serviceAccountId: account.id }, body: values })}
          onMade={(made) => {
            setAdding(false);
            refresh.mutate(made);
          }}
          onClose={() => setAdding(false)}
        />
      )}
      {isEnding && (
        <ActDialog
          title={t(`「${account.name}」を廃止する`, `Remove “${account.name}”`)}
          act={end}
          onClose={() => setEnding(false)}
          confirm={t('廃止する', 'Remove')}
          isDangerous
        >
          <p>{t('そのトークンはすべて、すぐに使えなくなります。', 'All its tokens will stop working at once.')}</p>
        </ActDialog>
      )}
      {token && <TokenDialog token={token} onClose={() => setToken(null)} />}
    </li>
  );
}

function NewAccount({ data, onClose }: { data: OrganisationPeopleDetails; onClose: () => void }) {
  const t = useText();
  const { id } = data.organisation;
  const [name, setName] = useState('');
  const [role, setRole] = useState(() => firstRole(data));
  const make = useAct(
    () => call(api.createServiceAccount, { path: { id }, body: { name, ...chosenRole(role) } }),
    onClose,
  );
  return (
    <ActDialog
      title={t('サービスアカウントを作る', 'Create a service account')}
      act={make}
      onClose={onClose}
      confirm={t('作る', 'Create')}
    >
      <TextField
        label={t('名前（何に使うか）', 'Name (what it is for)')}
        required
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <RoleFields data={data} value={role} onChange={setRole} />
    </ActDialog>
  );
}
