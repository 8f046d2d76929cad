import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext } from '@tanstack/react-router';
import { RouteNotFound, RouteProblem } from '../features/shell/RouteProblem';
import { Shell } from '../features/shell/Shell';

export const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Shell,
  notFoundComponent: RouteNotFound,
  errorComponent: RouteProblem,
});
