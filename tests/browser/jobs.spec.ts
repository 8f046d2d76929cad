import { expect, test } from './test'
import { url } from './accounts'

interface Membership {
  id: string
  role: string
}

test('an administrator sees what runs by itself and lets a job run now, under a policy that stops nothing of it', async ({ page, world, request }) => {
  const { memberships } = await world.get<{ memberships: Membership[] }>('session')
  const act = (role: string) =>
    request.put('/api/session/acting', { data: { membershipId: memberships.find((one) => one.role === role)?.id }, headers: { Origin: url } })
  await act('ADMINISTRATOR')
  try {
    await page.goto('/api/jobs/recurring')
    const row = page.getByRole('row').filter({ hasText: 'forget-expired-sessions' })
    await row.getByRole('checkbox').check()
    await expect(page.getByRole('button', { name: /Delete|削除/ })).toBeHidden()
    await page.getByRole('button', { name: /Trigger now|今すぐ|実行/ }).click()

    // The page is loaded anew by Hangfire's script once it was triggered.
    await expect(async () => {
      await page.goto('/api/jobs/recurring')
      await expect(row.locator('.label')).toHaveText(/Succeeded|成功|ago|前/, { timeout: 5_000 })
    }).toPass({ timeout: 240_000 })
    await page.goto('/api/jobs/jobs/succeeded')
    await expect(page.getByRole('link', { name: 'ForgetExpired.Run' }).first()).toBeVisible()
    await page.goto('/api/jobs')
    await expect(page.locator('canvas').first()).toBeVisible()
  } finally {
    await act('CONTRACTOR_OFFICER')
  }
})
