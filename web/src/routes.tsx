import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import type { InboxFilter } from './api/inbox';
import type { ContractFilter } from './api/queries';
import { RouteNotFound, RouteProblem } from './features/shell/RouteProblem';
import { Shell } from './features/shell/Shell';
import { Skeleton } from './ui/Skeleton';

const text = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined);

/** Which inbox is being read one entry after the other, and where: `<scope>.<kind>.<sort>`. */
const readingSearch = (search: Record<string, unknown>): { reading?: string } => ({ reading: text(search.reading) });
const procedureSearch = (search: Record<string, unknown>): { subject?: string; kind?: string; inReplyTo?: string } => ({
  subject: text(search.subject),
  kind: text(search.kind),
  inReplyTo: text(search.inReplyTo),
});

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Shell,
  notFoundComponent: RouteNotFound,
  errorComponent: RouteProblem,
});

const isOpen = { staticData: { isOpen: true } };
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  ...isOpen,
  validateSearch: (search): { failure?: string } => ({ failure: text(search.failure) }),
  component: lazyRouteComponent(() => import('./features/session/SignInPage'), 'SignInPage'),
});
const setUp = createRoute({
  getParentRoute: () => root,
  path: '/set-up',
  ...isOpen,
  component: lazyRouteComponent(() => import('./features/session/SetUp'), 'SetUp'),
});
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  ...isOpen,
  component: lazyRouteComponent(() => import('./features/session/Invitation'), 'Invitation'),
});
const arrival = createRoute({
  getParentRoute: () => root,
  path: '/invitation/arrival',
  ...isOpen,
  component: lazyRouteComponent(() => import('./features/session/Arrival'), 'Arrival'),
});
const passwordReset = createRoute({
  getParentRoute: () => root,
  path: '/password-reset',
  ...isOpen,
  component: lazyRouteComponent(() => import('./features/session/PasswordReset'), 'PasswordReset'),
});
const account = createRoute({
  getParentRoute: () => root,
  path: '/account',
  validateSearch: (search): { failure?: string } => ({ failure: text(search.failure) }),
  component: lazyRouteComponent(() => import('./features/account/Account'), 'AccountPage'),
});
const organisation = createRoute({
  getParentRoute: () => root,
  path: '/organisations/$id',
  component: lazyRouteComponent(() => import('./features/organisations/Organisation'), 'OrganisationPage'),
});
const signInFailures = createRoute({
  getParentRoute: () => root,
  path: '/organisations/$id/sign-in-failures',
  component: lazyRouteComponent(() => import('./features/organisations/SignInFailures'), 'SignInFailures'),
});
const parts = createRoute({
  getParentRoute: () => root,
  path: '/parts',
  component: lazyRouteComponent(() => import('./features/parts/Parts'), 'Parts'),
});
const part = createRoute({
  getParentRoute: () => root,
  path: '/parts/$id',
  component: lazyRouteComponent(() => import('./features/parts/PartPage'), 'PartPage'),
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
  staticData: { within: 'obligations' },
  component: lazyRouteComponent(() => import('./features/obligations/Questions'), 'Questions'),
});
const proposals = createRoute({
  getParentRoute: () => contract,
  path: '/proposals',
  staticData: { within: 'obligations' },
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
  validateSearch: readingSearch,
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
  validateSearch: readingSearch,
  component: lazyRouteComponent(() => import('./features/reports/ReportPage'), 'ReportPage'),
});
const review = createRoute({
  getParentRoute: () => root,
  path: '/reports/$id/review',
  validateSearch: readingSearch,
  component: lazyRouteComponent(() => import('./features/review/ReviewPage'), 'ReviewPage'),
});
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
  component: lazyRouteComponent(() => import('./features/inbox/Inbox'), 'Inbox'),
});
const act = createRoute({
  getParentRoute: () => root,
  path: '/authority-acts/$id',
  validateSearch: readingSearch,
  component: lazyRouteComponent(() => import('./features/acts/ActPage'), 'ActPage'),
});
const communication = createRoute({
  getParentRoute: () => root,
  path: '/communications/$id',
  validateSearch: readingSearch,
  component: lazyRouteComponent(() => import('./features/acts/CommunicationPage'), 'CommunicationPage'),
});
const procedures = createRoute({
  getParentRoute: () => contract,
  path: '/procedures',
  component: lazyRouteComponent(() => import('./features/acts/Procedures'), 'Procedures'),
});
const newRequest = createRoute({
  getParentRoute: () => contract,
  path: '/procedures/new',
  validateSearch: procedureSearch,
  component: lazyRouteComponent(() => import('./features/acts/NewRequest'), 'NewRequest'),
});
const newCommunication = createRoute({
  getParentRoute: () => contract,
  path: '/communications/new',
  staticData: { within: 'procedures' },
  validateSearch: procedureSearch,
  component: lazyRouteComponent(() => import('./features/acts/NewCommunication'), 'NewCommunication'),
});
const mailDrop = createRoute({
  getParentRoute: () => contract,
  path: '/mail',
  staticData: { within: 'procedures' },
  component: lazyRouteComponent(() => import('./features/acts/MailDrop'), 'MailDrop'),
});
const incident = createRoute({
  getParentRoute: () => contract,
  path: '/incident',
  staticData: { within: 'procedures' },
  component: lazyRouteComponent(() => import('./features/incidents/Incident'), 'Incident'),
});
const confirmationDocument = createRoute({
  getParentRoute: () => contract,
  path: '/confirmation-document',
  validateSearch: readingSearch,
  component: lazyRouteComponent(
    () => import('./features/documents/ConfirmationDocumentPage'),
    'ConfirmationDocumentPage',
  ),
});
const documentVersion = createRoute({
  getParentRoute: () => contract,
  path: '/confirmation-document/$version',
  component: lazyRouteComponent(() => import('./features/documents/DocumentVersionPage'), 'DocumentVersionPage'),
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
  signIn,
  setUp,
  invitation,
  arrival,
  passwordReset,
  account,
  organisation,
  signInFailures,
  parts,
  part,
  start,
  startImport,
  contracts,
  contract.addChildren([
    overview,
    questions,
    proposals,
    obligations,
    obligation,
    confirmationDocument,
    documentVersion,
    procedures,
    newRequest,
    newCommunication,
    mailDrop,
    incident,
    contractReports,
    contractHistory,
  ]),
  inbox,
  act,
  communication,
  reportBatch,
  report,
  review,
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
  interface StaticDataRouteOption {
    /** For anybody: comes before a session. */
    isOpen?: boolean;
    /** Which screen of its contract it belongs to, where its address does not say it. */
    within?: 'obligations' | 'procedures';
  }
}
