"""Ten thousand odd handbooks: whatever is in the files, a check gives findings and never fails.

``python -m tests.fuzz`` (``make fuzz``) runs them; the test run takes a few hundred of the
same. A case is made from its seed alone: see ``cases``. What must hold is in ``conditions``.
"""
