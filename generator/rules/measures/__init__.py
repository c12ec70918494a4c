"""Goals, indicators and totals."""

from generator.rules.measures import (
    k101_process_without_kpi,
    k102_incomplete_kpi,
    k103_kpi_measures_nothing,
    k104_complementary_kpis,
    k105_period_missing,
    k201_missing_goal,
    k202_goal_not_a_result,
    k203_goal_unserved,
    k301_wrong_total,
    k302_stated_total_differs,
    k303_score_outside_scale,
    k304_area_without_answers,
    k305_bottleneck_without_judgement,
)
from generator.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    k101_process_without_kpi,
    k102_incomplete_kpi,
    k103_kpi_measures_nothing,
    k104_complementary_kpis,
    k105_period_missing,
    k201_missing_goal,
    k202_goal_not_a_result,
    k203_goal_unserved,
    k301_wrong_total,
    k302_stated_total_differs,
    k303_score_outside_scale,
    k304_area_without_answers,
    k305_bottleneck_without_judgement,
)
