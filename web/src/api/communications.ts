import { queryOptions } from '@tanstack/react-query';
import * as api from './generated/operations.gen';
import type { CommunicationDetails, CommunicationThread } from './generated/types.gen';
import { query } from './query';

/** What was said, and, where it is read alone, what belongs together with it. */
export type Communication = CommunicationDetails & Partial<Omit<CommunicationThread, 'communication'>>;

export const communicationsQuery = (contractId: string) => query(api.getCommunications, { path: { contractId } });

export const communicationQuery = (id: string) =>
  queryOptions({
    ...query(api.getCommunication, { path: { id } }),
    select: ({ communication, ...beside }: CommunicationThread): Communication => ({ ...communication, ...beside }),
  });
