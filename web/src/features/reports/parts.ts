import { put } from '../../api/client';
import { noteWrite } from '../../api/queries';
import type { Report, ReportHeader, Status } from '../../api/types';
import { api } from '../../paths';
import type { Part } from '../../saving/StreamSaver';

export interface RowValue {
  status: Status | null;
  reason: string;
  explanation: string;
  explanationStatus: Status | null;
}

export const rowPart = (reportId: string, number: number): Part<Report, RowValue> => ({
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
    noteWrite(
      await put(
        api.reportRow(reportId, number),
        {
          status,
          reason: status === 'IMPLEMENTED' ? null : reason,
          explanation: explanation.trim() ? explanation : null,
          explanationStatus,
        },
        version,
      ),
    ),
});

const required: (keyof ReportHeader)[] = ['addressee', 'contractorAddress', 'contractorName', 'representativeName'];

export const headerPart = (reportId: string): Part<Report, ReportHeader> => ({
  read: (report) => report.header,
  isComplete: (header) => required.every((key) => header[key]?.trim()),
  write: async (header, version) => noteWrite(await put(api.reportHeader(reportId), header, version)),
});
