import type { Messages } from '../i18n/language';
import type { Can } from './types';

export type Role =
  | 'CONTRACTOR_OFFICER'
  | 'CONTRACTOR_STAFF'
  | 'SUBCONTRACTOR_OFFICER'
  | 'SUPERVISING_OFFICER'
  | 'SECTION_HEAD'
  | 'AUDITOR'
  | 'ADMINISTRATOR';
export type OrganisationKind = 'CONTRACTOR' | 'MINISTRY_OFFICE';

/** As whom a person can act: in an organisation, perhaps in a section of it, in a role. */
export interface Membership {
  id: string;
  organisationId: string;
  organisationName: string;
  organisationKind: OrganisationKind;
  sectionId: string | null;
  sectionName: string | null;
  role: Role;
}

/** What is still to be done before a session is one; a passkey can be both factors at once. */
export type SignInStep = 'DONE' | 'SECOND_FACTOR' | 'ENROL_SECOND_FACTOR';
export type Factor = 'TOTP' | 'PASSKEY' | 'RECOVERY_CODE';
export interface Next {
  next: SignInStep;
  factors: Factor[];
}

export interface Session extends Next {
  person: { id: string; name: string; mail: string };
  acting: Membership | null;
  memberships: Membership[];
  method: 'PASSWORD' | 'PASSKEY' | 'OIDC' | 'TOKEN';
  secondFactor: boolean;
  signedInAt: string;
  reauthenticatedUntil: string | null;
  expiresAt: string;
  idleMinutes: number;
  /** What the acting role may do, as the server's table of permissions says; one key for each of its rows. */
  can: Record<string, boolean>;
}
/** A session in which somebody acts. */
export type ActingSession = Session & { acting: Membership };

/** How people sign in to this installation. */
export interface SignInWays {
  password: boolean;
  passkey: boolean;
  providers: { id: string; name: string }[];
  /** Nobody has an account yet. */
  setUp: boolean;
  /** Made-up accounts of a demonstration, to choose from. */
  demo: DemoAccount[] | null;
}
export interface DemoAccount {
  mail: string;
  password: string;
  label: Messages;
  /** Where the person belongs. */
  place: string;
  /** Of this moment, where the account has an authenticator app. */
  code: string | null;
}

export interface RequestPasskey {
  options: PublicKeyCredentialRequestOptionsJSON;
  state: string;
}
export interface CreatePasskey {
  options: PublicKeyCredentialCreationOptionsJSON;
  state: string;
}
/** A secret of an authenticator app, and the address that its QR code holds. */
export interface TotpSecret {
  secret: string;
  uri: string;
}
/** A second factor is in force; codes only where there were none before, and only this once. */
export interface Enrolled {
  next: SignInStep;
  recoveryCodes: string[] | null;
}

export interface InvitationDetails {
  organisationName: string;
  sectionName: string | null;
  role: Role;
  mail: string;
  name: string;
  invitedBy: string;
  expiresOn: string;
  accountExists: boolean;
  /** Somebody else who is signed in in this browser. */
  signedInAs: string | null;
}
/** Who came back from a provider with an invitation. */
export interface ArrivalDetails {
  providerName: string;
  name: string | null;
  mail: string | null;
  mailVerified: boolean;
  linked: boolean;
  invitation: InvitationDetails;
}

// My account
export type Scope = 'read' | 'write' | 'acts';
export interface Device {
  id: string;
  current: boolean;
  userAgent: string;
  method: Session['method'];
  signedInAt: string;
  lastSeenAt: string;
}
export interface AccessToken {
  id: string;
  name: string;
  scopes: Scope[];
  createdAt: string;
  expiresOn: string;
  lastUsedAt: string | null;
}
/** What became of somebody's tokens with a new password or a reset. */
export interface TokensAfterReset {
  ended: AccessToken[];
  kept: AccessToken[];
}
export interface Account {
  person: Session['person'];
  hasPassword: boolean;
  secondFactorRequired: boolean;
  totp: { since: string } | null;
  recoveryCodesLeft: number;
  passkeys: { id: string; name: string; createdAt: string; lastUsedAt: string | null }[];
  devices: Device[];
  tokens: (AccessToken & { membershipId: string; organisationName: string; role: Role })[];
  providers: { id: string; name: string; linkedAt: string }[];
}

