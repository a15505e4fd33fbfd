#!/usr/bin/env bash
# Builds sla from the checkout of the action itself, so that a pin of the action by its commit pins the program too.
# It runs in the folder of the action, whose configuration of npm is ours: nothing of the repository under review is read.
set -euo pipefail
cd -- "$GITHUB_ACTION_PATH"
# The folder of a commit never changes: what was built in it stays right.
[ -f dist/main.js ] && [ -d node_modules ] || npm ci --no-audit --no-fund
