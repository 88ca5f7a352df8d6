#!/usr/bin/env bash
# What to run before a commit: format, lints, unit tests. `make test` runs everything.
set -euo pipefail
. "$(dirname "$0")/lib.sh"

rust_tools
lint_tools
end_of_tools
cargo fmt --all --check
cargo clippy --workspace --all-targets --locked -- -D warnings
cargo test --workspace --lib --bins --locked