// Organisations
export interface OpenInvitation {
  id: string;
  mail: string;
  name: string;
  role: Role;
  sectionId: string | null;
  invitedBy: string;
  invitedAt: string;
  expiresOn: string;
  /** Whether the mail server took its mail. */
  sent: boolean;
  /** Where its mail is; null where no mail server is configured. */
  delivery: MailState | null;
}

/** Where a mail of the program is on its way out. */
export type MailState = 'QUEUED' | 'SENDING' | 'SENT' | 'GIVEN_UP' | 'UNCERTAIN';

/** What became of a mail with a link: the link only where no mail has been sent so far. */
export interface MailedLink {
  link: string | null;
  delivery: MailState | null;
}
export interface ServiceAccount {
  id: string;
  name: string;
  role: Role;
  sectionId: string | null;
  createdAt: string;
  tokens: AccessToken[];
}

/** A sign-in that failed. Names of people are those of one's own organisation. */
export interface SignInFailure {
  id: number;
  at: string;
  personName: string | null;
  organisationNames: string[];
  address: string | null;
  code: string;
}
export interface SignInFailureList {
  items: SignInFailure[];
  next: number | null;
  keptDays: number;
}

/** The kinds of decision for which a section can want a second pair of eyes. */
export type ReviewedKind =
  | 'ACKNOWLEDGE'
  | 'CONSENT'
  | 'PERMIT'
  | 'APPROVE'
  | 'USE_APPROVE'
  | 'CONFIRM'
  | 'REPORT_REVIEW';
export interface Delegation {
  id: string;
  toPersonId: string;
  toName: string;
  from: string;
  until: string;
}
export interface SectionSettings {
  id: string;
  name: string;
  mail: string | null;
  secondPairOfEyes: ReviewedKind[];
  delegations: Delegation[];
  /** 保存期間 of its reports in years after the fiscal year; none while the default applies. */
  retentionYears?: number | null;
  can: Record<'setMail' | 'setRules' | 'delegate' | 'succeed' | 'setRetention', Can>;
}
export interface PersonMembership {
  id: string;
  role: Role;
  sectionId: string | null;
  sectionName: string | null;
  from: string;
  /** The first day without it. */
  on: string | null;
  can: Record<'end', Can>;
}
export interface Person {
  id: string;
  version: number;
  name: string;
  mail: string | null;
  erased: boolean;
  can: Record<'resetSignIn', Can>;
  memberships: PersonMembership[];
}
/** A role that the reader may give, and for which sections where it is of one. */
export interface RoleToGive {
  role: Role;
  sectionIds: string[] | null;
}
/** An organisation as its own people see it. */
export interface OrganisationPeople {
  organisation: { id: string; version: number; kind: OrganisationKind; name: string };
  sections: SectionSettings[];
  people: Person[];
  rolesToGive: RoleToGive[];
  can: Record<'invite' | 'manage' | 'erase' | 'addSection' | 'addOffice', Can>;
}
/** What an erasure takes away or leaves, in the server's sentences. */
export interface ErasureItem {
  what: string;
  count: number | null;
  messages: Messages;
}
export interface ErasurePreview {
  version: number;
  name: string;
  erases: ErasureItem[];
  stays: ErasureItem[];
  can: Record<'erase', Can>;
}
export interface Erased {
  version: number;
  erases: ErasureItem[];
  stays: ErasureItem[];
}
/** Whom the reader can name in a contract: people of their own organisation, and firms that take part. */
export interface Candidate {
  id: string;
  name: string;
  mail: string | null;
}
export interface Candidates {
  staff: Candidate[];
  officers: Candidate[];
  firms: { id: string; name: string; can: Record<'engage', Can> }[];
}
