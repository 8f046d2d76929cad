import { readdirSync, readFileSync } from 'node:fs'
import { join as pathOf } from 'node:path'
import type { Page } from '@playwright/test'
import { administratorFile, contractorFile, officeName, officerFile, subcontractorFile } from './accounts'
import { browser as signedIn, invite, join } from './joining'
import type { Office } from './parties'
import { accessibilityFindings, expect, test as base } from './test'
import { World, type Written } from './world'

type Role = 'nobody' | 'contractor' | 'officer' | 'subcontractor' | 'administrator'

/** What the screens show: one contract with something of everything in it. */
interface Things {
  contract: string
  report: string
  act: string
  communication: string
  part: string
  organisation: string
  /** The administrator's. */
  office: string
  invitation: string
}

/** Every screen: its name, who looks, and where it is. */
const screens: [name: string, role: Role, path: (of: Things) => string][] = [
  ['sign-in', 'nobody', () => '/sign-in'],
  ['sign-in that a provider refused', 'nobody', () => '/sign-in?failure=provider-account-unknown'],
  ['set-up', 'nobody', () => '/set-up'],
  ['password reset', 'nobody', () => '/password-reset'],
  ['new password', 'nobody', () => '/password-reset#a-token'],
  ['invitation', 'nobody', ({ invitation }) => `/invitation#${invitation}`],
  ['less mail', 'nobody', () => '/unsubscribe#a-token'],
  ['first screen', 'contractor', () => '/'],
  ['my account', 'contractor', () => '/account'],
  ['organisation and people', 'contractor', ({ organisation }) => `/organisations/${organisation}`],
  ['mails sent', 'contractor', () => '/deliveries'],
  ['what the mails say', 'contractor', () => '/deliveries/templates'],
  ['contracts', 'contractor', () => '/contracts'],
  ['contracts by item', 'officer', () => '/portfolio'],
  ['start', 'contractor', () => '/start'],
  ['overview', 'contractor', ({ contract }) => `/contracts/${contract}`],
  ['questions', 'contractor', ({ contract }) => `/contracts/${contract}/questions`],
  ['proposals', 'contractor', ({ contract }) => `/contracts/${contract}/proposals`],
  ['obligations', 'contractor', ({ contract }) => `/contracts/${contract}/obligations`],
  ['obligation', 'contractor', ({ contract }) => `/contracts/${contract}/obligations/15`],
  ['confirmation document', 'contractor', ({ contract }) => `/contracts/${contract}/confirmation-document`],
  ['version of it', 'contractor', ({ contract }) => `/contracts/${contract}/confirmation-document/1`],
  ['procedures', 'contractor', ({ contract }) => `/contracts/${contract}/procedures`],
  ['new request', 'contractor', ({ contract }) => `/contracts/${contract}/procedures/new?subject=COPY_OUTSIDE&kind=PERMIT`],
  ['act', 'contractor', ({ act }) => `/authority-acts/${act}`],
  ['new communication', 'contractor', ({ contract }) => `/contracts/${contract}/communications/new`],
  ['communication', 'contractor', ({ communication }) => `/communications/${communication}`],
  ['mail', 'contractor', ({ contract }) => `/contracts/${contract}/mail`],
  ['incident', 'contractor', ({ contract }) => `/contracts/${contract}/incident`],
  ['reports', 'contractor', ({ contract }) => `/contracts/${contract}/reports`],
  ['report', 'contractor', ({ report }) => `/reports/${report}`],
  ['several reports', 'contractor', () => '/reports/new'],
  ['history', 'contractor', ({ contract }) => `/contracts/${contract}/history`],
  ['inbox', 'contractor', () => '/inbox'],
  ['what was said to be done', 'contractor', () => '/inbox?done=true'],
  ['dates due', 'contractor', () => '/deadlines'],
  ['dates due as a calendar', 'contractor', () => '/deadlines?view=grid'],
  ['readings', 'contractor', () => '/readings'],
  ['editions', 'contractor', () => '/editions'],
  ['edition', 'contractor', () => '/editions/ED-D'],
  ['difference of editions', 'contractor', () => '/editions/diff?from=ED-C&to=ED-D'],
  ['nowhere', 'contractor', () => '/nowhere'],
  ['inbox of an officer', 'officer', () => '/inbox'],
  ['dates due to an officer', 'officer', () => '/deadlines'],
  ['overview of an officer', 'officer', ({ contract }) => `/contracts/${contract}`],
  ['act before an officer', 'officer', ({ act }) => `/authority-acts/${act}`],
  ['version before an officer', 'officer', ({ contract }) => `/contracts/${contract}/confirmation-document/1`],
  ['history before an officer', 'officer', ({ contract }) => `/contracts/${contract}/history`],
  ['review', 'officer', ({ report }) => `/reports/${report}/review`],
  ['parts', 'subcontractor', () => '/parts'],
  ['part', 'subcontractor', ({ part }) => `/parts/${part}`],
  ['failed sign-ins', 'administrator', ({ office }) => `/organisations/${office}/sign-in-failures`],
]

