"""Support to Ukraine: who gave what since when, and what it would take if somebody stopped or everybody gave more."""
