import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { ContractDetails, WriteAnswer } from '../../api/generated/types.gen';
import { today } from '../../i18n/dates';

export type ContractAct = 'signing' | 'amendment' | 'correction' | 'addressee' | 'norms' | 'termination';
export type Values = Record<string, string>;
const orNull = (value: string | undefined) => value?.trim() || null;

const partiesOf = ({ contractor, officeId, officeName, sectionId, sectionName, sectionMail }: ContractDetails) => ({
  contractorName: contractor.name,
  address: contractor.address,
  representativeTitle: contractor.representativeTitle ?? '',
  representativeName: contractor.representativeName,
  corporateNumber: contractor.corporateNumber ?? '',
  officeId: officeId ?? '',
  officeName: officeName ?? '',
  sectionId: sectionId ?? '',
  sectionName: sectionName ?? '',
  sectionMail: sectionMail ?? '',
});

/** Contractor and section go out whole, and only when something in them was changed. */
function changedParties(c: ContractDetails, v: ReturnType<typeof partiesOf>) {
  const before = partiesOf(c);
  const isChanged = (...keys: (keyof typeof before)[]) => keys.some((key) => v[key] !== before[key]);
  return {
    contractor: isChanged('contractorName', 'address', 'representativeTitle', 'representativeName', 'corporateNumber')
      ? {
          organisationId: c.contractor.organisationId,
          name: v.contractorName,
          address: v.address,
          representativeTitle: orNull(v.representativeTitle),
          representativeName: v.representativeName,
          corporateNumber: orNull(v.corporateNumber),
        }
      : undefined,
    section: isChanged('officeName', 'sectionId', 'sectionName', 'sectionMail')
      ? {
          officeId: orNull(v.officeId),
          officeName: orNull(v.officeName),
          sectionId: orNull(v.sectionId),
          sectionName: v.sectionName,
          sectionMail: orNull(v.sectionMail),
        }
      : undefined,
  };
}

interface Asks<V> {
  start: (contract: ContractDetails) => V;
  send: (contract: ContractDetails, values: V) => Promise<WriteAnswer>;
}
const asks = <V extends Values>(act: Asks<V>): Omit<Asks<Values>, 'send'> & Pick<Asks<never>, 'send'> => act;

/** What each act asks for at first, and what it sends. */
export const acts = {
  signing: asks({
    start: (c) => ({ signedOn: today(), effectiveNorm: c.effectiveNorm ?? c.namedNorm }),
    send: (c, v) =>
      call(api.signContract, {
        path: { id: c.id },
        body: { signedOn: v.signedOn, effectiveNorm: orNull(v.effectiveNorm) },
        version: c.version,
      }),
  }),
  amendment: asks({
    start: (c) => ({
      agreedOn: today(),
      reason: '',
      name: c.name,
      startsOn: c.startsOn,
      endsOn: c.endsOn,
      editionCode: c.editionCode,
      ...partiesOf(c),
    }),
    send: (c, v) => {
      const changed = (key: 'name' | 'startsOn' | 'endsOn' | 'editionCode') => (v[key] === c[key] ? undefined : v[key]);
      return call(api.amendContract, {
        path: { id: c.id },
        body: {
          agreedOn: v.agreedOn,
          reason: v.reason,
          name: changed('name'),
          startsOn: changed('startsOn'),
          endsOn: changed('endsOn'),
          editionCode: changed('editionCode'),
          ...changedParties(c, v),
        },
        version: c.version,
      });
    },
  }),
  correction: asks({
    start: (c) => ({
      reason: '',
      name: c.name,
      signedOn: c.signedOn ?? '',
      startsOn: c.startsOn,
      endsOn: c.endsOn,
      ...partiesOf(c),
    }),
    send: (c, v) => {
      const changed = (key: 'name' | 'signedOn' | 'startsOn' | 'endsOn') =>
        !v[key] || v[key] === c[key] ? undefined : v[key];
      return call(api.correctContract, {
        path: { id: c.id },
        body: {
          reason: v.reason,
          name: changed('name'),
          signedOn: changed('signedOn'),
          startsOn: changed('startsOn'),
          endsOn: changed('endsOn'),
          ...changedParties(c, v),
        },
        version: c.version,
      });
    },
  }),
  addressee: asks({
    start: (c) => ({ addressee: c.addressee, from: today() }),
    send: (c, v) =>
      call(api.changeAddressee, {
        path: { id: c.id },
        body: { addressee: v.addressee, from: v.from },
        version: c.version,
      }),
  }),
  norms: asks({
    start: (c) => ({ namedNorm: c.namedNorm, effectiveNorm: c.effectiveNorm ?? '' }),
    send: (c, v) =>
      call(api.setNorms, {
        path: { id: c.id },
        body: { namedNorm: v.namedNorm, effectiveNorm: orNull(v.effectiveNorm) },
        version: c.version,
      }),
  }),
  termination: asks({
    start: () => ({ terminatedOn: today(), reason: '' }),
    send: (c, v) =>
      call(api.terminateContract, {
        path: { id: c.id },
        body: { terminatedOn: v.terminatedOn, reason: v.reason },
        version: c.version,
      }),
  }),
} satisfies Record<ContractAct, unknown>;
