import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { AccountDetails } from '../../api/generated/types.gen';
import { signInWaysQuery } from '../../api/session';
import { useAct } from '../../api/useAct';
import { dayOf, formatDate } from '../../i18n/dates';
import { useLanguage, useText } from '../../i18n/language';
import { ActDialog } from '../../ui/ActDialog';
import { ProblemNotice } from '../../ui/Notice';
import { Panel, Row } from '../../ui/Panel';
import { startAt } from '../../ui/startAt';

type Provider = { id: string; name: string };

/** The organisations' own sign-ins of this installation, linked to this person or not. Nothing where there are none. */
export function Providers({ account }: { account: AccountDetails }) {
  const { t, language } = useLanguage();
  const ways = useQuery(signInWaysQuery);
  const [ended, setEnded] = useState<Provider | null>(null);
  const link = useAct(
    (id: string) => call(api.linkProvider, { path: { provider: id } }),
    ({ address }) => startAt(address),
  );
  if (!ways.data?.providers.length) return null;
  return (
    <Panel
      title={t('組織のサインイン', 'Organisation’s sign-in')}
      hint={t(
        '所属する組織のアカウントでサインインできるようにします。',
        'Lets you sign in with your organisation’s account.',
      )}
    >
      <ProblemNotice error={link.error} />
      <ul>
        {ways.data.providers.map((provider) => {
          const linked = account.providers.find(({ id }) => id === provider.id);
          return (
            <Row
              key={provider.id}
              action={
                linked ? (
                  <button
                    type="button"
                    className="button button-text button-small"
                    aria-label={t(`${provider.name}を解除する`, `Unlink ${provider.name}`)}
                    onClick={() => setEnded(provider)}
                  >
                    {t('解除する', 'Unlink')}
                  </button>
                ) : (
                  <button
                    type="button"
                    className="button button-outline button-small"
                    aria-label={t(`${provider.name}を結び付ける`, `Link ${provider.name}`)}
                    disabled={link.isPending}
                    onClick={() => link.mutate(provider.id)}
                  >
                    {t('結び付ける', 'Link')}
                  </button>
                )
              }
            >
              <span className="font-700">{provider.name}</span>
              <span className="hint block">
                {linked
                  ? t(
                      `${formatDate(dayOf(linked.linkedAt), language)}から`,
                      `since ${formatDate(dayOf(linked.linkedAt), language)}`,
                    )
                  : t('結び付けていません', 'not linked')}
              </span>
            </Row>
          );
        })}
      </ul>
      {ended && <EndDialog provider={ended} onClose={() => setEnded(null)} />}
    </Panel>
  );
}

function EndDialog({ provider, onClose }: { provider: Provider; onClose: () => void }) {
  const t = useText();
  const end = useAct(() => call(api.unlinkProvider, { path: { provider: provider.id } }), onClose);
  return (
    <ActDialog
      title={t('組織のサインインを解除する', 'Unlink the organisation’s sign-in')}
      act={end}
      onClose={onClose}
      confirm={t('解除する', 'Unlink')}
      isDangerous
    >
      <p>
        {t(`「${provider.name}」ではサインインできなくなります。`, `“${provider.name}” will no longer sign you in.`)}
      </p>
    </ActDialog>
  );
}
