#!/usr/bin/env bash
# Everything, in order. A failed step does not stop the next ones, but the end is non-zero. Last line: N passed, N failed.
# Counted: each test of cargo, node and the browser; every other step is one.
set -uo pipefail
. "$(dirname "$0")/lib.sh"

rust_tools
lint_tools
node_tools
end_of_tools

logs=$target/test-logs
rm -rf "$logs"
mkdir -p "$logs"
passed=0 failed=0 times='' undone=''
export NO_COLOR=1

# sum LOG PATTERN: adds up the numbers that PATTERN (one group, extended) finds in the runner's own summaries.
sum() { sed -nE "s/$2/\\1/p" "$1" | awk '{ n += $1 } END { print n + 0 }'; }

# step NAME COUNT COMMAND…: COUNT is the runner whose summaries are summed, or `one`.
step() {
    local name=$1 count=$2 log status=0 ok=0 bad=0 begin=$SECONDS
    shift 2
    log=$logs/${name//[^a-z]/-}.log
    printf '\n== %s: %s\n' "$name" "$*"
    "$@" 2>&1 | tee "$log"
    status=${PIPESTATUS[0]}
    case $count in
        cargo) ok=$(sum "$log" '^test result: .* ([0-9]+) passed;.*') bad=$(sum "$log" '^test result: .* ([0-9]+) failed;.*') ;;
        node) ok=$(sum "$log" '^[^a-z]* pass ([0-9]+)$') bad=$(sum "$log" '^[^a-z]* [cf]a[a-z]* ([0-9]+)$') ;;
        playwright) ok=$(sum "$log" '^ +([0-9]+) passed \(.*') bad=$(sum "$log" '^ +([0-9]+) (failed|interrupted|did not run)$') ;;
        vitest) ok=$(sum "$log" '^ *Tests .*[^0-9]([0-9]+) passed.*') bad=$(sum "$log" '^ *Tests +([0-9]+) failed.*') ;;
        one) [ "$status" -eq 0 ] && ok=1 ;;
    esac
    # Did not compile, could not start, or a runner that found nothing to run: that is a failure although no test says so.
    if [ "$bad" -eq 0 ] && { [ "$status" -ne 0 ] || [ "$ok" -eq 0 ]; }; then
        bad=1
    fi
    passed=$((passed + ok)) failed=$((failed + bad))
    times+=$(printf '%6d s  %s: %d passed, %d failed' $((SECONDS - begin)) "$name" "$ok" "$bad")$'\n'
}
not_done() {
    printf '\n== %s: not done: %s\n' "$1" "$2"
    undone+="not done: $1: $2"$'\n'
}

# Other programs' proofs of the books. Where they cannot be had, the end says so.
if ! command -v hledger >/dev/null && ! apt_install hledger; then
    export GEZI_NO_HLEDGER=1
    not_done hledger "the export is not added up again by hledger: sudo apt-get install -y hledger"
fi

if ! command -v bean-check >/dev/null && ! apt_install beancount; then
    export GEZI_NO_BEANCOUNT=1
    not_done beancount "the export is not added up again by beancount: sudo apt-get install -y beancount"
fi

rm -f "$target/debug/gezi" # The journeys must not meet a service that an earlier run left.
step packages one frontend_packages
step screens one frontend_script build
step format one cargo fmt --all --check
step lints one cargo clippy --workspace --all-targets --locked -- -D warnings
step tests cargo scripts/with-postgres.sh cargo test --workspace --locked --no-fail-fast
step documentation one env RUSTDOCFLAGS="-D warnings" cargo doc --no-deps --workspace --document-private-items --locked
step startpage node node --test --test-reporter=spec frontend/tests/*.test.mjs
step types one frontend_script check
step frontend vitest frontend_script unit
step journeys playwright env GEZI_BINARY="$target/debug/gezi" scripts/journeys.sh
if command -v curl >/dev/null; then
    step story one env GEZI_BINARY="$target/debug/gezi" scripts/api-story.sh
else
    not_done story "curl is not installed (sudo apt-get install -y curl)"
fi
step licences one node scripts/licences.mjs

# Known vulnerabilities: the list is a repository on GitHub, which not every machine can reach.
advisories=https://github.com/RustSec/advisory-db
if ! command -v cargo-deny >/dev/null && ! command -v cargo-audit >/dev/null; then
    not_done advisories "neither cargo-deny nor cargo-audit is installed (cargo install --locked cargo-deny)"
elif ! timeout 20 git ls-remote --exit-code "$advisories" HEAD >/dev/null 2>&1; then
    not_done advisories "$advisories cannot be reached from here"
elif command -v cargo-deny >/dev/null; then
    step advisories one cargo deny check
else
    step advisories one cargo audit
fi

printf '\n%s%s%d passed, %d failed\n' "$times" "$undone" "$passed" "$failed"
[ "$failed" -eq 0 ]
