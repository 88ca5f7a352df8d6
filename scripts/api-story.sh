#!/usr/bin/env bash
# Runs the story of docs/API.md, word for word, in a folder of its own: docs that are run cannot go stale.
# GEZI_BINARY is the program to use; otherwise the debug build.
set -euo pipefail
. "$(dirname "$0")/lib.sh"
command -v curl >/dev/null || fail "curl: sudo apt-get install -y curl"

binary=${GEZI_BINARY:-$target/debug/gezi}
[ -x "$binary" ] || fail "$binary is not there: cargo build"
folder=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null || true; rm -rf "$folder"' EXIT
mkdir "$folder/bin"
ln -s "$(realpath "$binary")" "$folder/bin/gezi"
{
    echo 'set -euo pipefail'
    echo "trap 'kill \$(jobs -p) 2>/dev/null || true' EXIT"
    sed -n '/^```bash$/,/^```$/ { /^```/d; p; }' docs/API.md
} >"$folder/story.sh"

cd "$folder"
export PATH="$folder/bin:$PATH" GEZI_DATA="$folder/shop" GEZI_LISTEN=127.0.0.1:$(free_port) RUST_LOG=warn
bash story.sh >told.log 2>&1 || { cat told.log >&2; fail "the story of docs/API.md stops here"; }

# told TEXT…: what a reader must have seen by the end.
told() { for text in "$@"; do grep -qF -- "$text" told.log || { cat told.log >&2; fail "the story does not tell: $text"; }; done; }
told '"kind":"sale"' '合计' '"difference":"0.00"' 'the books are whole'
[ "$(grep -cF '"state":"posted"' told.log)" -eq 5 ] || { cat told.log >&2; fail "not everything was posted"; }
for paper in receipt.pdf public.pdf; do
    [ "$(head -c 5 "$paper")" = %PDF- ] || fail "$paper is no PDF"
done
say "docs/API.md tells the truth"
