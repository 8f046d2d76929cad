import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from './root';
import { text } from './search';

const editions = createRoute({
  getParentRoute: () => root,
  path: '/editions',
  component: lazyRouteComponent(() => import('../features/editions/Editions'), 'Editions'),
});
const editionDiff = createRoute({
  getParentRoute: () => root,
  path: '/editions/diff',
  validateSearch: (search): { from?: string; to?: string } => ({ from: text(search.from), to: text(search.to) }),
  component: lazyRouteComponent(() => import('../features/editions/EditionDiffPage'), 'EditionDiffPage'),
});
const editionDraft = createRoute({
  getParentRoute: () => root,
  path: '/editions/drafts/$id',
  component: lazyRouteComponent(() => import('../features/editions/EditionDraftPage'), 'EditionDraftPage'),
});
const edition = createRoute({
  getParentRoute: () => root,
  path: '/editions/$code',
  component: lazyRouteComponent(() => import('../features/editions/EditionPage'), 'EditionPage'),
});

/** The editions of the annex, and drafts of them. */
export const editionsRoutes = [editions, editionDiff, editionDraft, edition] as const;
