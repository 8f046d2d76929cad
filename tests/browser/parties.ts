import type { Locator, Page } from '@playwright/test'
import { contractorFile, officerFile, url } from './accounts'
import { expect, test as base } from './test'
import { World } from './world'

/** Somebody who is signed in, in a browser of their own. */
export interface Party {
  page: Page
  world: World
}

const party = (state: string) => async ({ browser }: { browser: import('@playwright/test').Browser }, use: (party: Party) => Promise<void>) => {
  const context = await browser.newContext({
    baseURL: url,
    storageState: state,
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    viewport: { width: 1440, height: 900 },
  })
  await use({ page: await context.newPage(), world: new World(context.request) })
  await context.close()
}

/** Both sides of a contract, each in a browser of its own. */
export const test = base.extend<object, { contractor: Party; officer: Party }>({
  contractor: [party(contractorFile), { scope: 'worker' }],
  officer: [party(officerFile), { scope: 'worker' }],
})

export interface Office {
  id: string
  name: string
  sections: { id: string; name: string }[]
}
/** What stands in 要対応一覧 for its reader to do; what others are awaited for stands below it. */
export const toDo = (page: Page): Locator => page.getByRole('region', { name: /^(期限|自分の対応)/ })

/** Looks into one's own 要対応一覧, until all of it is there. */
export async function openInbox(page: Page, filter = ''): Promise<void> {
  await page.goto(`/inbox${filter}`)
  await expect(page.getByRole('heading', { level: 2, name: /^相手待ち/ }).or(page.getByText('いま対応を待っているものはありません。'))).toBeVisible()
}

export { expect } from './test'
