"""What stands in the window when nothing was opened before: three ways in, and nothing else."""
