import { readFileSync } from 'node:fs'
import { type APIRequestContext, type APIResponse, request } from '@playwright/test'
import { codeFile, contractorFile, officeName, officerFile, url } from './accounts'
import { totp } from './totp'

const password = '長い合言葉は安全です２０２６'

interface Membership {
  id: string
  role: string
}

/** Two people sign in before the tests: the first person of the installation, and an officer whom she invites. */
export default async function globalSetup(): Promise<void> {
  const contractor = await browser()
  const code = readFileSync(codeFile, 'utf8')
  const organisation = { kind: 'CONTRACTOR', name: '例示総合研究所株式会社' }
  await post(contractor, 'set-up', { code, organisation, name: '髙橋　花子', mail: 'hanako@example.jp', password })
  await enrol(contractor)
  const { memberships } = await answer<{ memberships: Membership[] }>(await contractor.get('/api/session'))
  await act(contractor, memberships, 'ADMINISTRATOR')
  const token = await invite(contractor, 'sato@example.go.jp')
  await act(contractor, memberships, 'CONTRACTOR_OFFICER')
  await contractor.storageState({ path: contractorFile })

  const officer = await browser()
  await post(officer, `invitations/by-token/${token}/acceptance`, { password })
  await enrol(officer)
  await officer.storageState({ path: officerFile })
}

/** Like a browser, it says where its requests come from. */
const browser = () => request.newContext({ baseURL: url, extraHTTPHeaders: { Origin: url } })

async function answer<T>(response: APIResponse): Promise<T> {
  if (!response.ok()) throw new Error(`${response.url()} ${response.status()} ${await response.text()}`)
  return response.json()
}

const post = async <T>(from: APIRequestContext, path: string, data: unknown) => answer<T>(await from.post(`/api/${path}`, { data }))

async function act(who: APIRequestContext, memberships: Membership[], role: string): Promise<void> {
  const membershipId = memberships.find((one) => one.role === role)?.id
  await answer(await who.put('/api/session/acting', { data: { membershipId } }))
}

/** An authenticator app, which the ministry's people and administrators must have. */
async function enrol(who: APIRequestContext): Promise<void> {
  const { secret } = await post<{ secret: string }>(who, 'account/totp', {})
  await post(who, 'account/totp/confirmation', { code: totp(secret) })
}

/** Registers an office, and invites the officer of its 課室; answers what the link in her mail holds. */
async function invite(administrator: APIRequestContext, mail: string): Promise<string> {
  await post(administrator, 'organisations', { kind: 'MINISTRY_OFFICE', name: officeName, sections: [{ name: '地域連携課' }] })
  const offices = await answer<{ id: string; name: string; sections: { id: string }[] }[]>(await administrator.get('/api/organisations?kind=MINISTRY_OFFICE'))
  const office = offices.find(({ name }) => name === officeName)
  const data = { mail, name: '佐藤　一郎', role: 'SUPERVISING_OFFICER', sectionId: office?.sections[0]?.id }
  await post(administrator, `organisations/${office?.id}/invitations`, data)
  const list = await (await administrator.get(`/dev/mail?to=${mail}`)).text()
  const [, page] = /<a href="(\/dev\/mail\/[^"]+)"/.exec(list) ?? []
  const sent = await (await administrator.get(page ?? '')).text()
  return /\/invitation#([\w-]+)/.exec(sent)?.[1] ?? ''
}
