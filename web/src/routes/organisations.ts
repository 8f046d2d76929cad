import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from './root';
import { text } from './search';

const account = createRoute({
  getParentRoute: () => root,
  path: '/account',
  validateSearch: (search): { failure?: string } => ({ failure: text(search.failure) }),
  component: lazyRouteComponent(() => import('../features/account/Account'), 'AccountPage'),
});
const organisation = createRoute({
  getParentRoute: () => root,
  path: '/organisations/$id',
  component: lazyRouteComponent(() => import('../features/organisations/Organisation'), 'OrganisationPage'),
});
const signInFailures = createRoute({
  getParentRoute: () => root,
  path: '/organisations/$id/sign-in-failures',
  component: lazyRouteComponent(() => import('../features/organisations/SignInFailures'), 'SignInFailures'),
});

/** Oneself, and the organisation that one belongs to. */
export const organisationsRoutes = [account, organisation, signInFailures] as const;
