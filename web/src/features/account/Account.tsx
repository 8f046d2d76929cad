import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useText } from '../../i18n/language';
import { Loaded } from '../../ui/Loaded';
import { Page } from '../../ui/Page';
import { ProviderFailure } from '../session/ProviderFailure';
import { accountQuery } from './account';
import { CalendarFeed } from './CalendarFeed';
import { Devices } from './Devices';
import { Passkeys } from './Passkeys';
import { Profile } from './Profile';
import { Providers } from './Providers';
import { Reminders } from './Reminders';
import { SecondFactors } from './SecondFactors';
import { Telephone } from './Telephone';
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
            <Telephone />
            <Reminders />
            <CalendarFeed />
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
