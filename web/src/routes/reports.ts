import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from './root';
import { readingSearch, text } from './search';

const reportBatch = createRoute({
  getParentRoute: () => root,
  path: '/reports/new',
  validateSearch: (search): { contracts?: string; batch?: string } => ({
    contracts: text(search.contracts),
    batch: text(search.batch),
  }),
  component: lazyRouteComponent(() => import('../features/reports/NewReports'), 'NewReports'),
});
const report = createRoute({
  getParentRoute: () => root,
  path: '/reports/$id',
  validateSearch: readingSearch,
  component: lazyRouteComponent(() => import('../features/reports/ReportPage'), 'ReportPage'),
});
const review = createRoute({
  getParentRoute: () => root,
  path: '/reports/$id/review',
  validateSearch: readingSearch,
  component: lazyRouteComponent(() => import('../features/review/ReviewPage'), 'ReviewPage'),
});
const readings = createRoute({
  getParentRoute: () => root,
  path: '/readings',
  component: lazyRouteComponent(() => import('../features/reports/Readings'), 'Readings'),
});
const parts = createRoute({
  getParentRoute: () => root,
  path: '/parts',
  component: lazyRouteComponent(() => import('../features/parts/Parts'), 'Parts'),
});
const part = createRoute({
  getParentRoute: () => root,
  path: '/parts/$id',
  validateSearch: readingSearch,
  component: lazyRouteComponent(() => import('../features/parts/PartPage'), 'PartPage'),
});

/** Reports, and what firms record for them. */
export const reportsRoutes = [reportBatch, report, review, readings, parts, part] as const;
