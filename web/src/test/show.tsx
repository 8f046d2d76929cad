import { QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { makeQueryClient } from '../api/queries';
import { LanguageProvider } from '../i18n/language';
import { SavingProvider } from '../saving/useSaver';

/** Shows one screen at `/` as it stands in the program: language, queries, drafts and a router around it. */
export function show(screen: ReactNode) {
  const drafts = { below: async () => new Map(), put: async () => {}, remove: async () => {} };
  const root = createRootRoute();
  const page = createRoute({ getParentRoute: () => root, path: '/', component: () => screen });
  const router = createRouter({ routeTree: root.addChildren([page]), history: createMemoryHistory() });
  return render(
    <LanguageProvider>
      <QueryClientProvider client={makeQueryClient()}>
        <SavingProvider drafts={drafts}>
          {/* biome-ignore lint/suspicious/noExplicitAny: a router of one page, not the program's */}
          <RouterProvider router={router as any} />
        </SavingProvider>
      </QueryClientProvider>
    </LanguageProvider>,
  );
}
