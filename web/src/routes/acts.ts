import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { InboxFilter } from '../api/inbox';
import { root } from './root';
import { readingSearch, text } from './search';

const inbox = createRoute({
  getParentRoute: () => root,
  path: '/inbox',
  validateSearch: (search): InboxFilter & { q?: string } => ({
    q: text(search.q),
    scope: search.scope === 'section' || search.scope === 'mine' ? search.scope : undefined,
    kind: text(search.kind),
    sort: search.sort === 'date' ? 'date' : undefined,
    done: search.done ? true : undefined,
  }),
  component: lazyRouteComponent(() => import('../features/inbox/Inbox'), 'Inbox'),
});
const act = createRoute({
  getParentRoute: () => root,
  path: '/authority-acts/$id',
  validateSearch: readingSearch,
  component: lazyRouteComponent(() => import('../features/authority-acts/ActPage'), 'ActPage'),
});
const communication = createRoute({
  getParentRoute: () => root,
  path: '/communications/$id',
  validateSearch: readingSearch,
  component: lazyRouteComponent(() => import('../features/authority-acts/CommunicationPage'), 'CommunicationPage'),
});

/** What waits for somebody, and each of it. */
export const actsRoutes = [inbox, act, communication] as const;
