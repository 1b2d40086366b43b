"""Runs one `markscheme` command and then tells this process's resident memory on standard error."""

import json
import runpy
import sys

from markscheme.bench.machine import resident_mb

if __name__ == "__main__":
    try:
        # By name, as a person runs it: bench may not import the command line, which stands above it.
        runpy.run_module("markscheme.cli", run_name="__main__", alter_sys=True)
    finally:
        sys.stderr.write(json.dumps(resident_mb()) + "\n")
