import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { InboxFilter } from '../api/inbox';
import type { DeadlineSearch } from '../features/deadlines/Ways';
import { root } from './root';
import { readingSearch, text } from './search';

const MONTH = /^20\d\d-(0[1-9]|1[0-2])$/;

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
const deadlines = createRoute({
  getParentRoute: () => root,
  path: '/deadlines',
  validateSearch: (search): DeadlineSearch => ({
    month: typeof search.month === 'string' && MONTH.test(search.month) ? search.month : undefined,
    view: search.view === 'grid' || search.view === 'timeline' ? search.view : undefined,
    scope: search.scope === 'section' || search.scope === 'mine' ? search.scope : undefined,
  }),
  component: lazyRouteComponent(() => import('../features/deadlines/Deadlines'), 'Deadlines'),
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
export const actsRoutes = [inbox, deadlines, act, communication] as const;
