"""``python -m generator`` is the command ``handbook``."""

import sys

from generator.cli import main

sys.exit(main())
