import { installationFile } from './accounts'
import { expect, test } from './test'

test.use({ storageState: installationFile })

test('an administrator sees what runs by itself and lets a job run now, under a policy that stops nothing of it', async ({ page }) => {
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
})
