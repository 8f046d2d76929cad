import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { ImplementationStatus, ReportDetails, ReportHeaderDetails } from '../../api/generated/types.gen';
import type { SavedField } from '../../saving/savedField';

export interface RowValue {
  status: ImplementationStatus | null;
  reason: string;
  explanation: string;
  explanationStatus: ImplementationStatus | null;
}

export const rowField = (reportId: string, number: number): SavedField<ReportDetails, RowValue> => ({
  read: (report) => {
    const row = [...report.rows, ...report.extraRows].find((one) => one.number === number);
    return {
      status: row?.status ?? null,
      reason: row?.reason ?? '',
      explanation: row?.explanation ?? '',
      explanationStatus: row?.explanationStatus ?? null,
    };
  },
  isComplete: ({ status, reason }) => status !== null && (status === 'IMPLEMENTED' || reason.trim() !== ''),
  write: async ({ status, reason, explanation, explanationStatus }, version) =>
    await call(api.changeReportRow, {
      path: { id: reportId, number },
      body: {
        status,
        reason: status === 'IMPLEMENTED' ? null : reason,
        explanation: explanation.trim() ? explanation : null,
        explanationStatus,
      },
      version,
    }),
});

const required: (keyof ReportHeaderDetails)[] = [
  'addressee',
  'contractorAddress',
  'contractorName',
  'representativeName',
];

export const headerField = (reportId: string): SavedField<ReportDetails, ReportHeaderDetails> => ({
  read: (report) => report.header,
  isComplete: (header) => required.every((key) => header[key]?.trim()),
  write: async (header, version) =>
    await call(api.changeReportHeader, { path: { id: reportId }, body: header, version }),
});
