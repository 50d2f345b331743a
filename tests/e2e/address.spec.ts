/** The address bar: what is copied from it, at any moment, opens what is on the screen. */
import type { Locator, Page } from '@playwright/test';
import { MAX_LINK } from '../../src/state/codec.ts';
import { expect, test } from './fixtures.ts';

const XOR = '#preset=xor';
const XOR_LINK = '#v=1&in=A,B&at=1,0&f=relu&h1=1,1:0;1,1:-1&y=1,-2:0';
const HERE = 'switch-on-relu';
const THERE = 'does-it-always-bend';
const hash = (page: Page) => new URL(page.url()).hash;
const heading = (page: Page, id: string) => page.locator(`#${id}-title`);
const contents = (page: Page) => page.getByRole('navigation', { name: 'Contents' });
const linkTo = (page: Page, id: string) => contents(page).locator(`li a[href$="${id}"]`);
const network = (page: Page) => page.getByRole('group', { name: 'Network diagram' });

/** Until the links to sections get the network when they are used: the code for it comes while the page is quiet. */
async function carried(link: Locator): Promise<void> {
  await expect(async () => {
    await link.click({ button: 'right' });
    expect(await link.getAttribute('href')).toContain('&section=');
  }).toPass();
}

/** Where the next Tab goes on from: the section in which the focus then is. */
async function sectionAfterTab(page: Page): Promise<string | undefined> {
  await page.keyboard.press('Tab');
  return page.evaluate(() => document.activeElement?.closest('section')?.id);
}

test('a link to a section has the network with it, and opens both', async ({ page, context }) => {
  await page.goto(`./${XOR}`);
  await expect(network(page)).toBeVisible();
  await carried(linkTo(page, HERE));
  await linkTo(page, HERE).click();
  await expect(heading(page, HERE)).toBeInViewport();
  await expect.poll(() => hash(page)).toBe(`${XOR_LINK}&section=${HERE}`);
  expect(await sectionAfterTab(page)).toBe(HERE);
  // The same link again is no second entry; another one is.
  await linkTo(page, HERE).click();
  await linkTo(page, THERE).click();
  await expect.poll(() => hash(page)).toBe(`${XOR_LINK}&section=${THERE}`);
  await page.goBack();
  await expect.poll(() => hash(page)).toBe(`${XOR_LINK}&section=${HERE}`);
  // Where the reader was.
  await expect(linkTo(page, THERE)).toBeInViewport();
  await page.goBack();
  await expect.poll(() => hash(page)).toBe(XOR);

  const fresh = await context.newPage();
  await fresh.goto(`./${XOR_LINK}&section=${THERE}`);
  await expect(heading(fresh, THERE)).toBeInViewport();
  await expect(network(fresh).getByText('B', { exact: true }).first()).toBeAttached();
  expect(hash(fresh)).toBe(`${XOR_LINK}&section=${THERE}`);
  expect(await sectionAfterTab(fresh)).toBe(THERE);
});

test('an edit between sections stays, back and forward, and in the address', async ({ page }) => {
  await page.goto('./');
  await linkTo(page, HERE).click();
  // The page as it is without a link: the name alone is enough.
  expect(hash(page)).toBe(`#${HERE}`);
  await page.getByRole('complementary').getByRole('radio', { name: 'ReLU' }).check();
  const relu = '#v=1&in=E,H,G&at=1,2,-1.5&f=relu&h1=0.5,3,4:0.5;4,1,2:1&y=2,5:5';
  await expect.poll(() => hash(page)).toBe(`${relu}&section=${HERE}`);
  await linkTo(page, THERE).click();
  await expect.poll(() => hash(page)).toBe(`${relu}&section=${THERE}`);
  await page.goBack();
  await page.goBack();
  await expect.poll(() => hash(page)).toBe(relu);
  await expect(page.getByRole('status', { name: 'Verdict' })).toContainText('Does not collapse');
});

test('what is copied or opened in another tab from a link to a section has the network with it', async ({ page }) => {
  await page.goto(`./${XOR}`);
  await expect(network(page)).toBeVisible();
  const link = linkTo(page, THERE);
  expect(await link.getAttribute('href')).toBe(`#${THERE}`);
  await carried(link);
  expect(await link.getAttribute('href')).toBe(`${XOR_LINK}&section=${THERE}`);
});

test('a link of a million characters is answered with a sentence that does not repeat it', async ({ page }) => {
  await page.goto('./');
  // Firefox takes no address of more than a megabyte.
  await page.evaluate(() => {
    location.hash = `v=1&in=${'E,'.repeat(450_000)}`;
  });
  await expect(page.getByRole('alert')).toContainText(
    `The link has 900007 characters, and at most ${MAX_LINK} can be read.`,
  );
  await page.getByRole('button', { name: 'Open the starting network' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
});
