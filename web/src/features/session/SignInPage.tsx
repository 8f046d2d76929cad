import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Navigate } from '@tanstack/react-router';
import { sessionQuery } from '../../api/session';
import { Loaded } from '../../ui/Loaded';
import { SignInScreen } from './SignInScreen';

const route = getRouteApi('/sign-in');

/** `/sign-in`: where one is after signing out, and where a provider's refusal leads. */
export function SignInPage() {
  const { failure } = route.useSearch();
  const session = useQuery(sessionQuery);
  return (
    <Loaded query={session}>
      {(data) =>
        data?.next === 'DONE' ? <Navigate to="/" replace /> : <SignInScreen begun={data} failure={failure} />
      }
    </Loaded>
  );
}
