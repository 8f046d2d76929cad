import type { QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import { RouteProblem } from '../features/shell/RouteProblem';
import { Skeleton } from '../ui/Skeleton';
import { actsRoutes } from './acts';
import { contractsRoutes } from './contracts';
import { editionsRoutes } from './editions';
import { organisationsRoutes } from './organisations';
import { outsideRoutes } from './outside';
import { reportsRoutes } from './reports';
import { root } from './root';

const tree = root.addChildren([
  ...outsideRoutes,
  ...organisationsRoutes,
  ...contractsRoutes,
  ...actsRoutes,
  ...reportsRoutes,
  ...editionsRoutes,
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
  interface StaticDataRouteOption {
    /** For anybody: comes before a session. */
    isOpen?: boolean;
    /** Which screen of its contract it belongs to, where its address does not say it. */
    within?: 'obligations' | 'procedures';
  }
}
