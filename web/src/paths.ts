/** Addresses of the HTTP API. Addresses of screens are typed by the router. */
const query = (params: Record<string, string | number | boolean | undefined | null>) => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(params))
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  const text = search.toString();
  return text && `?${text}`;
};

const contract = (id: string) => `/api/contracts/${id}`;
const obligation = (id: string, number: number) => `${contract(id)}/obligations/${number}`;
const report = (id: string) => `/api/reports/${id}`;
const act = (id: string) => `/api/authority-acts/${id}`;
const communication = (id: string) => `/api/communications/${id}`;
const document = (contractId: string) => `${contract(contractId)}/confirmation-document`;
const review = (reportId: string) => `${report(reportId)}/review`;

const account = '/api/account';
const organisation = (id: string) => `/api/organisations/${id}`;

export const api = {
  signIn: '/api/sign-in',
  signInPassword: '/api/sign-in/password',
  signInSecondFactor: '/api/sign-in/second-factor',
  signInPasskey: '/api/sign-in/passkey',
  signInPasskeyOptions: '/api/sign-in/passkey/options',
  provider: (id: string, to: string) => `/api/sign-in/providers/${encodeURIComponent(id)}${query({ to })}`,
  providerWithInvitation: (id: string) => `/api/sign-in/providers/${encodeURIComponent(id)}`,
  providerLink: (id: string) => `${account}/providers/${encodeURIComponent(id)}`,
  passwordResets: '/api/password-resets',
  passwordResetOpening: '/api/password-resets/opening',
  passwordResetCompletion: '/api/password-resets/completion',
  invitationOpening: '/api/invitations/opening',
  acceptance: '/api/invitations/acceptance',
  arrival: '/api/invitations/arrival',
  arrivalAcceptance: '/api/invitations/arrival/acceptance',
  setUp: '/api/set-up',
  session: '/api/session',
  acting: '/api/session/acting',
  reAuthentication: '/api/session/re-authentication',
  reAuthenticationOptions: '/api/session/re-authentication/options',
  account,
  accountName: `${account}/name`,
  accountPassword: `${account}/password`,
  totp: `${account}/totp`,
  totpConfirmation: `${account}/totp/confirmation`,
  recoveryCodes: `${account}/recovery-codes`,
  passkeys: `${account}/passkeys`,
  passkeyOptions: `${account}/passkeys/options`,
  passkey: (id: string) => `${account}/passkeys/${id}`,
  devices: `${account}/devices`,
  device: (id: string) => `${account}/devices/${id}`,
  tokens: `${account}/tokens`,
  token: (id: string) => `${account}/tokens/${id}`,
  organisation,
  people: (id: string) => `${organisation(id)}/people`,
  memberships: (id: string, person: string) => `${organisation(id)}/people/${person}/memberships`,
  membership: (id: string, on?: string) => `/api/memberships/${id}${query({ on })}`,
  tokensOfPerson: (id: string, person: string) => `${organisation(id)}/people/${person}/tokens`,
  signInReset: (id: string, person: string) => `${organisation(id)}/people/${person}/sign-in-reset`,
  signInFailures: (before?: number) => `/api/sign-in-failures${query({ before })}`,
  erasure: (id: string) => `/api/people/${id}/erasure`,
  sections: (id: string) => `${organisation(id)}/sections`,
  sectionMail: (id: string, section: string) => `${organisation(id)}/sections/${section}/mail`,
  reviewRules: (id: string, section: string) => `${organisation(id)}/sections/${section}/review-rules`,
  sectionRetention: (id: string, section: string) => `${organisation(id)}/sections/${section}/retention`,
  delegations: (id: string, section: string) => `${organisation(id)}/sections/${section}/delegations`,
  delegation: (id: string, section: string, delegation: string) =>
    `${organisation(id)}/sections/${section}/delegations/${delegation}`,
  successions: (section: string) => `/api/sections/${section}/successions`,
  parts: '/api/parts',
  part: (id: string) => `/api/parts/${id}`,
  partFiles: (id: string) => `/api/parts/${id}/files`,
  partRow: (id: string, number: number) => `/api/parts/${id}/rows/${number}`,
  contractParts: (id: string) => `${contract(id)}/parts`,
  subcontractors: (id: string) => `${contract(id)}/subcontractors`,
  subcontractor: (id: string, firm: string) => `${contract(id)}/subcontractors/${firm}`,
  assignees: (id: string, number: number) => `${obligation(id, number)}/assignees`,
  invitations: (id: string) => `${organisation(id)}/invitations`,
  invitation: (id: string) => `/api/invitations/${id}`,
  serviceAccounts: (id: string) => `${organisation(id)}/service-accounts`,
  serviceAccount: (id: string) => `/api/service-accounts/${id}`,
  serviceAccountTokens: (id: string) => `/api/service-accounts/${id}/tokens`,
  serviceAccountToken: (id: string, token: string) => `/api/service-accounts/${id}/tokens/${token}`,
  organisations: (kind?: 'CONTRACTOR' | 'MINISTRY_OFFICE') => `/api/organisations${query({ kind })}`,
  editions: '/api/editions',
  edition: (code: string, revision?: number) => `/api/editions/${encodeURIComponent(code)}${query({ revision })}`,
  editionHistory: (code: string) => `/api/editions/${encodeURIComponent(code)}/history`,
  editionAct: (code: string, act: 'adoption-request' | 'adoption' | 'adoption/withdrawal' | 'withdrawal') =>
    `/api/editions/${encodeURIComponent(code)}/${act}`,
  editionDiff: (from: string, to: string) => `/api/editions/${encodeURIComponent(from)}/diff/${encodeURIComponent(to)}`,
  annexImports: '/api/annex-imports',
  editionDrafts: '/api/edition-drafts',
  editionDraft: (id: string) => `/api/edition-drafts/${id}`,
  editionPublication: (id: string) => `/api/edition-drafts/${id}/publish`,
  contracts: (
    filter: {
      q?: string;
      stage?: string;
      edition?: string;
      sort?: string;
      limit?: number;
      cursor?: string;
      after?: number;
    } = {},
  ) => `/api/contracts${query(filter)}`,
  contract,
  candidates: (id: string) => `${contract(id)}/candidates`,
  contractHistory: (id: string) => `${contract(id)}/history`,
  corrections: (id: string) => `${contract(id)}/corrections`,
  signing: (id: string) => `${contract(id)}/signing`,
  amendments: (id: string) => `${contract(id)}/amendments`,
  termination: (id: string) => `${contract(id)}/termination`,
  addressee: (id: string) => `${contract(id)}/addressee`,
  norms: (id: string) => `${contract(id)}/norms`,
  officers: (id: string) => `${contract(id)}/officers`,
  rosterChanges: (id: string) => `${contract(id)}/roster-changes`,
  reporting: (id: string) => `${contract(id)}/reporting`,
  extraItems: (id: string) => `${contract(id)}/extra-items`,
  answers: (id: string) => `${contract(id)}/answers`,
  questions: (id: string) => `${contract(id)}/questions`,
  proposals: (id: string) => `${contract(id)}/proposals`,
  periods: (id: string) => `${contract(id)}/periods`,
  contractReports: (id: string) => `${contract(id)}/reports`,
  priorReports: (id: string) => `${contract(id)}/prior-reports`,
  priorReportWithdrawal: (id: string) => `/api/prior-reports/${id}/withdrawal`,
  priorReportOpening: (id: string) => `/api/prior-reports/${id}/opening`,
  obligations: (id: string, asOf?: string) => `${contract(id)}/obligations${query({ asOf })}`,
  obligation: (id: string, number: number, asOf?: string) => `${obligation(id, number)}${query({ asOf })}`,
  history: (id: string, number: number) => `${obligation(id, number)}/history`,
  status: (id: string, number: number) => `${obligation(id, number)}/status`,
  statementStatus: (id: string, number: number, index: number) =>
    `${obligation(id, number)}/statements/${index}/status`,
  method: (id: string, number: number) => `${obligation(id, number)}/method`,
  override: (id: string, number: number) => `${obligation(id, number)}/override`,
  report,
  reportHeader: (id: string) => `${report(id)}/header`,
  reportRow: (id: string, number: number) => `${report(id)}/rows/${number}`,
  takeOver: (id: string, number: number) => `${report(id)}/rows/${number}/take-over`,
  finalisation: (id: string) => `${report(id)}/finalisation`,
  form: (id: string, format: 'docx' | 'pdf' | 'xlsx') => `${report(id)}/form.${format}`,
  mail: (id: string) => `${report(id)}/mail`,
  reportBatches: '/api/report-batches',
  reportBatch: (id: string) => `/api/report-batches/${id}`,
  batchFinalisation: (id: string) => `/api/report-batches/${id}/finalisation`,
  batchForms: (id: string) => `/api/report-batches/${id}/forms.zip`,
  formReadings: '/api/form-readings',

  inbox: (filter: {
    scope?: string;
    kind?: string;
    sort?: string;
    done?: boolean;
    limit?: number;
    cursor?: string;
    after?: number;
  }) => `/api/inbox${query(filter)}`,
  noticeDone: (type: string, id: string) => `/api/inbox/${type}/${id}/done`,
  unread: (type: string, id: string) => `/api/inbox/${type}/${id}/unread`,
  mailSubject: (contractId: string) => `${contract(contractId)}/mail-subject`,
  coverage: (contractId: string) => `${contract(contractId)}/coverage`,
  procedures: (id: string) => `${contract(id)}/procedures`,
  contractActs: (id: string) => `${contract(id)}/authority-acts`,
  act,
  /** What is done to an act, e.g. `decision`. */
  actStep: (id: string, step: string) => `${act(id)}/${step}`,
  actMail: (id: string) => `${act(id)}/mail`,
  handOver: (id: string) => `${contract(id)}/obligations/handover`,
  obligationLook: (id: string, number: number) => `${obligation(id, number)}/look`,
  communicationMailFile: (id: string) => `${communication(id)}/mail.eml`,
  actMailFile: (id: string) => `${act(id)}/mail.eml`,
  decisionDraft: (id: string) => `/api/decision-drafts/${id}`,
  decisionConfirmation: (id: string) => `/api/decision-drafts/${id}/confirmation`,
  contractCommunications: (id: string) => `${contract(id)}/communications`,
  communication,
  communicationStep: (id: string, step: string) => `${communication(id)}/${step}`,
  incidents: (id: string) => `${contract(id)}/incidents`,

  contractFiles: (id: string) => `${contract(id)}/files`,
  fileContent: (id: string) => `/api/files/${id}/content`,
  fileErasure: (id: string) => `/api/files/${id}/erasure`,
  mailReadings: (contractId: string) => `${contract(contractId)}/mail-readings`,

  confirmationDocument: document,
  documentDraft: (id: string) => `${document(id)}/draft`,
  documentMethod: (id: string, number: number) => `${document(id)}/draft/methods/${number}`,
  documentPartsTakingOver: (id: string) => `${document(id)}/draft/parts/taking-over`,
  documentMethodTakingOver: (id: string, number: number) => `${document(id)}/draft/methods/${number}/taking-over`,
  documentOrganization: (id: string) => `${document(id)}/draft/organization`,
  documentPeople: (id: string) => `${document(id)}/draft/people`,
  documentPerson: (id: string, personId: string) => `${document(id)}/draft/people/${personId}`,
  documentPapers: (id: string) => `${document(id)}/draft/papers`,
  documentDraftFile: (id: string, format: 'docx' | 'pdf') => `${document(id)}/draft/document.${format}`,
  documentVersions: (id: string) => `${document(id)}/versions`,
  documentVersion: (id: string, number: number) => `${document(id)}/versions/${number}`,
  documentFile: (id: string, number: number, format: 'docx' | 'pdf') =>
    `${document(id)}/versions/${number}/document.${format}`,
  documentSubmission: (id: string, number: number) => `${document(id)}/versions/${number}/submission`,
  documentCorrections: (id: string, number: number) => `${document(id)}/versions/${number}/corrections`,
  documentOpening: (id: string) => `${document(id)}/opening`,
  documentEffective: (id: string, number: number) => `${document(id)}/versions/${number}/effective`,
  documentDiff: (id: string, from: number, to: number | 'draft') => `${document(id)}/versions/${from}/diff/${to}`,
  rosterErasure: (id: string, personId: string) => `${document(id)}/people/${personId}/erasure`,

  documentWayCorrections: (id: string, number: number) => `${document(id)}/versions/${number}/submission/corrections`,
  answersSending: (reportId: string) => `${report(reportId)}/answers/sending`,
  submissionStep: (reportId: string, step: 'corrections' | 'withdrawal') => `${report(reportId)}/submission/${step}`,
  answersMailFile: (reportId: string) => `${report(reportId)}/answers/mail.eml`,
  reportMailFile: (reportId: string) => `${report(reportId)}/mail.eml`,
  submission: (reportId: string) => `${report(reportId)}/submission`,
  receipt: (reportId: string) => `${report(reportId)}/receipt`,
  reportCorrections: (reportId: string) => `${report(reportId)}/corrections`,
  reportOpening: (reportId: string) => `${report(reportId)}/opening`,
  receiptConfirmation: (reportId: string) => `${report(reportId)}/receipt/confirmation`,
  reportAnswers: (reportId: string, number: number) => `${report(reportId)}/rows/${number}/answers`,
  replacement: (reportId: string) => `${report(reportId)}/replacement`,
  outsideReviews: (reportId: string) => `${report(reportId)}/outside-reviews`,
  outsideReviewConfirmation: (reportId: string) => `${report(reportId)}/outside-reviews/confirmation`,
  review,
  reviewRow: (reportId: string, number: number) => `${review(reportId)}/rows/${number}`,
  unchangedRows: (reportId: string) => `${review(reportId)}/unchanged-rows`,
  reviewSending: (reportId: string) => `${review(reportId)}/sending`,
  insufficiency: (reportId: string, number: number) => `${review(reportId)}/rows/${number}/insufficiency`,
  internalApproval: (reportId: string) => `${review(reportId)}/internal-approval`,
  disposal: (reportId: string) => `${report(reportId)}/disposal`,
  disclosures: (reportId: string) => `${report(reportId)}/disclosures`,
  disclosureForm: (reportId: string, number: number) => `${report(reportId)}/disclosures/${number}/form.pdf`,
  thread: (contractId: string, number: number) => `${contract(contractId)}/threads/${number}`,
} as const;
