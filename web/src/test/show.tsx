import { QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { makeQueryClient } from '../api/queries';
import { LanguageProvider } from '../i18n/language';
import type { Drafts } from '../saving/drafts';
import { SavingProvider } from '../saving/useSaver';

/** Shows a screen, or a part of one, with all that surrounds it in the program; every other address leads to a page that names itself. */
const noDrafts: Drafts = { below: async () => new Map(), put: async () => {}, remove: async () => {} };

export function show(screen: ReactNode | (() => ReactNode), path = '/', drafts = noDrafts) {
  const root = createRootRoute({ component: Outlet });
  const component = typeof screen === 'function' ? screen : () => screen;
  const page = createRoute({ getParentRoute: () => root, path, component });
  const elsewhere = createRoute({
    getParentRoute: () => root,
    path: '$',
    component: () => <p>{location.pathname}</p>,
  });
  const history = createMemoryHistory({ initialEntries: [path] });
  const router = createRouter({ routeTree: root.addChildren([page, elsewhere]), history });
  render(
    <LanguageProvider>
      <QueryClientProvider client={makeQueryClient()}>
        <SavingProvider drafts={drafts}>
          {/* biome-ignore lint/suspicious/noExplicitAny: a router of one page, not the program's */}
          <RouterProvider router={router as any} />
        </SavingProvider>
      </QueryClientProvider>
    </LanguageProvider>,
  );
  return router;
}
