import { readFileSync } from 'node:fs'
import type { APIRequestContext } from '@playwright/test'
import { codeFile, contractorFile, installationFile, officeName, officerFile } from './accounts'
import { answer, browser, enrol, join, password, post } from './joining'

interface Membership {
  id: string
  organisationId: string
  role: string
}

/** Three people sign in before the tests: the first of the installation, and whom she invites: an administrator and an officer. */
export default async function globalSetup(): Promise<void> {
  const contractor = await browser()
  const code = readFileSync(codeFile, 'utf8')
  const organisation = { kind: 'CONTRACTOR', name: '例示総合研究所株式会社' }
  await post(contractor, 'set-up', { code, organisation, name: '髙橋　花子', mail: 'hanako@example.jp', password })
  await enrol(contractor)
  const { memberships } = await answer<{ memberships: Membership[] }>(await contractor.get('/api/session'))
  await act(contractor, memberships, 'ADMINISTRATOR')
  const first = memberships[0]?.organisationId ?? ''
  const administrator = await join(contractor, first, { mail: 'kanri@example.jp', name: '小川　次郎', role: 'ADMINISTRATOR' })
  await administrator.storageState({ path: installationFile })
  const { id } = await post<{ id: string }>(contractor, 'organisations', { kind: 'MINISTRY_OFFICE', name: officeName, sections: [{ name: '地域連携課' }] })
  const offices = await answer<{ id: string; sections: { id: string }[] }[]>(await contractor.get('/api/organisations?kind=MINISTRY_OFFICE'))
  const sectionId = offices.find((office) => office.id === id)?.sections[0]?.id
  const officer = await join(contractor, id, { mail: 'sato@example.go.jp', name: '佐藤　一郎', role: 'SUPERVISING_OFFICER', sectionId })
  await officer.storageState({ path: officerFile })
  await act(contractor, memberships, 'CONTRACTOR_OFFICER')
  await contractor.storageState({ path: contractorFile })
}

async function act(who: APIRequestContext, memberships: Membership[], role: string): Promise<void> {
  const membershipId = memberships.find((one) => one.role === role)?.id
  await answer(await who.put('/api/session/acting', { data: { membershipId } }))
}
