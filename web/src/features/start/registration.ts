import type { SectionChoice } from '../organisations/SectionSelect';

export interface Fields {
  name: string;
  isPreparing: boolean;
  signedOn: string;
  startsOn: string;
  endsOn: string;
  editionCode: string;
  contractorName: string;
  contractorAddress: string;
  representativeTitle: string;
  representativeName: string;
  corporateNumber: string;
  officeName: string;
  sectionName: string;
  sectionMail: string;
  addressee: string;
  namedNorm: string;
  consortium: '' | 'JOINT' | 'LEAD_ONLY';
  predecessorId: string;
  /** A section that is registered here; empty for one entered by name, null as long as nobody chose. */
  sectionId: string | null;
}

export const orNull = (value: string) => value.trim() || null;

export const requestOf = (fields: Fields, section: SectionChoice | undefined) => ({
  name: fields.name,
  signedOn: fields.isPreparing ? null : orNull(fields.signedOn),
  startsOn: fields.startsOn,
  endsOn: fields.endsOn,
  editionCode: fields.editionCode,
  contractor: {
    name: fields.contractorName,
    address: fields.contractorAddress,
    representativeTitle: orNull(fields.representativeTitle),
    representativeName: fields.representativeName,
    corporateNumber: orNull(fields.corporateNumber),
  },
  officeId: section?.officeId,
  officeName: section?.officeName ?? orNull(fields.officeName),
  sectionId: section?.sectionId,
  sectionName: section?.sectionName ?? fields.sectionName,
  sectionMail: orNull(fields.sectionMail),
  addressee: fields.addressee,
  namedNorm: fields.namedNorm,
  consortium: fields.consortium || null,
  predecessorId: orNull(fields.predecessorId),
});
