/** Loads customers into a store of its own and asks who profiles are; one line of JSON on standard output. */
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { ASK_FROM } from '../../../engine/identity/register/thresholds.ts';
import { openStore } from '../../../engine/store/store.ts';
import { quantile } from '../quantile.ts';
import { customerOf, poolsIn, profileOf, randomNumbers } from './customers.ts';

const {
  MONGODB_URI: uri,
  CUSTOMERS: size,
  DATA: folder,
} = z
  .object({ MONGODB_URI: z.string(), CUSTOMERS: z.coerce.number().int(), DATA: z.string() })
  .parse(process.env);
const PROFILES = 1_000;
const WARM_UP = 50;

const store = await openStore({ uri, database: `earshot_bench_${randomBytes(5).toString('hex')}` });
const pools = poolsIn(folder);
async function* customers() {
  for (let n = 0; n < size; n += 1) yield customerOf(pools, n);
}
const startedAt = performance.now();
const seconds = (): number => (performance.now() - startedAt) / 1_000;
let told = 0;
const report = await store.register.load('billing', customers(), {
  expected: size,
  onProgress: (count) => {
    if (count - told < size / 20) return;
    told = count;
    process.stderr.write(`${count} customers in ${seconds().toFixed(0)} s\n`);
  },
});
const loadSeconds = seconds();
const random = randomNumbers(7);
const times: number[] = [];
let [asked, found, first, sure, wrong] = [0, 0, 0, 0, 0];
for (let n = 0; n < PROFILES + WARM_UP; n += 1) {
  const customer = customerOf(pools, random(size));
  const profile = profileOf(customer, random);
  const before = performance.now();
  const likely = await store.register.likely(profile, ASK_FROM);
  if (n < WARM_UP) continue;
  times.push(performance.now() - before);
  asked += 1;
  const numbers = likely.map((match) => match.customer.accountNumber);
  if (numbers.includes(customer.accountNumber)) found += 1;
  if (numbers[0] === customer.accountNumber) first += 1;
  const linked = likely.filter(({ probability, isHousehold }) => probability >= 0.99 && !isHousehold);
  sure += linked.length;
  wrong += linked.filter((match) => match.customer.accountNumber !== customer.accountNumber).length;
}
process.stdout.write(
  `${JSON.stringify({
    customers: report.customers,
    loadSeconds,
    perSecond: report.records / loadSeconds,
    peakMb: process.resourceUsage().maxRSS / 1_024,
    keys: report.keys,
    refusedKeys: report.refusedKeys,
    tooCommon: report.tooCommon.count,
    profiles: asked,
    found,
    first,
    linked: { sure, wrong },
    ms: { p50: quantile(times, 0.5), p95: quantile(times, 0.95) },
  })}\n`,
);
await store.dropDatabase();
await store.close();
