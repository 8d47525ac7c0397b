"""What `trial` demands is shown when it fails, as in a test."""

import pytest

pytest.register_assert_rewrite("hostile.trial")
