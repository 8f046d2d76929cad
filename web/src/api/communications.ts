import { queryOptions } from '@tanstack/react-query';
import type { Messages } from '../i18n/language';
import { api } from '../paths';
import type { Act, Channel, CommunicationKind, Correction, Direction, NeedKind, Side } from './acts';
import { get } from './client';
import type { FileRef } from './files';
import type { ActedBy, Can, HistoryEntry } from './types';

export interface Communication {
  id: string;
  version: number;
  contractId: string;
  kind: CommunicationKind;
  direction: Direction;
  subject: string;
  number: number | null;
  requirementId: string | null;
  wording: string;
  sentence: string | null;
  text: string;
  actAt: string;
  recordedAt: string;
  by: ActedBy;
  recordedBy: Side;
  channel: Channel;
  officerName: string | null;
  files: FileRef[];
  inReplyTo: string | null;
  consultation: {
    ministrySide: string;
    contractorSide: string;
    outcome: string;
    measure: string | null;
    by: string | null;
  } | null;
  designatedOn: string | null;
  /** The version that was shown. */
  target: Act['target'];
  /** What was shown has changed since. */
  need: NeedKind | null;
  needReasons: Messages[];
  status: 'RECORDED' | 'CONFIRMED' | 'OBJECTED';
  objection: string | null;
  corrections: Correction[];
  urgent: boolean;
  opened?: boolean;
  can: Record<'confirm' | 'object' | 'correct' | 'reply' | 'deliver', Can>;
  thread?: Communication[];
  /** All that happened to it, oldest first. */
  history?: HistoryEntry[];
}

export interface IncidentNoted {
  id: string;
  version: number;
  /** It stands before an officer now; else nobody has been told. */
  sectionIsHere: boolean;
  officers: { post: 'PRIMARY' | 'DEPUTY'; name: string; telephone: string | null; mail: string | null }[];
  sectionName: string | null;
  sectionMail: string | null;
}

export const communicationsQuery = (contractId: string) =>
  queryOptions({
    queryKey: ['contract', contractId, 'communications'],
    queryFn: ({ signal }) =>
      get<{ items: Communication[]; record: Can; reportIncident: Can }>(api.contractCommunications(contractId), signal),
  });

export const communicationQuery = (id: string) =>
  queryOptions({
    queryKey: ['communication', id],
    queryFn: async ({ signal }): Promise<Communication> => {
      const { communication, ...beside } = await get<
        { communication: Communication } & Required<Pick<Communication, 'thread' | 'history'>>
      >(api.communication(id), signal);
      return { ...communication, ...beside };
    },
  });
