# Gezi: `make run` to see it, `make test` to trust it. The work is in scripts/.
.PHONY: help run test check bench
.DEFAULT_GOAL := help

help: ## Show the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile
	@echo "  run reads GEZI_DATABASE, GEZI_LISTEN and GEZI_DATA, e.g. make run GEZI_DATABASE=postgres://…"

run: ## Build the release and start the demo cooperative
	@scripts/run.sh

test: ## Run every check and test, on SQLite and on a throwaway PostgreSQL; ends with "N passed, N failed"
	@scripts/test.sh

check: ## Format, lints and unit tests: what to run before a commit
	@scripts/check.sh

bench: ## Measure what durability, callers, history, paper and verify cost, as ratios in one run; then Lighthouse on till and shop
	@scripts/bench.sh
