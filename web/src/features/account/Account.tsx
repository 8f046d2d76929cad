import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/language';
import { Loaded } from '../../ui/Loaded';
import { Page } from '../../ui/Page';
import { ProviderFailure } from '../session/ProviderFailure';
import { accountQuery } from './account';
import { Devices } from './Devices';
import { Passkeys } from './Passkeys';
import { Profile } from './Profile';
import { Providers } from './Providers';
import { SecondFactors } from './SecondFactors';
import { Tokens } from './Tokens';

const route = getRouteApi('/account');

/** My account: who I am, how I sign in, where I am signed in, and what may act for me. */
export function AccountPage() {
  const t = useText();
  const { failure } = route.useSearch();
  const account = useQuery(accountQuery);
  return (
    <Page title={t('アカウント', 'My account')}>
      {failure && <ProviderFailure code={failure} />}
      <Loaded query={account}>
        {(data) => (
          <div className="grid max-w-[52rem] gap-10">
            <Profile account={data} />
            <SecondFactors account={data} />
            <Passkeys account={data} />
            <Providers account={data} />
            <Devices account={data} />
            <Tokens account={data} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}

/** One part of the account, with what can be done to it beside its heading. */
export function Part({
  title,
  hint,
  actions,
  children,
}: {
  title: string;
  hint?: string;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="[&>dl]:border-t-0 [&>dl]:pt-1">
      <div className="mb-3 flex flex-wrap items-end justify-between gap-3 border-solid-gray-420 border-b pb-2">
        <div className="min-w-0 flex-1 basis-72">
          <h2 className="heading-2">{title}</h2>
          {hint && <p className="hint">{hint}</p>}
        </div>
        {actions}
      </div>
      {children}
    </section>
  );
}

/** A row of a list with one button at its end. */
export function Row({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-solid-gray-300 border-b py-3">
      <div className="min-w-0 flex-1 basis-60">{children}</div>
      {action}
    </li>
  );
}
