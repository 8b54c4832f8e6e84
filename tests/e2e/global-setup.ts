import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startMailbox } from '#tests/setup/mailbox'
import { startProduct } from '#tests/setup/product'

/** One product with demo data and one SMTP server for all browser tests; every test makes its own sites and inquiries. */
export default async function setUp(): Promise<() => Promise<void>> {
  const scratch = await mkdtemp(join(tmpdir(), 'alan-e2e-'))
  const mailDirectory = join(scratch, 'mail')
  const mailbox = await startMailbox(mailDirectory)
  const product = await startProduct({ DATA_DIR: join(scratch, 'data'), SMTP_URL: mailbox.url, LOG_LEVEL: 'warn' })
  process.env.E2E_URL = product.url
  process.env.E2E_MAIL_DIRECTORY = mailDirectory
  return async () => {
    await product.stop()
    await mailbox.stop()
    await rm(scratch, { recursive: true, force: true })
  }
}
