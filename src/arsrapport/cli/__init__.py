"""Cli: the command line: flags, help and exit codes; no logic."""
