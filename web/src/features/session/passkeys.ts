import type { PasskeyAnswer, PasskeyQuestion } from '../../api/generated/types.gen';

/** Whether this browser has passkeys at all. */
export const hasPasskeys = (): boolean => typeof PublicKeyCredential !== 'undefined';

/** The person closed the browser's own dialog, or let its time run out. */
export class PasskeyGivenUp extends Error {}

/** Has the browser make a passkey; what comes back goes to the server as it is. */
export async function makePasskey(options: PasskeyQuestion['options']): Promise<PasskeyAnswer['credential']> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
    options as unknown as PublicKeyCredentialCreationOptionsJSON,
  );
  return asJson(await ask(() => navigator.credentials.create({ publicKey })));
}

/** Has the browser answer the server's challenge with a passkey. */
export async function answerWithPasskey(options: PasskeyQuestion['options']): Promise<PasskeyAnswer['credential']> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(
    options as unknown as PublicKeyCredentialRequestOptionsJSON,
  );
  return asJson(await ask(() => navigator.credentials.get({ publicKey })));
}

async function ask(act: () => Promise<Credential | null>): Promise<Credential> {
  try {
    const credential = await act();
    if (credential) return credential;
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
  throw new PasskeyGivenUp();
}

const asJson = (credential: Credential) => ({ ...(credential as PublicKeyCredential).toJSON() });
