import { defineConfig } from 'playwright/test'

const chromium = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  globalSetup: './tests/e2e/global-setup.ts',
  fullyParallel: true,
  workers: 2,
  // A machine under load may be too slow once; what passed only when tried again is said in the output.
  retries: process.env.CI ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    locale: 'ru-RU',
    timezoneId: 'Asia/Almaty',
    trace: 'on-first-retry',
    // Nothing moves while it is looked at, as for people who ask for that.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      executablePath: chromium,
      args: [
        '--no-sandbox',
        // There is none to speed anything up; WebGL is drawn by the processor with and without.
        '--disable-gpu',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  projects: [
    { name: 'desktop', testIgnore: 'small-screen.spec.ts', use: { viewport: { width: 1440, height: 900 } } },
    {
      name: 'phone',
      // What has no page to look at, or does not depend on the size of the screen, is asked once.
      testIgnore: ['operation/**', 'requests/**', 'permission-matrix.spec.ts'],
      grepInvert: /@desktop/,
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    },
  ],
})
