// Every crate that is built comes under a licence that deny.toml allows. The same question as `cargo deny check licenses`, without its long build.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const deny = readFileSync('deny.toml', 'utf8');
const list = /^\[licenses\]\s[\s\S]*?^allow = \[([\s\S]*?)\]/m.exec(deny);
if (!list) throw new Error('deny.toml has no allow list under [licenses]');
const allowed = new Set([...list[1].matchAll(/"([^"]+)"/g)].map((match) => match[1]));

/** Whether an SPDX expression can be met with allowed licences only. `A/B` is the old way to write `A OR B`. */
export function meets(expression) {
  const tokens = expression.replaceAll('/', ' OR ').replaceAll(/[()]/g, ' $& ').trim().split(/\s+/);
  const one = () => {
    const token = tokens.shift();
    if (token === '(') {
      const inside = either();
      tokens.shift();
      return inside;
    }
    if (tokens[0] !== 'WITH') return allowed.has(token);
    tokens.shift();
    return allowed.has(`${token} WITH ${tokens.shift()}`);
  };
  const both = () => {
    let met = one();
    while (tokens[0] === 'AND') { tokens.shift(); met = one() && met; }
    return met;
  };
  const either = () => {
    let met = both();
    while (tokens[0] === 'OR') { tokens.shift(); met = both() || met; }
    return met;
  };
  return either();
}

const metadata = execFileSync('cargo', ['metadata', '--format-version', '1', '--locked'], { maxBuffer: 1 << 28, encoding: 'utf8' });
const packages = JSON.parse(metadata).packages;
const refused = packages.filter((crate) => !crate.license || !meets(crate.license));
for (const crate of refused) console.error(`${crate.name} ${crate.version}: ${crate.license ?? 'no licence given'}`);
console.log(`${packages.length} crates, ${refused.length} under a licence that deny.toml does not allow`);
process.exitCode = refused.length ? 1 : 0;
