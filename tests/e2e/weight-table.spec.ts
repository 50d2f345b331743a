import { expect, test } from './lasting.ts';
import { diagram } from './stage.ts';

test('the table of weights: Enter and arrows go on, a block is pasted whole or not at all, and one undo takes it back', async ({
  page,
}) => {
  await page.goto('#v=1&in=A,B&h1=1,2:3;4,5:6&y=7,8:9');
  const open = diagram(page).getByRole('button', { name: 'Table', exact: true });
  await open.focus();
  await page.keyboard.press('Enter');
  const table = page.getByRole('dialog', { name: 'Table of weights' });
  const cell = (name: string) => table.getByRole('spinbutton', { name });
  await cell('weight from A to hidden node 1').focus();
  await page.keyboard.type('10');
  await page.keyboard.press('Enter');
  await expect(cell('weight from B to hidden node 1')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(cell('weight from B to hidden node 2')).toBeFocused();
  await page.keyboard.type('x');
  await page.keyboard.press('Enter');
  await expect(cell('weight from B to hidden node 2')).toBeFocused();
  await page.keyboard.press('Escape');
  await cell('bias of hidden node 2').focus();
  await page.keyboard.press('Enter');
  await expect(cell('weight from hidden node 1 to output')).toBeFocused();

  const paste = async (name: string, text: string) => {
    await cell(name).evaluate((field, data) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', data);
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, text);
  };
  await paste('weight from A to hidden node 1', 'tensor([[ 0.5, -1.25], [1, abc]])');
  await expect(table.getByRole('alert')).toContainText('Row 2, column 2: “a” can’t be part of a number.');
  await expect(cell('weight from A to hidden node 1')).toHaveValue('10');
  await paste('weight from A to hidden node 1', '0,5\t-1,25\t0\tReLU\n1/3\t2\t−1\tReLU\n');
  await expect(table.getByRole('status')).toHaveText('Pasted: 2 rows, 4 columns.');
  await expect(cell('weight from A to hidden node 2')).toHaveValue('1/3');
  await expect(table.getByRole('combobox', { name: 'Activation of hidden node 2' })).toHaveValue('relu');
  await expect(page).toHaveURL(/&f=relu&h1=0.5,-1.25:0;1\/3,2:-1&/);
  await page.keyboard.press('Escape');
  await expect(open).toBeFocused();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page).toHaveURL(/&h1=10,2:3;4,5:6&/);
});
