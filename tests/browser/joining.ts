import { type APIRequestContext, type APIResponse, request } from '@playwright/test'
import { url } from './accounts'
import { totp } from './totp'

export const password = '長い合言葉は安全です２０２６'

export interface Invited {
  mail: string
  name: string
  role: string
  sectionId?: string
}

/** Like a browser, it says where its requests come from. With the cookies of somebody who is signed in, or none. */
export const browser = (storageState?: string) => request.newContext({ baseURL: url, storageState, extraHTTPHeaders: { Origin: url } })

export async function answer<T>(response: APIResponse): Promise<T> {
  if (!response.ok()) throw new Error(`${response.url()} ${response.status()} ${await response.text()}`)
  return response.json()
}

export const post = async <T>(from: APIRequestContext, path: string, data: unknown) => answer<T>(await from.post(`/api/${path}`, { data }))

/** Sets up an authenticator app, which the ministry's people and administrators must have; answers its secret. */
export async function enrol(who: APIRequestContext): Promise<string> {
  const { secret } = await post<{ secret: string }>(who, 'account/totp', {})
  await post(who, 'account/totp/confirmation', { code: totp(secret) })
  return secret
}

/** What the link in the newest mail to somebody holds. */
async function mailedToken(who: APIRequestContext, mail: string): Promise<string> {
  const list = await (await who.get(`/dev/mail?to=${mail}`)).text()
  const [, page] = /<a href="(\/dev\/mail\/[^"]+)"/.exec(list) ?? []
  const sent = await (await who.get(page ?? '')).text()
  return /\/invitation#([\w-]+)/.exec(sent)?.[1] ?? ''
}

/** Invites somebody; answers what the link in the mail holds. */
export async function invite(inviter: APIRequestContext, organisationId: string, invited: Invited): Promise<string> {
  await post(inviter, `organisations/${organisationId}/invitations`, invited)
  return mailedToken(inviter, invited.mail)
}

/** Takes an invitation on that came by mail; answers who is then signed in. */
export async function accept(mail: string): Promise<APIRequestContext> {
  const who = await browser()
  const { next } = await post<{ next: string }>(who, 'invitations/acceptance', { token: await mailedToken(who, mail), password })
  if (next === 'ENROL_SECOND_FACTOR') await enrol(who)
  return who
}

/** Somebody who was invited, joined and is signed in. */
export async function join(inviter: APIRequestContext, organisationId: string, invited: Invited): Promise<APIRequestContext> {
  await post(inviter, `organisations/${organisationId}/invitations`, invited)
  return accept(invited.mail)
}
