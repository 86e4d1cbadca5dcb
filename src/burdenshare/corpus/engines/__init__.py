"""Who does the work: processes of this machine, or a cluster. The plan, the tasks and the output are the same."""
