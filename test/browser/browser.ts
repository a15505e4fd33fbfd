import { existsSync } from 'node:fs';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';

/** The browser of the machine: `.ci/run` installs one. Null where there is none. */
export const browserPath =
  [
    process.env.SLA_BROWSER,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ].find((path) => path !== undefined && existsSync(path)) ?? null;

/** For the titles of tests that need it. */
export const unlessBrowser =
  browserPath === null ? ' (not run: no Chromium found; SLA_BROWSER names one)' : '';

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: browserPath ?? '', args: ['--no-sandbox'] });

/** A page, and whatever it says on the console or asks for beside itself. */
export async function look(
  browser: Browser,
  file: string,
  options: { readonly width?: number; readonly dark?: boolean } = {},
): Promise<{ readonly page: Page; readonly said: string[]; readonly asked: string[] }> {
  const page = await browser.newPage({
    viewport: { width: options.width ?? 1024, height: 900 },
    colorScheme: options.dark ? 'dark' : 'light',
  });
  const said: string[] = [];
  const asked: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  page.on('dialog', (dialog) => {
    said.push(dialog.message());
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (request.url() !== `file://${file}`) asked.push(request.url());
  });
  await page.goto(`file://${file}`);
  return { page, said, asked };
}

/** What axe finds: the rule and the elements that break it. The page allows no script, so axe is run beside it. */
export async function broken(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return page.evaluate<readonly string[]>(`axe.run().then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 160)).join(' | ')))`);
}

export const widthOf = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth');

/** Opens every fold at once. */
export const unfold = (page: Page): Promise<void> =>
  page.evaluate<void>(`for (const fold of document.querySelectorAll('details')) fold.open = true`);
