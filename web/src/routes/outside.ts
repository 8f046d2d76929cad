import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from './root';
import { text } from './search';

const isOpen = { staticData: { isOpen: true } };
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  ...isOpen,
  validateSearch: (search): { failure?: string } => ({ failure: text(search.failure) }),
  component: lazyRouteComponent(() => import('../features/session/SignInPage'), 'SignInPage'),
});
const setUp = createRoute({
  getParentRoute: () => root,
  path: '/set-up',
  ...isOpen,
  component: lazyRouteComponent(() => import('../features/session/SetUp'), 'SetUp'),
});
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  ...isOpen,
  component: lazyRouteComponent(() => import('../features/session/Invitation'), 'Invitation'),
});
const arrival = createRoute({
  getParentRoute: () => root,
  path: '/invitation/arrival',
  ...isOpen,
  component: lazyRouteComponent(() => import('../features/session/Arrival'), 'Arrival'),
});
const passwordReset = createRoute({
  getParentRoute: () => root,
  path: '/password-reset',
  ...isOpen,
  component: lazyRouteComponent(() => import('../features/session/PasswordReset'), 'PasswordReset'),
});

const unsubscribe = createRoute({
  getParentRoute: () => root,
  path: '/unsubscribe',
  ...isOpen,
  component: lazyRouteComponent(() => import('../features/session/Unsubscribe'), 'Unsubscribe'),
});

/** What comes before a session. */
export const outsideRoutes = [signIn, setUp, invitation, arrival, passwordReset, unsubscribe] as const;
