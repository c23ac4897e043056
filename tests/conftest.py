"""What holds for all tests."""

import os

from hypothesis import HealthCheck, settings

os.environ.setdefault("PTB_TIMEDELTA", "1")

# How long an example takes, or its making, tells of the machine and not of the code.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")
