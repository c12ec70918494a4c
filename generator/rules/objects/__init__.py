"""Business objects: who makes them, who uses them, and where they cross the boundary."""

from generator.rules.objects import (
    b101_input_without_source,
    b102_unused_output,
    b103_used_before_made,
    b104_role_as_object,
    b105_boundary_differs,
    b106_one_sided_interface,
    b107_interface_names_differ,
)
from generator.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    b101_input_without_source,
    b102_unused_output,
    b103_used_before_made,
    b104_role_as_object,
    b105_boundary_differs,
    b106_one_sided_interface,
    b107_interface_names_differ,
)
