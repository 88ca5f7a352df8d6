#!/usr/bin/env bash
# Lighthouse (from npm, installed only here) on the till and the shop, served by the release build; then how long a tap at the till takes. GEZI_BINARY names a service that is already built.
set -euo pipefail
. "$(dirname "$0")/lib.sh"

node_tools
rust_tools
end_of_tools
CHROMIUM=${CHROMIUM:-$(command -v chromium || command -v google-chrome || true)}
[ -n "$CHROMIUM" ] || { apt_install chromium && CHROMIUM=$(command -v chromium); }
export CHROMIUM
(cd frontend/bench && cmp -s package-lock.json node_modules/.lock-seen || { npm ci --no-audit --no-fund >&2 && cp package-lock.json node_modules/.lock-seen; })
if [ -z "${GEZI_BINARY-}" ]; then
    frontend_packages
    frontend_script build
    cargo build --release --locked
    GEZI_BINARY=$target/release/gezi
fi

scratch=$(mktemp -d "${TMPDIR:-/tmp}/gezi-lighthouse.XXXXXX")
url=http://127.0.0.1:$(free_port)
env -u GEZI_DATABASE GEZI_DATA="$scratch/data" GEZI_DEMO_DAYS=7 "$GEZI_BINARY" serve --demo --listen "${url#http://}" >"$scratch/server.log" 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null; wait "$server" 2>/dev/null || true; rm -rf "$scratch"' EXIT
until grep -q '^ready: ' "$scratch/server.log"; do
    kill -0 "$server" 2>/dev/null || { cat "$scratch/server.log" >&2; fail "The service ended."; }
    sleep 0.2
done
node frontend/bench/lighthouse.mjs "$url/till/" "$url/shop/demo"
GEZI_BINARY=$(realpath "$GEZI_BINARY") CHROMIUM=$CHROMIUM frontend_script measure
