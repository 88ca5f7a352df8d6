// Selling at the till: how many taps it takes, and that everything needed is in sight.
import zh from '../../till/messages/zh-CN';
import { Counter } from './counter';
import { expect, test } from './house';

test('a good with a label, paid exactly in cash, takes at most three taps', async ({ page, service }) => {
  const counter = await Counter.open(page, service);
  await counter.goesTo('A01');
  await counter.tapsSince();
  await counter.taps('玉米饼');
  await counter.exactly();
  await counter.sold();
  expect(await counter.tapsSince()).toBeLessThanOrEqual(3);
  await counter.next();
  await counter.allSent();
});

test('three goods, cash, with change, take at most seven taps up to the next customer', async ({ page, service }) => {
  const counter = await Counter.open(page, service);
  await counter.goesTo('A01');
  await counter.tapsSince();
  for (const good of ['玉米饼', '红豆馒头', '葱花卷']) await counter.taps(good);
  await counter.button(new RegExp(zh.sell.back('')), false).first().click();
  await expect(counter.heading(zh.change.title)).toBeVisible();
  await counter.button(zh.change.done).click();
  await counter.sold();
  await counter.next();
  expect(await counter.tapsSince()).toBeLessThanOrEqual(7);
});
