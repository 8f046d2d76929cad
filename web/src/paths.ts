/** Addresses of the HTTP API. Addresses of screens are typed by the router. */
const query = (params: Record<string, string | number | undefined | null>) => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(params))
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  const text = search.toString();
  return text && `?${text}`;
};

const contract = (id: string) => `/api/contracts/${id}`;
const obligation = (id: string, number: number) => `${contract(id)}/obligations/${number}`;
const report = (id: string) => `/api/reports/${id}`;

export const api = {
  actors: '/api/actors',
  organisations: (kind: 'CONTRACTOR' | 'MINISTRY_OFFICE') => `/api/organisations?kind=${kind}`,
  editions: '/api/editions',
  edition: (code: string, revision?: number) => `/api/editions/${encodeURIComponent(code)}${query({ revision })}`,
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
  contractHistory: (id: string) => `${contract(id)}/history`,
  corrections: (id: string) => `${contract(id)}/corrections`,
  signing: (id: string) => `${contract(id)}/signing`,
  amendments: (id: string) => `${contract(id)}/amendments`,
  termination: (id: string) => `${contract(id)}/termination`,
  addressee: (id: string) => `${contract(id)}/addressee`,
  norms: (id: string) => `${contract(id)}/norms`,
  officers: (id: string) => `${contract(id)}/officers`,
  reporting: (id: string) => `${contract(id)}/reporting`,
  extraItems: (id: string) => `${contract(id)}/extra-items`,
  answers: (id: string) => `${contract(id)}/answers`,
  proposals: (id: string) => `${contract(id)}/proposals`,
  periods: (id: string) => `${contract(id)}/periods`,
  contractReports: (id: string) => `${contract(id)}/reports`,
  priorReports: (id: string) => `${contract(id)}/prior-reports`,
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
} as const;
