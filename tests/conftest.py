"""What holds for all tests."""

import os

from hypothesis import settings

os.environ.setdefault("PTB_TIMEDELTA", "1")

settings.register_profile("house", deadline=None)  # how long an example takes tells of the machine, not of the code
settings.load_profile("house")
