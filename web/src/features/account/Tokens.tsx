import { useState } from 'react';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { AccountDetails, TokenDetails } from '../../api/generated/types.gen';
import { membershipName, useSession } from '../../api/session';
import { useAct } from '../../api/useAct';
import { formatDate, formatInstant, today } from '../../i18n/dates';
import { type Text, useLanguage, useText } from '../../i18n/language';
import { SelectField } from '../../ui/Field';
import { ProblemNotice } from '../../ui/Notice';
import { Panel, Row } from '../../ui/Panel';
import { NewToken, TokenDialog } from './NewToken';

export type Scope = 'read' | 'write' | 'acts';

export const scopeName = (scope: string, t: Text): string =>
  ({ read: t('読む', 'read'), write: t('書く', 'write'), acts: t('確定・提出・回答', 'finalise, submit, decide') })[
    scope as Scope
  ];

/** Personal access tokens: what may act for me. */
export function Tokens({ account }: { account: AccountDetails }) {
  const t = useText();
  const { memberships, acting } = useSession();
  const [isAdding, setAdding] = useState(false);
  const [membershipId, setMembershipId] = useState(acting.id);
  const [token, setToken] = useState<string | null>(null);
  const end = useAct((id: string) => call(api.revokeToken, { path: { tokenId: id } }));
  const refresh = useAct(async (made: string | null) => made, setToken);
  return (
    <Panel
      title={t('アクセストークン', 'Access tokens')}
      hint={t(
        'ほかのプログラムが、あなたに代わってこのシステムのAPIを使うときに必要です。',
        'Other programs need one to use this system’s API on your behalf.',
      )}
      actions={
        <button type="button" className="button button-outline button-small" onClick={() => setAdding(true)}>
          {t('トークンを作る', 'Create a token')}
        </button>
      }
    >
      <ProblemNotice error={end.error} />
      {account.tokens.length === 0 && <p>{t('ありません。', 'None.')}</p>}
      <ul>
        {account.tokens.map((one) => (
          <TokenRow
            key={one.id}
            token={one}
            of={memberships.find(({ id }) => id === one.membershipId)?.organisationName}
            isBusy={end.isPending}
            onEnd={() => end.mutate(one.id)}
          />
        ))}
      </ul>
      {isAdding && (
        <NewToken
          send={(values) => call(api.issueToken, { body: { ...values, membershipId } })}
          onMade={(made) => {
            setAdding(false);
            refresh.mutate(made);
          }}
          onClose={() => setAdding(false)}
        >
          <SelectField
            label={t('所属', 'Acting as')}
            value={membershipId}
            onChange={(event) => setMembershipId(event.target.value)}
          >
            {memberships.map((membership) => (
              <option key={membership.id} value={membership.id}>
                {membershipName(membership, t)}
              </option>
            ))}
          </SelectField>
        </NewToken>
      )}
      {token && <TokenDialog token={token} onClose={() => setToken(null)} />}
    </Panel>
  );
}

export function TokenRow({
  token,
  of,
  isBusy,
  onEnd,
}: {
  token: TokenDetails;
  of?: string;
  isBusy: boolean;
  onEnd: () => void;
}) {
  const { t, language } = useLanguage();
  const isOver = token.expiresOn < today();
  return (
    <Row
      action={
        <button
          type="button"
          className="button button-text button-small"
          disabled={isBusy}
          aria-label={t(`${token.name}を無効にする`, `Revoke ${token.name}`)}
          onClick={onEnd}
        >
          {t('無効にする', 'Revoke')}
        </button>
      }
    >
      <span className="font-700">{token.name}</span>
      {isOver && <span className="chip ml-2 border-solid-gray-420">{t('期限切れ', 'expired')}</span>}
      <span className="hint block">
        {token.scopes.map((scope) => scopeName(scope, t)).join(t('・', ', '))}
        {of && t(`／${of}`, ` / ${of}`)}
        {t('／期限 ', ' / until ')}
        {formatDate(token.expiresOn, language)}
        {t('／最後の使用 ', ' / last used ')}
        {token.lastUsedAt ? formatInstant(token.lastUsedAt, language) : t('まだ', 'never')}
      </span>
    </Row>
  );
}