const contractName = 'すべての画面を見る契約'

/** An address below which everything is of one contract. */
const ofContract = /^\/(?<noun>contracts|reports|authority-acts|communications|parts)\/(?!new\b)./

/** The addresses of the program's routes, each with the one that it stands below. */
function routes(): string[] {
  const folder = pathOf(import.meta.dirname, '../../web/src/routes')
  const text = readdirSync(folder).map((file) => readFileSync(pathOf(folder, file), 'utf8')).join('\n')
  const declared = [...text.matchAll(/const (?<name>\w+) = createRoute\(\{\s+getParentRoute: \(\) => (?<parent>\w+),\s+path: '(?<path>[^']+)'/g)]
  const paths = new Map(declared.map(({ groups }) => [groups?.name, groups?.path ?? '']))
  return declared.map(({ groups }) => `${paths.get(groups?.parent) ?? ''}${groups?.path}`.replace(/(?<=.)\/$/, ''))
}

/** Presented, asked, said, named, drafted and handed in, through the API. */
async function furnish(world: World): Promise<Things & { firm: string }> {
  const office = (await world.get<Office[]>('organisations?kind=MINISTRY_OFFICE')).find(({ name }) => name === officeName)
  const { id } = await world.contract(contractName, office)
  await world.recordAll(id)
  await present(world, id)
  const act = await world.post(`contracts/${id}/authority-acts`, { subject: 'COPY_OUTSIDE', kind: 'PERMIT', title: '調査票の複製', text: '毎夜、社内の装置に複製します。' })
  const communication = await world.post(`contracts/${id}/communications`, { kind: 'REPORT', direction: 'FROM_CONTRACTOR', subject: 'OTHER', text: '従事者の教育を終えました。' })
  const firm = await world.post('organisations', { kind: 'CONTRACTOR', name: '見本印刷有限会社' })
  const { version } = await world.get<Written>(`contracts/${id}`)
  await world.post(`contracts/${id}/subcontractors`, { organisationId: firm.id, name: '見本印刷有限会社', kind: 'SUBCONTRACTOR', numbers: [3, 10], from: '2026-04-01' }, version)
  const [part] = await world.get<Written[]>(`contracts/${id}/parts`)
  const report = await world.draft(id)
  await world.finalise(report.id)
  const finalised = await world.get<Written>(`reports/${report.id}`)
  await world.post(`reports/${report.id}/submission`, { via: 'SYSTEM' }, finalised.version)
  const { acting } = await world.get<{ acting: { organisationId: string } }>('session')
  return {
    ...{ contract: id, report: report.id, act: act.id, communication: communication.id, part: part.id },
    ...{ organisation: acting.organisationId, office: '', invitation: '', firm: firm.id },
  }
}

async function present(world: World, id: string): Promise<void> {
  await world.methods(id)
  const document = `contracts/${id}/confirmation-document`
  let { version } = await world.post(`${document}/draft`, {}, 0)
  const texts = { structure: '責任者の下に担当者を置く。', places: '本社', capitalAndDirectors: '資本関係なし' }
  version = (await world.put(`${document}/draft/organization`, texts, version)).version
  const person = { roles: ['INFORMATION_MANAGER', 'HANDLING_MANAGER', 'WORKER'], name: '田中　三郎', affiliation: '調査部', expertise: '情報処理安全確保支援士', achievements: '類似の調査５件', nationality: '日本' }
  version = (await world.post(`${document}/draft/people`, { people: [person] }, version)).version
  await world.post(`${document}/versions`, {}, version)
}

const test = base.extend<{ role: Role }, { installed: { things: Things; states: Record<Role, string | { cookies: []; origins: [] }> } }>({
  installed: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern
    async ({}, use) => {
      const contractor = await signedIn(contractorFile)
      const { firm, ...things } = await furnish(new World(contractor))
      const subcontractor = await join(contractor, firm, { mail: 'insatsu@example.jp', name: '印刷　四郎', role: 'SUBCONTRACTOR_OFFICER' })
      things.invitation = await invite(contractor, things.organisation, { mail: 'new@example.jp', name: '新田　五郎', role: 'CONTRACTOR_STAFF' })
      await subcontractor.storageState({ path: subcontractorFile })
      const own = { mail: 'kanri-screens@example.go.jp', name: '管理　六郎' }
      things.office = (await new World(contractor).post('organisations', { kind: 'MINISTRY_OFFICE', name: '失敗を見る産業局', sections: [{ name: '総務課' }] })).id
      const administrator = await join(contractor, things.office, { ...own, role: 'ADMINISTRATOR' })
      await administrator.storageState({ path: administratorFile })
      await (await signedIn()).post('/api/sign-in/password', { data: { mail: own.mail, password: '違う合言葉です１２３４５' } })
      await use({ things, states: { nobody: { cookies: [], origins: [] }, contractor: contractorFile, officer: officerFile, subcontractor: subcontractorFile, administrator: administratorFile } })
    },
    { scope: 'worker' },
  ],
  role: ['contractor', { option: true }],
  storageState: async ({ installed, role }, use) => use(installed.states[role]),
})
// Who is not signed in is told so, and a link that nobody was sent is refused: the browser notes both.
test.use({ failingRequests: true, trace: 'off' })

/** How far the page could be moved sideways at a width. */
async function overflow(page: Page, width: number): Promise<number> {
  await page.setViewportSize({ width, height: 900 })
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

base('every screen of a contract is among those that are looked at', () => {
  const of: Things = { contract: 'x', report: 'x', act: 'x', communication: 'x', part: 'x', organisation: 'x', office: 'x', invitation: 'x' }
  const looked = screens.map(([, , path]) => new URL(path(of), 'http://x').pathname)
  const ours = routes().filter((path) => ofContract.test(path))
  expect(ours.length).toBeGreaterThan(15)
  expect(ours.filter((path) => !looked.some((one) => new RegExp(`^${path.replace(/\$\w+/g, '[^/]+')}$`).test(one)))).toEqual([])
})

for (const role of ['nobody', 'contractor', 'officer', 'subcontractor', 'administrator'] as const)
  test.describe(`screens of ${role}`, () => {
    test.use({ role })
    for (const [name, , path] of screens.filter(([, who]) => who === role))
      test(`${name}: axe finds nothing in either language, and nothing scrolls sideways`, async ({ page, installed }) => {
        const isThere = async () => {
          await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
          await expect(page.getByText(/^(読み込んでいます|Loading)$/)).toHaveCount(0)
        }
        await page.goto(path(installed.things))
        await isThere()
        // Of several tabs each says what it shows, and of which contract.
        if (ofContract.test(new URL(page.url()).pathname)) await expect.soft(page).toHaveTitle(new RegExp(`^(?<what>\\S.*) ${contractName} \\| SecurityTracker$`))
        expect.soft(await accessibilityFindings(page), 'in Japanese, wide').toEqual([])
        for (const width of [768, 375]) expect.soft(await overflow(page, width), `in Japanese at ${width} px`).toBe(0)
        await page.getByRole('button', { name: 'English' }).click()
        await expect(page.locator('html')).toHaveAttribute('lang', 'en')
        await isThere()
        expect.soft(await accessibilityFindings(page), 'in English, narrow').toEqual([])
        for (const width of [375, 768]) expect.soft(await overflow(page, width), `in English at ${width} px`).toBe(0)
      })
  })
