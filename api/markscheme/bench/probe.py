"""Runs one `markscheme` command and then tells this process's resident memory on standard error."""

import json
import sys

from markscheme.cli import main

if __name__ == "__main__":
    code = main()
    from markscheme.bench.machine import resident_mb

    sys.stderr.write(json.dumps(resident_mb()) + "\n")
    sys.exit(code)
