import { useAct } from './useAct';

/** An act on a contract, of which everything is then read anew. */
export const useContractAct = <T, V = void>(
  contractId: string,
  send: (value: V) => Promise<T>,
  after?: (answer: T) => unknown,
) => useAct(send, [['contract', contractId], ['contracts']], after);
