"""Speeds as ratios, measured side by side in one run: ``python -m tests.benchmarks.seals``. No tests."""
