"""``python -m trichtin``: the command line, also where its script is not on the path."""

import sys

from trichtin.cli import main

if __name__ == "__main__":
    sys.exit(main())
