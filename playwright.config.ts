import { defineConfig } from '@playwright/test';

/** The built page in the Chromium that the system has; each test serves `dist/site` to itself. */
export default defineConfig({
  testDir: 'tests/e2e',
  workers: 1,
  timeout: 60_000,
  reporter: 'line',
  use: {
    browserName: 'chromium',
    viewport: { width: 1440, height: 1000 },
    launchOptions: {
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        // A name that is not loopback: to the browser this is plain http on an intranet.
        '--host-resolver-rules=MAP intranet.test 127.0.0.1',
      ],
    },
  },
});
