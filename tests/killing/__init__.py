"""Builds killed at random moments: what is published stays whole, old or new.

``python -m tests.killing --count 100 --seed 1``. A small handbook with a release is built over
and over with two contents in turn; every build, with everything it started, is killed after a
random time, some of them just when the new site takes the place of the old one. After each
kill the published site must be exactly one of the two, and the next build must not be stopped
by anything that was left behind.
"""
