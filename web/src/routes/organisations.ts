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

const deliveries = createRoute({
  getParentRoute: () => root,
  path: '/deliveries',
  validateSearch: (search): { failed?: true } => ({ failed: search.failed === true || undefined }),
  component: lazyRouteComponent(() => import('../features/deliveries/Deliveries'), 'Deliveries'),
});

const mailTemplates = createRoute({
  getParentRoute: () => root,
  path: '/deliveries/templates',
  component: lazyRouteComponent(() => import('../features/deliveries/MailTemplates'), 'MailTemplates'),
});

/** Oneself, and the organisation that one belongs to. */
export const organisationsRoutes = [account, organisation, signInFailures, deliveries, mailTemplates] as const;
