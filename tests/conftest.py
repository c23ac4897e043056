"""What holds for all tests."""

import os

os.environ.setdefault("PTB_TIMEDELTA", "1")
