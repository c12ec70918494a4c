"""Findings -> text, or JSON: one function a format."""

from generator.reports.json_report import json_report
from generator.reports.text import text_report

__all__ = ["json_report", "text_report"]
