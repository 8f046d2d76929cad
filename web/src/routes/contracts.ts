import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { ChronicleFilter, ContractFilter, PortfolioFilter } from '../api/queries';
import { root } from './root';
import { readingSearch, text } from './search';

const procedureSearch = (search: Record<string, unknown>): { subject?: string; kind?: string; inReplyTo?: string } => ({
  subject: text(search.subject),
  kind: text(search.kind),
  inReplyTo: text(search.inReplyTo),
});
const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('../features/start/Start'), 'Start'),
});
const startImport = createRoute({
  getParentRoute: () => root,
  path: '/start',
  component: lazyRouteComponent(() => import('../features/start/StartImport'), 'StartImport'),
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
  component: lazyRouteComponent(() => import('../features/contracts/Contracts'), 'Contracts'),
});
const portfolio = createRoute({
  getParentRoute: () => root,
  path: '/portfolio',
  validateSearch: (search): PortfolioFilter => ({
    q: text(search.q),
    officer: text(search.officer),
    year: Number(search.year) || undefined,
    edition: text(search.edition),
  }),
  component: lazyRouteComponent(() => import('../features/portfolio/Portfolio'), 'Portfolio'),
});
const contract = createRoute({
  getParentRoute: () => root,
  path: '/contracts/$id',
  component: lazyRouteComponent(() => import('../features/contracts/Contract'), 'Contract'),
});
const overview = createRoute({
  getParentRoute: () => contract,
  path: '/',
  validateSearch: readingSearch,
  component: lazyRouteComponent(() => import('../features/contracts/Overview'), 'Overview'),
});
const chronicle = createRoute({
  getParentRoute: () => contract,
  path: '/history',
  validateSearch: (search): ChronicleFilter => ({
    kind: text(search.kind),
    from: text(search.from),
    to: text(search.to),
  }),
  component: lazyRouteComponent(() => import('../features/chronicle/Chronicle'), 'Chronicle'),
});
const questions = createRoute({
  getParentRoute: () => contract,
  path: '/questions',
  staticData: { within: 'obligations' },
  component: lazyRouteComponent(() => import('../features/obligations/Questions'), 'Questions'),
});
const proposals = createRoute({
  getParentRoute: () => contract,
  path: '/proposals',
  staticData: { within: 'obligations' },
  component: lazyRouteComponent(() => import('../features/obligations/Proposals'), 'Proposals'),
});
const obligations = createRoute({
  getParentRoute: () => contract,
  path: '/obligations',
  validateSearch: readingSearch,
  component: lazyRouteComponent(() => import('../features/obligations/Obligations'), 'Obligations'),
});
const obligation = createRoute({
  getParentRoute: () => contract,
  path: '/obligations/$number',
  validateSearch: (search): { asOf?: string } => ({ asOf: text(search.asOf) }),
  component: lazyRouteComponent(() => import('../features/obligations/ObligationPage'), 'ObligationPage'),
});
const confirmationDocument = createRoute({
  getParentRoute: () => contract,
  path: '/confirmation-document',
  validateSearch: readingSearch,
  component: lazyRouteComponent(
    () => import('../features/confirmation-documents/ConfirmationDocumentPage'),
    'ConfirmationDocumentPage',
  ),
});
const documentVersion = createRoute({
  getParentRoute: () => contract,
  path: '/confirmation-document/$version',
  component: lazyRouteComponent(
    () => import('../features/confirmation-documents/DocumentVersionPage'),
    'DocumentVersionPage',
  ),
});
const procedures = createRoute({
  getParentRoute: () => contract,
  path: '/procedures',
  validateSearch: readingSearch,
  component: lazyRouteComponent(() => import('../features/authority-acts/Procedures'), 'Procedures'),
});
const newRequest = createRoute({
  getParentRoute: () => contract,
  path: '/procedures/new',
  validateSearch: procedureSearch,
  component: lazyRouteComponent(() => import('../features/authority-acts/NewRequest'), 'NewRequest'),
});
const newCommunication = createRoute({
  getParentRoute: () => contract,
  path: '/communications/new',
  staticData: { within: 'procedures' },
  validateSearch: procedureSearch,
  component: lazyRouteComponent(() => import('../features/authority-acts/NewCommunication'), 'NewCommunication'),
});
const mailDrop = createRoute({
  getParentRoute: () => contract,
  path: '/mail',
  staticData: { within: 'procedures' },
  component: lazyRouteComponent(() => import('../features/authority-acts/MailDrop'), 'MailDrop'),
});
const incident = createRoute({
  getParentRoute: () => contract,
  path: '/incident',
  staticData: { within: 'procedures' },
  component: lazyRouteComponent(() => import('../features/incidents/Incident'), 'Incident'),
});
const contractReports = createRoute({
  getParentRoute: () => contract,
  path: '/reports',
  validateSearch: readingSearch,
  component: lazyRouteComponent(() => import('../features/reports/ContractReports'), 'ContractReports'),
});

/** Contracts, and what stands below each. */
export const contractsRoutes = [
  start,
  startImport,
  contracts,
  portfolio,
  contract.addChildren([
    overview,
    chronicle,
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
  ]),
] as const;
