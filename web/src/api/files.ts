import type { Messages } from '../i18n/language';
import type { ActedBy, Can } from './types';

/** A kept file as records refer to it. */
export interface FileRef {
  id: string;
  sha256: string;
  name: string;
  bytes: number;
}

export interface KeptFile extends FileRef {
  version: number;
  mediaType: string;
  keptAt: string;
  keptBy: ActedBy;
  /** Its bytes are gone; its name and hash stay. */
  erased: { at: string; reason: string } | null;
  can: Record<'erase', Can>;
}

export type DkimResult = 'PASS' | 'FAIL' | 'NONE' | 'KEY_UNAVAILABLE' | 'NOT_POSSIBLE';
export type SmimeResult = 'VALID' | 'OTHER_SENDER' | 'EXPIRED' | 'UNKNOWN_ISSUER' | 'BROKEN' | 'NONE' | 'NOT_POSSIBLE';

interface Mailbox {
  name: string | null;
  address: string;
}

/** What was read from a mail that was dropped in; nothing is recorded by reading it. */
export interface MailReading {
  file: KeptFile;
  format: 'EML' | 'MSG';
  from: Mailbox | null;
  to: Mailbox[];
  cc: Mailbox[];
  date: string | null;
  subject: string | null;
  text: string;
  /** Why the text could not be read; it is empty then. */
  textNotRead: { code: string; messages: Messages } | null;
  /** Where the text's encoding was guessed. */
  textGuessed: { code: string; messages: Messages } | null;
  attachments: KeptFile[];
  notKept: { name: string; code: string; messages: Messages }[];
  messageId: string | null;
  dkim: { result: DkimResult; domain: string | null; aligned: boolean; uncovered: string[]; at: string };
  /** Null where the mail was read in before this was looked at. */
  smime: { result: SmimeResult; signer: string | null; issuer: string | null } | null;
  proposes: {
    actId: string | null;
    outcome: 'GRANTED' | 'DECLINED' | null;
    /** Why no outcome is proposed. */
    whyNoOutcome: { code: string; messages: Messages } | null;
  };
}

/** The forms in which a report is kept. */
export const formats = [
  { format: 'docx', name: 'Word' },
  { format: 'pdf', name: 'PDF' },
  { format: 'xlsx', name: 'Excel' },
] as const;
