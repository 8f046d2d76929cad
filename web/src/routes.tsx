import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import type { ContractFilter } from './api/queries';
import { RouteNotFound, RouteProblem } from './features/shell/RouteProblem';
import { Shell } from './features/shell/Shell';
import { Skeleton } from './ui/Skeleton';

const text = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined);

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Shell,
  notFoundComponent: RouteNotFound,
  errorComponent: RouteProblem,
});

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('./features/start/Start'), 'Start'),
});
const startImport = createRoute({
  getParentRoute: () => root,
  path: '/start',
  component: lazyRouteComponent(() => import('./features/start/StartImport'), 'StartImport'),
});
const contracts = createRoute({
  getParentRoute: () => root,
  path: '/contracts',
  validateSearch: (search): ContractFilter => ({
    q: text(search.q),
    stage: text(search.stage),
    edition: text(search.edition),
    sort: text(search.sort),
  }),
  component: lazyRouteComponent(() => import('./features/contracts/Contracts'), 'Contracts'),
});
const contract = createRoute({
  getParentRoute: () => root,
  path: '/contracts/$id',
  component: lazyRouteComponent(() => import('./features/contracts/Contract'), 'Contract'),
});
const overview = createRoute({
  getParentRoute: () => contract,
  path: '/',
  component: lazyRouteComponent(() => import('./features/contracts/Overview'), 'Overview'),
});
const questions = createRoute({
  getParentRoute: () => contract,
  path: '/questions',
  component: lazyRouteComponent(() => import('./features/obligations/Questions'), 'Questions'),
});
const proposals = createRoute({
  getParentRoute: () => contract,
  path: '/proposals',
  component: lazyRouteComponent(() => import('./features/obligations/Proposals'), 'Proposals'),
});
const obligations = createRoute({
  getParentRoute: () => contract,
  path: '/obligations',
  component: lazyRouteComponent(() => import('./features/obligations/Obligations'), 'Obligations'),
});
const obligation = createRoute({
  getParentRoute: () => contract,
  path: '/obligations/$number',
  validateSearch: (search): { asOf?: string } => ({ asOf: text(search.asOf) }),
  component: lazyRouteComponent(() => import('./features/obligations/ObligationPage'), 'ObligationPage'),
});
const contractReports = createRoute({
  getParentRoute: () => contract,
  path: '/reports',
  component: lazyRouteComponent(() => import('./features/reports/ContractReports'), 'ContractReports'),
});
const contractHistory = createRoute({
  getParentRoute: () => contract,
  path: '/history',
  component: lazyRouteComponent(() => import('./features/contracts/ContractHistory'), 'ContractHistory'),
});
const reportBatch = createRoute({
  getParentRoute: () => root,
  path: '/reports/new',
  validateSearch: (search): { contracts?: string; batch?: string } => ({
    contracts: text(search.contracts),
    batch: text(search.batch),
  }),
  component: lazyRouteComponent(() => import('./features/reports/NewReports'), 'NewReports'),
});
const report = createRoute({
  getParentRoute: () => root,
  path: '/reports/$id',
  component: lazyRouteComponent(() => import('./features/reports/ReportPage'), 'ReportPage'),
});
const readings = createRoute({
  getParentRoute: () => root,
  path: '/readings',
  component: lazyRouteComponent(() => import('./features/reports/Readings'), 'Readings'),
});
const editions = createRoute({
  getParentRoute: () => root,
  path: '/editions',
  component: lazyRouteComponent(() => import('./features/editions/Editions'), 'Editions'),
});
const editionDiff = createRoute({
  getParentRoute: () => root,
  path: '/editions/diff',
  validateSearch: (search): { from?: string; to?: string } => ({ from: text(search.from), to: text(search.to) }),
  component: lazyRouteComponent(() => import('./features/editions/EditionDiffPage'), 'EditionDiffPage'),
});
const edition = createRoute({
  getParentRoute: () => root,
  path: '/editions/$code',
  component: lazyRouteComponent(() => import('./features/editions/EditionPage'), 'EditionPage'),
});
const editionDraft = createRoute({
  getParentRoute: () => root,
  path: '/editions/drafts/$id',
  component: lazyRouteComponent(() => import('./features/editions/EditionDraftPage'), 'EditionDraftPage'),
});

const tree = root.addChildren([
  start,
  startImport,
  contracts,
  contract.addChildren([overview, questions, proposals, obligations, obligation, contractReports, contractHistory]),
  reportBatch,
  report,
  readings,
  editions,
  editionDiff,
  editionDraft,
  edition,
]);

export const makeRouter = (queryClient: QueryClient) =>
  createRouter({
    routeTree: tree,
    context: { queryClient },
    defaultPreload: 'intent',
    scrollRestoration: true,
    defaultPendingMs: 150,
    defaultPendingComponent: () => (
      <div className="page">
        <Skeleton />
      </div>
    ),
    defaultErrorComponent: RouteProblem,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
