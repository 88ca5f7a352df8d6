#!/usr/bin/env bash
# By the system calls of the running service: the write-ahead log of the embedded database is synced between its last write and each
# reply to a till. By hand, not in continuous integration: strace needs a machine that lets it look.
set -euo pipefail
. "$(dirname "$0")/lib.sh"

rust_tools
have strace "sudo apt-get install -y strace"
end_of_tools
exec cargo test --locked --test it durable::the_disk -- --ignored --nocapture
